import type { Lookup } from '../catalog/lookup.js';
import type { Clock } from '../clock.js';
import type { Order } from '../orders/order.js';
import type { OrderBook } from '../orders/order-book.js';
import { ticketsOf } from '../orders/order.view.js';
import { markPrinted } from '../orders/tickets.js';
import { Refusal, required } from '../refusal.js';
import type { Handlers } from '../wire/dispatch.js';
import { drawTickets } from './ticket.pdf.js';
import { facesOf } from './ticket-face.js';

/** What the service works with. */
export interface ProductionParts {
  book: OrderBook;
  lookup: Lookup;
  clock: Clock;
}

/** Without movementIds all tickets of the order are meant. */
interface PrintArgs {
  orderId?: string;
  movementIds?: string[];
}

/** ProductionPublicService: the tickets of a closed order. GUESS as a whole, names and types included. */
export function productionService({ book, lookup, clock }: ProductionParts): Handlers {
  /** Tickets exist from closing on. */
  function closed(orderId: string | undefined): Order {
    const order = book.get(required(orderId, 'orderId'));
    if (order.state !== 'CLOSED')
      throw new Refusal('error.sim.ticketsNotReady', `order ${orderId} is not closed`);
    return order;
  }

  return {
    /** Refused with ticketsNotReady until the order is closed. */
    getTickets({ orderId }: { orderId?: string }) {
      const tickets = ticketsOf(closed(orderId)).map(({ movement }) => ({
        barcode: movement.ticket?.barcode,
        movementId: movement.id,
        ticketId: movement.ticket?.id,
        ticketState: movement.ticket?.state,
      }));
      return { tickets };
    },
    /** One PDF with a page for each ticket; without movementIds for all of the order. Printing makes them VALID. */
    async printTickets({ orderId, movementIds }: PrintArgs) {
      const order = closed(orderId);
      const tickets = ticketsOf(order).filter(
        ({ movement }) => !movementIds || movementIds.includes(movement.id),
      );
      if (tickets.length === 0 || (movementIds && tickets.length < new Set(movementIds).size)) {
        throw new Refusal('error.sim.invalidParameter', 'a movement is not of the order');
      }
      const data = await drawTickets(facesOf(order, tickets, lookup));
      for (const { movement } of tickets) markPrinted(movement, clock.now());
      const document = {
        data: Buffer.from(data).toString('base64'),
        fileName: `tickets-${order.id}.pdf`,
        mimetype: 'application/pdf',
      };
      return { documents: [document] };
    },
  };
}
