import type { EventList } from '@s360-widgets/contract';
import { programmeSlice } from '@s360-widgets/store';
import { html, nothing, type TemplateResult } from 'lit';
import { dayOf } from '../base/days.js';
import { define } from '../base/define.js';
import { ShopElement } from '../base/element.js';
import { emit } from '../base/emit.js';
import { eventUrlOf } from '../base/event-url.js';
import { explain } from '../base/explain.js';
import { flag } from '../base/flag.js';
import { Lazy } from '../base/lazy.js';
import { PollController } from '../base/poll.js';
import type { Words } from '../base/words.js';
import { cards, type Setting, waiting } from './event-list.cards.js';
import { type Filters, isFiltering, type Listing, listings } from './event-list.listing.js';
import { filterBar } from './event-list.bar.js';
import type { Turned } from './event-list.address.js';
import type { FilterSetting } from './event-list.controls.js';
import { eventListStyles } from './event-list.styles.js';

const pollSeconds = 60;
const staleSeconds = 20;

/**
 * The programme: events with picture, dates, price and availability, to search and filter. What a visitor sets stands in the page's query, as
 * `s360-list-topic=OPERA` or `s360-list-layout=calendar`, so that a link, a reload and the way back show the same.
 *
 * @element s360-event-list
 * @attr layout
 * @attr season
 * @attr topic
 * @attr venue
 * @attr product
 * @attr from
 * @attr to
 * @attr {Number} limit
 * @attr event-url
 * @attr event-param
 * @attr {Boolean} filters-hidden
 * @slot - Shown until the events are there, and when they can't be had: a link to the shop will do.
 * @fires s360-event-select-request - An event was clicked; `preventDefault()` keeps the link from being followed.
 * @fires s360-event-selected - The same, when nobody objected.
 * @csspart base - Around everything.
 * @csspart filters - Search and filter menus.
 * @csspart cards - The grid of cards.
 * @csspart rows - The rows of a month.
 * @csspart card - One event as a card; a link.
 * @csspart row - One event as a row; a link.
 * @csspart calendar - The table of a month.
 * @csspart entry - One performance in the calendar; a link.
 * @csspart poster - The picture's frame.
 * @csspart state - Availability: mark and word.
 * @csspart note - Says that availability may be out of date.
 * @csspart notice - Stands in for an empty list.
 * @cssprop [--s360-poster-ratio=4/5] - Width to height of the pictures.
 */
export class S360EventList extends ShopElement {
  static override styles = eventListStyles;

  static override properties = {
    layout: {},
    season: {},
    topic: {},
    venue: {},
    product: {},
    from: {},
    to: {},
    limit: { type: Number },
    eventUrl: { attribute: 'event-url' },
    eventParam: { attribute: 'event-param' },
    filtersHidden: { type: Boolean, attribute: 'filters-hidden', converter: flag('filters-hidden') },
    filters: { state: true },
    pages: { state: true },
  };

  /** `cards`, `list` or `calendar`; the visitor can change it. */
  layout = 'cards';
  /** Only this season: id or name. This and the next three take several, with commas between. */
  season = '';
  /** Only this topic: id or name. */
  topic = '';
  /** Only this venue: id or name. */
  venue = '';
  /** Only this product: id or code. */
  product = '';
  /** Only from this day on, such as `2026-12-01`. */
  from = '';
  /** Only until this day. */
  to = '';
  /** Events shown before "Show more". */
  limit = 12;
  /** Address of an event's page: `{id}` and `{code}` are filled in; without either, `?event=` and the id are added. */
  eventUrl = '';
  /** The parameter that names the event, where `event` means something else to the site. */
  eventParam = '';
  /** No search and no filters, as for a short list on a front page. */
  filtersHidden = false;

  /** @internal What a visitor has filtered by. */
  filters: Filters = {};
  /** @internal Times `limit` that are shown. */
  pages = 1;
  /** @internal What the calendar shows. */
  turned!: Turned;

  protected override readonly slices = [programmeSlice];
  protected override readonly wordGroups = ['base'] as const;
  readonly #more = new Lazy(this, async () => {
    // With its words, without which it would say nothing.
    const [more] = await Promise.all([import('./event-list.more.js'), this.shop?.needWords('filters')]);
    more.follow(this);
    return more;
  });

  constructor() {
    super();
    new PollController(this, () => (this.#isOld ? staleSeconds : pollSeconds), this.#ask);
  }

  protected override load(): void {
    this.#ask();
  }

  private get events() {
    return this.store?.state.events;
  }

  get #isOld(): boolean {
    return this.events?.status === 'failed' || !!this.events?.value?.stale;
  }

  protected override updated(): void {
    void explain(this, this.shop);
  }

  readonly #ask = (): void => void this.store?.dispatch('events-load', {});

  readonly #set = (filters: Filters): void => {
    this.filters = filters;
    this.pages = 1;
    void this.#more.need();
  };

  readonly #choose = (click: MouseEvent, { event }: Listing): void => {
    const url = (click.currentTarget as HTMLAnchorElement).href;
    if (emit(this, 's360-event-select-request', { eventId: event.id, url })) {
      emit(this, 's360-event-selected', { eventId: event.id });
    } else {
      click.preventDefault();
    }
  };

  async #showMore(): Promise<void> {
    const shown = this.pages * this.#pageSize;
    this.pages += 1;
    this.#more.prepare();
    await this.updateComplete;
    this.renderRoot.querySelectorAll<HTMLElement>('.card, .row')[shown]?.focus();
  }

  get #pageSize(): number {
    return Math.max(1, this.limit || 12);
  }

  get #now(): number {
    return this.store?.clock.now() ?? 0;
  }

  /** The events to show, before any filter; undefined while they, or the code to find those within the attributes, are coming. */
  #listings(): readonly Listing[] | undefined {
    const list = this.events?.value;
    if (!list) return undefined;
    const all = listings(list, this.#now);
    const { season, topic, venue, product, from, to } = this;
    const isNarrowed = season + topic + venue + product + from + to || location.search.includes('s360-list-');
    return isNarrowed ? this.#more.get()?.scoped(all, this, list) : all;
  }

  readonly #urlOf = ({ event }: Listing): string => eventUrlOf(this, event);

  protected override render(): TemplateResult {
    const { words, events } = this;
    const all = this.#listings();
    if (words && events?.value && all) return this.#ready(words, events.value, all);
    if (this.hasFallback) return html`<slot></slot>`;
    if (this.#more.isMissing) return html``;
    if (!words || events?.status !== 'failed') return waiting(this.filtersHidden);
    const { relay, common } = words.base;
    // Without code that the relay would have to serve.
    return html`<div class="failed" part="notice">
      <div role="status">
        <h2 class="title-s">${relay.downTitle}</h2>
        <p class="soft meta">${relay.downText}</p>
      </div>
      <button class="button primary" @click=${this.#ask}>${common.tryAgain}</button>
    </div>`;
  }

  #ready(words: Words<'base'>, list: EventList, all: readonly Listing[]): TemplateResult {
    const { filters } = this;
    const more = this.#more;
    const now = this.#now;
    const today = dayOf(now, list.timeZone);
    // What was typed is not passed over: events that nobody can filter are not shown as what was found.
    const isUnknown = more.isMissing && isFiltering(filters);
    const found = more.current?.matching(all, filters, today, list.timeZone) ?? all;
    const setting = {
      list,
      words,
      all,
      now,
      today,
      filters,
      count: isUnknown ? null : found.length,
      layout: this.layout,
      set: this.#set,
      setLayout: (layout: string) => {
        this.layout = layout;
      },
      openSheet: () => void more.need().then(() => more.current?.openSheet(this)),
      urlOf: this.#urlOf,
      onChoose: this.#choose,
    };
    const hasFilters = !this.filtersHidden && all.length > 0;
    return html`<div class="base" part="base">
      ${hasFilters ? filterBar(setting, more) : nothing}
      ${this.#isOld ? this.#more.get()?.stale(words, list, staleSeconds, this.#ask) : nothing}
      ${isUnknown ? nothing : this.#results(found, setting)}
      ${(hasFilters && more.current?.filterSheet(setting)) || nothing}
    </div>`;
  }

  #results(found: readonly Listing[], setting: FilterSetting & Setting): unknown {
    if (!found.length) return this.#more.get()?.empty(setting);
    const shown = this.layout === 'calendar' ? found : found.slice(0, this.pages * this.#pageSize);
    const rest = Math.min(found.length - shown.length, this.#pageSize);
    const say = setting.words.base.list;
    return html`${
      this.layout === 'cards' || this.#more.isMissing
        ? cards(shown, setting)
        : this.#more.get()?.laidOut(this, shown, setting)
    }
    ${
      rest && !this.filtersHidden
        ? html`<div class="more">
            <button class="button" @click=${this.#showMore}>${say.more(rest)}</button>
            <p class="small soft">${say.shown(shown.length, found.length)}</p>
          </div>`
        : nothing
    }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    's360-event-list': S360EventList;
  }
}

define('s360-event-list', S360EventList);
