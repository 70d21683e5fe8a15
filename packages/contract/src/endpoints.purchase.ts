import type { Endpoint } from './endpoints.programme.js';

/** The routes of the shop's own facts, of carts, payments and orders. */
export const purchaseEndpoints = {
  getShop: { method: 'GET', path: '/v1/shop' },
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
