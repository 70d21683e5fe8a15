/** What became of a seat, as the contract's seat states count it. */
export const free = 0;
export const taken = 1;
export const held = 2;
export const notForSale = 3;
export type SeatState = typeof free | typeof taken | typeof held | typeof notForSale;

/** States as they travel: 2 bits a seat, four a byte, the first in the lowest bits; base64. */
export function pack(states: Uint8Array): string {
  const bytes = Buffer.alloc(Math.ceil(states.length / 4));
  states.forEach((state, seat) => {
    bytes[seat >> 2] = (bytes[seat >> 2] ?? 0) | (state << ((seat & 3) * 2));
  });
  return bytes.toString('base64');
}

/** One state a seat, 0 to 3, from base64 of four seats a byte, the first in the lowest bits. Seats beyond the text are 0. */
export function unpack(packed: string, seatCount: number): Uint8Array {
  const bytes = Buffer.from(packed, 'base64');
  return new Uint8Array(seatCount).map((_, seat) => ((bytes[seat >> 2] ?? 0) >> ((seat & 3) * 2)) & 3);
}

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
 * known at once and not a minute later. Counts a version with each change, so that a browser gets only what changed.
 */
export class SeatBook {
  /** Counts on from the moment of creation, so that a version of an earlier book is never taken for one of this. */
  #version: number;
  readonly #firstVersion: number;
  /** As S-360 says, corrected by marks. */
  #base: Uint8Array;
  readonly #shown: Uint8Array;
  /** The version in which each seat changed last, counted from the first. */
  readonly #changedIn: Uint32Array;
  #marks = new Map<number, Mark>();
  readonly #holds = new Map<string, Hold>();

  constructor(seatCount: number, now: number) {
    this.#version = now;
    this.#firstVersion = now;
    this.#base = new Uint8Array(seatCount).fill(taken);
    this.#shown = new Uint8Array(seatCount).fill(taken);
    this.#changedIn = new Uint32Array(seatCount);
  }

  get version(): number {
    return this.#version;
  }

  get hasHolds(): boolean {
    return this.#holds.size > 0;
  }

  stateOf(seat: number): SeatState {
    return (this.#shown[seat] ?? notForSale) as SeatState;
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
    this.#mark(seats, taken, now);
    this.#update(seats);
  }

  /** An order holds exactly these seats; those that it held before and not now are free again. */
  hold(orderId: string, seats: readonly number[], until: number, now: number): void {
    const before = this.#holds.get(orderId)?.seats ?? new Set<number>();
    const after = new Set(seats);
    if (after.size > 0) this.#holds.set(orderId, { seats: after, until });
    else this.#holds.delete(orderId);
    const released = [...before].filter((seat) => !after.has(seat));
    this.#mark(released, free, now);
    this.#update([...released, ...after]);
  }

  /** An order is paid: its seats are gone. */
  sell(orderId: string, seats: readonly number[], now: number): void {
    this.#holds.delete(orderId);
    this.#mark(seats, taken, now);
    this.#update(seats);
  }

  /** Baskets whose time is up hold nothing any more. */
  expire(now: number): void {
    for (const [orderId, { until }] of this.#holds) if (until <= now) this.hold(orderId, [], until, now);
  }

  /** All seats, packed. */
  all(): string {
    return pack(this.#shown);
  }

  /** Gap and state in turn of the seats that changed since a version; undefined if the version is none of this book's. */
  changesSince(version: number): number[] | undefined {
    if (version < this.#firstVersion || version > this.#version) return undefined;
    const known = version - this.#firstVersion;
    const changes: number[] = [];
    let last = -1;
    this.#changedIn.forEach((changedIn, seat) => {
      if (changedIn <= known) return;
      changes.push(seat - last, this.#shown[seat] ?? notForSale);
      last = seat;
    });
    return changes;
  }

  #mark(seats: Iterable<number>, state: SeatState, at: number): void {
    for (const seat of seats) {
      if (this.#base[seat] === undefined || this.#base[seat] === notForSale) continue;
      this.#marks.set(seat, { state, at });
      this.#base[seat] = state;
    }
  }

  /** Brings what is shown in step, as one version however many seats changed. */
  #update(seats: Iterable<number>): void {
    const inBaskets = new Set([...this.#holds.values()].flatMap((hold) => [...hold.seats]));
    const next = this.#version - this.#firstVersion + 1;
    let hasChanged = false;
    for (const seat of seats) {
      const state = inBaskets.has(seat) ? held : this.#base[seat];
      if (state === undefined || state === this.#shown[seat]) continue;
      this.#shown[seat] = state;
      this.#changedIn[seat] = next;
      hasChanged = true;
    }
    if (hasChanged) this.#version++;
  }
}
