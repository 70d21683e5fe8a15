import { endpoint, type BoundEndpoint } from '../http/index.js';
import type { CartViews, OrderDesk } from '../order/index.js';
import type { Contacts } from './contacts.adapter.js';

/** The buyer's contact over HTTP. The answer is the whole cart. */
export function contactRoutes(contacts: Contacts, desk: OrderDesk, carts: CartViews): BoundEndpoint[] {
  return [
    endpoint('saveContact', async ({ query, body }, { cartToken }) => {
      const order = await desk.beside(desk.accessBy(cartToken), query.lang, (known) =>
        contacts.save(known, body.contact, query.lang),
      );
      return carts.view(order, query.lang);
    }),
  ];
}
