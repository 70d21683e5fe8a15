import { setTimeout } from 'node:timers/promises';
import { ProblemError } from '@s360-widgets/contract/problem';
import type { Clock, Database } from '../state/index.js';
import { BudgetRows, type NoRoom, type Taken } from './budget.rows.js';
import { isSpaced, marginMs, type BudgetedCall, type BudgetLimits } from './budget.rules.js';
import type { Used } from './budget.standing.js';
import type { Share } from './operation.js';

export interface BudgetParts {
  readonly database: Database;
  readonly limits: BudgetLimits;
  readonly clock: Clock;
  readonly log: { warn(facts: object, message: string): void };
  /** 0 to 1, for the jitter of a pause. */
  readonly random?: () => number;
  /** How long the database may take to say whether there is room. */
  readonly answerMs?: number;
}

/** How long a call waits for room, and who may call that off. */
export interface Patience {
  readonly patienceMs?: number;
  readonly signal?: AbortSignal | undefined;
}

/** Least time between two calls of a method of which S-360 served none: a failing method is not hammered. */
const afterFailureMs = 10_000;
/** The same where S-360 may be at it still, or counts for the method what it does not serve. */
const afterDoubtMs = 60_000;
/** How long a call waits that the database did not answer. */
const silenceMs = 1_000;

/**
 * The call budget of the whole institution, shared by all relays of the database. Counts the calls of the last minute exactly (a
 * sliding window), so that no minute, wherever it starts, sees more than the limit; a bucket that refills would let twice as many
 * through at a turn. The limits are S-360's: 180 a minute, the catalog every 10 minutes, availability every minute, and so many a month.
 */
export class Budget {
  readonly #rows: BudgetRows;
  /** Until when there is no room for a share, by the clock's `elapsed`: a crowd is refused without asking the database. */
  readonly #fullUntil = new Map<Share, number>();
  #turn: Promise<unknown> = Promise.resolve();
  /** The database was asked lately, and did not answer. */
  #silentUntil = 0;
  /** The last month of which it was said that its calls run short. */
  #shortMonth: string | undefined;

  constructor(readonly parts: BudgetParts) {
    this.#rows = new BudgetRows(parts.database, parts.limits);
  }

  /**
   * Takes one call out of the budget, now or as soon as there is room.
   * @throws ProblemError `box-office-busy` with the seconds to wait, where patience could not last until then; also where the database
   * does not answer for so long
   */
  async take(call: BudgetedCall, { patienceMs = 0, signal }: Patience = {}): Promise<Taken> {
    const { clock } = this.parts;
    const until = clock.elapsed() + patienceMs;
    for (;;) {
      const answer = await this.#ask(call);
      if ('callId' in answer) return answer;
      const { waitMs } = answer;
      if (clock.elapsed() + waitMs > until) throw noRoomFor(call, waitMs);
      await clock.wait(waitMs, signal);
    }
  }

  /** The call never reached S-360: it may be tried again without waiting, and costs nothing. */
  giveBack(taken: Taken): Promise<void> {
    this.#fullUntil.clear();
    return this.#note(this.#rows.giveBack(taken));
  }

  /**
   * S-360 served nothing: a fault, a refusal, an error page, an answer cut short. Only what it serves counts for the method's
   * spacing, so the call may be tried again soon; if S-360 counts otherwise, it says so, and `pause` takes over.
   * @param mayBeServed no answer came: S-360 may be at it still, so it is left alone for a minute
   */
  async fail(taken: Taken, mayBeServed = false): Promise<void> {
    const isDoubtful = mayBeServed || this.parts.limits.spacing === 'method';
    await this.#note(this.#rows.leaveAlone(taken, isDoubtful ? afterDoubtMs : afterFailureMs));
  }

  /**
   * S-360 said that it was too much: nothing is sent for a while, longer each time in a row, with jitter; the first pause is
   * shorter than the checkout's patience. A method that has a limit of its own has most likely met that one (asked by somebody else,
   * say): only it waits, and checkout goes on.
   */
  pause(taken: Taken): Promise<void> {
    const { random = Math.random } = this.parts;
    // What was refused does not count for S-360, and its last call may be long ago: worth another try in a minute.
    if (isSpaced(taken.call.operation)) return this.#note(this.#rows.leaveAlone(taken, afterDoubtMs));
    return this.#note(this.#rows.pause(taken, 1 + random() / 2));
  }

  /** S-360 has answered normally. Where it took long, it may have seen the call just now: the spacing counts from then on. */
  async succeed(taken: Taken, tookMs = 0): Promise<void> {
    if (taken.refusals > 0) await this.#note(this.#rows.endRefusals(taken));
    if (tookMs > marginMs) await this.#note(this.#rows.leaveAlone(taken, Number.POSITIVE_INFINITY));
  }

  /** The exchange is over, well or not: the minute counts it from now on. One that is never over counts as long as it may be under way. */
  end(taken: Taken): Promise<void> {
    return this.#note(this.#rows.end(taken));
  }

  /** What the calls have come to. */
  used(): Promise<Used> {
    return this.#rows.used();
  }

  async #ask(call: BudgetedCall): Promise<Taken | NoRoom> {
    const { clock, log } = this.parts;
    const fullMs = (this.#fullUntil.get(call.share) ?? 0) - clock.elapsed();
    if (fullMs > 0) return { waitMs: fullMs, fullMs };
    try {
      const answer = await this.#inTurn(() => this.#inTime(call));
      if ('callId' in answer) this.#tellIfShort(answer);
      else this.#fullUntil.set(call.share, clock.elapsed() + answer.fullMs);
      return answer;
    } catch (error) {
      // A mistake of ours is no silence of the database.
      if (error instanceof TypeError) throw error;
      this.#silentUntil = clock.elapsed() + silenceMs;
      log.warn({ err: error }, 'the call budget could not be asked');
      return { waitMs: silenceMs, fullMs: silenceMs };
    }
  }

  /** One question after the other: together they would take all connections to the database, to wait for each other there. */
  #inTurn<T>(ask: () => Promise<T>): Promise<T> {
    const asking = this.#turn.then(ask);
    this.#turn = asking.catch(() => undefined);
    return asking;
  }

  /** What is taken too late is given back. @throws DatabaseSilent */
  async #inTime(call: BudgetedCall): Promise<Taken | NoRoom> {
    if (this.parts.clock.elapsed() < this.#silentUntil) throw new DatabaseSilent();
    const { answerMs = 5_000 } = this.parts;
    const patience = new AbortController();
    const asking = this.#rows.take(call);
    const late = setTimeout(answerMs, undefined, { signal: patience.signal }).then(() => {
      void this.#giveBackLater(asking);
      throw new DatabaseSilent();
    });
    try {
      return await Promise.race([asking, late]);
    } finally {
      patience.abort();
      late.catch(() => undefined);
    }
  }

  async #giveBackLater(asking: Promise<Taken | NoRoom>): Promise<void> {
    const answer = await asking.catch(() => undefined);
    if (answer && 'callId' in answer) await this.giveBack(answer);
  }

  /** What could not be written down makes the next calls wait longer than they need to, at worst. */
  async #note(writing: Promise<void>): Promise<void> {
    const { log } = this.parts;
    await writing.catch((error: unknown) => log.warn({ err: error }, 'what came of a call was not counted'));
  }

  /** Says once a month that its calls run short. */
  #tellIfShort({ paceMs, day }: Taken): void {
    const month = day.slice(0, 7);
    if (paceMs === 0 || month === this.#shortMonth) return;
    this.#shortMonth = month;
    const facts = { month, callsPerMonth: this.parts.limits.callsPerMonth };
    this.parts.log.warn({ ...facts, everySeconds: Math.ceil(paceMs / 1_000) }, shortMonth);
  }
}

/** As the log and `/readyz` say it. */
export const shortMonth =
  'the calls of the month run short: the catalog and what is left are asked for more rarely';

/** What who calls S-360 needs of the budget. */
export type CallBudget = Pick<Budget, 'take' | 'giveBack' | 'fail' | 'pause' | 'succeed' | 'end'>;

/** The database does not say whether there is room. */
class DatabaseSilent extends Error {
  override readonly name = 'DatabaseSilent';
}

function noRoomFor({ operation }: BudgetedCall, waitMs: number): ProblemError {
  const message = `the call budget has no room for ${operation.name}`;
  return new ProblemError('box-office-busy', { retryAfterSeconds: Math.ceil(waitMs / 1_000) }, { message });
}
