import type { Catalog } from './catalog.model.js';

/** Why an answer of S-360 does not replace the last good catalog, in numbers that an operator can judge by. */
export interface Doubt {
  /** `empty`: nothing that could be sold. `loss`: too much of the last good catalog is not in it any more. */
  readonly reason: 'empty' | 'loss';
  readonly events: number;
  readonly eventsBefore: number;
  /** Of the events, and of the dates and items with a price, that are still to come: the worse of the two. */
  readonly lostPercent: number;
}

/**
 * Looks at a freshly loaded catalog beside the last good one. What is over by now may go; what was to come and is gone, or has
 * lost its prices, counts as lost.
 * @param now milliseconds since 1970
 */
export function doubtOf(
  before: Catalog | undefined,
  catalog: Catalog,
  { now, maxLostPercent }: { now: number; maxLostPercent: number },
): Doubt | undefined {
  const lostPercent = before ? lostOf(before, catalog, now) : 0;
  const facts = { events: catalog.events.size, eventsBefore: before?.events.size ?? 0, lostPercent };
  if (catalog.events.size === 0) return { reason: 'empty', ...facts, lostPercent: 100 };
  return lostPercent > maxLostPercent ? { reason: 'loss', ...facts } : undefined;
}

function lostOf(before: Catalog, after: Catalog, now: number): number {
  const [old, fresh] = [offersOf(before, now), offersOf(after, now)];
  return Math.max(lostShare(old.events, fresh.events), lostShare(old.places, fresh.places));
}

function lostShare(before: ReadonlySet<string>, after: ReadonlySet<string>): number {
  if (before.size === 0) return 0;
  const lost = [...before].filter((id) => !after.has(id)).length;
  return Math.round((lost / before.size) * 1000) / 10;
}

/** What can be offered from now on: the dates to come and items that have a price, and the events with any of them. */
function offersOf({ events }: Catalog, now: number): { events: Set<string>; places: Set<string> } {
  const offers = { events: new Set<string>(), places: new Set<string>() };
  for (const { id, performances, items: all } of events.values()) {
    const dates = performances.filter(
      ({ startAt, seatCategories }) => Date.parse(startAt) > now && seatCategories.length > 0,
    );
    const items = all.filter(
      ({ prices, seatCategories, lastAt }) =>
        prices.length + seatCategories.length > 0 && (lastAt === null || Date.parse(lastAt) > now),
    );
    if (dates.length + items.length > 0) offers.events.add(id);
    for (const date of dates) offers.places.add(date.id);
    for (const item of items) offers.places.add(`item ${item.id}`);
  }
  return offers;
}
