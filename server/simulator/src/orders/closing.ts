import type { Clock } from '../clock.js';
import type { Ids } from '../ids.js';
import { isPaid, type Payment } from '../payments/payment.js';
import type { PaymentDesk } from '../payments/payment-desk.js';
import { Refusal, required } from '../refusal.js';
import { admittingOperations, type Order, saleAmount, ticketOperations } from './order.js';
import type { PaymentInfo } from './order.arguments.js';
import type { OrderBook } from './order-book.js';
import { checkCompanions } from './sale-rules.js';
import { issueTicket } from './tickets.js';

/** GUESS as a whole: the arguments of notifyOrder are not documented. */
export interface NotifyArgs {
  orderId?: string;
  paymentId?: string;
  identification?: string;
  success?: boolean;
}

/** From a filled order to a sale, with or without a payment in between. */
export class Closing {
  constructor(
    private readonly book: OrderBook,
    private readonly desk: PaymentDesk,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** The payment starts: the order cannot be changed until it ends. */
  startPayment(order: Order, payments: PaymentInfo[] | undefined, parameters: Record<string, string>): void {
    checkReady(order);
    const { RETURN_URL: returnUrl, ORDER_IDENTIFIER: orderIdentifier } = parameters;
    this.desk.open(order, payments, { returnUrl, orderIdentifier });
    order.state = 'PAYMENT_IN_PROGRESS';
  }

  /** Closes with payments made elsewhere, or with none where nothing is due. */
  close(order: Order, payments: PaymentInfo[] | undefined): void {
    checkReady(order);
    this.desk.record(order, payments);
    this.#finish(order);
  }

  /**
   * Finalises the order of a paid payment, or abandons that of a failed one. Repeating it changes nothing. A payment may
   * turn PAID after its "no": then the order is open again, abandoned, or in another payment, which stays as it is.
   */
  notify({ orderId, paymentId, identification, success }: NotifyArgs): Order {
    const order = this.book.get(required(orderId, 'orderId'));
    const payment = order.payments.find(
      (one) => one.id === paymentId && one.identification === identification,
    );
    if (!payment) throw new Refusal('error.sim.paymentNotFound', `order ${orderId} has no such payment`);
    const isSuccess = required(success, 'success');
    if (isSuccess && !isPaid(payment)) {
      throw new Refusal('error.sim.paymentNotFound', `payment ${paymentId} is ${payment.status}, not PAID`);
    }
    if (order.state === 'CLOSED') return order;
    if (isSuccess) {
      this.#checkPays(payment, order);
      this.#finish(order);
    } else if (order.state === 'PAYMENT_IN_PROGRESS') {
      this.#endPayments(order);
      this.#renewHolds(order);
      order.state = 'ABANDONNED';
    }
    return order;
  }

  /** Makes an order changeable again after a payment that failed or was given up. */
  reopen(orderId: string | undefined): Order {
    const order = this.book.get(required(orderId, 'orderId'));
    if (order.state === 'CLOSED') throw new Refusal('error.sim.orderClosed', `order ${orderId} is closed`);
    if (order.state === 'RUNNING') return order;
    if (!this.book.isHolding(order)) {
      throw new Refusal('error.sim.orderExpired', `the seats of order ${orderId} were released`);
    }
    this.#endPayments(order);
    this.#renewHolds(order);
    order.state = 'RUNNING';
    return order;
  }

  /** GUESS: money closes an order that still holds its seats and is worth just as much; what else comes late is people's matter. */
  #checkPays(payment: Payment, order: Order): void {
    if (!this.book.isHolding(order)) {
      throw new Refusal('error.sim.orderExpired', `the seats of order ${order.id} were released`);
    }
    const due = saleAmount(order);
    if (payment.amount !== due) {
      const detail = `payment ${payment.id} is of ${payment.amount}, but ${due} are due`;
      throw new Refusal('error.sim.paymentAmountMismatch', detail);
    }
    checkReady(order);
  }

  /** The seats are sold, and everything that lets in gets its ticket. */
  #finish(order: Order): void {
    order.state = 'CLOSED';
    order.closedAt = this.clock.now();
    for (const movement of admittingOperations(order).flatMap((operation) => operation.movements)) {
      movement.ticket = issueTicket(this.ids, order.closedAt);
    }
  }

  /** An open payment is given up; one that is paid bars the way. */
  #endPayments(order: Order): void {
    if (order.payments.some(isPaid)) {
      throw new Refusal('error.sim.orderBusy', `order ${order.id} is paid: notify its success`);
    }
    for (const payment of order.payments) this.desk.move(payment, 'ABANDONED');
  }

  /** The holds start anew, within the lifespan that never does. */
  #renewHolds(order: Order): void {
    for (const operation of ticketOperations(order)) operation.addedAt = this.clock.now();
  }
}

/** What an order must have before it is paid or closed. */
function checkReady(order: Order): void {
  if (ticketOperations(order).length === 0)
    throw new Refusal('error.sim.invalidParameter', 'the order is empty');
  checkCompanions(order);
}
