import { AsyncResource } from 'node:async_hooks';
import { ProblemError } from '@s360-widgets/contract';
import type { Clock } from '../state/index.js';

/** A performance of which somebody wants to know more. */
export interface Question {
  readonly performanceId: string;
  /** When S-360 was last asked about it: milliseconds since 1970; 0 = never. */
  asOf(): number;
  /** Asks S-360. @throws ProblemError `box-office-busy` where the calls of this minute are used up */
  ask(): Promise<void>;
}

interface Waiting {
  readonly question: Question;
  /** How often it was looked at since it was last asked about. */
  looks: number;
  /** By the clock's `elapsed`. */
  lookedAt: number;
  readonly answered: Promise<void>;
  settle(outcome: Promise<void>): void;
}

/** Answers may take seconds, and one that is slow should not hold up all others. */
const mostAtOnce = 4;
/** After there was no room for a question, as long as that says, within these bounds: soon another one may be the next. */
const [leastPauseMs, mostPauseMs] = [1_000, 5_000];
/** What was never asked about counts as so old: a first look comes before a map that is known, unless a crowd waits for that. */
const neverMs = 3_600_000;
/** Who looks on asks again four times as often. */
const goneMs = 60_000;

/** What S-360 is asked about next, where it may not be asked about all: what is looked at most and is oldest. */
export class SeatQuestions {
  readonly #waiting = new Map<string, Waiting>();
  readonly #asked = new Map<string, Promise<void>>();
  #isPaused = false;
  /** The last question had to be put off: one is enough to find out when there is room again. */
  #isFull = false;

  constructor(readonly clock: Pick<Clock, 'now' | 'elapsed' | 'wait'>) {}

  /** Puts the question, or joins it. The promise has the outcome of asking, whenever its turn comes. */
  put(question: Question): Promise<void> {
    const { performanceId } = question;
    const asked = this.#asked.get(performanceId);
    if (asked) return asked;
    const waiting = this.#waiting.get(performanceId) ?? waitingFor(question);
    waiting.looks++;
    waiting.lookedAt = this.clock.elapsed();
    this.#waiting.set(performanceId, waiting);
    this.#goOn();
    return waiting.answered;
  }

  #goOn(): void {
    while (!this.#isPaused && this.#asked.size < (this.#isFull ? 1 : mostAtOnce)) {
      const next = this.#next();
      if (!next) return;
      this.#waiting.delete(next.question.performanceId);
      void this.#ask(next);
    }
  }

  #next(): Waiting | undefined {
    let best: Waiting | undefined;
    for (const [performanceId, waiting] of this.#waiting) {
      if (this.clock.elapsed() - waiting.lookedAt > goneMs) this.#waiting.delete(performanceId);
      else if (!best || this.#weight(waiting) > this.#weight(best)) best = waiting;
    }
    return best;
  }

  #weight({ question, looks }: Waiting): number {
    const asOf = question.asOf();
    return looks * (asOf === 0 ? neverMs : Math.min(neverMs, this.clock.now() - asOf));
  }

  async #ask(waiting: Waiting): Promise<void> {
    const { performanceId, ask } = waiting.question;
    this.#asked.set(performanceId, waiting.answered);
    const outcome = ask();
    const error = await outcome.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    this.#asked.delete(performanceId);
    this.#isFull = isBusy(error);
    if (isBusy(error)) {
      this.#waiting.set(performanceId, waiting);
      void this.#pause((error.details.retryAfterSeconds ?? 0) * 1_000);
    } else {
      waiting.settle(outcome);
      this.#goOn();
    }
  }

  async #pause(ms: number): Promise<void> {
    if (this.#isPaused) return;
    this.#isPaused = true;
    await this.clock.wait(Math.min(mostPauseMs, Math.max(leastPauseMs, ms)));
    this.#isPaused = false;
    this.#goOn();
  }
}

function waitingFor(question: Question): Waiting {
  let settle: Waiting['settle'] = () => undefined;
  const answered = new Promise<void>((resolve) => {
    settle = resolve;
  });
  // Who looks may be gone when the answer comes.
  answered.catch(() => undefined);
  // The call counts for the visitor who was the first to look, whoever's question went before.
  const ask = AsyncResource.bind(() => question.ask());
  return { question: { ...question, ask }, looks: 0, lookedAt: 0, answered, settle };
}

/** The calls of this minute are used up. */
export const isBusy = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.code === 'box-office-busy';
