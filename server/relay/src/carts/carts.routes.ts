import { endpoint, type BoundEndpoint } from '../http/index.js';
import type { OrderDesk } from '../order/index.js';
import type { Carts } from './carts.adapter.js';

/** Carts over HTTP. Each answer is the whole cart. */
export function cartRoutes(carts: Carts, desk: OrderDesk): BoundEndpoint[] {
  return [
    endpoint('openCart', ({ query, body }, { signal }) => carts.open(body.items, query.lang, signal)),
    endpoint('getCart', ({ query }, { cartToken }) => carts.get(desk.accessBy(cartToken), query.lang)),
    endpoint('addToCart', ({ query, body }, { cartToken }) =>
      carts.add(desk.accessBy(cartToken), body.items, query.lang),
    ),
    endpoint('removeTickets', ({ query, body }, { cartToken }) =>
      carts.remove(desk.accessBy(cartToken), body.ticketIds, query.lang),
    ),
    endpoint('changeTicket', ({ params, query, body }, { cartToken }) =>
      carts.changeTariff(desk.accessBy(cartToken), params.ticketId, body.tariffId, query.lang),
    ),
  ];
}
