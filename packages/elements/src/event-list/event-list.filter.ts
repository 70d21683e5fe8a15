import type { EventList, ProductKind } from '@s360-widgets/contract';
import { dayIn, foldName, namesIn } from '../base/attribute-text.js';
import { addDays, weekdayOf } from '../base/calendar.js';
import { dayOf } from '../base/days.js';
import { warn } from '../base/warn.js';
import { isOnSale } from '../pieces/sale-mark.js';
import type { FilterName, Filters, Listing } from './event-list.listing.js';
import { descriptionOf } from './event-list.search.js';

/** The filters that can be dropped one by one. */
export const filterNames = [
  'text',
  'when',
  'topic',
  'kind',
  'venue',
  'price',
  'available',
] as const satisfies readonly FilterName[];

/** In the order in which they are offered. */
export const productKinds: readonly ProductKind[] = [
  'event',
  'pass',
  'season-ticket',
  'package',
  'service',
  'goods',
  'membership',
];

/** What an event is called, and where it is: the search looks at that first, and then at what it is about. */
const nameOf = ({ event, venue, topic }: Listing) => foldName(`${event.title} ${venue} ${topic}`);

/** What the element's attributes leave over: ids, codes or names, several with commas between; days. As they are written in the page. */
export interface Scope {
  readonly season: string | null;
  readonly topic: string | null;
  readonly venue: string | null;
  readonly product: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** What an event is called, by the attributes that take names. */
const namesOf = {
  season: ({ event }: Listing, { seasons }: EventList) => [
    event.seasonId,
    seasons.find(({ id }) => id === event.seasonId)?.name,
  ],
  topic: ({ event, topic }: Listing) => [event.topicId, topic],
  venue: ({ event, venue }: Listing) => [event.venueId, venue],
  product: ({ event }: Listing) => [event.id, event.code],
} as const;
type Naming = keyof typeof namesOf;

/** The listings within a scope. */
export function scoped(all: readonly Listing[], scope: Scope, list: EventList): Listing[] {
  const [from, to] = [readDay('from', scope.from, list), readDay('to', scope.to, list)];
  const wanted = (Object.keys(namesOf) as Naming[]).map((by) => {
    const names = namesIn(scope[by]);
    if (names.length === 0) return () => true;
    const called = new Map(
      all.map((each) => [each, namesOf[by](each, list).map((name) => foldName(name ?? ''))]),
    );
    const known = new Set([...called.values()].flat());
    for (const name of names) if (!known.has(foldName(name))) warnOnce('oddName', by, name);
    const folded = new Set(names.map(foldName));
    return (each: Listing) => called.get(each)?.some((name) => folded.has(name)) ?? false;
  });
  return all
    .filter((each) => wanted.every((isWanted) => isWanted(each)) && isWithin(each, from, to, list.timeZone))
    .map((each) => playedWithin(each, from, to, list.timeZone));
}

/** Without the performances of other days, which a calendar would show. What is said of the whole run stays. */
function playedWithin(listing: Listing, from: string, to: string, zone: string): Listing {
  if (!from && !to) return listing;
  const performances = listing.event.performances.filter(({ startAt }) =>
    isDayWithin(dayOf(startAt, zone), from, to),
  );
  return { ...listing, event: { ...listing.event, performances } };
}

/** An end that can't be read is open: a shop with too much in it is better than an empty one. */
function readDay(attribute: 'from' | 'to', value: string | null, { timeZone }: EventList): string {
  const day = dayIn(value, timeZone);
  if (day === null) warnOnce('oddDate', attribute, value ?? '');
  return day ?? '';
}

const warned = new Set<string>();

function warnOnce(name: 'oddDate' | 'oddName', attribute: string, value: string): void {
  if (warned.has(attribute + value)) return;
  warned.add(attribute + value);
  warn(name, attribute, value);
}

/** An empty end is open. */
export const isDayWithin = (day: string, from: string, to: string): boolean =>
  (!from || day >= from) && (!to || day <= to);

/** Whether it plays on a day from `from` to `to`; an empty end is open. What has no dates plays on none. */
function isWithin({ starts, firstAt, lastAt }: Listing, from: string, to: string, zone: string): boolean {
  if (!from && !to) return true;
  if (!firstAt && !lastAt) return false;
  if (starts.length) return starts.some((at) => isDayWithin(dayOf(at, zone), from, to));
  const [first, last] = [firstAt ? dayOf(firstAt, zone) : '', lastAt ? dayOf(lastAt, zone) : '~'];
  return (!to || first <= to) && (!from || last >= from);
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

/** Those that are wanted; of what is searched for, first what is called so, and then what is only about it. */
export function matching(all: readonly Listing[], filters: Filters, today: string, zone: string): Listing[] {
  const words = foldName(filters.text ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const isCalledSo = (each: Listing) => words.every((word) => nameOf(each).includes(word));
  const isFound = (each: Listing) =>
    words.every((word) => nameOf(each).includes(word) || descriptionOf(each.event).includes(word));
  const { from, to } = daysOf(filters, today);
  const { topic, venue, kind, price = Number.POSITIVE_INFINITY } = filters;
  const found = all.filter(
    (each) =>
      isFound(each) &&
      isWithin(each, from, to, zone) &&
      (!topic || topic.includes(each.event.topicId ?? '')) &&
      (!kind || kind.includes(each.event.kind)) &&
      (!venue || venue.includes(each.event.venueId ?? '')) &&
      (each.event.priceFromMinor ?? Number.POSITIVE_INFINITY) <= price &&
      (!filters.available || isOnSale(each.event)),
  );
  const first = new Set(found.filter(isCalledSo));
  return [...first, ...found.filter((each) => !first.has(each))];
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
