import type { Clock } from '../clock.js';
import type { AdmittingOperation, Movement, Order } from '../orders/order.js';
import { saleAmount } from '../orders/order.js';
import type { OrderBook } from '../orders/order-book.js';
import { ticketsOf } from '../orders/order.view.js';
import { isPaid } from '../payments/payment.js';
import type { CallTotals } from '../wire/call-tally.js';
import type { Limits } from '../wire/limits.js';

/** Where the books are kept. */
export interface BooksParts {
  book: OrderBook;
  limits: Limits;
  clock: Clock;
}

/** A seat, a place of a zone or a visit. It is sold when its order is CLOSED, and two of one place must not be. */
export interface BookedTicket {
  movementId: string;
  ticketId?: string | undefined;
  /** Thousandths. */
  unitPrice: number;
  audienceSubCategoryId: string;
  performanceId?: string;
  /** Number in the hall of the performance: a seat's or that of a place in a zone. */
  place?: number | undefined;
  seatId?: string | undefined;
  itemId?: string;
  timeslotId?: string | undefined;
}

/** A payment with what it came to: money was taken, and not given back, when it is charged. */
export interface BookedPayment {
  paymentId: string;
  amount: number;
  paymentStatus: string;
  isCharged: boolean;
}

/** Ids are texts, amounts thousandths, instants ISO 8601. */
export interface BookedOrder {
  orderId: string;
  orderState: string;
  externalReference?: string | undefined;
  creationDateTime: string;
  closedAt?: string | undefined;
  saleAmount: number;
  /** Seats are kept from other buyers, but not sold. */
  isHolding: boolean;
  /** How long they are kept beyond the end of their hold, for a payment that neither ends nor is finalised; else 0. */
  heldTooLongSeconds: number;
  tickets: BookedTicket[];
  payments: BookedPayment[];
}

export interface Books {
  now: string;
  orders: BookedOrder[];
  calls: CallTotals;
}

/** All orders and calls since the start, to be compared with what a shop believes. Holds that ran out are let go before. */
export function booksOf({ book, limits, clock }: BooksParts): Books {
  book.releaseExpired();
  const now = clock.now();
  const orders = [...book.all()].map((order) => bookedOrder(order, book, now));
  return { now: instant(now), orders, calls: limits.totals() };
}

function bookedOrder(order: Order, book: OrderBook, now: number): BookedOrder {
  const isHolding = order.state !== 'CLOSED' && book.isHolding(order) && ticketsOf(order).length > 0;
  const tooLongMs = isHolding ? Math.max(0, now - book.holdEndsAt(order)) : 0;
  return {
    orderId: order.id,
    orderState: order.state,
    externalReference: order.externalReference,
    creationDateTime: instant(order.createdAt),
    closedAt: order.closedAt === undefined ? undefined : instant(order.closedAt),
    saleAmount: saleAmount(order),
    isHolding,
    heldTooLongSeconds: tooLongMs / 1000,
    tickets: ticketsOf(order).map(({ operation, movement }) => bookedTicket(operation, movement)),
    payments: order.payments.map((payment) => ({
      paymentId: payment.id,
      amount: payment.amount,
      paymentStatus: payment.status,
      isCharged: isPaid(payment),
    })),
  };
}

function bookedTicket(operation: AdmittingOperation, { id, place, ticket }: Movement): BookedTicket {
  const { unitPrice, tariff } = operation;
  const common = { movementId: id, ticketId: ticket?.id, unitPrice, audienceSubCategoryId: tariff.id };
  if (operation.kind === 'SIMPLE') {
    return { ...common, itemId: operation.sold.item.itemId, timeslotId: operation.timeslotId };
  }
  const { performance, hall } = operation.sold;
  const seatId = hall.hall.seats[place ?? -1]?.id;
  return { ...common, performanceId: performance.id, place, seatId };
}

function instant(time: number): string {
  return new Date(time).toISOString();
}
