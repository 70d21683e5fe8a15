import type { Attempt } from '../order/index.js';
import { raise, type AttemptTools } from './checkout.attempts.js';
import { seenOf } from './checkout.mapping.js';
import { PaymentSteps, type StepsParts } from './checkout.steps.js';

export interface TakenBackParts extends StepsParts, AttemptTools {
  readonly log: StepsParts['log'] & AttemptTools['log'];
}

/** Payments of which S-360 says, after it has completed the order, that they were not: a capture that failed, money that was taken back. */
export class TakenBack {
  readonly #steps: PaymentSteps;

  constructor(readonly parts: TakenBackParts) {
    this.#steps = new PaymentSteps(parts);
  }

  /**
   * Leaves a paid attempt to people where its money is not there while the tickets are, for a caller that has the order to itself. The
   * tickets stay as S-360 has them. An order that is no longer completed was cancelled, and its money given back by whoever did that.
   */
  async look(attempt: Attempt): Promise<void> {
    const { orderId, payment } = attempt;
    const { desk } = this.parts;
    const standing = payment && seenOf(payment, await this.#steps.payments(orderId))?.standing;
    if (standing !== 'refused' && standing !== 'cancelled') return;
    await desk.forget(orderId);
    if ((await desk.inspect(orderId)).state === 'completed') await raise(attempt, 'taken-back', this.parts);
  }
}
