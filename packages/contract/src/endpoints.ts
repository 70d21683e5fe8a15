/**
 * Every route of the relay, in one table. Data and types only: browsers load this file, the schemas stay on the server
 * (`requests.ts` has one for each part of each request).
 */
import type { Cart, OpenedCart } from './cart.js';
import { type Endpoint, programmeEndpoints } from './endpoints.programme.js';
import type { EventDetail, EventList } from './event.js';
import type { Order } from './order.js';
import type { PaymentOutcome, PaymentStart } from './payment.js';
import type { Requests } from './requests.js';
import type { SeatMap, SeatStates } from './seat-map.js';
import type { SeatPlan } from './seat-plan.js';
import type { ShipmentModeList } from './shipment.js';
import type { Shop } from './shop.js';

export { type Endpoint, programmeEndpoints } from './endpoints.programme.js';

export const endpoints = {
  ...programmeEndpoints,
  getEvent: { method: 'GET', path: '/v1/events/:eventId' },
  getSeatPlan: { method: 'GET', path: '/v1/seat-plans/:planHash' },
  getSeatMap: { method: 'GET', path: '/v1/performances/:performanceId/seat-map' },
  getSeatStates: { method: 'GET', path: '/v1/performances/:performanceId/seat-states' },
  openCart: { method: 'POST', path: '/v1/carts' },
  getCart: { method: 'GET', path: '/v1/cart', cart: true },
  addToCart: { method: 'POST', path: '/v1/cart/items', cart: true },
  removeTickets: { method: 'POST', path: '/v1/cart/removals', cart: true },
  changeTicket: { method: 'PATCH', path: '/v1/cart/tickets/:ticketId', cart: true },
  saveContact: { method: 'PUT', path: '/v1/cart/contact', cart: true },
  listShipmentModes: { method: 'GET', path: '/v1/cart/shipment-modes', cart: true },
  chooseShipment: { method: 'PUT', path: '/v1/cart/shipment', cart: true },
  startPayment: { method: 'POST', path: '/v1/cart/payment', cart: true },
  getPaymentOutcome: { method: 'GET', path: '/v1/cart/payment', cart: true },
  /** The widget's callback: a hint to look, never believed. */
  reportPayment: { method: 'POST', path: '/v1/cart/payment/report', cart: true },
  /** The visitor leaves the payment: cancelled at S-360 unless it was paid meanwhile, and the cart opens again. */
  leavePayment: { method: 'DELETE', path: '/v1/cart/payment', cart: true },
  getOrder: { method: 'GET', path: '/v1/order', cart: true },
  /** `application/pdf`. */
  getTicketsPdf: { method: 'GET', path: '/v1/order/tickets.pdf', cart: true, made: true },
} as const satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof endpoints;

/** What each endpoint answers. */
export interface Replies {
  getShop: Shop;
  listEvents: EventList;
  getEvent: EventDetail;
  getSeatPlan: SeatPlan;
  getSeatMap: SeatMap;
  getSeatStates: SeatStates;
  openCart: OpenedCart;
  getCart: Cart;
  addToCart: Cart;
  removeTickets: Cart;
  changeTicket: Cart;
  saveContact: Cart;
  listShipmentModes: ShipmentModeList;
  chooseShipment: Cart;
  startPayment: PaymentStart;
  getPaymentOutcome: PaymentOutcome;
  reportPayment: PaymentOutcome;
  leavePayment: PaymentOutcome;
  getOrder: Order;
  getTicketsPdf: Blob;
}

/** What each endpoint takes: path parameters, query and body. */
export type Request<Name extends EndpointName> = Requests[Name];
export type Reply<Name extends EndpointName> = Replies[Name];
