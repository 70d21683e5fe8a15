import { randomUUID } from 'node:crypto';
import type { BudgetRow, Database } from '../state/index.js';
import { dayOf } from './budget.month.js';
import {
  fullFor,
  isRefresh,
  minuteMs,
  spacingOf,
  subjectsOf,
  waitFor,
  type BudgetedCall,
  type BudgetLimits,
} from './budget.rules.js';
import { budgetId, budgetRow, BudgetStanding, type Met, type Query, type Used } from './budget.standing.js';

/** A call that was taken out of the budget. */
export interface Taken {
  readonly call: BudgetedCall;
  readonly callId: string;
  /** By the database's even count. */
  readonly takenAt: number;
  /** `2026-12-05` */
  readonly day: string;
  /** How often in a row S-360 had said before that it was too much. */
  readonly refusals: number;
  /** How far apart the month wants refreshes; 0 = as they come. */
  readonly paceMs: number;
}

/** There is no room for a call. */
export interface NoRoom {
  /** Until there may be some. */
  readonly waitMs: number;
  /** Until there may be some for any call of the share; 0 or less = there is. */
  readonly fullMs: number;
}

/** Any number will do, so long as it is always the same. */
const budgetLock = 360_360_003;
const longestPauseMs = 120_000;
/** Days are kept for more than a year, for whoever asks what was used. */
const keepDaysMs = 400 * 24 * 3_600_000;

/** The budget as rows, which all relays of the database share and any restart finds again. One relay takes at a time. */
export class BudgetRows {
  readonly #standing: BudgetStanding;

  constructor(
    readonly database: Database,
    readonly limits: BudgetLimits,
  ) {
    this.#standing = new BudgetStanding(database, limits);
  }

  take(call: BudgetedCall): Promise<Taken | NoRoom> {
    return this.database.alone(budgetLock, async (db) => {
      const met = await this.#standing.of(db, call);
      const waitMs = waitFor(call.share, met);
      if (waitMs > 0) return { waitMs, fullMs: fullFor(call.share, met) };
      const { now: takenAt, date, refusals, paceMs } = met;
      const taken = { call, callId: randomUUID(), takenAt, day: dayOf(date), refusals, paceMs };
      await this.#write(db, taken, met);
      return taken;
    });
  }

  /** Nothing was sent: all is as it was before the call was taken. */
  async giveBack({ call, callId, day }: Taken): Promise<void> {
    await this.database.alone(budgetLock, async (db) => {
      await db.deleteFrom('call').where('call_id', '=', callId).execute();
      await db
        .updateTable('call_day')
        .set(({ eb }) => ({ calls: eb('calls', '-', 1) }))
        .where('day', '=', day)
        .execute();
      const subjects = subjectsOf(call, this.limits);
      if (subjects.length > 0) await db.deleteFrom('call_spacing').where('subject', 'in', subjects).execute();
    });
  }

  /** What the call asked about may be asked about again in so long, or in its usual time where that is less. */
  async leaveAlone({ call }: Taken, ms: number): Promise<void> {
    if (subjectsOf(call, this.limits).length === 0) return;
    await this.database.alone(budgetLock, (db) => this.#space(db, call, Math.min(spacingOf(call), ms)));
  }

  /** The exchange is over: S-360 has seen the call by now, and sees it no more. */
  async end({ callId }: Taken): Promise<void> {
    const calls = this.database.query.updateTable('call').set({ called_at: this.database.elapsed() });
    await calls.where('call_id', '=', callId).execute();
  }

  /**
   * S-360 said that it was too much: nothing is sent for a while, longer each time in a row. What was on its way when a pause began
   * makes it no longer.
   * @param jitter 1 or a little more
   */
  pause({ takenAt }: Taken, jitter: number): Promise<void> {
    const { database } = this;
    return database.alone(budgetLock, async (db) => {
      const row = await budgetRow(db);
      if (!row || (row.paused_at !== null && takenAt <= row.paused_at)) return;
      const ms = Math.round(Math.min(3_000 * 2 ** row.refusals, longestPauseMs) * jitter);
      const pause = { paused_at: database.elapsed(), paused_until: database.elapsed(ms) };
      await db
        .updateTable('budget')
        .set({ ...pause, refusals: row.refusals + 1 })
        .execute();
    });
  }

  /** S-360 has served a call that was sent after its last "too much". */
  async endRefusals({ takenAt }: Taken): Promise<void> {
    const budget = this.database.query.updateTable('budget').set({ refusals: 0 });
    await budget.where('paused_at', '<', takenAt).execute();
  }

  used(): Promise<Used> {
    return this.#standing.used();
  }

  async #write(db: Query, { call, callId, takenAt, day }: Taken, met: Met): Promise<void> {
    if (isAnotherMinute(met.seenAt, takenAt)) await this.#forgetBefore(db, takenAt);
    // Until the exchange is over S-360 may see the call at any time, though its relay dies meanwhile.
    const seenBy = takenAt + call.operation.deadlineMs;
    await db.insertInto('call').values({ call_id: callId, called_at: seenBy }).execute();
    await this.#space(db, call, spacingOf(call));
    await this.#countDay(db, day);
    const last = {
      seen_at: takenAt,
      ...(call.share === 'payment' && { payment_at: takenAt }),
      ...(isRefresh(call.share) && { refresh_due_at: Math.max(met.refreshDueAt ?? 0, takenAt) + met.paceMs }),
    };
    await db
      .insertInto('budget')
      .values({ ...untouched, ...last })
      .onConflict((conflict) => conflict.column('budget_id').doUpdateSet(last))
      .execute();
  }

  /** What counts for nobody any more. */
  async #forgetBefore(db: Query, now: number): Promise<void> {
    await db
      .deleteFrom('call')
      .where('called_at', '<=', now - minuteMs)
      .execute();
    await db.deleteFrom('call_spacing').where('free_at', '<=', now).execute();
  }

  /** The first call of a day takes out days that nobody asks about any more. */
  async #countDay(db: Query, day: string): Promise<void> {
    const { calls } = await db
      .insertInto('call_day')
      .values({ day, calls: 1 })
      .onConflict((conflict) =>
        conflict.column('day').doUpdateSet(({ eb }) => ({ calls: eb('call_day.calls', '+', 1) })),
      )
      .returning('calls')
      .executeTakeFirstOrThrow();
    if (calls > 1) return;
    const oldest = dayOf(Date.parse(day) - keepDaysMs);
    await db.deleteFrom('call_day').where('day', '<', oldest).execute();
  }

  async #space(db: Query, call: BudgetedCall, ms: number): Promise<void> {
    const rows = subjectsOf(call, this.limits).map((subject) => ({
      subject,
      free_at: this.database.elapsed(ms),
    }));
    if (rows.length === 0) return;
    await db
      .insertInto('call_spacing')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('subject').doUpdateSet(({ ref }) => ({ free_at: ref('excluded.free_at') })),
      )
      .execute();
  }
}

const isAnotherMinute = (one: number, other: number): boolean =>
  Math.floor(one / minuteMs) !== Math.floor(other / minuteMs);

/** Before the first call. */
const untouched: BudgetRow = {
  budget_id: budgetId,
  seen_at: 0,
  paused_at: null,
  paused_until: null,
  refusals: 0,
  payment_at: null,
  refresh_due_at: null,
};
