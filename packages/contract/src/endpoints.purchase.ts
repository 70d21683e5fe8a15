import type { Endpoint } from './endpoints.programme.js';

/** The routes of the shop's own facts, of carts, payments and orders. */
export const purchaseEndpoints = {
  getShop: { method: 'GET', path: '/v1/shop' },
  openCart: { method: 'POST', path: '/v1/carts', access: 'visitor' },
  getCart: { method: 'GET', path: '/v1/cart', access: 'cart' },
  addToCart: { method: 'POST', path: '/v1/cart/items', access: 'cart' },
  removeTickets: { method: 'POST', path: '/v1/cart/removals', access: 'cart' },
  changeTicket: { method: 'PATCH', path: '/v1/cart/tickets/:ticketId', access: 'cart' },
  redeemPromoCode: { method: 'PUT', path: '/v1/cart/promo-code', access: 'cart' },
  removePromoCode: { method: 'DELETE', path: '/v1/cart/promo-code', access: 'cart' },
  saveContact: { method: 'PUT', path: '/v1/cart/contact', access: 'cart' },
  listShipmentModes: { method: 'GET', path: '/v1/cart/shipment-modes', access: 'cart' },
  chooseShipment: { method: 'PUT', path: '/v1/cart/shipment', access: 'cart' },
  startPayment: { method: 'POST', path: '/v1/cart/payment', access: 'cart' },
  getPaymentOutcome: { method: 'GET', path: '/v1/cart/payment', access: 'cart' },
  /** The widget's callback: a hint to look, never believed. */
  reportPayment: { method: 'POST', path: '/v1/cart/payment/report', access: 'cart' },
  /** The visitor leaves the payment: cancelled at S-360 unless it was paid meanwhile, and the cart opens again. */
  leavePayment: { method: 'DELETE', path: '/v1/cart/payment', access: 'cart' },
  getOrder: { method: 'GET', path: '/v1/order', access: 'cart' },
  getTicketsPdf: {
    method: 'GET',
    path: '/v1/order/tickets.pdf',
    access: 'cart',
    made: true,
    file: 'application/pdf',
  },
} as const satisfies Record<string, Endpoint>;
