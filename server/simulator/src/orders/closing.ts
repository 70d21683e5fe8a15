import type { Clock } from '../clock.js';
import { type Ids, barcode } from '../ids.js';
import { isPaid } from '../payments/payment.js';
import type { PaymentDesk } from '../payments/payment-desk.js';
import { Refusal, required } from '../refusal.js';
import { type Order, ticketOperations } from './order.js';
import type { PaymentInfo } from './order.arguments.js';
import type { OrderBook } from './order-book.js';
import { checkCompanions } from './sale-rules.js';

export interface NotifyArgs {
  orderId?: string;
  paymentId?: string;
  identification?: string;
  success?: boolean;
}

/** From a filled order to a sale, with or without a payment in between. */
export interface Closing {
  /** The payment starts: the order cannot be changed until it ends. */
  startPayment(order: Order, payments: PaymentInfo[] | undefined, parameters: Record<string, string>): void;
  /** Closes with payments made elsewhere. */
  close(order: Order, payments: PaymentInfo[] | undefined): void;
  /** Finalises the order of a paid payment, or abandons that of a failed one. Repeating it changes nothing. */
  notify(args: NotifyArgs): Order;
  /** Makes an order changeable again after a payment that failed or was given up. */
  reopen(orderId: string | undefined): Order;
}

export function createClosing(book: OrderBook, desk: PaymentDesk, ids: Ids, clock: Clock): Closing {
  function checkReady(order: Order): void {
    if (ticketOperations(order).length === 0)
      throw new Refusal('error.sim.invalidParameter', 'the order is empty');
    checkCompanions(order);
  }

  function finish(order: Order): void {
    order.state = 'CLOSED';
    order.closedAt = clock.now();
    for (const movement of ticketOperations(order).flatMap((operation) => operation.movements)) {
      movement.ticket = { id: ids.next(), barcode: barcode(), state: 'NOT_PRINTED' };
    }
  }

  /** An open payment is given up; one that is paid bars the way. */
  function endPayments(order: Order): void {
    if (order.payments.some(isPaid)) {
      throw new Refusal('error.sim.orderBusy', `order ${order.id} is paid: notify its success`);
    }
    for (const payment of order.payments) desk.move(payment, 'ABANDONED');
  }

  /** The holds start anew, within the lifespan that never does. */
  function renewHolds(order: Order): void {
    for (const operation of ticketOperations(order)) operation.addedAt = clock.now();
  }

  return {
    startPayment(order, payments, parameters) {
      checkReady(order);
      desk.open(order, payments, {
        returnUrl: parameters.RETURN_URL,
        orderIdentifier: parameters.ORDER_IDENTIFIER,
      });
      order.state = 'PAYMENT_IN_PROGRESS';
    },
    close(order, payments) {
      checkReady(order);
      desk.record(order, payments);
      finish(order);
    },
    notify({ orderId, paymentId, identification, success }) {
      const order = book.get(required(orderId, 'orderId'));
      const payment = order.payments.find(
        (one) => one.id === paymentId && one.identification === identification,
      );
      if (!payment) throw new Refusal('error.sim.paymentNotFound', `order ${orderId} has no such payment`);
      if (success === undefined) throw new Refusal('error.sim.invalidParameter', 'success is missing');
      if (success && !isPaid(payment)) {
        throw new Refusal('error.sim.paymentNotFound', `payment ${paymentId} is ${payment.status}, not PAID`);
      }
      if (success && order.state === 'PAYMENT_IN_PROGRESS') finish(order);
      if (!success && order.state === 'PAYMENT_IN_PROGRESS') {
        endPayments(order);
        renewHolds(order);
        order.state = 'ABANDONNED';
      }
      return order;
    },
    reopen(orderId) {
      const order = book.get(required(orderId, 'orderId'));
      if (order.state === 'CLOSED') throw new Refusal('error.sim.orderClosed', `order ${orderId} is closed`);
      if (order.state === 'RUNNING') return order;
      if (order.state === 'ABANDONNED' && !book.isHolding(order)) {
        throw new Refusal('error.sim.orderExpired', `the seats of order ${orderId} were released`);
      }
      endPayments(order);
      renewHolds(order);
      order.state = 'RUNNING';
      return order;
    },
  };
}
