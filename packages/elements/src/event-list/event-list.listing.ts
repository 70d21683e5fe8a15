import type { EventList, EventSummary } from '@s360-widgets/contract';
import { dayOf } from '../base/days.js';

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

/** What the element's attributes leave over. Ids, codes or names, several with commas between. */
export interface Scope {
  readonly season: string;
  readonly topic: string;
  readonly venue: string;
  readonly product: string;
  readonly from: string;
  readonly to: string;
}

const named = (all: readonly { id: string; name: string }[], id: string | null) =>
  all.find((each) => each.id === id)?.name ?? '';

/** The events of a list that are still to come and within the scope, by date. */
export function listings(list: EventList, scope: Scope, now: number): Listing[] {
  const isWanted = (wanted: string, ...names: (string | null)[]) =>
    !wanted ||
    wanted.split(',').some((each) => names.some((name) => name?.toLowerCase() === each.trim().toLowerCase()));
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
  const today = new Date(now).toISOString();
  return {
    event,
    firstAt: isPass ? (isToCome(event.firstAt) ? event.firstAt : today) : (starts[0] ?? null),
    lastAt: isPass ? event.lastAt : (starts.at(-1) ?? null),
    days: starts.map((at) => dayOf(at, list.timeZone)),
    dateCount: starts.length,
    venue: named(list.venues, event.venueId),
    topic: named(list.topics, event.topicId),
  };
}

/** Whether it plays on a day from `from` to `to`; an empty end is open. */
export function isWithin(
  { days, firstAt, lastAt }: Listing,
  from: string,
  to: string,
  zone: string,
): boolean {
  if (!from && !to) return true;
  const isIn = (first: string, last: string) => (!to || first <= to) && (!from || last >= from);
  if (days.length) return days.some((day) => isIn(day, day));
  return isIn(firstAt ? dayOf(firstAt, zone) : '', lastAt ? dayOf(lastAt, zone) : '~');
}
