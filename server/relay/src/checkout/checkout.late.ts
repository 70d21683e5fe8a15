import type { Attempt, AttemptState, RaisedReason } from '../order/index.js';
import { ended, isAsAgreed, raise, type AttemptTools } from './checkout.attempts.js';
import { seenOf, type SeenPayment } from './checkout.mapping.js';
import { PaymentSteps, type StepsParts } from './checkout.steps.js';

export interface LateParts extends StepsParts, AttemptTools {
  readonly log: StepsParts['log'] & AttemptTools['log'];
}

/** States that say "no", which a bank may take back: a card approved in another tab, a capture that came late. */
const mayTurn: readonly AttemptState[] = ['refused', 'cancelled', 'expired'];
/** What is charged beside one of these is charged twice. */
const charged: readonly AttemptState[] = ['paid', 'raised'];
const underWay: readonly AttemptState[] = ['intent', 'begun'];

/** Payments that are charged after S-360 has said "no". */
export class LateCharges {
  readonly #steps: PaymentSteps;

  constructor(readonly parts: LateParts) {
    this.#steps = new PaymentSteps(parts);
  }

  /**
   * Asks S-360 once more about all attempts of an order that ended with a "no", for a caller that has the order to itself. One that is
   * charged by now completes the order if that is as the payer saw it; else people are told. Undefined where nothing is.
   */
  async look(orderId: string): Promise<'paid' | 'raised' | undefined> {
    const attempts = await this.parts.desk.records.attempts.ofOrder(orderId);
    const doubtful = attempts.filter(({ state, payment }) => payment && mayTurn.includes(state));
    if (doubtful.length === 0) return undefined;
    const seen = await this.#steps.payments(orderId);
    let standing: 'paid' | 'raised' | undefined;
    for (const attempt of doubtful) {
      const isCharged = attempt.payment && seenOf(attempt.payment, seen)?.standing === 'paid';
      if (!isCharged) continue;
      standing = await this.#turn(attempt, seen);
    }
    return standing;
  }

  async #turn(attempt: Attempt, seen: readonly SeenPayment[]): Promise<'paid' | 'raised'> {
    const { orderId, payment } = attempt;
    const { desk } = this.parts;
    const others = await desk.records.attempts.ofOrder(orderId);
    const isAlone = !others.some(({ state }) => charged.includes(state));
    if (!isAlone || !(await this.#withdraw(others, seen))) return this.#raise(attempt, 'paid-twice');
    await desk.forget(orderId);
    const before = await desk.inspect(orderId);
    if (before.state === 'completed') return this.#complete(attempt);
    if (before.state !== 'ended' && !isAsAgreed(before, attempt))
      return this.#raise(attempt, 'paid-after-change');
    if (payment) await this.#steps.make('notify-success', orderId, payment);
    const after = await desk.inspect(orderId);
    if (after.state === 'completed') return this.#complete(attempt);
    return this.#raise(attempt, before.state === 'ended' ? 'paid-after-end' : 'not-completed');
  }

  /** Ends a further payment that nobody has made, so that nobody can. False where it was made, or nobody can say. */
  async #withdraw(attempts: readonly Attempt[], seen: readonly SeenPayment[]): Promise<boolean> {
    const begun = attempts.find(({ state }) => underWay.includes(state));
    if (!begun) return true;
    const { orderId, payment } = begun;
    if (!payment) return false;
    let standing = seenOf(payment, seen)?.standing;
    if (standing === 'pending') {
      await this.#steps.make('cancel-payment', orderId, payment);
      standing = seenOf(payment, await this.#steps.payments(orderId))?.standing;
    }
    if (standing !== 'cancelled' && standing !== 'refused') return false;
    await ended(begun, standing, this.parts);
    return true;
  }

  async #complete(attempt: Attempt): Promise<'paid'> {
    await ended(attempt, 'paid', this.parts);
    await this.parts.desk.forget(attempt.orderId);
    return 'paid';
  }

  #raise(attempt: Attempt, reason: RaisedReason): Promise<'raised'> {
    return raise(attempt, reason, this.parts);
  }
}
