import type { EventList, EventSummary, ProductKind } from '@s360-widgets/contract';

/** An event as the list shows it: with what is still to come. */
export interface Listing {
  readonly event: EventSummary;
  /** First and last start still to come; a pass begins today at the earliest. Null for what has no dates. */
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  /** All starts still to come; none for a pass, which is open from its first to its last day, and for what has no dates. */
  readonly starts: readonly string[];
  readonly dateCount: number;
  readonly venue: string;
  readonly topic: string;
}

export type When = 'today' | 'weekend' | 'week' | 'chosen';

/** What a visitor asked for; what is absent asks for nothing. */
export interface Filters {
  readonly text?: string;
  readonly when?: When;
  /** Days, with `when: 'chosen'`. */
  readonly from?: string;
  readonly to?: string;
  readonly topic?: readonly string[];
  readonly venue?: readonly string[];
  readonly kind?: readonly ProductKind[];
  /** Minor units; at most. */
  readonly price?: number;
  readonly available?: boolean;
}

export type FilterName = 'text' | 'when' | 'topic' | 'venue' | 'kind' | 'price' | 'available';

const weekMs = 604_800_000;
const named = (all: readonly { id: string; name: string }[], id: string | null) =>
  all.find((each) => each.id === id)?.name ?? '';

/** The events of a list that are still to come, by date. */
export const listings = (list: EventList, now: number): Listing[] =>
  list.events
    .flatMap((event) => listing(event, list, now) ?? [])
    .sort((a, b) => rankOf(a, now) - rankOf(b, now));

/** What is open on any day comes after what is on within a week, and what has no dates at the end. */
const rankOf = ({ firstAt, event }: Listing, now: number) =>
  event.kind === 'pass' && firstAt ? Math.max(timeOf(firstAt), now + weekMs) : timeOf(firstAt);

/** Without an end, it is never over. */
const timeOf = (at: string | null | undefined) => (at ? Date.parse(at) : Number.POSITIVE_INFINITY);

function listing(event: EventSummary, list: EventList, now: number): Listing | null {
  const { kind, firstAt, lastAt } = event;
  const starts = event.performances
    .map(({ startAt }) => startAt)
    .filter((at) => timeOf(at) >= now)
    .sort((a, b) => timeOf(a) - timeOf(b));
  const isPass = kind === 'pass';
  if (kind === 'event' ? !starts.length : timeOf(lastAt) < now) return null;
  const passFrom = firstAt && timeOf(firstAt) >= now ? firstAt : new Date(now).toISOString();
  return {
    event,
    firstAt: isPass ? passFrom : (starts[0] ?? null),
    lastAt: isPass ? lastAt : (starts.at(-1) ?? null),
    starts,
    dateCount: starts.length,
    venue: named(list.venues, event.venueId),
    topic: named(list.topics, event.topicId),
  };
}

/** Whether a visitor searches or filters; needs none of the code that does it. */
export const isFiltering = (filters: Filters): boolean => JSON.stringify(filters) !== '{}';
