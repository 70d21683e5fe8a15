import type { Lookup, SoldPerformance } from '../catalog/lookup.js';
import type { Clock } from '../clock.js';

/** Free places of a performance in one seat category and contingent. */
export interface FreeCount {
  seatCategoryId: string;
  contingentId?: string;
  free: number;
}

const FREE = 0;
const TAKEN = 1;

/**
 * Which places are free: seats and zone places of each performance, and visits of each timed pass. Everything here is
 * synchronous, so that looking and taking cannot be torn apart by another call.
 */
export interface Inventory {
  isFree(performance: SoldPerformance, place: number): boolean;
  /** Takes all the places. The caller has checked, in the same turn, that they are free; a taken one throws. */
  take(performance: SoldPerformance, places: readonly number[]): void;
  release(performance: SoldPerformance, places: readonly number[]): void;
  /** Free places by category and contingent. */
  count(performance: SoldPerformance): FreeCount[];
  /** Visits left in a timeslot of a pass; undefined where nothing is counted. */
  visitsLeft(itemId: string, timeslotId: string | undefined): number | undefined;
  takeVisits(itemId: string, timeslotId: string | undefined, quantity: number): void;
  /** When the product's availability last changed, in milliseconds since 1970; undefined if it never did. */
  changedAt(productId: string): number | undefined;
  reset(): void;
}

export function createInventory(lookup: Lookup, clock: Clock): Inventory {
  const states = new Map<string, Uint8Array>();
  const counts = new Map<string, FreeCount[]>();
  const visits = new Map<string, number>();
  const changes = new Map<string, number>();

  function statesOf({ performance, hall }: SoldPerformance): Uint8Array {
    const known = states.get(performance.id);
    if (known) return known;
    const fresh = new Uint8Array(hall.placeCount);
    for (let place = 0; place < fresh.length; place += 1) {
      fresh[place] = lookup.season.isSoldAtStart(performance, place) ? TAKEN : FREE;
    }
    states.set(performance.id, fresh);
    return fresh;
  }

  function set(sold: SoldPerformance, places: readonly number[], state: number): void {
    const all = statesOf(sold);
    for (const place of places) all[place] = state;
    counts.delete(sold.performance.id);
    changes.set(sold.product.id, clock.now());
  }

  function count(sold: SoldPerformance): FreeCount[] {
    const known = counts.get(sold.performance.id);
    if (known) return known;
    const free = new Array<number>(sold.hall.groups.length).fill(0);
    statesOf(sold).forEach((state, place) => {
      const group = sold.hall.groupOf[place] ?? 0;
      if (state === FREE) free[group] = (free[group] ?? 0) + 1;
    });
    const fresh = sold.hall.groups.map((group, index) => ({ ...group, free: free[index] ?? 0 }));
    counts.set(sold.performance.id, fresh);
    return fresh;
  }

  function quotaOf(itemId: string, timeslotId: string | undefined): number | undefined {
    return lookup.items.get(itemId)?.item.timeslots.find((slot) => slot.timeslotId === timeslotId)?.quota;
  }

  return {
    isFree: (performance, place) => statesOf(performance)[place] === FREE,
    take(performance, places) {
      const all = statesOf(performance);
      const taken = places.find((place) => all[place] !== FREE);
      if (taken !== undefined) throw new Error(`place ${taken} of ${performance.performance.id} is not free`);
      set(performance, places, TAKEN);
    },
    release: (performance, places) => set(performance, places, FREE),
    count,
    visitsLeft(itemId, timeslotId) {
      const quota = quotaOf(itemId, timeslotId);
      return quota === undefined ? undefined : quota - (visits.get(`${itemId} ${timeslotId}`) ?? 0);
    },
    takeVisits(itemId, timeslotId, quantity) {
      const key = `${itemId} ${timeslotId}`;
      visits.set(key, (visits.get(key) ?? 0) + quantity);
      const product = lookup.items.get(itemId)?.product;
      if (product) changes.set(product.id, clock.now());
    },
    changedAt: (productId) => changes.get(productId),
    reset() {
      states.clear();
      counts.clear();
      visits.clear();
      changes.clear();
    },
  };
}
