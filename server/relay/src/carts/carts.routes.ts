import { endpoint, type BoundEndpoint } from '../http/index.js';
import type { CartTokens } from '../order/index.js';
import type { Carts } from './carts.adapter.js';

/** Carts over HTTP. Each answer is the whole cart. */
export function cartRoutes(carts: Carts, tokens: CartTokens): BoundEndpoint[] {
  return [
    endpoint('openCart', ({ query, body }) => carts.open(body.items, query.lang)),
    endpoint('getCart', ({ query }, { cartToken }) => carts.get(tokens.open(cartToken), query.lang)),
    endpoint('addToCart', ({ query, body }, { cartToken }) =>
      carts.add(tokens.open(cartToken), body.items, query.lang),
    ),
    endpoint('removeTickets', ({ query, body }, { cartToken }) =>
      carts.remove(tokens.open(cartToken), body.ticketIds, query.lang),
    ),
    endpoint('changeTicket', ({ params, query, body }, { cartToken }) =>
      carts.changeTariff(tokens.open(cartToken), params.ticketId, body.tariffId, query.lang),
    ),
  ];
}
