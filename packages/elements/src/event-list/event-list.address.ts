import type { ReactiveController, ReactiveElement } from 'lit';
import { productKinds } from './event-list.filter.js';
import type { Filters, When } from './event-list.listing.js';

/** A period of the calendar: which, and a day within it. */
export interface Turned {
  readonly span?: Span | undefined;
  readonly day?: string | undefined;
}

export const spans = ['month', 'week', 'agenda'] as const;
export type Span = (typeof spans)[number];

/** A list, as far as a visitor sets what it shows. */
export interface SetList extends ReactiveElement {
  filters: Filters;
  layout: string;
  pages: number;
  turned: Turned;
  readonly filtersHidden: boolean;
}

const prefix = 's360-list-';
const whens: readonly string[] = ['today', 'weekend', 'week', 'chosen'] satisfies When[];
const layouts: readonly string[] = ['cards', 'list', 'calendar'];
const day = /^\d{4}-\d{2}-\d{2}$/;

/** How far the page was scrolled when it was left, in the state of its entry in the history. */
const topKey = 's360-list-top';
const stateOfPage = (): object => Object(history.state) as object;

/** The list whose state stands in the address: the first one of the page that a visitor can set. */
let holder: SetList | undefined;

/** Keeps what a visitor has set in the page's address from now on, and takes it from there first. */
export function followAddress(list: SetList): void {
  list.turned = {};
  if (!list.filtersHidden) list.addController(new ListAddress(list));
}

/**
 * What a visitor has asked a list for, in the query of the page: so that a link, a reload and the way back show the same. Parameters that are
 * not the list's stay as they are; what can't be read asks for nothing.
 */
class ListAddress implements ReactiveController {
  /** The layout that needs no word in the address. */
  readonly #usual: string;
  /** The list's part of the query, as it was read or written last. */
  #known = '';
  /** Where the visitor left the page, until it is there again. */
  #top = (stateOfPage() as Partial<Record<string, number>>)[topKey];

  constructor(readonly list: SetList) {
    this.#usual = list.getAttribute('layout') ?? 'cards';
  }

  hostConnected(): void {
    holder ??= this.list;
    window.addEventListener('popstate', this.#read);
    window.addEventListener('pagehide', this.#leave);
    this.#read();
  }

  hostDisconnected(): void {
    if (holder === this.list) holder = undefined;
    window.removeEventListener('popstate', this.#read);
    window.removeEventListener('pagehide', this.#leave);
  }

  hostUpdated(): void {
    if (holder !== this.list) return;
    this.#scrollBack();
    const wanted = this.#parameters();
    if (wanted.toString() === this.#known) return;
    this.#known = wanted.toString();
    const url = new URL(location.href);
    for (const name of own(url.searchParams).keys()) url.searchParams.delete(prefix + name);
    for (const [name, value] of wanted) url.searchParams.set(prefix + name, value);
    try {
      history.replaceState(history.state, '', url);
    } catch {
      // A browser allows so many changes in half a minute: the next one takes this along.
    }
  }

  readonly #read = (): void => {
    const { list } = this;
    const found = own(new URLSearchParams(location.search));
    if (holder !== list || found.toString() === this.#known) return;
    this.#known = found.toString();
    list.filters = filtersIn(found);
    const { layout, span, day: turned } = Object.fromEntries(found) as Partial<Record<string, string>>;
    list.layout = layout && layouts.includes(layout) ? layout : this.#usual;
    list.pages = Math.min(100, Math.max(1, Number.parseInt(found.get('pages') ?? '', 10) || 1));
    list.turned = {
      span: spans.find((known) => known === span),
      day: turned && day.test(turned) ? turned : undefined,
    };
  };

  readonly #leave = (): void => {
    if (holder === this.list) history.replaceState({ ...stateOfPage(), [topKey]: window.scrollY }, '');
  };

  /** A browser that loads the page anew has scrolled as far as it went before the events were there. */
  #scrollBack(): void {
    if (!this.#top || !this.list.renderRoot.querySelector('.card[href], .row, .month-head')) return;
    if (window.scrollY < this.#top) window.scrollTo({ top: this.#top, behavior: 'instant' });
    this.#top = undefined;
  }

  #parameters(): URLSearchParams {
    const { filters, layout, pages, turned } = this.list;
    const { text, when, topic, kind, venue, available, ...rest } = filters;
    const given = {
      ...rest,
      search: text,
      // Days say by themselves that they were chosen.
      when: rest.from || rest.to ? undefined : when,
      topic: topic?.join(),
      kind: kind?.join(),
      venue: venue?.join(),
      available: available && '',
      layout: layout === this.#usual ? undefined : layout,
      pages: pages > 1 ? pages : undefined,
      ...(layout === 'calendar' ? turned : {}),
    };
    const entries = Object.entries(given).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    );
    return new URLSearchParams(entries);
  }
}

/** The parameters of a list, without what they begin with. */
const own = (query: URLSearchParams): URLSearchParams =>
  new URLSearchParams(
    [...query].flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  );

function filtersIn(found: URLSearchParams): Filters {
  const parts = (name: string) => found.get(name)?.split(',').filter(Boolean) ?? [];
  const dayOf = (name: 'from' | 'to') => (day.test(found.get(name) ?? '') ? found.get(name)! : undefined);
  const several = <Part>(all: readonly Part[]) => (all.length ? all : undefined);
  const [from, to, given] = [dayOf('from'), dayOf('to'), found.get('when') ?? ''];
  const price = Number(found.get('price'));
  return {
    text: found.get('search') || undefined,
    when: from || to ? 'chosen' : whens.includes(given) ? (given as When) : undefined,
    ...{ from, to },
    topic: several(parts('topic')),
    kind: several(productKinds.filter((kind) => parts('kind').includes(kind))),
    venue: several(parts('venue')),
    price: Number.isSafeInteger(price) && price > 0 ? price : undefined,
    available: found.has('available') || undefined,
  };
}
