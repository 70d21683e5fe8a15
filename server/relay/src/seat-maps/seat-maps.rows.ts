import { packStates, unpackStates } from '@s360-widgets/seat-codec';
import type { Database } from '../state/index.js';
import type { PlanSeats } from './seat-maps.plans.js';

/** S-360's limit for one performance, and a second for two calls that travel at different speeds. */
const spacingMs = 61_000;
/** What was not asked about for so long is dropped. */
const oldMs = 2 * 24 * 3_600_000;

/** The seats of a performance as S-360 has said them. */
export interface SeatAnswer {
  /** One byte a seat, in the order of the plan. */
  readonly states: Uint8Array;
  /** When S-360 was asked: milliseconds since 1970. */
  readonly asOf: number;
}

/** What S-360 has said last of each performance, to whichever relay, and which relay asks next. */
export class SeatRows {
  constructor(readonly database: Database) {}

  /** What was said after an instant, if it is of this plan. */
  async newer(performanceId: string, plan: PlanSeats, asOf: number): Promise<SeatAnswer | undefined> {
    const row = await this.database.query
      .selectFrom('seat_state')
      .select(['states', 'as_of'])
      .where('performance_id', '=', performanceId)
      .where('plan_hash', '=', plan.hash)
      .where('as_of', '>', asOf)
      .executeTakeFirst();
    return row && { states: unpackStates(row.states, plan.seatCount), asOf: row.as_of };
  }

  /** Whether S-360 may be asked now; no other relay asks within the minute then. */
  async claim(performanceId: string, plan: PlanSeats): Promise<boolean> {
    const { database } = this;
    const claimed = await database.query
      .insertInto('seat_state')
      .values({
        ...{ performance_id: performanceId, plan_hash: plan.hash, states: '', as_of: 0 },
        next_at: database.elapsed(spacingMs),
      })
      .onConflict((conflict) =>
        conflict
          .column('performance_id')
          .doUpdateSet({ next_at: database.elapsed(spacingMs) })
          .where((or) =>
            or.or([
              or('seat_state.next_at', '<=', database.elapsed()),
              // From before the count began anew.
              or('seat_state.next_at', '>', database.elapsed(spacingMs)),
            ]),
          ),
      )
      .returning('performance_id')
      .executeTakeFirst();
    return claimed !== undefined;
  }

  /** S-360 was not asked, or did not answer: another try may follow. */
  async release(performanceId: string): Promise<void> {
    const { database } = this;
    const rows = database.query.updateTable('seat_state').set({ next_at: database.elapsed() });
    await rows.where('performance_id', '=', performanceId).execute();
  }

  /** For all relays, and for the next start. An older answer replaces no newer one. */
  async write(performanceId: string, { hash }: PlanSeats, { states, asOf }: SeatAnswer): Promise<void> {
    const answer = { plan_hash: hash, states: packStates(states), as_of: asOf };
    await this.database.query
      .updateTable('seat_state')
      .set(answer)
      .where('performance_id', '=', performanceId)
      .where('as_of', '<', asOf)
      .execute();
  }

  /** @param now milliseconds since 1970 */
  async forgetOld(now: number): Promise<void> {
    const rows = this.database.query.deleteFrom('seat_state');
    await rows
      .where('as_of', '>', 0)
      .where('as_of', '<', now - oldMs)
      .execute();
  }
}
