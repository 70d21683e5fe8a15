/** A store whose world a test owns: relay, time, storage and the other tab. */
import type { CallOptions, Client } from '@s360-widgets/client';
import {
  type Cart,
  type CartLine,
  checkedCall,
  type EndpointName,
  type Order,
  type PaymentOutcome,
  type PaymentStart,
  type Reply,
} from '@s360-widgets/contract';
import { ProblemError } from '@s360-widgets/contract/problem';
import { checkoutSlices } from './checkout.js';
import { confirmationSlice } from './confirmation.js';
import { ordersSlice } from './orders.js';
import type { Clock, Storage, TabChannel } from './outside.js';
import type { Fact } from './state.js';
import { createStore, type Slice } from './store.js';

export const startAt = Date.parse('2026-11-24T19:00:00Z');
export const inMinutes = (minutes: number) => new Date(startAt + minutes * 60_000).toISOString();

/** What the relay answers to each endpoint: a reply, a problem to throw, or a function of the call. Such as a relay would, or the test fails. */
export type Answers = {
  [Name in EndpointName]?:
    | Reply<Name>
    | ProblemError
    | ((options: CallOptions<Name>) => Promise<Reply<Name>>);
};

export interface FakeRelay extends Client {
  /** Endpoints called, in order. */
  readonly calls: { name: EndpointName; options: { body?: unknown; token?: string; key?: string } }[];
  answers: Answers;
}

export function fakeRelay(answers: Answers): FakeRelay {
  const relay: FakeRelay = {
    calls: [],
    answers,
    async call(name, options) {
      relay.calls.push({ name, options });
      const answer: unknown = relay.answers[name];
      if (answer === undefined) throw new Error(`the test's relay has no answer to ${name}`);
      return checkedCall(name, async () => {
        if (answer instanceof ProblemError) throw answer;
        const reply =
          typeof answer === 'function' ? (answer as (given: unknown) => unknown)(options) : answer;
        return reply as Reply<typeof name>;
      });
    },
  };
  return relay;
}

/** Stands still until `pass` moves it; callbacks that are due run in order. */
export function fakeClock(): Clock & { pass(milliseconds: number): Promise<void> } {
  let now = startAt;
  const timers = new Set<{ at: number; callback: () => unknown }>();
  return {
    now: () => now,
    correct: () => {},
    after(milliseconds, callback) {
      const timer = { at: now + milliseconds, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async pass(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers.delete(next);
        now = next.at;
        void next.callback();
        await settled();
      }
      now = end;
    },
  };
}

/** Lets everything run that only waits for promises. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

export function memoryStorage(
  values: Record<string, unknown> = {},
): Storage & { values: Map<string, unknown> } {
  const map = new Map(Object.entries(values));
  return {
    values: map,
    get: async <T>(key: string) => map.get(key) as T | undefined,
    update: async <T>(key: string, change: (old: T | undefined) => T | undefined) => {
      const value = change(map.get(key) as T | undefined);
      if (value === undefined) map.delete(key);
      else map.set(key, value);
    },
  };
}

/** As many ends of one channel as there are tabs; a message reaches all but its sender. */
export function tabChannels(count: number): TabChannel[] {
  const listeners = Array.from({ length: count }, () => new Set<(message: unknown) => void>());
  return listeners.map((own) => ({
    post: (message) => {
      for (const others of listeners) if (others !== own) for (const listener of others) listener(message);
    },
    listen: (listener) => void own.add(listener),
  }));
}

export interface Given {
  answers?: Answers;
  stored?: Record<string, unknown>;
  /** A storage other than memory, made for the shop's clock. */
  storageOn?: (clock: Clock) => Storage;
  carriedToken?: string;
  /** Other slices than a checkout's and the orders'. */
  slices?: readonly Slice[];
}

const purchaseSlices: readonly Slice[] = [...checkoutSlices, confirmationSlice, ordersSlice];

export function shopOf({
  answers = {},
  stored = {},
  storageOn,
  carriedToken,
  slices = purchaseSlices,
}: Given = {}) {
  const relay = fakeRelay(answers);
  const clock = fakeClock();
  const storage = memoryStorage(stored);
  const [tabs, otherTab] = tabChannels(2) as [TabChannel, TabChannel];
  const facts: Fact[] = [];
  const store = createStore({
    client: relay,
    clock,
    device: async () => ({ storage: storageOn?.(clock) ?? storage, tabs, carriedToken }),
    lang: 'en',
  });
  for (const slice of slices) store.use(slice);
  store.onFact((fact) => facts.push(fact));
  const calls = () => relay.calls.map(({ name }) => name);
  const factNames = () => facts.map(({ name }) => name);
  return { store, relay, clock, storage, otherTab, facts, factNames, calls };
}

const seat = (id: string, number: string): CartLine['tickets'][number] => ({
  id,
  tariffId: '31',
  tariffName: 'Full price',
  seatCategoryId: '21',
  price: { amountMinor: 8400, currency: { code: 'EUR', digits: 2 } },
  seat: { seatId: `90${number}`, area: 'Stalls right', block: '', row: 'H', number },
});

export const line = (tickets = [seat('1', '18'), seat('2', '19')]): CartLine => ({
  id: 'l1',
  kind: 'event',
  eventId: '11',
  performanceId: '12',
  itemId: null,
  timeslotId: null,
  title: 'The Magic Flute',
  name: '',
  startAt: '2026-12-12T18:00:00Z',
  endAt: null,
  venueName: 'Opera House',
  pictureUrl: null,
  hasSeatMap: true,
  tickets,
  included: [],
});

export function cart(change: Partial<Cart> = {}): Cart {
  const lines = change.lines ?? [line()];
  const ticketCount = lines.reduce((sum, { tickets }) => sum + tickets.length, 0);
  const total = { amountMinor: ticketCount * 8400, currency: { code: 'EUR', digits: 2 } };
  return {
    orderId: '4711',
    state: 'open',
    timeZone: 'Europe/Zurich',
    lines,
    fees: [],
    ticketCount,
    ticketsTotal: total,
    total,
    includedTax: null,
    expiresAt: inMinutes(15),
    holdSeconds: 900,
    maxTickets: 8,
    answeredAt: inMinutes(0),
    contact: null,
    address: null,
    shipment: null,
    unread: [],
    ...change,
  };
}

export const endedCart = () => cart({ state: 'ended', lines: [], expiresAt: null });

export const contact = {
  email: 'elena@example.org',
  firstName: 'Elena',
  lastName: 'Marchetti',
  countryCode: 'CH',
};

/** A cart that is ready to be paid. */
export const reviewedCart = (change: Partial<Cart> = {}) =>
  cart({ contact, shipment: { shipmentModeId: '5', kind: 'mobile', name: 'Mobile tickets' }, ...change });

export const order = (change: Partial<Order> = {}): Order => ({
  orderId: '4711',
  purchasedAt: inMinutes(1),
  timeZone: 'Europe/Zurich',
  total: { amountMinor: 16800, currency: { code: 'EUR', digits: 2 } },
  fees: [],
  firstName: 'Elena',
  email: 'elena@example.org',
  shipment: null,
  downloadable: true,
  unread: [],
  tickets: [],
  ...change,
});

export const outcome = (change: Partial<PaymentOutcome>): PaymentOutcome => ({
  status: 'waiting',
  checkedAt: inMinutes(1),
  cart: null,
  order: null,
  ...change,
});

export const paymentStart = (): PaymentStart => ({
  amount: { amountMinor: 16800, currency: { code: 'EUR', digits: 2 } },
  provider: 'S-PAY',
  handOver: { kind: 'redirect', url: 'https://pay.example.org/' },
  cart: reviewedCart({ state: 'paying' }),
});

/** What a device keeps that has a cart. */
export const stored = { 'cart-token': 't1' };
export const start = { totalMinor: 16800, returnUrl: 'https://site.example.org/checkout' };
export const paying = () => reviewedCart({ state: 'paying' });

/** A shop whose visitor has just come to the payment. */
export async function atPayment(answers: Answers = {}) {
  const shop = shopOf({
    stored,
    answers: { getCart: reviewedCart(), startPayment: paymentStart(), ...answers },
  });
  await shop.store.dispatch('checkout-open', { returned: false });
  await shop.store.dispatch('payment-start', start);
  return shop;
}
