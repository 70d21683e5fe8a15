import type { Request as Input } from '@s360-widgets/contract';
import { endpoint, type BoundEndpoint, type Context, type ShownSession } from '../http/index.js';
import type { OrderDesk } from '../order/index.js';
import type { Carts } from './carts.adapter.js';

/** Who holds a cart's token. */
type Holder = Pick<Context<'getCart'>, 'cartToken'>;

/** Tells who has signed in. */
export interface SessionDesk {
  /** @throws ProblemError where what is shown is worth nothing */
  sessionOf(shown: ShownSession): Promise<{ readonly contactNumber: string }>;
}

/** Carts over HTTP. Each answer is the whole cart. */
export function cartRoutes(carts: Carts, desk: OrderDesk, sessions: SessionDesk): BoundEndpoint[] {
  const read = ({ query }: Pick<Input<'getCart'>, 'query'>, { cartToken }: Holder) =>
    carts.get(desk.accessBy(cartToken), query.lang);
  return [
    endpoint(
      'openCart',
      async ({ query, body }, { deadline, shown }) => {
        const session = shown && (await sessions.sessionOf(shown));
        return carts.open(body.items, query.lang, deadline, session?.contactNumber);
      },
      {
        keep: ({ token }) => token,
        async answer({ query }, _context, token) {
          return { token, cart: await carts.get(desk.accessBy(token), query.lang) };
        },
      },
    ),
    endpoint('getCart', read),
    endpoint(
      'addToCart',
      ({ query, body }, { cartToken }) => carts.add(desk.accessBy(cartToken), body.items, query.lang),
      { answer: read },
    ),
    endpoint(
      'removeTickets',
      ({ query, body }, { cartToken }) => carts.remove(desk.accessBy(cartToken), body.ticketIds, query.lang),
      { answer: read },
    ),
    endpoint('changeTicket', ({ params, query, body }, { cartToken }) =>
      carts.changeTariff(desk.accessBy(cartToken), params.ticketId, body.tariffId, query.lang),
    ),
    endpoint('redeemPromoCode', ({ query, body }, { cartToken }) =>
      carts.setPromoCode(desk.accessBy(cartToken), body.code, query.lang),
    ),
    endpoint('removePromoCode', ({ query }, { cartToken }) =>
      carts.setPromoCode(desk.accessBy(cartToken), null, query.lang),
    ),
  ];
}
