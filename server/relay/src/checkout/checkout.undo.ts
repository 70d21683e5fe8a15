import type { Attempt, RaisedReason } from '../order/index.js';
import { isUnclear } from '../s360/index.js';
import type { AttemptTools } from './checkout.attempts.js';
import { seenOf, type PaymentStanding } from './checkout.mapping.js';
import { PaymentSteps, type StepsParts } from './checkout.steps.js';

export interface UndoParts extends StepsParts, AttemptTools {
  /** Whether the operator lets the relay cancel what is charged and can bring nobody a ticket. */
  readonly mayUndo: boolean;
  readonly log: StepsParts['log'] & AttemptTools['log'];
}

/** What needs nobody's choice: the visitor has the tickets by another payment, or can have none by this one. */
const undoable: readonly (RaisedReason | null)[] = ['paid-twice', 'paid-after-end'];

/**
 * Cancels raised payments at S-360, which gives the money back, where the operator allows it. Each is asked for once, in words that are
 * written down before; S-360 is asked before and after where the payment stands. What it does not cancel stays with people.
 */
export class RaisedUndo {
  readonly #steps: PaymentSteps;

  constructor(readonly parts: UndoParts) {
    this.#steps = new PaymentSteps(parts);
  }

  /** Whether there is anything to do about the payment, now or later. */
  async isWanted({ attemptId, reason, payment }: Attempt): Promise<boolean> {
    if (!this.parts.mayUndo || !payment || !undoable.includes(reason)) return false;
    return (await this.#undoings.of(attemptId))?.state !== 'refused';
  }

  /** For a caller that has the order to itself. */
  async look(attempt: Attempt): Promise<void> {
    if (!(await this.isWanted(attempt)) || !(await this.#isStillRaised(attempt))) return;
    const standing = await this.#standingOf(attempt);
    if (standing === 'cancelled' || standing === 'refused') return this.#close(attempt);
    if (standing !== 'paid' || (await this.#undoings.of(attempt.attemptId))) return;
    if (await this.#isSpare(attempt)) await this.#undo(attempt);
  }

  /** People may have dealt with it while the order was somebody else's. */
  async #isStillRaised({ attemptId }: Attempt): Promise<boolean> {
    const [now] = await this.parts.desk.records.attempts.ofIds([attemptId]);
    return now?.state === 'raised';
  }

  /** Nobody's ticket hangs on it: the order ended without any payment, or was completed by another one. */
  async #isSpare({ orderId, attemptId, reason }: Attempt): Promise<boolean> {
    const { desk } = this.parts;
    await desk.forget(orderId);
    const { state } = await desk.inspect(orderId);
    const others = (await desk.records.attempts.ofOrder(orderId)).filter(
      (other) => other.attemptId !== attemptId,
    );
    if (state === 'completed') return others.some((other) => other.state === 'paid');
    // What has a raised payment is shown as being paid, ended or not: nobody can have gone on with it.
    const hasEnded = [reason, ...others.map((other) => other.reason)].includes('paid-after-end');
    return state === 'paying' && hasEnded;
  }

  async #undo(attempt: Attempt): Promise<void> {
    const { orderId, attemptId, payment } = attempt;
    if (!payment || !(await this.#undoings.begin(attemptId, this.parts.clock.now()))) return;
    try {
      if (!(await this.#steps.make('cancel-payment', orderId, payment))) {
        await this.#undoings.end(attemptId, 'refused');
        return;
      }
    } catch (error) {
      if (!isUnclear(error)) await this.#undoings.takeBack(attemptId);
      throw error;
    }
    const standing = await this.#standingOf(attempt);
    if (standing === 'cancelled' || standing === 'refused') await this.#close(attempt);
  }

  async #standingOf({ orderId, payment }: Attempt): Promise<PaymentStanding | undefined> {
    return payment ? seenOf(payment, await this.#steps.payments(orderId))?.standing : undefined;
  }

  /** S-360 has given the money back, to us or to people: nobody must look at it any more. */
  async #close({ orderId, attemptId }: Attempt): Promise<void> {
    const { desk, log } = this.parts;
    await this.#undoings.end(attemptId, 'done');
    await desk.records.attempts.settle(attemptId);
    log.warn({ orderId, attemptId }, 'a raised payment was cancelled at S-360');
  }

  get #undoings() {
    return this.parts.desk.records.undoings;
  }
}
