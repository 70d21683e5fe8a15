/**
 * Every route of the relay, in one table. Data and types only: browsers load this file, the schemas stay on the server
 * (`requests.ts` has one for each part of each request).
 */
import type { Cart, OpenedCart } from './cart.js';
import { eventEndpoints } from './endpoints.event.js';
import { type Endpoint, programmeEndpoints } from './endpoints.programme.js';
import { purchaseEndpoints } from './endpoints.purchase.js';
import { seatEndpoints } from './endpoints.seats.js';
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
  ...eventEndpoints,
  ...seatEndpoints,
  ...purchaseEndpoints,
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
