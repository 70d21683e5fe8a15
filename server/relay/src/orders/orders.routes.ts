import type { Request, Response } from 'express';
import { Answer, endpoint, type BoundEndpoint } from '../http/index.js';
import type { OrderDesk } from '../order/index.js';
import type { Orders } from './orders.adapter.js';

/**
 * Paid orders over HTTP, opened by the token of the cart that they were. Both answer 404 `not-found` while the cart is
 * open, also after a payment that was left; 409 `payment-in-progress` while one is under way; 410 `cart-ended` if nothing
 * came of it; and the PDF 409 `tickets-not-ready` while it can't be had, or if the tickets travel another way.
 */
export function orderRoutes(orders: Orders, desk: OrderDesk): BoundEndpoint[] {
  return [
    endpoint('getOrder', ({ query }, { cartToken }) => orders.get(desk.accessBy(cartToken), query.lang)),
    endpoint('getTicketsPdf', async ({ query }, { cartToken }) => {
      const { name, bytes } = await orders.pdf(desk.accessBy(cartToken), query.ticketId, query.lang);
      return new PdfAnswer(name, bytes);
    }),
  ];
}

/** A PDF under a name of ours, which has nothing in it that a header could trip over. Opens no door to others: never kept. */
class PdfAnswer extends Answer {
  constructor(
    readonly name: string,
    readonly bytes: Buffer,
  ) {
    super();
  }

  send(_request: Request, response: Response): void {
    response.set({
      'Cache-Control': 'no-store',
      'Content-Disposition': `attachment; filename="${this.name}"`,
    });
    response.type('application/pdf').send(this.bytes);
  }
}
