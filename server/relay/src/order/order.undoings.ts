import * as z from 'zod';
import type { Database, PaymentUndoRow } from '../state/index.js';

/**
 * | state | |
 * |---|---|
 * | `asked` | S-360 was asked to cancel the payment, or is about to be; its answer is not known |
 * | `done` | S-360 says that the payment is cancelled |
 * | `refused` | S-360 does not cancel it: for people |
 */
const undoState = z.enum(['asked', 'done', 'refused']);
export type UndoState = z.infer<typeof undoState>;

export interface Undoing {
  readonly state: UndoState;
  /** Milliseconds since 1970. */
  readonly askedAt: number;
}

/** Which payments the relay has asked S-360 to cancel because they were raised: each once. */
export class PaymentUndoings {
  constructor(readonly database: Database) {}

  async of(attemptId: string): Promise<Undoing | undefined> {
    const undoings = this.database.query.selectFrom('payment_undo').selectAll();
    const row = await undoings.where('attempt_id', '=', attemptId).executeTakeFirst();
    return row && toUndoing(row);
  }

  /** Writes down that S-360 is about to be asked. False where it was before, be it by another relay: it must not be asked again. */
  async begin(attemptId: string, askedAt: number): Promise<boolean> {
    const begun = await this.database.query
      .insertInto('payment_undo')
      .values({ attempt_id: attemptId, state: 'asked', asked_at: askedAt })
      .onConflict((conflict) => conflict.doNothing())
      .returning('attempt_id')
      .executeTakeFirst();
    return begun !== undefined;
  }

  /** S-360 has surely not heard of it: it may be asked as if for the first time. */
  async takeBack(attemptId: string): Promise<void> {
    const undoings = this.database.query.deleteFrom('payment_undo');
    await undoings.where('attempt_id', '=', attemptId).where('state', '=', 'asked').execute();
  }

  async end(attemptId: string, state: Exclude<UndoState, 'asked'>): Promise<void> {
    const undoings = this.database.query.updateTable('payment_undo');
    await undoings.set({ state }).where('attempt_id', '=', attemptId).execute();
  }

  /** The ids of the payments that were undone, the last one first. */
  async done(): Promise<string[]> {
    const undoings = this.database.query.selectFrom('payment_undo').select('attempt_id');
    const rows = await undoings.where('state', '=', 'done').orderBy('asked_at', 'desc').execute();
    return rows.map(({ attempt_id }) => attempt_id);
  }

  /** Drops what is done with and was begun before this instant. What people must look at stays. */
  async forgetBefore(instant: number): Promise<void> {
    const undoings = this.database.query.deleteFrom('payment_undo');
    await undoings.where('state', '=', 'done').where('asked_at', '<', instant).execute();
  }
}

/** What a later relay wrote counts as asked: nobody asks S-360 again. */
const toUndoing = ({ state, asked_at: askedAt }: PaymentUndoRow): Undoing => ({
  state: undoState.catch('asked').parse(state),
  askedAt,
});
