/** What one service tells the others of an order; who makes them passes the service that does. */
import type { Address, Cart, ChosenShipment, Contact, Order as PaidOrder } from '@s360-widgets/contract';
import type { Order } from './order.model.js';
import type { Access } from './order.token.js';

/** The order as the contract's cart. */
export interface CartViews {
  view(order: Order, language: string): Promise<Cart>;
}

/** Who buys an order. Only for the holder of its token. */
export interface BuyerViews {
  of(order: Order): Promise<{ readonly contact: Contact | null; readonly address: Address | null }>;
}

/** How the tickets of an order travel; null while that is not chosen. */
export interface ShipmentViews {
  chosen(order: Order, language: string): Promise<ChosenShipment | null>;
}

/** An order that is known to be paid with its tickets, as far as they can be read; null where not even the order can be. */
export interface TicketViews {
  getPaid(access: Access, language: string): Promise<PaidOrder | null>;
}
