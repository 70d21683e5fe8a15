/** Carts, payments and orders for tests of what is bought. */
import type {
  Cart,
  CartLine,
  Contact,
  Order,
  PaymentOutcome,
  PaymentStart,
  ShipmentMode,
  Shop,
  Tariff,
  Ticket,
} from '@s360-widgets/contract';
import { detail, performance } from './programme.fixture.js';

export const euros = (amountMinor: number) => ({ amountMinor, currency: { code: 'EUR', digits: 2 } });

export const shop: Shop = {
  name: 'Teatro Lumen',
  languages: ['en', 'fr'],
  currency: { code: 'EUR', digits: 2 },
  timeZone: 'Europe/Zurich',
  maxTickets: 10,
  holdSeconds: 900,
  signIn: 'optional',
  signInWays: [],
  shopUrl: null,
  promoCodes: false,
  supportPhone: '+41 44 555 01 01',
  countries: [
    { code: 'CH', name: 'Switzerland' },
    { code: 'FR', name: 'France' },
  ],
};

const seat = (id: string, number: string): CartLine['tickets'][number] => ({
  id,
  tariffId: '1',
  tariffName: 'Full price',
  seatCategoryId: '33',
  price: euros(8400),
  seat: { seatId: `9${id}`, area: 'Stalls right', block: '', row: 'H', number },
});

export const line: CartLine = {
  id: 'line-1',
  kind: 'event',
  eventId: '101',
  performanceId: '5006',
  itemId: null,
  timeslotId: null,
  title: 'The Magic Flute',
  name: '',
  startAt: '2026-12-12T19:00:00+01:00',
  endAt: null,
  venueName: 'Opera House',
  pictureUrl: null,
  hasSeatMap: true,
  tickets: [seat('71', '18'), seat('72', '19')],
  included: [],
};

export const passLine: CartLine = {
  ...line,
  id: 'line-2',
  kind: 'pass',
  eventId: '105',
  performanceId: null,
  itemId: '61',
  title: 'Paper Cities',
  name: 'Day ticket',
  startAt: '2026-12-01T00:00:00+01:00',
  endAt: '2027-02-28T23:59:00+01:00',
  venueName: 'Museum of Form',
  hasSeatMap: false,
  tickets: [
    { ...seat('81', ''), seat: null, seatCategoryId: null, tariffName: 'Concession', price: euros(800) },
    { ...seat('82', ''), seat: null, seatCategoryId: null, tariffName: 'Concession', price: euros(800) },
  ],
};

/** Guided visits in a language and on a theme. */
export const guidedTour = {
  languageCode: 'fr',
  languageName: 'French',
  themeId: '31',
  themeName: 'Highlights',
};
export const guidedLine: CartLine = {
  ...passLine,
  ...{ id: 'line-3', eventId: '109', itemId: '63', timeslotId: '73', tour: guidedTour },
  ...{ title: 'The collection with a guide', name: 'Guided visit', venueName: 'Museum of Form' },
  ...{ startAt: '2026-12-01T11:00:00+01:00', endAt: '2026-12-01T12:00:00+01:00' },
};

const evening = (performanceId: string, title: string, startAt: string) => ({
  ...{ performanceId, itemId: null, title, name: '', startAt, venueName: 'Opera House', quantity: 2 },
  seats: ['7', '8'].map((number) => ({
    ...{ seatId: `8${number}`, area: 'Stalls left', block: '', row: 'F', number },
  })),
});

/** Two season tickets for three evenings, in the same seats. */
export const seasonLine: CartLine = {
  ...line,
  ...{ id: 'line-4', kind: 'season-ticket', eventId: '108', performanceId: null, itemId: '91' },
  ...{ title: 'Grand subscription', name: 'Three evenings', startAt: null, venueName: '', hasSeatMap: false },
  tickets: [
    { ...seat('101', ''), seat: null, price: euros(30000) },
    { ...seat('102', ''), seat: null, price: euros(30000) },
  ],
  included: [
    evening('5106', 'La traviata', '2026-12-19T19:00:00+01:00'),
    evening('5107', 'Carmen', '2027-01-30T19:00:00+01:00'),
    evening('5108', 'Giselle', '2027-03-13T19:30:00+01:00'),
  ],
};

/** Two packages of an evening and a book. */
export const packageLine: CartLine = {
  ...seasonLine,
  ...{ id: 'line-5', kind: 'package', eventId: '109', itemId: '95', title: 'Opera for the first time' },
  ...{ name: 'Evening' },
  included: [
    evening('5106', 'La traviata', '2026-12-19T19:00:00+01:00'),
    {
      ...{ performanceId: null, itemId: '85', title: 'The season book', name: 'Book', startAt: null },
      ...{ venueName: '', quantity: 2, seats: [] },
    },
  ],
};

export const bagLine: CartLine = {
  ...passLine,
  ...{
    id: 'line-3',
    kind: 'goods',
    eventId: '106',
    itemId: '81',
    title: 'Lumen tote bag',
    name: 'Red velvet',
  },
  ...{ startAt: null, endAt: null, venueName: '' },
  tickets: passLine.tickets.map((ticket) => ({ ...ticket, id: `9${ticket.id}`, tariffName: 'Full price' })),
};

/** Held for eleven and a half minutes from the tests' start. */
export function cart(change: Partial<Cart> = {}): Cart {
  const lines = change.lines ?? [line];
  const tickets = lines.flatMap((each) => each.tickets);
  const sum = tickets.reduce((total, { price }) => total + price.amountMinor, 0);
  return {
    orderId: '4711',
    state: 'open',
    timeZone: 'Europe/Zurich',
    lines,
    fees: [{ kind: 'booking', name: 'Booking fee', amount: euros(240), isIncluded: false }],
    ticketCount: tickets.length,
    ticketsTotal: euros(sum),
    total: euros(sum + 240),
    includedTax: euros(541),
    expiresAt: '2026-11-27T10:11:32+01:00',
    holdSeconds: 900,
    maxTickets: 10,
    answeredAt: '2026-11-27T10:00:00+01:00',
    contact: null,
    address: null,
    shipment: null,
    unread: [],
    ...change,
  };
}

export const endedCart = () => cart({ state: 'ended', lines: [], fees: [], expiresAt: null });

export const contact: Contact = {
  email: 'elena@example.org',
  firstName: 'Elena',
  lastName: 'Marchetti',
  countryCode: 'CH',
};

export const knownCart = (change: Partial<Cart> = {}) => cart({ contact, ...change });

export const readyCart = (change: Partial<Cart> = {}) =>
  knownCart({ shipment: { shipmentModeId: '41', kind: 'mobile', name: 'Mobile tickets' }, ...change });

export const payingCart = () => readyCart({ state: 'paying' });

const mode = (id: string, kind: ShipmentMode['kind'], name: string, feeMinor: number): ShipmentMode => ({
  ...{ id, kind, name },
  description: '',
  fee: euros(feeMinor),
  addressNeeded: kind === 'post',
});

export const shipmentModes = [mode('41', 'mobile', 'Mobile tickets', 0), mode('44', 'post', 'By post', 750)];

const tariff = (id: string, name: string, more: Partial<Tariff> = {}): Tariff => ({
  ...{ id, name, description: '', kind: 'reduced', requiresTariffIds: [], membersOnly: false },
  ...more,
});

/** The event of the cart's seats. */
export const event = detail({
  tariffs: [
    tariff('1', 'Full price', { kind: 'full' }),
    tariff('2', 'Under 26'),
    tariff('4', 'Friend of the house', { membersOnly: true }),
  ],
  performances: [
    {
      ...performance('5006', '2026-12-05T19:00:00+01:00'),
      name: '',
      durationMinutes: null,
      hasSeatMap: true,
      seatCategories: [
        {
          id: '33',
          name: 'Stalls',
          availability: 'good',
          prices: [
            { tariffId: '1', amountMinor: 8400 },
            { tariffId: '2', amountMinor: 4200 },
            { tariffId: '4', amountMinor: 7000 },
          ],
        },
      ],
    },
  ],
});

/** The widget is `window[name].mount`, which the test brings. */
export const paymentStart = (name: string): PaymentStart => ({
  amount: euros(17040),
  provider: 'S-PAY',
  handOver: {
    kind: 'widget',
    scriptUrl: `data:text/javascript,/* ${name} */`,
    integrity: null,
    global: name,
    function: 'mount',
    unmount: 'unmount',
    settings: { transactionId: '900' },
    names: { element: 'target', success: 'onPaid', failure: 'onRefused', cancel: 'onLeft' },
    origins: [],
  },
  cart: payingCart(),
});

export const outcome = (change: Partial<PaymentOutcome>): PaymentOutcome => ({
  status: 'waiting',
  checkedAt: '2026-11-27T10:00:00+01:00',
  cart: payingCart(),
  order: null,
  ...change,
});

export const ticket = (change: Partial<Ticket> = {}): Ticket => ({
  id: '71',
  kind: 'event',
  eventId: '101',
  performanceId: '5006',
  title: 'The Magic Flute',
  name: '',
  startAt: '2026-12-12T19:00:00+01:00',
  endAt: null,
  venueName: 'Opera House',
  venueAddress: 'Theatre Square 1',
  pictureUrl: null,
  seat: line.tickets[0]?.seat ?? null,
  tariffName: 'Full price',
  partOf: null,
  price: euros(8400),
  state: 'valid',
  code: { text: 'ABC', size: 21, path: 'M0 0h7v7h-7z' },
  ...change,
});

export const order = (change: Partial<Order> = {}): Order => ({
  orderId: '4711',
  purchasedAt: '2026-11-24T18:20:00+01:00',
  timeZone: 'Europe/Zurich',
  total: euros(17040),
  fees: [],
  firstName: 'Elena',
  email: 'elena@example.org',
  shipment: { shipmentModeId: '41', kind: 'mobile', name: 'Mobile tickets' },
  downloadable: true,
  unread: [],
  tickets: [ticket(), ticket({ id: '72', seat: line.tickets[1]?.seat ?? null })],
  ...change,
});
