import { ProblemError, type SeatMap, type SeatStates } from '@s360-widgets/contract';
import type { PreparedAnswer } from '../http/index.js';
import type { Order } from '../order/index.js';
import { toInstant } from '../state/index.js';
import { SeatBook } from './seat-maps.book.js';
import type { PlanSeats, SeatPlans } from './seat-maps.plans.js';
import { SeatQuestions } from './seat-maps.questions.js';
import { SeatReader, type SeatReaderParts, type Watched } from './seat-maps.reader.js';

/** The catalog as seat maps need it. */
export interface SeatCatalog {
  /** Undefined where the catalog has no such performance. */
  hallOf(
    performanceId: string,
  ): { logicalConfigurationId: string; seatCategoryIds: readonly string[] } | undefined;
  seatMapOf(performanceId: string, language: string): Omit<SeatMap, 'planHash' | 'states'> | undefined;
}

export interface SeatMapsParts extends SeatReaderParts {
  readonly plans: SeatPlans;
  readonly catalog: SeatCatalog;
}

/** S-360's limit for one performance. */
const refreshMs = 60_000;
/** Older than this is shown as stale; and a visitor who comes when nobody looked for so long waits for news. */
const staleMs = 120_000;
/** How long a visitor waits for news. The question is asked all the same, for whoever looks next. */
const patienceMs = 4_000;
/** A performance that nobody looks at is forgotten. */
const idleMs = 1_800_000;

/**
 * Seat maps: plans from files, states from S-360, shared by all relays, and from the baskets of this relay. To look never fails for want of
 * calls: what is known is shown, with its age.
 */
export class SeatMaps {
  readonly #watched = new Map<string, Promise<Watched | undefined>>();
  /** The same once they are open. */
  readonly #opened = new Map<string, Watched>();
  /** Which performances each order held seats of when it was last seen. */
  readonly #seen = new Map<string, ReadonlySet<string>>();
  readonly #reader: SeatReader;
  readonly #questions: SeatQuestions;

  constructor(readonly parts: SeatMapsParts) {
    this.#reader = new SeatReader(parts);
    this.#questions = new SeatQuestions(parts.clock);
  }

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
   * What became of the seats: all, or what changed since a version that this relay gave out. Where S-360 had no call left yet, nothing is
   * known of them, which `asOf` tells.
   * @throws ProblemError `not-found` if the performance has no plan, or is none; S-360's trouble only if it never answered
   */
  async states(performanceId: string, since?: number): Promise<SeatStates> {
    const watched = await this.#watch(performanceId);
    if (!watched) throw new ProblemError('not-found');
    const now = this.parts.clock.now();
    watched.lookedAt = this.parts.clock.elapsed();
    await this.#keepFresh(watched);
    const { book, seats, asOf, hasFailed } = watched;
    book.expire(this.parts.clock.now());
    const changes = since === undefined ? undefined : book.changesSince(since);
    return {
      performanceId,
      planHash: seats.hash,
      version: book.version,
      asOf: asOf === 0 ? null : toInstant(asOf),
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
    const watched: Watched = {
      ...{ performanceId, seats, book: new SeatBook(seats.seatCount) },
      soldCategories: () => this.parts.catalog.hallOf(performanceId)?.seatCategoryIds ?? [],
      ...{ asOf: 0, hasFailed: false },
      lookedAt: this.parts.clock.elapsed(),
      followedAt: Number.NEGATIVE_INFINITY,
    };
    this.#opened.set(performanceId, watched);
    return watched;
  }

  /** Has S-360 asked at most once a minute, and lets a visitor wait only where there is nothing recent to show. */
  async #keepFresh(watched: Watched): Promise<void> {
    const { clock } = this.parts;
    // Where the database does not answer, what is known is shown on.
    await this.#reader.follow(watched).catch(() => undefined);
    const age = clock.now() - watched.asOf;
    if (age < refreshMs) return;
    const { performanceId } = watched;
    const asking = this.#questions.put({
      performanceId,
      asOf: () => watched.asOf,
      ask: () => this.#reader.ask(watched),
    });
    if (age <= staleMs) return void asking.catch(() => undefined);
    const inTime = new AbortController();
    try {
      await Promise.race([asking, clock.wait(patienceMs, inTime.signal)]);
    } catch (error) {
      if (watched.asOf === 0) throw error;
    } finally {
      inTime.abort();
    }
  }

  /** Done when another performance is opened; a basket keeps its performance in memory. */
  #forgetIdle(): void {
    void this.#reader.forgetOld().catch(() => undefined);
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
