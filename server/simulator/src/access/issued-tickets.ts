import type { AdmittingOperation, Movement, Order, Ticket } from '../orders/order.js';
import type { OrderBook } from '../orders/order-book.js';
import { ticketsOf } from '../orders/order.view.js';

/** A unit of an order with the tickets that were ever given for it, the newest last: that one alone is good. */
export interface Admission {
  order: Order;
  operation: AdmittingOperation;
  movement: Movement;
  tickets: Ticket[];
}

/** Of closed orders; sorted by their newest tickets, so that what is given later comes later. */
export function admissionsIn(book: OrderBook): Admission[] {
  const admissions = [...book.all()].flatMap((order) =>
    ticketsOf(order).map(({ operation, movement }) => ({
      order,
      operation,
      movement,
      tickets: [...(movement.earlierTickets ?? []), ...(movement.ticket ? [movement.ticket] : [])],
    })),
  );
  return admissions
    .filter(({ tickets }) => tickets.length > 0)
    .sort((one, other) => newestId(one) - newestId(other));
}

/** Ids are numbers that grow. */
export const newestId = ({ tickets }: Admission): number => Number(tickets.at(-1)?.id ?? 0);

/** A ticket by what the gate reads of it. */
export function ticketBy(
  barcode: string,
  book: OrderBook,
): { admission: Admission; ticket: Ticket } | undefined {
  for (const admission of admissionsIn(book)) {
    const ticket = admission.tickets.find((candidate) => candidate.barcode === barcode);
    if (ticket) return { admission, ticket };
  }
  return undefined;
}

export const isGood = ({ movement }: Admission, ticket: Ticket): boolean => movement.ticket === ticket;
