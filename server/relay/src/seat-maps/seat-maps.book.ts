import { randomInt } from 'node:crypto';
import { CLOSED, FREE, HELD, packStates, type SeatState, TAKEN, toChanges } from '@s360-widgets/seat-codec';

/** In one epoch. */
const mostChanges = 2 ** 20;
/** One of half a milliard; versions stay below 2^49, which the contract's 15 digits hold. */
const newEpoch = () => randomInt(2 ** 29) * mostChanges;

/** What the relay learned of a seat by itself, and when; counts until S-360 is asked after that. */
interface Mark {
  readonly state: SeatState;
  readonly at: number;
}

interface Hold {
  readonly seats: ReadonlySet<number>;
  /** Milliseconds since 1970; infinite while a payment is under way. */
  readonly until: number;
}

/**
 * The seats of one performance, by their place in the plan: what S-360 last said, and over it the baskets of this relay, which are
 * known at once and not a minute later. Counts a version with each change, so that a browser gets only what changed. A version is
 * an epoch of this book's own with a count: that of another book, in this relay or another, means nothing here.
 */
export class SeatBook {
  #epoch = newEpoch();
  #count = 0;
  /** As S-360 says, corrected by marks. */
  #base: Uint8Array;
  readonly #shown: Uint8Array;
  /** The count at which each seat changed last. */
  readonly #changedIn: Uint32Array;
  #marks = new Map<number, Mark>();
  readonly #holds = new Map<string, Hold>();

  constructor(seatCount: number) {
    this.#base = new Uint8Array(seatCount).fill(TAKEN);
    this.#shown = new Uint8Array(seatCount).fill(TAKEN);
    this.#changedIn = new Uint32Array(seatCount);
  }

  get version(): number {
    return this.#epoch + this.#count;
  }

  get hasHolds(): boolean {
    return this.#holds.size > 0;
  }

  stateOf(seat: number): SeatState {
    return (this.#shown[seat] ?? CLOSED) as SeatState;
  }

  /** Takes S-360's answer to a question asked at `askedAt`; what the relay learned since then stays. */
  refresh(states: Uint8Array, askedAt: number): void {
    this.#base = states.slice();
    this.#marks = new Map([...this.#marks].filter(([, mark]) => mark.at >= askedAt));
    for (const [seat, { state }] of this.#marks) this.#base[seat] = state;
    this.#update(this.#base.keys());
  }

  /** S-360 refused to sell these seats. */
  markTaken(seats: readonly number[], now: number): void {
    this.#mark(seats, TAKEN, now);
    this.#update(seats);
  }

  /** An order holds exactly these seats; those that it held before and not now are free again. */
  hold(orderId: string, seats: readonly number[], until: number, now: number): void {
    const before = this.#holds.get(orderId)?.seats ?? new Set<number>();
    const after = new Set(seats);
    if (after.size > 0) this.#holds.set(orderId, { seats: after, until });
    else this.#holds.delete(orderId);
    const released = [...before].filter((seat) => !after.has(seat));
    this.#mark(released, FREE, now);
    this.#update([...released, ...after]);
  }

  /** An order is paid: its seats are gone. */
  sell(orderId: string, seats: readonly number[], now: number): void {
    this.#holds.delete(orderId);
    this.#mark(seats, TAKEN, now);
    this.#update(seats);
  }

  /** Baskets whose time is up hold nothing any more. */
  expire(now: number): void {
    for (const [orderId, { until }] of this.#holds) if (until <= now) this.hold(orderId, [], until, now);
  }

  /** All seats, packed. */
  all(): string {
    return packStates(this.#shown);
  }

  /** Gap and state in turn of the seats that changed since a version; undefined if the version is none of this book's. */
  changesSince(version: number): number[] | undefined {
    const count = version - this.#epoch;
    return count < 0 || count > this.#count ? undefined : toChanges(this.#shown, this.#changedAfter(count));
  }

  *#changedAfter(count: number): Generator<number> {
    for (let seat = 0; seat < this.#changedIn.length; seat++) if (this.#changedIn[seat]! > count) yield seat;
  }

  /** No version from before is known any more. */
  #begin(): void {
    this.#epoch = newEpoch();
    this.#count = 0;
    this.#changedIn.fill(0);
  }

  #mark(seats: Iterable<number>, state: SeatState, at: number): void {
    for (const seat of seats) {
      if (this.#base[seat] === undefined || this.#base[seat] === CLOSED) continue;
      this.#marks.set(seat, { state, at });
      this.#base[seat] = state;
    }
  }

  /** Brings what is shown in step, as one version however many seats changed. */
  #update(seats: Iterable<number>): void {
    const inBaskets = new Set([...this.#holds.values()].flatMap((hold) => [...hold.seats]));
    const next = this.#count + 1;
    let hasChanged = false;
    for (const seat of seats) {
      const state = inBaskets.has(seat) ? HELD : this.#base[seat];
      if (state === undefined || state === this.#shown[seat]) continue;
      this.#shown[seat] = state;
      this.#changedIn[seat] = next;
      hasChanged = true;
    }
    if (hasChanged) this.#count++;
    if (this.#count === mostChanges) this.#begin();
  }
}
