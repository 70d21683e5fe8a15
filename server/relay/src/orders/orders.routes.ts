import type { Request, Response } from 'express';
import { Answer, endpoint, type BoundEndpoint } from '../http/index.js';
import type { Orders, SoldOrder } from './orders.adapter.js';

/** Paid orders over HTTP. */
export function orderRoutes<Access extends { readonly orderId: string }>(
  orders: Orders<Access, SoldOrder>,
  /** @throws ProblemError `cart-token-invalid` */
  openToken: (token: string) => Access,
): BoundEndpoint[] {
  return [
    endpoint('getOrder', ({ query }, { cartToken }) => orders.get(openToken(cartToken), query.lang)),
    endpoint('getTicketsPdf', async ({ query }, { cartToken }) => {
      const { name, bytes } = await orders.pdf(openToken(cartToken), query.ticketId, query.lang);
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
