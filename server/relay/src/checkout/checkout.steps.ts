import type { OrderDesk, StartedPayment } from '../order/index.js';
import { isRefusal, operations, refusalCode, type Omit, type S360 } from '../s360/index.js';
import { toCloseOrder, toSeenPayments, type SeenPayment } from './checkout.mapping.js';
import type { Move } from './checkout.moves.js';

export interface StepsParts {
  readonly s360: S360;
  readonly desk: OrderDesk;
  readonly log: { warn(facts: object, message: string): void };
}

/** What is asked of S-360, and told it, about an order with a payment. Each step shows in the order as it is read next. */
export class PaymentSteps {
  constructor(readonly parts: StepsParts) {}

  /** All payments of the order that S-360 knows of, with where they stand. */
  async payments(orderId: string): Promise<SeenPayment[]> {
    const omit: Omit = (omission) =>
      this.parts.log.warn({ ...omission, orderId }, 'part left out of the payments of an order');
    return toSeenPayments(await this.parts.s360.call(operations.checkPayment, { orderId }, { omit }));
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
