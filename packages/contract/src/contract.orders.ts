import * as z from 'zod';
import { type EndpointContract, inLanguage, none, orderProblems } from './endpoint-contract.js';
import { purchaseEndpoints } from './endpoints.purchase.js';
import { id, language } from './ids.js';
import { order } from './order.js';

/** A paid order, opened by the token of the cart that it was. */
export const ordersContract = {
  getOrder: {
    ...purchaseEndpoints.getOrder,
    summary: 'The order with its tickets; not found while the cart is open',
    params: none,
    query: inLanguage,
    reply: { kind: 'json', schema: order },
    problems: [...orderProblems, 'not-found', 'payment-in-progress'],
  },
  getTicketsPdf: {
    ...purchaseEndpoints.getTicketsPdf,
    summary: 'All tickets of the order, or one of them, to print',
    params: none,
    query: z.strictObject({ lang: language, ticketId: id.optional() }),
    reply: { kind: 'blob', type: purchaseEndpoints.getTicketsPdf.file },
    problems: [...orderProblems, 'not-found', 'payment-in-progress', 'tickets-not-ready'],
  },
} as const satisfies Record<string, EndpointContract>;
