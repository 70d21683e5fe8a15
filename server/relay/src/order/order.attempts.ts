import { sql, type Kysely } from 'kysely';
import type { AttemptRow, Database, Tables } from '../state/index.js';
import type { Attempt, AttemptState, NewAttempt, RaisedReason, StartedPayment } from './order.attempt.js';
import { toAttempt, toColumns, toRow } from './order.attempt.rows.js';

export interface AttemptsParts {
  readonly database: Database;
  readonly log: { error(facts: object, message: string): void };
}

/** What a move changes. What is left out stays. */
export interface AttemptMove {
  readonly state?: AttemptState;
  readonly payment?: StartedPayment;
  readonly decidedAt?: number;
  readonly reason?: RaisedReason;
  /** When the relay looks again by itself, from now; null: never. */
  readonly lookInMs?: number | null;
}

/** Somebody else has moved the attempt: what was known of it is no longer true, and nothing was changed. */
export class AttemptMoved extends Error {
  constructor({ attemptId }: Attempt) {
    super(`attempt ${attemptId} was moved by somebody else`);
    this.name = 'AttemptMoved';
  }
}

/** How the payments stand, all together. */
export interface AttemptCount {
  of(...states: readonly AttemptState[]): number;
  /** Milliseconds since 1970; null for none. */
  readonly oldestUndecidedAt: number | null;
}

/** Why a visitor's page is a reason to look. */
export type LookReason = 'asked' | 'reported';
const lookColumns = { asked: 'looked_at', reported: 'reported_at' } as const;

/** How long one look may take before somebody else takes the attempt up. */
const lookMs = 120_000;
const firstLookMs = 5_000;

/** The attempts to pay orders. Each is changed by who knows its last change, and by nobody else. */
export class OrderAttempts {
  constructor(readonly parts: AttemptsParts) {}

  /** All of an order, the first one first. */
  async ofOrder(orderId: string): Promise<Attempt[]> {
    const attempts = this.#query.selectFrom('attempt').selectAll();
    return this.#readable(await attempts.where('order_id', '=', orderId).orderBy('no').execute());
  }

  /** Those of these ids that there are, in no order. */
  async ofIds(attemptIds: readonly string[]): Promise<Attempt[]> {
    if (attemptIds.length === 0) return [];
    const attempts = this.#query.selectFrom('attempt').selectAll();
    return this.#readable(await attempts.where('attempt_id', 'in', attemptIds).execute());
  }

  /** Writes an attempt down. Undefined where another one of the same order is under way, be it at another relay. */
  async begin(fresh: NewAttempt): Promise<Attempt | undefined> {
    const no = sql<number>`(select coalesce(max(no), 0) + 1 from attempt where order_id = ${fresh.orderId})`;
    const inserted = await this.#query
      .insertInto('attempt')
      .values({ ...toRow(fresh), no, next_look_at: this.parts.database.now(firstLookMs) })
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst();
    return inserted && toAttempt(inserted);
  }

  /** @throws AttemptMoved where somebody else was first */
  async move(
    attempt: Attempt,
    { state, payment, decidedAt, reason, lookInMs }: AttemptMove,
    db: Kysely<Tables> = this.#query,
  ): Promise<Attempt> {
    const moved = await db
      .updateTable('attempt')
      .set(({ eb }) => ({
        version: eb('version', '+', 1),
        ...(state && { state, looks: 0 }),
        ...(payment && toColumns(payment)),
        ...(decidedAt !== undefined && { decided_at: decidedAt }),
        ...(reason && { reason }),
        ...(lookInMs !== undefined && { next_look_at: this.#in(lookInMs) }),
      }))
      .where('attempt_id', '=', attempt.attemptId)
      .where('version', '=', attempt.version)
      .returningAll()
      .executeTakeFirst();
    const now = moved && toAttempt(moved);
    if (!now) throw new AttemptMoved(attempt);
    return now;
  }

  /**
   * Leaves an attempt to people, and notes in the same stroke that the operator's systems must be told.
   * @throws AttemptMoved where somebody else was first
   */
  raise(
    attempt: Attempt,
    move: Required<Pick<AttemptMove, 'reason' | 'decidedAt' | 'lookInMs'>>,
  ): Promise<Attempt> {
    const { database } = this.parts;
    return database.transaction(async (db) => {
      const raised = await this.move(attempt, { ...move, state: 'raised' }, db);
      const notice = { raised_at: database.now(), tries: 0, next_try_at: database.now() };
      await db
        .insertInto('raised_notice')
        .values({ attempt_id: attempt.attemptId, ...notice })
        .execute();
      return raised;
    });
  }

  /**
   * Whether so long has passed since the last look for the same reason.
   * @param reason a page that asks, or what a page reports: the two do not count for each other
   */
  async isLookDue({ attemptId }: Attempt, everyMs: number, reason: LookReason): Promise<boolean> {
    const column = lookColumns[reason];
    const due = await this.#query
      .selectFrom('attempt')
      .select('attempt_id')
      .where('attempt_id', '=', attemptId)
      .where(({ or, eb }) =>
        or([eb(column, 'is', null), eb(column, '<=', this.parts.database.now(-everyMs))]),
      )
      .executeTakeFirst();
    return due !== undefined;
  }

  /** A look was made, and has decided nothing. */
  async noteLook({ attemptId }: Attempt, reason: LookReason): Promise<void> {
    const now = this.parts.database.now();
    const looked = reason === 'reported' ? { looked_at: now, reported_at: now } : { looked_at: now };
    await this.#query.updateTable('attempt').set(looked).where('attempt_id', '=', attemptId).execute();
  }

  /**
   * Takes up to so many whose turn it is, the longest due first, for this relay alone: nobody else is given them until they are put
   * off, or until the relay must have died over them.
   */
  async takeDue(most: number): Promise<Attempt[]> {
    const { database } = this.parts;
    const taken = await this.#query
      .with(
        (name) => name('due').materialized(),
        (db) =>
          db
            .selectFrom('attempt')
            .select('attempt_id')
            .where('next_look_at', '<=', database.instant())
            .orderBy('next_look_at')
            .limit(most)
            .$if(!database.isEmbedded, (query) => query.forUpdate().skipLocked()),
      )
      .updateTable('attempt')
      .set({ next_look_at: database.now(lookMs) })
      .where('attempt_id', 'in', (query) => query.selectFrom('due').select('due.attempt_id'))
      .returningAll()
      .execute();
    return this.#readable(taken);
  }

  /** The relay has looked at an attempt that is as it was, and looks again in so long; null: never. */
  async putOff({ attemptId, version }: Attempt, lookInMs: number | null): Promise<void> {
    await this.#query
      .updateTable('attempt')
      .set(({ eb }) => ({ looks: eb('looks', '+', 1), next_look_at: this.#in(lookInMs) }))
      .where('attempt_id', '=', attemptId)
      .where('version', '=', version)
      .execute();
  }

  /** Those that people must look at, the oldest first. */
  async raised(): Promise<Attempt[]> {
    const attempts = this.#query.selectFrom('attempt').selectAll();
    return this.#readable(await attempts.where('state', '=', 'raised').orderBy('started_at').execute());
  }

  /** People have dealt with what was raised. False where no such attempt is. */
  async settle(attemptId: string): Promise<boolean> {
    const settled = await this.#query
      .updateTable('attempt')
      .set(({ eb }) => ({ state: 'settled', version: eb('version', '+', 1), next_look_at: null }))
      .where('attempt_id', '=', attemptId)
      .where('state', '=', 'raised')
      .returning('attempt_id')
      .executeTakeFirst();
    return settled !== undefined;
  }

  /** How many there are in each state, and since when the oldest undecided one is. */
  async count(): Promise<AttemptCount> {
    const rows = await this.#query
      .selectFrom('attempt')
      .select(({ fn }) => ['state', fn.countAll<number>().as('count'), fn.min('started_at').as('oldestAt')])
      .groupBy('state')
      .execute();
    const rowOf = (state: AttemptState) => rows.find((row) => row.state === state);
    const undecided = [rowOf('intent'), rowOf('begun')].flatMap((row) => row?.oldestAt ?? []);
    return {
      of: (...states) => states.reduce((sum, state) => sum + (rowOf(state)?.count ?? 0), 0),
      oldestUndecidedAt: undecided.length > 0 ? Math.min(...undecided) : null,
    };
  }

  /** Drops what was begun before this instant and is done with. What is raised stays. */
  async forgetBefore(instant: number): Promise<void> {
    await this.#query
      .deleteFrom('attempt')
      .where('started_at', '<', instant)
      .where('state', 'in', ['paid', 'refused', 'cancelled', 'expired', 'void', 'settled'])
      .where('next_look_at', 'is', null)
      .execute();
  }

  get #query(): Kysely<Tables> {
    return this.parts.database.query;
  }

  #in(ms: number | null) {
    return ms === null ? null : this.parts.database.now(ms);
  }

  /** What can't be read stays where it is: a later relay wrote it, and will read it. */
  #readable(rows: readonly AttemptRow[]): Attempt[] {
    return rows.flatMap((row) => {
      const attempt = toAttempt(row);
      if (attempt) return attempt;
      const { attempt_id: attemptId, order_id: orderId, state } = row;
      this.parts.log.error({ attemptId, orderId, state }, 'this version of the relay can not read a payment');
      return [];
    });
  }
}
