import { ProblemError, type SeatMap, type SeatStates } from '@s360-widgets/contract';
import { CLOSED, FREE, packStates, TAKEN, unpackStates } from '@s360-widgets/seat-codec';
import type { PreparedAnswer } from '../http/index.js';
import type { Order } from '../order/index.js';
import { operations, type ItemHandler, type S360 } from '../s360/index.js';
import { toInstant, type Clock, type SnapshotFile } from '../state/index.js';
import { SeatBook } from './seat-maps.book.js';
import { seatList, toFreeSeat } from './seat-maps.mapping.js';
import type { PlanSeats, SeatPlans } from './seat-maps.plans.js';

/** The catalog as seat maps need it. */
export interface SeatCatalog {
  /** Undefined where the catalog has no such performance. */
  hallOf(
    performanceId: string,
  ): { logicalConfigurationId: string; seatCategoryIds: readonly string[] } | undefined;
  seatMapOf(performanceId: string, language: string): Omit<SeatMap, 'planHash' | 'states'> | undefined;
}

export interface SeatMapsParts {
  readonly s360: S360;
  readonly clock: Clock;
  readonly plans: SeatPlans;
  readonly catalog: SeatCatalog;
  readonly pointOfSale: { get(): { readonly posId: string } };
  /** Where the seats of a performance are kept for the next start: S-360 may not be asked again within a minute. */
  savedSeats(performanceId: string): SnapshotFile;
  readonly log: { warn(facts: object, message: string): void };
}

/** S-360's limit for one performance. */
const refreshMs = 60_000;
/** Older than this is shown as stale; and a visitor who comes when nobody looked for so long waits for news. */
const staleMs = 120_000;
/** A performance that nobody looks at is forgotten. */
const idleMs = 1_800_000;

/** A performance that someone looks at, or that some basket holds seats of. */
interface Watched {
  readonly seats: PlanSeats;
  readonly book: SeatBook;
  /** When S-360 was last asked with success; 0 = never. */
  asOf: number;
  /** When S-360 was last asked at all, by the clock's `elapsed`: its limit counts failures too. */
  triedAt: number;
  /** The last try. */
  hasFailed: boolean;
  /** By the clock's `elapsed`. */
  lookedAt: number;
  refreshing: Promise<void> | undefined;
}

/** Seat maps: plans from files, states from S-360 and from the baskets of this relay. */
export class SeatMaps {
  readonly #watched = new Map<string, Promise<Watched | undefined>>();
  /** The same once they are open. */
  readonly #opened = new Map<string, Watched>();
  /** Which performances each order held seats of when it was last seen. */
  readonly #seen = new Map<string, ReadonlySet<string>>();

  constructor(readonly parts: SeatMapsParts) {}

  /** @throws ProblemError `not-found` for a hash of no plan */
  async plan(hash: string): Promise<PreparedAnswer> {
    const answer = await this.parts.plans.answer(hash);
    if (!answer) throw new ProblemError('not-found');
    return answer;
  }

  /** All but the plan itself. @throws ProblemError `not-found` if the performance has no plan, or is none */
  async map(performanceId: string, language: string): Promise<SeatMap> {
    const words = this.parts.catalog.seatMapOf(performanceId, language);
    if (!words) throw new ProblemError('not-found');
    const states = await this.states(performanceId);
    return { ...words, planHash: states.planHash, states };
  }

  /**
   * What became of the seats: all, or what changed since a version that this relay gave out.
   * @throws ProblemError `not-found` if the performance has no plan, or is none; S-360's trouble only if it never answered
   */
  async states(performanceId: string, since?: number): Promise<SeatStates> {
    const watched = await this.#watch(performanceId);
    if (!watched) throw new ProblemError('not-found');
    const now = this.parts.clock.now();
    watched.lookedAt = this.parts.clock.elapsed();
    await this.#keepFresh(performanceId, watched);
    const { book, seats, asOf, hasFailed } = watched;
    book.expire(this.parts.clock.now());
    const changes = since === undefined ? undefined : book.changesSince(since);
    return {
      performanceId,
      planHash: seats.hash,
      version: book.version,
      asOf: toInstant(asOf),
      stale: hasFailed || now - asOf > staleMs,
      all: changes ? null : book.all(),
      changes: changes ?? [],
    };
  }

  /** Whether all seats stand in the performance's plan; undefined if it has none. */
  async hasSeats(performanceId: string, seatIds: readonly string[]): Promise<boolean | undefined> {
    const watched = await this.#watch(performanceId);
    return watched && seatIds.every((seatId) => watched.seats.indexOf(seatId) !== undefined);
  }

  /** S-360 refused these seats to one of this relay's visitors: the others see it at once. */
  async markTaken(performanceId: string, seatIds: readonly string[]): Promise<void> {
    const watched = await this.#watched.get(performanceId);
    watched?.book.markTaken(indexes(watched.seats, seatIds), this.parts.clock.now());
  }

  /** An order was read: its seats are in someone's basket, sold, or free again; where nobody can tell, they stay what they were. */
  async follow(order: Order): Promise<void> {
    if (order.state === 'unclear') return;
    const byPerformance = seatsByPerformance(order);
    const performanceIds = new Set([...byPerformance.keys(), ...(this.#seen.get(order.orderId) ?? [])]);
    if (order.state === 'open' || order.state === 'paying')
      this.#seen.set(order.orderId, new Set(byPerformance.keys()));
    else this.#seen.delete(order.orderId);
    for (const performanceId of performanceIds) {
      const watched = await this.#watch(performanceId);
      if (watched) this.#take(order, watched, byPerformance.get(performanceId) ?? []);
    }
  }

  /** Puts one order's seats of one performance into its book. */
  #take(order: Order, { book, seats }: Watched, seatIds: readonly string[]): void {
    const now = this.parts.clock.now();
    const own = indexes(seats, seatIds);
    if (order.state === 'completed') book.sell(order.orderId, own, now);
    else if (order.state === 'ended') book.hold(order.orderId, [], 0, now);
    else {
      const isPaying = order.state === 'paying' || !order.expiresAt;
      book.hold(order.orderId, own, isPaying ? Number.POSITIVE_INFINITY : Date.parse(order.expiresAt), now);
    }
  }

  /** The performance's book, opened at first need; undefined if it has no plan. */
  #watch(performanceId: string): Promise<Watched | undefined> {
    const known = this.#watched.get(performanceId);
    if (known) return known;
    const hall = this.parts.catalog.hallOf(performanceId);
    if (!hall || !this.parts.plans.has(hall.logicalConfigurationId)) return Promise.resolve(undefined);
    const opening = this.#open(performanceId, hall.logicalConfigurationId);
    this.#watched.set(performanceId, opening);
    opening.catch(() => this.#watched.delete(performanceId));
    return opening;
  }

  async #open(performanceId: string, logicalConfigurationId: string): Promise<Watched | undefined> {
    this.#forgetIdle();
    const seats = await this.parts.plans.seatsOf(logicalConfigurationId);
    if (!seats) return undefined;
    const { clock } = this.parts;
    const now = clock.now();
    const book = new SeatBook(seats.seatCount);
    const asOf = await this.#recall(performanceId, seats, book);
    const watched: Watched = {
      seats,
      book,
      asOf,
      triedAt: clock.elapsed() - (now - asOf),
      hasFailed: false,
      lookedAt: clock.elapsed(),
      refreshing: undefined,
    };
    this.#opened.set(performanceId, watched);
    return watched;
  }

  /** Takes what was kept before the last stop, if it is of the same plan, and gives its age; 0 = there is nothing. */
  async #recall(performanceId: string, seats: PlanSeats, book: SeatBook): Promise<number> {
    const saved = await this.parts.savedSeats(performanceId).read();
    const [planHash, packed] = saved?.records ?? [];
    if (!saved || planHash !== seats.hash || typeof packed !== 'string') return 0;
    const asOf = Date.parse(saved.savedAt);
    book.refresh(unpackStates(packed, seats.seatCount), asOf);
    return asOf;
  }

  /** Loss of this file costs a minute after a restart, so a failure is only logged. */
  async #save(performanceId: string, { seats, asOf }: Watched, states: Uint8Array): Promise<void> {
    const records = [seats.hash, packStates(states)];
    await this.parts
      .savedSeats(performanceId)
      .write(toInstant(asOf), records)
      .catch((error: unknown) => this.parts.log.warn({ performanceId, err: error }, 'seats not saved'));
  }

  /** Asks S-360 at most once a minute, one at a time, and lets a visitor wait only where there is nothing recent to show. */
  async #keepFresh(performanceId: string, watched: Watched): Promise<void> {
    const now = this.parts.clock.now();
    const elapsed = this.parts.clock.elapsed();
    if (!watched.refreshing && elapsed - watched.triedAt >= refreshMs) {
      watched.triedAt = elapsed;
      watched.refreshing = this.#refresh(performanceId, watched, now).finally(() => {
        watched.refreshing = undefined;
      });
    }
    const refreshing = watched.refreshing?.catch((error: unknown) => {
      if (watched.asOf === 0) throw error;
    });
    if (now - watched.asOf > staleMs) await refreshing;
    if (watched.asOf === 0) throw new ProblemError('box-office-busy', { retryAfterSeconds: 10 });
  }

  /** Reads all free seats, item by item: a stadium's answer is 20 MB and never in memory as a whole. */
  async #refresh(performanceId: string, watched: Watched, askedAt: number): Promise<void> {
    const states = this.#nothingFree(performanceId, watched.seats);
    try {
      const pointOfSalesId = this.parts.pointOfSale.get().posId;
      const args = { pointOfSalesId, performanceId };
      const take: ItemHandler = (item) => {
        const seat = watched.seats.indexOf(toFreeSeat(item) ?? '');
        if (seat !== undefined) states[seat] = FREE;
      };
      // The budget may count its minute a moment later than this clock does.
      const options = { patienceMs: 1_000 };
      const items = { [seatList]: take };
      await this.parts.s360.stream(operations.getSeatsAvailability, args, items, options);
      watched.book.refresh(states, askedAt);
      watched.asOf = this.parts.clock.now();
      watched.hasFailed = false;
      void this.#save(performanceId, watched, states);
    } catch (error) {
      watched.hasFailed = true;
      this.parts.log.warn({ performanceId, err: error }, 'seats could not be read');
      // A first visitor may try again before a minute is over: nothing was shown yet.
      if (watched.asOf === 0) watched.triedAt = Number.NEGATIVE_INFINITY;
      throw error;
    }
  }

  /** Seats of categories that the performance does not sell are not for sale; the others are taken until S-360 lists them. */
  #nothingFree(performanceId: string, seats: PlanSeats): Uint8Array {
    const sold = new Set(this.parts.catalog.hallOf(performanceId)?.seatCategoryIds);
    return new Uint8Array(seats.seatCount).map((_, seat) =>
      sold.has(seats.categoryOf(seat)) ? TAKEN : CLOSED,
    );
  }

  /** Done when another performance is opened; a basket keeps its performance in memory. */
  #forgetIdle(): void {
    const elapsed = this.parts.clock.elapsed();
    for (const [performanceId, { lookedAt, book }] of this.#opened) {
      if (elapsed - lookedAt <= idleMs || book.hasHolds) continue;
      this.#opened.delete(performanceId);
      this.#watched.delete(performanceId);
    }
  }
}

/** Seats that the plan does not have are left out: S-360 sells some that nobody drew. */
const indexes = ({ indexOf }: PlanSeats, seatIds: readonly string[]): number[] =>
  seatIds.map(indexOf).filter((seat) => seat !== undefined);

function seatsByPerformance({ lines }: Order): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { performanceId, tickets } of lines) {
    const seatIds = tickets.flatMap(({ seat }) => (seat ? [seat.seatId] : []));
    if (performanceId && seatIds.length > 0) found.set(performanceId, seatIds);
  }
  return found;
}
