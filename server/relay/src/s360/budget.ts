import { ProblemError } from '@s360-widgets/contract/problem';
import type { Clock } from '../state/clock.js';
import type { Operation, Share } from './operation.js';

/**
 * How much of a minute's calls may be gone before a share must leave the rest to those above it. What is above the checkout's
 * ceiling is for finishing what was paid, and nothing else can touch it.
 */
const ceilings: Record<Share, number> = { payment: 1, checkout: 0.85, availability: 0.65, catalog: 0.5 };

const minute = 60_000;
/** Two calls may travel at different speeds; S-360 must still see the full time between them. */
const margin = 1_000;

/** Least time between two calls of a method of which S-360 served none: a failing method is not hammered. */
const afterFailure = 10_000;

/** Between two calls for payments while S-360 wants to be left alone. */
const trickleMs = 2_000;

/** What the budget must know of an operation. */
type BudgetedOperation = Pick<Operation, 'name' | 'spacing'>;

/** Whether S-360 limits how often the operation itself may be called. */
export const isSpaced = ({ spacing }: BudgetedOperation): boolean => spacing !== undefined;

export interface BudgetedCall {
  readonly share: Share;
  readonly operation: BudgetedOperation;
  /** What the call asks about: ids of performances; empty = one for all. */
  readonly things: readonly string[];
  /** A poll of a call that S-360 is still working on: counts as a call, but is exempt from the method's spacing. */
  readonly isPoll?: boolean;
}

/**
 * The call budget of the whole institution. Counts the calls of the last minute exactly (a sliding window), so that no
 * minute, wherever it starts, sees more than the limit; a bucket that refills would let twice as many through at a turn.
 * The limit is S-360's: 180 a minute, the catalog every 10 minutes, availability every minute for a method and a thing.
 */
export class Budget {
  #calls: number[] = [];
  readonly #lastCall = new Map<string, number>();
  #pausedUntil = 0;
  #refusals = 0;
  #lastPaymentCall = Number.NEGATIVE_INFINITY;

  /** @param random 0 to 1, for the jitter of a pause */
  constructor(
    readonly callsPerMinute: number,
    readonly clock: Clock,
    readonly random: () => number = Math.random,
  ) {}

  /** Milliseconds until the call may be made; 0 = now. Takes nothing. */
  waitFor(call: BudgetedCall): number {
    const now = this.clock.elapsed();
    this.#forget(now);
    let wait = this.#pauseFor(call.share, now);
    const ceiling = Math.max(1, Math.floor(this.callsPerMinute * ceilings[call.share]));
    const oldest = this.#calls[this.#calls.length - ceiling];
    if (oldest !== undefined) wait = Math.max(wait, oldest + minute - now);
    for (const key of spacingKeys(call)) {
      const last = this.#lastCall.get(key) ?? Number.NEGATIVE_INFINITY;
      wait = Math.max(wait, last + spacingOf(call) + margin - now);
    }
    return wait;
  }

  /** Takes one call out of the budget, or throws `box-office-busy` with the seconds to wait. */
  take(call: BudgetedCall): void {
    const wait = this.waitFor(call);
    if (wait > 0) {
      const message = `the call budget has no room for ${call.operation.name}`;
      throw new ProblemError('box-office-busy', { retryAfterSeconds: Math.ceil(wait / 1000) }, { message });
    }
    const now = this.clock.elapsed();
    this.#calls.push(now);
    if (call.share === 'payment') this.#lastPaymentCall = now;
    for (const key of spacingKeys(call)) this.#lastCall.set(key, now);
  }

  /** The call never reached S-360: it may be tried again without waiting for the method's spacing. */
  giveBack(call: BudgetedCall): void {
    for (const key of spacingKeys(call)) this.#lastCall.delete(key);
  }

  /**
   * S-360 served nothing: a fault, a refusal, an error page, an answer cut short. Only what it serves counts for the method's
   * spacing, so the call may be tried again soon; if S-360 counts otherwise, it says so, and `pause` takes over.
   * @param mayBeServed no answer came: S-360 may be at it still, so it is left alone for a minute
   */
  fail(call: BudgetedCall, mayBeServed = false): void {
    this.#shorten(call, mayBeServed ? minute : afterFailure);
  }

  /**
   * S-360 said that it was too much: nothing is sent for a while, longer each time in a row, with jitter; the first pause is
   * shorter than the checkout's patience. A method that has a
   * limit of its own has most likely met that one (asked just before a restart, say): only it waits, and checkout goes on.
   */
  pause(call: BudgetedCall): void {
    if (isSpaced(call.operation)) {
      // What was refused does not count for S-360, and its last call may be long ago: worth another try in a minute.
      this.#shorten(call, minute);
      return;
    }
    const seconds = Math.min(3 * 2 ** this.#refusals, 120);
    this.#refusals++;
    this.#pausedUntil = this.clock.elapsed() + seconds * 1000 * (1 + this.random() / 2);
  }

  /** The method may be called again in `ms`, or in its usual time where that is less. */
  #shorten(call: BudgetedCall, ms: number): void {
    const least = spacingOf(call);
    const lastCallAt = this.clock.elapsed() - least + Math.min(least, ms);
    for (const key of spacingKeys(call)) this.#lastCall.set(key, lastCallAt);
  }

  /** While all others are silent, what was paid goes on in a trickle: a payer is not kept waiting by a crowd. */
  #pauseFor(share: Share, now: number): number {
    const pause = Math.max(0, this.#pausedUntil - now);
    if (share !== 'payment') return pause;
    return Math.min(pause, Math.max(0, this.#lastPaymentCall + trickleMs - now));
  }

  /** S-360 answered normally again. */
  succeed(): void {
    this.#refusals = 0;
  }

  #forget(now: number): void {
    const stale = this.#calls.findIndex((at) => at > now - minute);
    if (stale !== 0) this.#calls = stale < 0 ? [] : this.#calls.slice(stale);
    if (this.#lastCall.size < 5_000) return;
    for (const [key, at] of this.#lastCall) if (at < now - 10 * minute) this.#lastCall.delete(key);
  }
}

const spacingOf = ({ operation }: BudgetedCall): number => operation.spacing?.everyMs ?? 0;

function spacingKeys({ operation, things, isPoll }: BudgetedCall): string[] {
  if (isPoll || !isSpaced(operation)) return [];
  const { name } = operation;
  return things.length === 0 ? [name] : things.map((thing) => `${name} ${thing}`);
}
