import type { Kysely } from 'kysely';
import type { Database, Tables } from '../state/index.js';
import type { Attempt } from './order.attempt.js';
import type { OrderAttempts } from './order.attempts.js';

export interface NoticesParts {
  readonly database: Database;
  readonly attempts: Pick<OrderAttempts, 'ofIds'>;
}

/** A raised payment that the operator's systems have not heard of yet. */
export interface RaisedNotice {
  /** As it is now: people may have dealt with it meanwhile. */
  readonly attempt: Attempt;
  /** Milliseconds since 1970. */
  readonly raisedAt: number;
  /** How often it was told in vain. */
  readonly tries: number;
}

/** How long telling may take before somebody else tries. */
const tellMs = 60_000;

/** Which raised payments must still be told to the operator's systems. Any number of relays share the work. */
export class RaisedNotices {
  constructor(readonly parts: NoticesParts) {}

  /** Takes up to so many that are due, the longest due first, for this relay alone until it has told them or must have died over it. */
  async takeDue(most: number): Promise<RaisedNotice[]> {
    const { database, attempts } = this.parts;
    const taken = await this.#query
      .with(
        (name) => name('due').materialized(),
        (db) =>
          db
            .selectFrom('raised_notice')
            .select('attempt_id')
            .where('next_try_at', '<=', database.instant())
            .orderBy('next_try_at')
            .limit(most)
            .$if(!database.isEmbedded, (query) => query.forUpdate().skipLocked()),
      )
      .updateTable('raised_notice')
      .set({ next_try_at: database.now(tellMs) })
      .where('attempt_id', 'in', (query) => query.selectFrom('due').select('due.attempt_id'))
      .returningAll()
      .execute();
    const raised = await attempts.ofIds(taken.map(({ attempt_id }) => attempt_id));
    return taken.flatMap(({ attempt_id, raised_at: raisedAt, tries }) => {
      const attempt = raised.find(({ attemptId }) => attemptId === attempt_id);
      return attempt ? { attempt, raisedAt, tries } : [];
    });
  }

  /** It was heard: nobody is told again. */
  async heard({ attempt: { attemptId } }: RaisedNotice): Promise<void> {
    const notices = this.#query.updateTable('raised_notice');
    await notices.set({ next_try_at: null }).where('attempt_id', '=', attemptId).execute();
  }

  /** It was told in vain, and is told again in so long. */
  async putOff({ attempt: { attemptId } }: RaisedNotice, againInMs: number): Promise<void> {
    await this.#query
      .updateTable('raised_notice')
      .set(({ eb }) => ({ tries: eb('tries', '+', 1), next_try_at: this.parts.database.now(againInMs) }))
      .where('attempt_id', '=', attemptId)
      .execute();
  }

  /** How many have not been heard yet. */
  async waiting(): Promise<number> {
    const notices = this.#query.selectFrom('raised_notice').where('next_try_at', 'is not', null);
    return (await notices.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow())
      .count;
  }

  /** Drops what was raised before this instant, told or not. */
  async forgetBefore(instant: number): Promise<void> {
    await this.#query.deleteFrom('raised_notice').where('raised_at', '<', instant).execute();
  }

  get #query(): Kysely<Tables> {
    return this.parts.database.query;
  }
}
