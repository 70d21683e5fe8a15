import { CLOSED, FREE, TAKEN } from '@s360-widgets/seat-codec';
import { ProblemError } from '@s360-widgets/contract';
import { operations, type ItemOf, type S360 } from '../s360/index.js';
import type { Clock, Database } from '../state/index.js';
import type { SeatBook } from './seat-maps.book.js';
import { toFreeSeat } from './seat-maps.mapping.js';
import type { PlanSeats } from './seat-maps.plans.js';
import { isBusy } from './seat-maps.questions.js';
import { SeatRows } from './seat-maps.rows.js';

export interface SeatReaderParts {
  readonly s360: S360;
  readonly database: Database;
  readonly clock: Clock;
  readonly pointOfSale: { get(): { readonly posId: string } };
  readonly log: { warn(facts: object, message: string): void };
}

/** A performance that someone looks at, or that some basket holds seats of. */
export interface Watched {
  readonly performanceId: string;
  readonly seats: PlanSeats;
  readonly book: SeatBook;
  /** Categories that the performance sells now. */
  readonly soldCategories: () => readonly string[];
  /** When S-360 was last asked with success: milliseconds since 1970; 0 = never. */
  asOf: number;
  /** The last try. */
  hasFailed: boolean;
  /** When somebody looked, and when what other relays have heard was looked at: by the clock's `elapsed`. */
  lookedAt: number;
  followedAt: number;
}

/** What another relay has heard is shown after so long. */
const followMs = 1_000;
/** Another relay asks, and somebody waits for what it hears. */
const [lookAgainMs, mostLooks] = [500, 8];

/** Brings books up to date: from S-360, which is asked by one relay of all, and from what that one has written down. */
export class SeatReader {
  readonly #rows: SeatRows;

  constructor(readonly parts: SeatReaderParts) {
    this.#rows = new SeatRows(parts.database);
  }

  /** Takes what any relay has heard, at most once a second. */
  async follow(watched: Watched): Promise<void> {
    const elapsed = this.parts.clock.elapsed();
    if (elapsed - watched.followedAt < followMs) return;
    watched.followedAt = elapsed;
    const answer = await this.#rows.newer(watched.performanceId, watched.seats, watched.asOf);
    if (!answer || answer.asOf <= watched.asOf) return;
    watched.book.refresh(answer.states, answer.asOf);
    watched.asOf = answer.asOf;
    watched.hasFailed = false;
  }

  /**
   * Asks S-360, unless another relay does or has in the last minute: then what that one hears is taken.
   * @throws ProblemError `box-office-busy` where there is no call left, or the database does not say whether there is
   */
  async ask(watched: Watched): Promise<void> {
    const { performanceId, seats, book } = watched;
    const isOurs = await this.#rows.claim(performanceId, seats).catch(() => {
      throw new ProblemError('box-office-busy');
    });
    if (!isOurs) return this.#await(watched);
    const asOf = this.parts.clock.now();
    try {
      const states = await this.#read(watched);
      book.refresh(states, asOf);
      Object.assign(watched, { asOf, hasFailed: false });
      await this.#save(watched, states);
    } catch (error) {
      await this.#rows.release(performanceId).catch(() => undefined);
      if (!isBusy(error)) this.#fail(watched, error);
      throw error;
    }
  }

  /** Drops what nobody has looked at for days. */
  forgetOld(): Promise<void> {
    return this.#rows.forgetOld(this.parts.clock.now());
  }

  /** Other relays ask for themselves then. */
  async #save({ performanceId, seats, asOf }: Watched, states: Uint8Array): Promise<void> {
    const saving = this.#rows.write(performanceId, seats, { states, asOf });
    await saving.catch((error: unknown) =>
      this.parts.log.warn({ performanceId, err: error }, 'seats not saved'),
    );
  }

  #fail(watched: Watched, error: unknown): void {
    watched.hasFailed = true;
    const { performanceId } = watched;
    this.parts.log.warn({ performanceId, err: error }, 'seats could not be read');
  }

  /** Where nothing is known yet, as long as somebody waits for it. */
  async #await(watched: Watched): Promise<void> {
    for (let looks = 0; looks < mostLooks; looks++) {
      await this.follow(watched);
      if (watched.asOf > 0) return;
      await this.parts.clock.wait(lookAgainMs);
    }
  }

  /** Reads all free seats, item by item: a stadium's answer is 20 MB and never in memory as a whole. */
  async #read({ performanceId, seats, soldCategories, asOf }: Watched): Promise<Uint8Array> {
    const states = nothingFree(seats, new Set(soldCategories()));
    const take = (item: ItemOf<'getSeatsAvailability'>) => {
      const seat = seats.indexOf(toFreeSeat(item) ?? '');
      if (seat !== undefined) states[seat] = FREE;
    };
    const args = { pointOfSalesId: this.parts.pointOfSale.get().posId, performanceId };
    const share = asOf === 0 ? 'seats' : 'seats-again';
    await this.parts.s360.stream(operations.getSeatsAvailability, args, take, { share });
    return states;
  }
}

/** Seats of categories that the performance does not sell are not for sale; the others are taken until S-360 lists them. */
function nothingFree(seats: PlanSeats, sold: ReadonlySet<string>): Uint8Array {
  return new Uint8Array(seats.seatCount).map((_, seat) =>
    sold.has(seats.categoryOf(seat)) ? TAKEN : CLOSED,
  );
}
