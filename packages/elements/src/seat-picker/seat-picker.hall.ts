import { leadPrice } from '@s360-widgets/contract/lead-price';
import type { SeatMapData } from '@s360-widgets/store';
import {
  applyChanges,
  CLOSED,
  decodePlan,
  FREE,
  isAccessible,
  isBeside,
  type Plan,
  unpackStates,
} from '@s360-widgets/seat-map';
import { type PriceLetter, priceLetters } from '../styles/prices.js';

/** One entry of the legend: everything that costs the same at the full tariff. */
export interface Price {
  readonly amountMinor: number;
  /** Its colour on the price ramp; beyond six prices, some share one. */
  readonly letter: PriceLetter;
  /** The plan's categories (indices) at this price. */
  readonly categories: ReadonlySet<number>;
}

/**
 * A performance's seats as the picker works with them: where they stand, what they cost, what became of them. Seats
 * change in place, since a stadium has 60,000; `revision` counts the changes.
 */
export class Hall {
  readonly plan: Plan;
  readonly states: Uint8Array;
  /** Dearest first. */
  readonly prices: readonly Price[];
  /** Index into `prices` of each of the plan's categories; −1 for one that this performance does not sell. */
  readonly priceOfCategory: readonly number[];
  revision = 0;

  #data: SeatMapData;
  #told: number;
  #counts: Uint32Array | undefined;

  constructor(data: SeatMapData) {
    this.#data = data;
    this.plan = decodePlan(data.plan);
    const amounts = this.plan.categories.map((id) => this.#leadPrice(id));
    this.prices = legend(amounts);
    this.priceOfCategory = amounts.map((amount) =>
      this.prices.findIndex(({ amountMinor }) => amountMinor === amount),
    );
    this.states = new Uint8Array(this.plan.size);
    this.#read(data.seatMap.states);
    this.#told = 0;
    this.follow(data);
  }

  get seatMap(): SeatMapData['seatMap'] {
    return this.#data.seatMap;
  }

  /** When S-360 was last asked, null where it has not said anything yet, and whether that failed since. */
  get asked(): { asOf: string | null; stale: boolean } {
    return this.#data.updates.at(-1) ?? this.seatMap.states;
  }

  /** S-360 has said what became of the seats. Else none of them can be chosen, nor called sold. */
  get isKnown(): boolean {
    return this.asked.asOf !== null;
  }

  /** Nothing is free, or nobody knows whether it is. */
  get isDoubtful(): boolean {
    return this.asked.stale || !this.prices.some((_, price) => this.free(-1, price) > 0);
  }

  /** Whether these are other news of the same seats, to be followed; otherwise a new hall is due. */
  isOf({ seatMap, plan }: SeatMapData): boolean {
    return seatMap === this.#data.seatMap && plan === this.#data.plan;
  }

  /** Takes in what the store has heard since. Returns the seats that changed. */
  follow(data: SeatMapData): number[] {
    const isContinued = data.updates[0] === this.#data.updates[0] || this.#told === 0;
    const news = isContinued ? data.updates.slice(this.#told) : data.updates;
    const changed = news.flatMap((states) => this.#read(states));
    this.#data = data;
    this.#told = data.updates.length;
    if (changed.length > 0) this.#changed();
    return changed;
  }

  /** Notes what the relay has said outside of the states: these seats are no longer free. */
  mark(seats: readonly number[], state: number): void {
    for (const seat of seats) this.states[seat] = state;
    this.#changed();
  }

  readonly isFree = (seat: number): boolean => this.states[seat] === FREE;

  /** Free, and neither a wheelchair space nor a companion's seat. */
  readonly isForAll = (seat: number): boolean => this.isFree(seat) && !isAccessible(this.plan, seat);

  /** Whether a seat has one of the pressed prices (indices); none pressed = any. */
  isAt(seat: number, pressed: ReadonlySet<number>): boolean {
    return pressed.size === 0 || pressed.has(this.priceOfCategory[this.plan.category[seat]!]!);
  }

  /** Undefined where a seat is not sold. */
  priceOf(seat: number): Price | undefined {
    return this.prices[this.priceOfCategory[this.plan.category[seat]!]!];
  }

  /** Free seats of a section at a price (index), or of all sections with −1. */
  free(section: number, price: number): number {
    this.#counts ??= this.#count();
    return this.#counts[(section + 1) * this.prices.length + price]!;
  }

  /** Free seats of some sections, at each price that is left and not filtered out. */
  left(sections: Iterable<number>, pressed: ReadonlySet<number>): { count: number; prices: Price[] } {
    const all = [...sections];
    let count = 0;
    const prices = this.prices.filter((_, price) => {
      if (pressed.size > 0 && !pressed.has(price)) return false;
      const free = all.reduce((sum, section) => sum + this.free(section, price), 0);
      count += free;
      return free > 0;
    });
    return { count, prices };
  }

  /** The stretch of seats side by side around a seat for which `isFit` holds: first and last. */
  stretch(seat: number, isFit: (seat: number) => boolean): [number, number] {
    let [first, last] = [seat, seat];
    while (first > 0 && isBeside(this.plan, first - 1, first) && isFit(first - 1)) first--;
    while (isBeside(this.plan, last, last + 1) && isFit(last + 1)) last++;
    return [first, last];
  }

  /** Undefined where nothing is for sale to everyone. */
  #leadPrice(categoryId: string): number | undefined {
    const { seatCategories, tariffs } = this.seatMap;
    const prices = seatCategories.find(({ id }) => id === categoryId)?.prices ?? [];
    return leadPrice(tariffs, prices)?.amountMinor;
  }

  /** What has no price here is closed, whatever its state. */
  #read({ all, changes }: SeatMapData['seatMap']['states']): number[] {
    const { plan, states } = this;
    let changed: number[];
    if (all === null) changed = applyChanges(states, changes);
    else {
      const told = unpackStates(all, plan.size);
      changed = [];
      for (let seat = 0; seat < plan.size; seat++) if (told[seat] !== states[seat]) changed.push(seat);
      states.set(told);
    }
    for (const seat of all === null ? changed : plan.x.keys())
      if (this.priceOfCategory[plan.category[seat]!] === -1) states[seat] = CLOSED;
    return changed;
  }

  #changed(): void {
    this.revision++;
    this.#counts = undefined;
  }

  #count(): Uint32Array {
    const { plan, states, prices } = this;
    const counts = new Uint32Array((plan.sections.length + 1) * prices.length);
    for (let seat = 0; seat < plan.size; seat++) {
      if (states[seat] !== FREE) continue;
      const price = this.priceOfCategory[plan.category[seat]!]!;
      counts[price]!++;
      counts[(plan.sectionOf[seat]! + 1) * prices.length + price]!++;
    }
    return counts;
  }
}

function legend(amounts: readonly (number | undefined)[]): Price[] {
  const known = amounts.filter((amount) => amount !== undefined);
  const distinct = [...new Set(known)].sort((a, b) => b - a);
  const letters = priceLetters(distinct.length);
  return distinct.map((amountMinor, k) => ({
    amountMinor,
    letter: letters[k]!,
    categories: new Set([...amounts.keys()].filter((category) => amounts[category] === amountMinor)),
  }));
}
