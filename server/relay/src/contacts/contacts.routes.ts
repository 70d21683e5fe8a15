import type { Cart } from '@s360-widgets/contract';
import { endpoint, type BoundEndpoint } from '../http/index.js';
import type { BoughtOrder, Contacts } from './contacts.adapter.js';

/** The carts as contacts see them: what opens one, and how an open one is changed. */
export interface ContactCarts<Access> {
  /** @throws ProblemError `cart-token-invalid` */
  openToken(token: string): Access;
  /** Runs the write alone on the order, if that is still open, and gives the cart as it is then. */
  change(access: Access, language: string, write: (order: BoughtOrder) => Promise<void>): Promise<Cart>;
}

/** The buyer's contact over HTTP. */
export function contactRoutes<Access>(contacts: Contacts, carts: ContactCarts<Access>): BoundEndpoint[] {
  return [
    endpoint('saveContact', ({ query, body }, { cartToken }) =>
      carts.change(carts.openToken(cartToken), query.lang, (order) =>
        contacts.save(order, body.contact, query.lang),
      ),
    ),
  ];
}
