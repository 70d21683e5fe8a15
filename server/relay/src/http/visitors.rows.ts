import { sql } from 'kysely';
import type { Database } from '../state/index.js';

/** What was counted under a key in the minute that is under way. */
export interface Counted {
  readonly meter: string;
  readonly calls: number;
  /** Until the minute ends. */
  readonly leftMs: number;
}

const minuteMs = 60_000;

/** What visitors have cost, shared by all relays of a database. A visitor's minute begins with the first call. */
export class VisitorRows {
  constructor(readonly database: Database) {}

  /** Adds a call to each key, and gives what they have come to. */
  async add(meters: readonly string[]): Promise<Counted[]> {
    const { database } = this;
    const endsAt = database.elapsed(minuteMs);
    // Always in one order: two statements that lock each other's rows would wait for ever.
    const rows = [...meters].sort().map((meter) => ({ meter, calls: 1, ends_at: endsAt }));
    // A minute that ends later than any can was begun by a count that has begun anew since.
    const isOver = sql<boolean>`visitor_calls.ends_at not between ${database.elapsed(1)} and ${endsAt}`;
    const counted = await database.query
      .insertInto('visitor_calls')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('meter').doUpdateSet({
          calls: sql<number>`case when ${isOver} then 1 else visitor_calls.calls + 1 end`,
          ends_at: sql<number>`case when ${isOver} then ${endsAt} else visitor_calls.ends_at end`,
        }),
      )
      .returning(['meter', 'calls', sql<number>`ends_at - ${database.elapsed()}`.as('leftMs')])
      .execute();
    return counted.map(({ meter, calls, leftMs }) => ({ meter, calls, leftMs }));
  }

  /** Takes a call back from each key. */
  async takeBack(meters: readonly string[]): Promise<void> {
    await this.database.query
      .updateTable('visitor_calls')
      .set(({ eb }) => ({ calls: eb('calls', '-', 1) }))
      .where('meter', 'in', [...meters].sort())
      .execute();
  }

  async forgetEnded(): Promise<void> {
    const { database } = this;
    await database.query.deleteFrom('visitor_calls').where('ends_at', '<=', database.elapsed()).execute();
  }
}
