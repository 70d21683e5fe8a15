import type { EventList } from '@s360-widgets/contract';
import { addDays, weekdayOf } from '../base/calendar.js';
import { dayOf } from '../base/days.js';
import { isOnSale } from '../pieces/sale-mark.js';
import type { FilterName, Filters, Listing } from './event-list.listing.js';

/** The filters that can be dropped one by one. */
export const filterNames = [
  'text',
  'when',
  'topic',
  'venue',
  'price',
  'available',
] as const satisfies readonly FilterName[];

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
/** Everything that the search looks at. */
const textOf = ({ event, venue, topic }: Listing) => fold(`${event.title} ${venue} ${topic}`);

/** What the element's attributes leave over. Ids, codes or names, several with commas between. */
export interface Scope {
  readonly season: string;
  readonly topic: string;
  readonly venue: string;
  readonly product: string;
  readonly from: string;
  readonly to: string;
}

/** The listings within a scope. */
export function scoped(all: readonly Listing[], scope: Scope, list: EventList): Listing[] {
  const isWanted = (wanted: string, ...names: (string | null | undefined)[]) =>
    !wanted ||
    wanted.split(',').some((each) => names.some((name) => name && fold(name) === fold(each.trim())));
  return all.filter(
    (each) =>
      isWanted(
        scope.season,
        each.event.seasonId,
        list.seasons.find(({ id }) => id === each.event.seasonId)?.name,
      ) &&
      isWanted(scope.topic, each.event.topicId, each.topic) &&
      isWanted(scope.venue, each.event.venueId, each.venue) &&
      isWanted(scope.product, each.event.id, each.event.code) &&
      isWithin(each, scope.from, scope.to, list.timeZone),
  );
}

/** Whether it plays on a day from `from` to `to`; an empty end is open. */
function isWithin({ starts, firstAt, lastAt }: Listing, from: string, to: string, zone: string): boolean {
  if (!from && !to) return true;
  const isIn = (first: string, last: string) => (!to || first <= to) && (!from || last >= from);
  if (starts.length) return starts.map((at) => dayOf(at, zone)).some((day) => isIn(day, day));
  return isIn(firstAt ? dayOf(firstAt, zone) : '', lastAt ? dayOf(lastAt, zone) : '~');
}

/** The days that a choice of dates stands for. */
export function daysOf({ when, from = '', to = '' }: Filters, today: string): { from: string; to: string } {
  if (!when) return { from: '', to: '' };
  if (when === 'chosen') return { from, to };
  if (when === 'today') return { from: today, to: today };
  if (when === 'week') return { from: today, to: addDays(today, 6) };
  const weekday = weekdayOf(today);
  // Friday evening to Sunday; on a Saturday or Sunday, what is left of it.
  const friday = weekday === 6 || weekday === 0 ? today : addDays(today, 5 - weekday);
  return { from: friday, to: addDays(friday, weekday === 0 ? 0 : weekday === 6 ? 1 : 2) };
}

export function matching(all: readonly Listing[], filters: Filters, today: string, zone: string): Listing[] {
  const words = fold(filters.text ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const { from, to } = daysOf(filters, today);
  const { topic, venue, price = Number.POSITIVE_INFINITY } = filters;
  return all.filter(
    (each) =>
      words.every((word) => textOf(each).includes(word)) &&
      isWithin(each, from, to, zone) &&
      (!topic || topic.includes(each.event.topicId ?? '')) &&
      (!venue || venue.includes(each.event.venueId ?? '')) &&
      (each.event.priceFromMinor ?? Number.POSITIVE_INFINITY) <= price &&
      (!filters.available || isOnSale(each.event)),
  );
}

export const isActive = (filters: Filters, name: FilterName): boolean =>
  filters[name] !== undefined && (filters[name] !== 'chosen' || !!(filters.from || filters.to));

export const without = (filters: Filters, name: FilterName): Filters => ({
  ...filters,
  [name]: undefined,
});

/** When nothing matches: the one filter to drop that brings back most, and how many. */
export function bestDrop(
  all: readonly Listing[],
  filters: Filters,
  today: string,
  zone: string,
): { name: FilterName; count: number } | null {
  const drops = filterNames
    .filter((name) => isActive(filters, name))
    .map((name) => ({ name, count: matching(all, without(filters, name), today, zone).length }))
    .sort((a, b) => b.count - a.count);
  return drops[0]?.count ? drops[0] : null;
}
