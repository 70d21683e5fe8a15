import type { PaymentInfo } from '../orders/order.arguments.js';
import type { OrderBook } from '../orders/order-book.js';
import { Refusal, required } from '../refusal.js';
import type { Handlers } from '../wire/dispatch.js';
import { isOpen } from './payment.js';
import type { PaymentDesk } from './payment-desk.js';
import { detailOf } from './payment.view.js';

/** What the service reads. */
export interface PaymentsParts {
  desk: PaymentDesk;
  book: OrderBook;
  posConfig: Record<string, unknown>;
}

/** ExternalPaymentService v1_33: what became of an order's payments. Reading changes nothing, however often. */
export function paymentsService({ desk, book, posConfig }: PaymentsParts): Handlers {
  return {
    /** All payments of the order, oldest first, or those of the given identifiers. */
    checkPayment({ orderId, payments }: { orderId?: string; payments?: PaymentInfo[] }) {
      const order = book.get(required(orderId, 'orderId'));
      const wanted = payments?.flatMap((info) => info.paymentIdentifier ?? []) ?? [];
      const asked = order.payments.filter(
        (one) => wanted.length === 0 || wanted.includes(one.identification),
      );
      return { paymentDetails: asked.map((payment) => detailOf(payment, posConfig)) };
    },
    /** GUESS: a payment that is PAID but not yet part of a closed order can be cancelled (its money goes back). */
    cancelPayment({ paymentIds }: { paymentIds?: string[] }) {
      const payments = required(paymentIds, 'paymentIds').map((id) => desk.get(id));
      const closed = payments.find((payment) => book.get(payment.orderId).state === 'CLOSED');
      if (closed)
        throw new Refusal('error.sim.orderClosed', `payment ${closed.id} is part of a closed order`);
      for (const payment of payments) {
        if (isOpen(payment)) desk.move(payment, 'CANCELLED_BY_USER');
        else if (payment.status === 'PAID') payment.status = 'ABANDONED';
      }
      return {};
    },
  };
}
