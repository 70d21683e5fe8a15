import type { EventDetail } from '@s360-widgets/contract';
import type { ProblemError } from '@s360-widgets/contract/problem';
import { cartSlice, catalogSlice } from '@s360-widgets/store';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { AddressController, asId, idInQuery } from '../base/address.js';
import { idByPattern } from '../base/address.pattern.js';
import { define } from '../base/define.js';
import { ShopElement } from '../base/element.js';
import { emit } from '../base/emit.js';
import { eventUrlOf } from '../base/event-url.js';
import { explain } from '../base/explain.js';
import { Lazy } from '../base/lazy.js';
import { PollController } from '../base/poll.js';
import { icon } from '../pieces/icon.js';
import { offline, search } from '../pieces/icons.js';
import { back } from '../pieces/icons.more.js';
import { notice } from '../pieces/note.js';
import { staleNote } from '../pieces/stale-note.js';
import { skeleton } from '../pieces/skeleton.js';
import { beside } from './event.beside.js';
import { type Added, addedBox, offerBox } from './event.box.js';
import { dates, showWays } from './event.dates.js';
import type { EventSetting } from './event.setting.js';
import { head } from './event.head.js';
import { type Choice, itemOf, offerOf, type Occasion } from './event.offer.js';
import { eventStyles } from './event.styles.js';
import { closedNote, tickets } from './event.tickets.js';
import { wordsOf } from './event.words.js';

const pollSeconds = 60;

/**
 * One event: what it is, when it plays, what it costs, and the way into the cart, by best seats or on the map. Search engines find the same
 * in the page's head, as schema.org's Event, unless the page has an Event of its own there. Where the page's address names a performance
 * (`?performance=`), as the links of a calendar do, that one is chosen.
 *
 * @element s360-event
 * @slot - Shown until the event is there, and when it can't be had.
 * @fires s360-cart-add-request - Tickets are about to be put into the cart; `preventDefault()` leaves it to the page.
 * @fires s360-cart-open-request - The way to the cart was chosen.
 * @fires s360-checkout-request - The way to the checkout was chosen.
 * @fires s360-event-select-request - Something that is offered along was clicked; `preventDefault()` keeps the link from being followed.
 * @fires s360-event-selected - The same, when nobody objected.
 * @csspart base - Around everything.
 * @csspart poster - The picture's frame.
 * @csspart description - The text about the event.
 * @csspart state - Availability: mark and word.
 * @csspart box - The box with the total and the button.
 * @csspart note - A message in the page.
 * @csspart notice - Stands in for an event that can't be shown.
 */
export class S360Event extends ShopElement<'base' | 'event' | 'problems'> {
  static override styles = eventStyles;

  static override properties = {
    eventId: { attribute: 'event-id' },
    eventParam: { attribute: 'event-param' },
    eventUrl: { attribute: 'event-url' },
    cartUrl: { attribute: 'cart-url' },
    checkoutUrl: { attribute: 'checkout-url' },
    choice: { state: true },
    isMapOpen: { state: true },
    isBusy: { state: true },
    problem: { state: true },
    added: { state: true },
  };

  /** The event; without it, the page's address names it, now and whenever that changes. */
  eventId = '';
  /** The parameter of the address that names the event; `event` without it. */
  eventParam = '';
  /** How addresses of events look, where the path names them: `/events/{id}`, as the list has it. */
  eventUrl = '';
  /** Address of the page with the cart. */
  cartUrl = '';
  /** Address of the page with the checkout. */
  checkoutUrl = '';

  private choice: Choice = { counts: {} };
  private isMapOpen = false;
  private isBusy = false;
  private problem: ProblemError | null = null;
  private added: Added | null = null;

  /** The event that is shown; empty for none. */
  #id = '';
  /** The performance that the page's address names, as a calendar's link does; empty for none. */
  #occasionId = '';
  /** The day that is in sight. */
  #day = '';

  /** What the page's head says by now, and how it is taken back. */
  #said: EventDetail | undefined;
  #unsay: (() => void) | undefined;

  /** What gets the focus after the next update: a selector. */
  #focusNext = '';
  #hadFocus = false;

  /** For events with guided visits alone. */
  readonly #guided = new Lazy(this, () => import('./event.tours.js'));

  protected override readonly slices = [catalogSlice, cartSlice];
  protected override readonly wordGroups = ['base', 'event', 'problems'] as const;

  readonly #signIn = new Lazy(this, () => import('../pieces/sign-in-first.js'));

  constructor() {
    super();
    new AddressController(this);
    new PollController(
      this,
      () => pollSeconds,
      () => this.load(),
    );
  }

  protected override load(): void {
    const { store } = this;
    if (!store || !this.#id) return;
    void store.dispatch('event-load', { eventId: this.#id });
    if (store.state.cart.status === 'idle') void store.dispatch('cart-load', {});
    if (store.state.shop.status === 'idle') void store.dispatch('shop-load', {});
  }

  protected override willUpdate(): void {
    this.#hadFocus = this.shadowRoot?.activeElement != null;
    const id = asId(this.eventId) || idInQuery(this.eventParam || 'event') || idByPattern(this.eventUrl);
    const occasionId = idInQuery('performance');
    if (id === this.#id && (!occasionId || occasionId === this.#occasionId)) return;
    this.#id = id;
    this.#occasionId = occasionId;
    this.choice = { counts: {}, ...(occasionId && { occasionId }) };
    this.added = this.problem = null;
    this.isMapOpen = false;
    this.load();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('isMapOpen') && this.isMapOpen) this.#needPicker();
    void explain(this, this.shop);
    void this.#sayInHead(this.#remote?.value);
    this.#showDay();
    this.#moveFocus(changed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.#sayInHead(undefined);
  }

  /** For search engines: nobody waits for it, and nobody misses it. */
  async #sayInHead(event: EventDetail | undefined): Promise<void> {
    if (event === this.#said) return;
    this.#said = event;
    this.#unsay?.();
    this.#unsay = undefined;
    const code = event && (await import('./event.structured-data.js').catch(() => undefined));
    if (event && event === this.#said) this.#unsay = code?.sayInHead(event);
  }

  /** To what a press has brought up; and to the title, when what had the focus is no longer there. */
  #moveFocus(changed: PropertyValues): void {
    const target = changed.has('added') && this.added ? '.box' : this.#focusNext;
    this.#focusNext = '';
    const isLost = this.#hadFocus && !this.shadowRoot?.activeElement;
    const to = target || (isLost ? 'h2[tabindex]' : '');
    const next = to ? this.renderRoot.querySelector<HTMLElement>(to) : null;
    next?.focus();
    if (to === '#map-title') next?.closest('section')?.scrollIntoView({ block: 'start' });
  }

  get #remote() {
    return this.store?.state.event[this.#id];
  }

  /** Brings the chosen day into sight, within the strip only. */
  #showDay(): void {
    const chosen = this.renderRoot.querySelector<HTMLElement>('.day:has(:checked)');
    const strip = chosen?.parentElement;
    if (!chosen || !strip) return;
    showWays(strip);
    const { value: day = '' } = chosen.querySelector('input') ?? {};
    const isNew = day !== this.#day;
    this.#day = day;
    const isOutside =
      chosen.offsetLeft < strip.scrollLeft ||
      chosen.offsetLeft + chosen.offsetWidth > strip.scrollLeft + strip.clientWidth;
    if (isNew && isOutside) strip.scrollLeft = chosen.offsetLeft - strip.clientWidth / 2;
  }

  readonly #choose = (change: Partial<Choice>): void => {
    this.choice = { ...this.choice, ...change, counts: { ...this.choice.counts, ...change.counts } };
    this.problem = this.added = null;
  };

  readonly #openMap = (): void => {
    this.isMapOpen = true;
    this.#focusNext = '#map-title';
  };

  /** From the picker's own place, so that it can be said there if its code can't be had. */
  #needPicker(): void {
    const picker = this.renderRoot.querySelector('s360-seat-picker');
    if (picker) emit(picker, 's360-element-needed', { tag: picker.localName });
  }

  async #add({ event, offer, tours }: EventSetting): Promise<void> {
    const { store } = this;
    if (!store) return;
    const item = itemOf(event, offer, tours?.tour);
    const { ticketCount, occasion } = offer;
    const performanceId = occasion?.performance?.id ?? null;
    if (!item || !emit(this, 's360-cart-add-request', { eventId: event.id, performanceId, ticketCount }))
      return;
    const before = new Set(
      store.state.cart.value?.lines.flatMap(({ tickets }) => tickets.map(({ id }) => id)),
    );
    this.isBusy = true;
    const problem = await store.dispatch('cart-add', { items: [item] });
    this.isBusy = false;
    if (event.id !== this.#id) return;
    this.problem = problem;
    const cart = store.state.cart.value;
    if (this.problem || !cart) return;
    const added = cart.lines.flatMap((line) => line.tickets).filter(({ id }) => !before.has(id));
    this.choice = { ...this.choice, counts: {} };
    this.added = { cart, tickets: added };
    void store.dispatch('event-load', { eventId: event.id });
  }

  /** To the page that the site named, else to the widget on this page. The page can take the step over. */
  #goOn(to: 'cart' | 'checkout', click: Event): void {
    const url = (to === 'cart' ? this.cartUrl : this.checkoutUrl) || null;
    if (!emit(this, to === 'cart' ? 's360-cart-open-request' : 's360-checkout-request', { url }))
      click.preventDefault();
    else if (!url) document.querySelector(`s360-${to}`)?.scrollIntoView({ block: 'start' });
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const remote = this.#remote;
    if (words && remote?.value) return this.#ready(remote.value, words);
    if (this.hasFallback) return html`<slot></slot>`;
    if (!words || (this.#id && remote?.status !== 'failed')) return this.#loading();
    const isGone = remote?.status !== 'failed' || remote.problem.code === 'not-found';
    if (isGone)
      return notice({ glyph: search, title: words.event.notFoundTitle, text: words.event.notFoundText });
    const { relay, common } = words.base;
    return notice({
      glyph: offline,
      title: relay.downTitle,
      text: relay.downText,
      actions: html`<button class="button primary" @click=${() => this.load()}>${common.tryAgain}</button>`,
    });
  }

  #loading(): TemplateResult {
    return html`<div class="base" aria-busy="true">
      <div class="head"><span class="poster pulse"></span>${skeleton(skeletonHead)}</div>
    </div>`;
  }

  #ready(shown: EventDetail, given: EventSetting['words']): TemplateResult {
    const now = this.store?.clock.now() ?? 0;
    const guided = shown.guided && this.#guided.get();
    if (shown.guided && !guided) return this.#loading();
    const tours = (shown.guided && guided?.toursOf(shown, shown.guided, this.choice, given, now)) ?? null;
    const event = tours?.event ?? shown;
    const words = wordsOf(event, given, tours);
    const offer = offerOf(event, this.choice, now);
    const isSoldHere = !this.#accountsOnly;
    const setting: EventSetting = { event, offer, tours, words, now, isSoldHere, choose: this.#choose };
    return html`<div class="base" part="base">
      ${head(setting)} ${event.stale || this.#remote?.status === 'failed' ? this.#stale(setting) : nothing}
      ${this.isMapOpen && offer.occasion ? this.#map(setting, offer.occasion) : this.#sale(setting)}
      ${this.#beside(setting)}
    </div>`;
  }

  #stale({ event, words }: EventSetting): TemplateResult {
    const checkedAt = words.format.time(event.asOf, event.timeZone);
    return staleNote(words.event.stale, checkedAt, pollSeconds, () => this.load());
  }

  /** A closed event says why, and asks for no choice. */
  #sale(setting: EventSetting): TemplateResult {
    const { event, offer } = setting;
    const isDone = ['cancelled', 'moved', 'ended'].includes(event.saleState);
    const isOpen = !isDone && (offer.days.length > 0 || offer.rows.length > 0 || event.items.length > 1);
    if (!isOpen) return html`<div class="closed">${closedNote(event, setting)}</div>`;
    return html`<div class="sale-body">
      <div class="choose">
        ${setting.tours && this.#guided.current?.chooser(setting.tours, this.#choose)} ${dates(setting)} ${offer.rows.length ? tickets(setting) : html`<div>${closedNote(offer.sale, setting)}</div>`}
      </div>
      <aside>${this.#box(setting)}</aside>
    </div>`;
  }

  /** On a page of this one event alone there is no way to another. */
  #beside(setting: EventSetting): TemplateResult | typeof nothing {
    if (this.eventId && !this.eventUrl) return nothing;
    return beside({
      ...setting,
      urlOf: (event) => eventUrlOf(this, event),
      onChoose: (click, eventId, url) => {
        if (emit(this, 's360-event-select-request', { eventId, url }))
          emit(this, 's360-event-selected', { eventId });
        else click.preventDefault();
      },
    });
  }

  /** The shop, if it sells to accounts only, of which this page knows none. */
  get #accountsOnly() {
    const shop = this.store?.state.shop.value;
    return shop && shop.signIn !== 'optional' ? shop : undefined;
  }

  /** What was added, or what is chosen. */
  #box(setting: EventSetting): TemplateResult | typeof nothing {
    const { added, isBusy, problem } = this;
    const shop = this.#accountsOnly;
    if (added) return this.#addedBox(setting, added);
    if (!setting.offer.rows.length) return nothing;
    if (shop) return this.#signIn.get()?.signInFirst(shop, setting.words.lang) ?? nothing;
    return offerBox({
      ...setting,
      isBusy,
      problem,
      add: () => void this.#add(setting),
      openMap: this.#openMap,
    });
  }

  #addedBox(setting: EventSetting, added: Added): TemplateResult {
    const { cartUrl, checkoutUrl, store } = this;
    const goOn = (to: 'cart' | 'checkout', click: Event) => this.#goOn(to, click);
    return addedBox({ ...setting, added, cartUrl, checkoutUrl, store, goOn });
  }

  #map({ event, words }: EventSetting, { id, startAt }: Occasion): TemplateResult {
    const close = () => {
      this.isMapOpen = false;
      this.#focusNext = '#to-map';
    };
    return html`<section class="on-map" aria-labelledby="map-title">
      <button class="link" @click=${close}>${icon(back, true)}${words.event.hideMap}</button>
      <h3 class="title-m" id="map-title" tabindex="-1" aria-describedby="map-date">${words.event.mapTitle}</h3>
      <p class="soft meta" id="map-date">${words.format.dateTime(startAt, event.timeZone)}</p>
      <s360-seat-picker
        title-hidden
        performance-id=${id}
        cart-url=${this.cartUrl}
        checkout-url=${this.checkoutUrl}
      ></s360-seat-picker>
    </section>`;
  }
}

/** Heights and widths of the lines beside the picture while they load. */
const skeletonHead = [
  [16, 20],
  [44, 70],
  [16, 90],
  [16, 80],
  [16, 40],
] as const;

declare global {
  interface HTMLElementTagNameMap {
    's360-event': S360Event;
  }
}

define('s360-event', S360Event);
