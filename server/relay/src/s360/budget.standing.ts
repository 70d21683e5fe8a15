import { sql, type Kysely } from 'kysely';
import type { BudgetRow, Database, Tables } from '../state/index.js';
import { dayOf, monthOf, paceOf } from './budget.month.js';
import {
  ceilingOf,
  isRefresh,
  minuteMs,
  subjectsOf,
  type BudgetedCall,
  type BudgetLimits,
  type Standing,
} from './budget.rules.js';

export type Query = Kysely<Tables>;

/** What the calls have come to. */
export interface Used {
  readonly today: number;
  readonly thisMonth: number;
  /** Of those that count for the minute now. */
  readonly lastMinute: number;
  /** How long S-360 wants to be left alone still. */
  readonly pausedMs: number;
  /** How far apart the month wants refreshes; 0 = as they come. */
  readonly paceMs: number;
}

/** What a call meets, with the instant as a date. */
export interface Met extends Standing {
  readonly date: number;
  readonly refusals: number;
  /** When the last call was taken; 0 = never. */
  readonly seenAt: number;
}

/** The row of the budget; all relays of the database are one institution's. */
export const budgetId = 'institution';

/** Reads how the institution stands with S-360. */
export class BudgetStanding {
  constructor(
    readonly database: Database,
    readonly limits: BudgetLimits,
  ) {}

  /** What a call would meet now; for whoever is alone with the budget. */
  async of(db: Query, call: BudgetedCall): Promise<Met> {
    const { now, date, oldestAt, ...row } = await this.#look(db, ceilingOf(call.share, this.limits));
    const seenAt = row.seen_at ?? 0;
    if (seenAt > now) {
      await goBack(db, seenAt - now);
      return this.of(db, call);
    }
    return {
      ...{ now, date, oldestAt, seenAt },
      freeAt: await this.#freeAt(db, subjectsOf(call, this.limits)),
      pausedUntil: row.paused_until,
      paymentAt: row.payment_at,
      refreshDueAt: row.refresh_due_at,
      paceMs: await this.#paceOf(db, call, date),
      refusals: row.refusals ?? 0,
    };
  }

  async used(): Promise<Used> {
    const { query } = this.database;
    const row = await budgetRow(query);
    const { now, date } = await query.selectNoFrom(this.#times).executeTakeFirstOrThrow();
    const thisMonth = await usedIn(query, monthOf(date));
    return {
      today: await usedIn(query, dayOf(date)),
      thisMonth,
      lastMinute: await callsSince(query, now - minuteMs),
      pausedMs: Math.max(0, (row?.paused_until ?? now) - now),
      paceMs: paceOf({ used: thisMonth, perMonth: this.limits.callsPerMonth, now: date }),
    };
  }

  /** The row, the time, and when the first of the last so many calls was made, in one statement; null where there is none. */
  #look(db: Query, count: number) {
    const newestFirst = db.selectFrom('call').select('called_at').orderBy('called_at', 'desc');
    const oldest = newestFirst.offset(count - 1).limit(1);
    return db
      .selectFrom(db.selectNoFrom(this.#times).as('time'))
      .leftJoin('budget', (join) => join.on('budget.budget_id', '=', budgetId))
      .select(['time.now', 'time.date', oldest.as('oldestAt')])
      .select(['seen_at', 'paused_until', 'refusals', 'payment_at', 'refresh_due_at'])
      .executeTakeFirstOrThrow();
  }

  get #times() {
    return [this.database.elapsed().as('now'), this.database.now().as('date')] as const;
  }

  async #freeAt(db: Query, subjects: readonly string[]): Promise<number | null> {
    if (subjects.length === 0) return null;
    const spaced = db
      .selectFrom('call_spacing')
      .select(({ fn }) => fn.max<number | null>('free_at').as('at'));
    return (await spaced.where('subject', 'in', subjects).executeTakeFirst())?.at ?? null;
  }

  async #paceOf(db: Query, { share, isPoll }: BudgetedCall, date: number): Promise<number> {
    const { callsPerMonth: perMonth } = this.limits;
    if (perMonth === 0 || isPoll || !isRefresh(share)) return 0;
    return paceOf({ used: await usedIn(db, monthOf(date)), perMonth, now: date });
  }
}

export const budgetRow = (db: Query): Promise<BudgetRow | undefined> =>
  db.selectFrom('budget').selectAll().where('budget_id', '=', budgetId).executeTakeFirst();

async function callsSince(db: Query, instant: number): Promise<number> {
  const calls = db.selectFrom('call').where('called_at', '>', instant);
  return (await calls.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count;
}

/** @param period a day, or the month that its days begin with */
async function usedIn(db: Query, period: string): Promise<number> {
  const days = db.selectFrom('call_day').select('calls').where('day', 'like', `${period}%`);
  return (await days.execute()).reduce((sum, { calls }) => sum + calls, 0);
}

/**
 * The count began anew with the machine, or a server's clock was set back: all instants go along, so that nothing is forgotten and
 * nothing waits for longer than it would have.
 */
async function goBack(db: Query, ms: number): Promise<void> {
  const earlier = (column: string) => sql<number>`${sql.ref(column)} - ${ms}`;
  await db
    .updateTable('budget')
    .set({
      seen_at: earlier('seen_at'),
      paused_at: earlier('paused_at'),
      paused_until: earlier('paused_until'),
      payment_at: earlier('payment_at'),
      refresh_due_at: earlier('refresh_due_at'),
    })
    .execute();
  await db
    .updateTable('call')
    .set({ called_at: earlier('called_at') })
    .execute();
  await db
    .updateTable('call_spacing')
    .set({ free_at: earlier('free_at') })
    .execute();
}
