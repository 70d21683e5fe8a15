import type { EventList, EventSummary } from '@s360-widgets/contract';
import { addDays, dayOf, weekdayOf } from '../base/days.js';
import { isOnSale } from '../pieces/sale-mark.js';

/** An event as the list shows it: with what is still to come. */
export interface Listing {
  readonly event: EventSummary;
  /** First and last start still to come; a pass begins today at the earliest. */
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  /** Days on which it plays; empty for a pass, which is open from its first to its last. */
  readonly days: readonly string[];
  readonly dateCount: number;
  readonly venue: string;
  readonly topic: string;
  /** Everything that the search looks at, folded. */
  readonly text: string;
}

export type When = 'any' | 'today' | 'weekend' | 'week' | 'chosen';

/** What a visitor asked for. Empty lists, null and '' ask for nothing. */
export interface Filters {
  readonly text: string;
  readonly when: When;
  /** Days, with `when: 'chosen'`. */
  readonly from: string;
  readonly to: string;
  readonly topic: readonly string[];
  readonly venue: readonly string[];
  readonly price: number | null;
  readonly available: boolean;
}

export const noFilters: Filters = {
  text: '',
  when: 'any',
  from: '',
  to: '',
  topic: [],
  venue: [],
  price: null,
  available: false,
};

/** The filters that can be dropped one by one. */
export const filterNames = ['text', 'when', 'topic', 'venue', 'price', 'available'] as const;
export type FilterName = (typeof filterNames)[number];

/** What the element's attributes leave over. Ids, codes or names, several with commas between. */
export interface Scope {
  readonly season: string;
  readonly topic: string;
  readonly venue: string;
  readonly product: string;
  readonly from: string;
  readonly to: string;
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const named = (all: readonly { id: string; name: string }[], id: string | null) =>
  all.find((each) => each.id === id)?.name ?? '';

/** The events of a list that are still to come and within the scope, by date. */
export function listings(list: EventList, scope: Scope, now: number): Listing[] {
  const isWanted = (wanted: string, ...names: (string | null)[]) =>
    !wanted.trim() ||
    wanted.split(',').some((each) => names.some((name) => name && fold(name) === fold(each.trim())));
  return list.events
    .map((event) => listing(event, list, now))
    .filter((each): each is Listing => each !== null)
    .filter(
      (each) =>
        isWanted(scope.season, each.event.seasonId, named(list.seasons, each.event.seasonId)) &&
        isWanted(scope.topic, each.event.topicId, each.topic) &&
        isWanted(scope.venue, each.event.venueId, each.venue) &&
        isWanted(scope.product, each.event.id, each.event.code) &&
        isWithin(each, scope.from, scope.to, list.timeZone),
    )
    .sort((a, b) => timeOf(a.firstAt) - timeOf(b.firstAt));
}

const timeOf = (at: string | null) => (at ? Date.parse(at) : Number.POSITIVE_INFINITY);

function listing(event: EventSummary, list: EventList, now: number): Listing | null {
  const isToCome = (at: string | null) => at !== null && Date.parse(at) >= now;
  const starts = event.performances
    .map(({ startAt }) => startAt)
    .filter(isToCome)
    .sort((a, b) => timeOf(a) - timeOf(b));
  const isPass = event.kind === 'pass';
  if (isPass ? event.lastAt !== null && !isToCome(event.lastAt) : !starts.length) return null;
  const venue = named(list.venues, event.venueId);
  const topic = named(list.topics, event.topicId);
  const today = new Date(now).toISOString();
  return {
    event,
    firstAt: isPass ? (isToCome(event.firstAt) ? event.firstAt : today) : (starts[0] ?? null),
    lastAt: isPass ? event.lastAt : (starts.at(-1) ?? null),
    days: starts.map((at) => dayOf(at, list.timeZone)),
    dateCount: starts.length,
    venue,
    topic,
    text: fold(`${event.title} ${venue} ${topic}`),
  };
}

/** Whether it plays on a day from `from` to `to`; an empty end is open. */
function isWithin({ days, firstAt, lastAt }: Listing, from: string, to: string, zone: string): boolean {
  if (!from && !to) return true;
  const isIn = (first: string, last: string) => (!to || first <= to) && (!from || last >= from);
  if (days.length) return days.some((day) => isIn(day, day));
  return isIn(firstAt ? dayOf(firstAt, zone) : '', lastAt ? dayOf(lastAt, zone) : '~');
}

/** The days that a choice of dates stands for. */
export function daysOf({ when, from, to }: Filters, today: string): { from: string; to: string } {
  if (when === 'any') return { from: '', to: '' };
  if (when === 'chosen') return { from, to };
  if (when === 'today') return { from: today, to: today };
  if (when === 'week') return { from: today, to: addDays(today, 6) };
  const weekday = weekdayOf(today);
  // Friday evening to Sunday; on a Saturday or Sunday, what is left of it.
  const friday = weekday === 6 || weekday === 0 ? today : addDays(today, 5 - weekday);
  return { from: friday, to: addDays(friday, weekday === 0 ? 0 : weekday === 6 ? 1 : 2) };
}

export function matching(all: readonly Listing[], filters: Filters, today: string, zone: string): Listing[] {
  const words = fold(filters.text).split(/\s+/).filter(Boolean);
  const { from, to } = daysOf(filters, today);
  const { topic, venue, price } = filters;
  return all.filter(
    (each) =>
      words.every((word) => each.text.includes(word)) &&
      isWithin(each, from, to, zone) &&
      (!topic.length || topic.includes(each.event.topicId ?? '')) &&
      (!venue.length || venue.includes(each.event.venueId ?? '')) &&
      (price === null || (each.event.priceFromMinor ?? Number.POSITIVE_INFINITY) <= price) &&
      (!filters.available || isOnSale(each.event)),
  );
}

export const isActive = (filters: Filters, name: FilterName): boolean =>
  name === 'when'
    ? filters.when !== 'any' && (filters.when !== 'chosen' || !!(filters.from || filters.to))
    : String(filters[name] ?? '') !== String(noFilters[name] ?? '');

export const without = (filters: Filters, name: FilterName): Filters => ({
  ...filters,
  [name]: noFilters[name],
});
