import type { Order, OrderDesk, StartedPayment } from '../order/index.js';
import { isRefusal, operations, refusalCode, type Omit, type S360 } from '../s360/index.js';
import { toCloseOrder, toPaymentStanding, toStanding, type PaymentStanding } from './checkout.mapping.js';
import type { Move } from './checkout.moves.js';

export interface StepsParts {
  readonly s360: S360;
  readonly desk: OrderDesk;
  readonly log: { warn(facts: object, message: string): void };
}

/** What is asked of S-360, and told it, about an order with a payment. Each step shows in the order as it is read next. */
export class PaymentSteps {
  constructor(readonly parts: StepsParts) {}

  async standingOf({ orderId, state }: Order, payment: StartedPayment): Promise<PaymentStanding> {
    // A completed order is paid whatever its payment says: one call less.
    if (state === 'completed') return 'paid';
    const payments = [{ paymentIdentifier: payment.identification }];
    const omit: Omit = (omission) =>
      this.parts.log.warn({ ...omission, orderId }, 'part left out of the payments of an order');
    const answer = await this.parts.s360.call(operations.checkPayment, { orderId, payments }, { omit });
    return toPaymentStanding(answer, payment);
  }

  /** Makes a move at S-360. False if it was refused: someone else was faster, or it can't be done any more. */
  async make(move: Move, orderId: string, { paymentId, identification }: StartedPayment): Promise<boolean> {
    await this.parts.desk.forget(orderId);
    const { s360 } = this.parts;
    const notify = (success: boolean) =>
      s360.call(operations.notifyOrder, { orderId, paymentId, identification, success });
    try {
      if (move === 'notify-success') await notify(true);
      if (move === 'notify-failure') await notify(false);
      if (move === 'reopen') await s360.call(operations.reopenOrder, { orderId });
      if (move === 'cancel-payment') await s360.call(operations.cancelPayment, { paymentIds: [paymentId] });
      return true;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      this.parts.log.warn(
        { orderId, move, refusal: refusalCode(error) },
        'S-360 refused a step of a payment',
      );
      return false;
    } finally {
      await this.parts.desk.forget(orderId);
    }
  }

  /** Closes an order of which nothing is due. */
  async close(orderId: string): Promise<void> {
    const args = toCloseOrder(orderId, await this.parts.desk.records.contactNumberOf(orderId));
    try {
      await this.parts.s360.call(operations.closeOrder, args);
    } finally {
      await this.parts.desk.forget(orderId);
    }
  }
}

/**
 * The payment to go on with where the relay has no ids of its own: its answer was lost, or the journal. One that is paid or
 * undecided comes first, so that a failed attempt from before never ends a payment that is still going on.
 */
export function adopted({ payments }: Order): StartedPayment | undefined {
  const inStanding = (wanted: PaymentStanding) =>
    payments.find(({ status }) => toStanding(status) === wanted);
  return inStanding('paid') ?? inStanding('pending') ?? payments.at(-1);
}
