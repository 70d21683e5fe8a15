import {
  heldIn,
  type Lookup,
  type SoldComposed,
  type SoldLine,
  type SoldPerformance,
} from '../catalog/lookup.js';
import type { Clock } from '../clock.js';
import type { Tour } from '../season/season.types.js';

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
export class Inventory {
  readonly #states = new Map<string, Uint8Array>();
  readonly #counts = new Map<string, FreeCount[]>();
  readonly #visits = new Map<string, number>();
  readonly #changes = new Map<string, number>();

  constructor(
    private readonly lookup: Lookup,
    private readonly clock: Clock,
  ) {}

  isFree(sold: SoldPerformance, place: number): boolean {
    return this.#statesOf(sold)[place] === FREE;
  }

  /** The same question for many places of one performance. */
  freePlaces(sold: SoldPerformance): (place: number) => boolean {
    const states = this.#statesOf(sold);
    return (place) => states[place] === FREE;
  }

  /** Takes all the places. The caller has checked, in the same turn, that they are free; a taken one throws. */
  take(sold: SoldPerformance, places: readonly number[]): void {
    const states = this.#statesOf(sold);
    const taken = places.find((place) => states[place] !== FREE);
    if (taken !== undefined) throw new Error(`place ${taken} of ${sold.performance.id} is not free`);
    this.#set(sold, places, TAKEN);
  }

  release(sold: SoldPerformance, places: readonly number[]): void {
    this.#set(sold, places, FREE);
  }

  /** Free places by category and contingent. */
  count(sold: SoldPerformance): FreeCount[] {
    const known = this.#counts.get(sold.performance.id);
    if (known) return known;
    const free = new Array<number>(sold.hall.groups.length).fill(0);
    this.#statesOf(sold).forEach((state, place) => {
      const group = sold.hall.groupOf[place] ?? 0;
      if (state === FREE) free[group] = (free[group] ?? 0) + 1;
    });
    const fresh = sold.hall.groups.map((group, index) => ({ ...group, free: free[index] ?? 0 }));
    this.#counts.set(sold.performance.id, fresh);
    return fresh;
  }

  /** What is left of an item or of a composed product, or in one of its timeslots; undefined where nothing is counted. */
  visitsLeft(itemId: string, timeslotId: string | undefined): number | undefined {
    const item = this.lookup.items.get(itemId)?.item;
    const quota =
      timeslotId === undefined
        ? (item?.itemPrices[0]?.quota ?? this.lookup.composed.get(itemId)?.item.quota)
        : item?.timeslots.find((slot) => slot.timeslotId === timeslotId)?.quota;
    return quota === undefined ? undefined : quota - (this.#visits.get(`${itemId} ${timeslotId}`) ?? 0);
  }

  /** The same for one of the guided visits of a timeslot; undefined where it is not given. */
  toursLeft(itemId: string, timeslotId: string | undefined, tour: Tour): number | undefined {
    const slot = this.lookup.items.get(itemId)?.item.timeslots.find((one) => one.timeslotId === timeslotId);
    const given = slot?.tours?.find((one) => isSameTour(one, tour));
    return given && given.quota - (this.#visits.get(tourKey(itemId, timeslotId, tour)) ?? 0);
  }

  /** A negative quantity gives visits back. */
  takeVisits(itemId: string, timeslotId: string | undefined, quantity: number, tour?: Tour): void {
    const keys = [`${itemId} ${timeslotId}`, ...(tour ? [tourKey(itemId, timeslotId, tour)] : [])];
    for (const key of keys) this.#visits.set(key, (this.#visits.get(key) ?? 0) + quantity);
    const product = (this.lookup.items.get(itemId) ?? this.lookup.composed.get(itemId))?.product;
    if (product) this.#changes.set(product.id, this.clock.now());
  }

  /** When the product's availability last changed, in milliseconds since 1970; undefined if it never did. A composed product's does with what it holds. */
  changedAt(productId: string): number | undefined {
    const product = this.lookup.products.get(productId);
    const held = product ? heldIn(product).map((line) => line.productId) : [];
    const changes = [productId, ...held].flatMap((id) => this.#changes.get(id) ?? []);
    return changes.length > 0 ? Math.max(...changes) : undefined;
  }

  /** How many of a composed product could be sold: as many as each of its lines has parts for, and never more than there are to sell. */
  composedLeft({ item, lines }: SoldComposed): number {
    const left = this.visitsLeft(item.itemId, undefined) ?? Number.POSITIVE_INFINITY;
    const parts = lines.map((line) => Math.floor(this.#leftOfLine(line) / line.quantity));
    return Math.max(0, Math.min(left, ...parts));
  }

  /** Everything as it was at the season's start. */
  reset(): void {
    for (const memory of [this.#states, this.#counts, this.#visits, this.#changes]) memory.clear();
  }

  /** Of a line as a whole, one for each place that is free on all its performances; of N at choice, what the N with most have. */
  #leftOfLine({ performances, items, choiceQuantity }: SoldLine): number {
    const counts = [
      ...performances.map((sold) => this.count(sold).reduce((sum, group) => sum + group.free, 0)),
      ...items.map(({ item }) => this.visitsLeft(item.itemId, undefined) ?? Number.POSITIVE_INFINITY),
    ].sort((a, b) => b - a);
    const enough = counts[choiceQuantity - 1] ?? 0;
    const isWhole = choiceQuantity === counts.length && performances.length > 0;
    return isWhole ? Math.min(enough, this.#freeEverywhere(performances)) : enough;
  }

  /** Hall by hall, since a place is one of its hall: the hall that has least counts. */
  #freeEverywhere(performances: readonly SoldPerformance[]): number {
    const halls = [...new Set(performances.map(({ hall }) => hall))];
    const counts = halls.map((hall) => {
      const frees = performances.filter((sold) => sold.hall === hall).map((sold) => this.freePlaces(sold));
      let count = 0;
      for (let place = 0; place < hall.placeCount; place += 1)
        if (frees.every((isFree) => isFree(place))) count += 1;
      return count;
    });
    return counts.length > 0 ? Math.min(...counts) : 0;
  }

  #statesOf({ performance, hall }: SoldPerformance): Uint8Array {
    const known = this.#states.get(performance.id);
    if (known) return known;
    const fresh = new Uint8Array(hall.placeCount);
    for (let place = 0; place < fresh.length; place += 1) {
      fresh[place] = this.lookup.season.isSoldAtStart(performance, place) ? TAKEN : FREE;
    }
    this.#states.set(performance.id, fresh);
    return fresh;
  }

  #set(sold: SoldPerformance, places: readonly number[], state: number): void {
    const states = this.#statesOf(sold);
    for (const place of places) states[place] = state;
    this.#counts.delete(sold.performance.id);
    this.#changes.set(sold.product.id, this.clock.now());
  }
}

const isSameTour = (one: Tour, other: Tour): boolean =>
  one.languageCode === other.languageCode && one.themeId === other.themeId;

const tourKey = (itemId: string, timeslotId: string | undefined, { languageCode, themeId }: Tour): string =>
  `${itemId} ${timeslotId} ${languageCode} ${themeId}`;
