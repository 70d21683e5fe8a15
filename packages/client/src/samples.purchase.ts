import type { Reply } from '@s360-widgets/contract';
import type { purchaseEndpoints } from '@s360-widgets/contract/endpoints.purchase';
import { type AnySample, fits, type Sample, type Test } from './shape.js';

const orNull =
  (sample: AnySample): Test =>
  (value) =>
    value === null || fits(value, sample);

const currency = { code: '', digits: 0 } as const;
const money = { amountMinor: 0, currency } as const;

const cart = {
  orderId: '',
  state: '',
  timeZone: '',
  lines: [
    {
      id: '',
      kind: '',
      eventId: '',
      title: '',
      tickets: [{ id: '', tariffId: '', tariffName: '', price: money }],
    },
  ],
  fees: [{ name: '', amount: money, isIncluded: false }],
  ticketCount: 0,
  ticketsTotal: money,
  total: money,
  holdSeconds: 0,
  answeredAt: '',
} as const;

const order = {
  orderId: '',
  purchasedAt: '',
  timeZone: '',
  total: money,
  fees: [{ name: '', amount: money, isIncluded: false }],
  tickets: [{ id: '', title: '', state: '', price: money }],
} as const;

const outcome = { status: '', checkedAt: '', cart: orNull(cart), order: orNull(order) } as const;

type PurchaseName = keyof typeof purchaseEndpoints;

/** What is read of the shop, of carts, payments and orders. */
export const purchaseSamples: { readonly [Name in PurchaseName]: Sample<Reply<Name>> } = {
  getShop: { name: '', timeZone: '', countries: [{ code: '', name: '' }] },
  openCart: { token: '', cart },
  getCart: cart,
  addToCart: cart,
  removeTickets: cart,
  changeTicket: cart,
  redeemPromoCode: cart,
  removePromoCode: cart,
  saveContact: cart,
  listShipmentModes: { shipmentModes: [{ id: '', kind: '', name: '', fee: money }] },
  chooseShipment: cart,
  startPayment: { amount: money, handOver: {}, cart },
  getPaymentOutcome: outcome,
  reportPayment: outcome,
  leavePayment: outcome,
  getOrder: order,
  getTicketsPdf: {},
};

/** Whether something has what a reply about a cart or an order must have. */
export const isReply = <Name extends PurchaseName>(name: Name, value: unknown): value is Reply<Name> =>
  fits(value, purchaseSamples[name]);
