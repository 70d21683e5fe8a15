/** For tests: whole replies, for handlers of which no more is asked than that they reply. */
import type { Cart, EventList, Order, PaymentOutcome, SeatStates } from '@s360-widgets/contract';

const currency = { code: 'EUR', digits: 2 } as const;
const nothing = { amountMinor: 0, currency };
const at = '2026-12-05T19:00:00Z';

export const someCart = (change: Partial<Cart> = {}): Cart => ({
  orderId: '10000000321',
  state: 'open',
  timeZone: 'Europe/Zurich',
  lines: [],
  fees: [],
  ticketCount: 0,
  ticketsTotal: nothing,
  total: nothing,
  includedTax: null,
  expiresAt: null,
  holdSeconds: 900,
  maxTickets: 8,
  answeredAt: at,
  contact: null,
  address: null,
  shipment: null,
  unread: [],
  ...change,
});

export const someOrder = (change: Partial<Order> = {}): Order => ({
  orderId: '10000000321',
  purchasedAt: at,
  timeZone: 'Europe/Zurich',
  total: nothing,
  fees: [],
  firstName: 'Ada',
  email: 'ada@example.org',
  shipment: null,
  downloadable: false,
  tickets: [],
  unread: [],
  ...change,
});

export const someOutcome = (): PaymentOutcome => ({
  status: 'waiting',
  checkedAt: at,
  cart: someCart({ state: 'paying' }),
  order: null,
});

export const someSeatStates = (): SeatStates => ({
  performanceId: '1',
  planHash: '1d2b9417030627bf',
  version: 1,
  asOf: at,
  stale: false,
  all: null,
  changes: [],
});

/** A season of so many events. */
export const someEvents = (count: number): EventList => ({
  language: 'en',
  asOf: at,
  stale: false,
  currency,
  timeZone: 'Europe/Zurich',
  venues: [],
  topics: [],
  seasons: [],
  events: Array.from({ length: count }, (_, index) => ({
    id: String(index),
    code: `E${index}`,
    kind: 'event',
    title: 'An event',
    pictureUrl: null,
    seasonId: '1',
    topicId: null,
    venueId: null,
    firstAt: null,
    lastAt: null,
    priceFromMinor: null,
    priceToMinor: null,
    saleState: 'on-sale',
    availability: 'good',
    onSaleAt: null,
    performances: [],
  })),
  unsold: [],
});
