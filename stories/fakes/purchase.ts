/** What a purchase needs beyond its cart: ways to get the tickets, the payment's hand-over, the order. */
import type {
  Cart,
  CartLine,
  Contact,
  Order,
  PaymentOutcome,
  PaymentStart,
  ShipmentMode,
  Ticket,
  TicketCode,
  WidgetHandOver,
} from '@s360-widgets/contract';
import { cart, fluteLine } from './cart.js';
import { posters } from './posters.js';

const euros = (amountMinor: number) => ({ amountMinor, currency: { code: 'EUR', digits: 2 } });

const dayTicket = (id: string) => ({
  id,
  tariffId: '2',
  tariffName: 'Concession',
  seatCategoryId: null,
  price: euros(800),
  seat: null,
});

export const citiesLine: CartLine = {
  id: 'line-2',
  kind: 'pass',
  eventId: '105',
  performanceId: null,
  itemId: '61',
  timeslotId: null,
  title: 'Paper Cities: architecture drawn by hand',
  name: 'Day ticket',
  startAt: '2026-12-01T00:00:00+01:00',
  endAt: '2027-02-28T23:59:00+01:00',
  venueName: 'Museum of Form',
  pictureUrl: posters.cities,
  hasSeatMap: false,
  tickets: [dayTicket('81'), dayTicket('82')],
  included: [],
};

/** Two tote bags: no tickets. */
const bagLine: CartLine = {
  ...citiesLine,
  ...{
    id: 'line-3',
    kind: 'goods',
    eventId: '109',
    itemId: '91',
    title: 'Lumen tote bag',
    name: 'Red velvet',
  },
  ...{ startAt: null, endAt: null, venueName: '', pictureUrl: null },
  tickets: ['85', '86'].map((id) => ({ ...dayTicket(id), tariffName: 'Full price', price: euros(2400) })),
};

const evening = (performanceId: string, title: string, startAt: string) => ({
  ...{ performanceId, itemId: null, title, name: '', startAt, quantity: 2 },
  venueName: 'Opera House, Main Stage',
  seats: ['7', '8'].map((number) => ({
    ...{ seatId: `8${number}`, area: 'Stalls left', block: '', row: 'F', number },
  })),
});

/** Two season tickets for three evenings, in the same seats. */
const seasonLine: CartLine = {
  ...citiesLine,
  ...{ id: 'line-4', kind: 'season-ticket', eventId: '111', itemId: '96' },
  ...{ title: 'Opera à la carte', name: 'Three evenings', pictureUrl: posters.carlos },
  ...{ startAt: null, endAt: null, venueName: '' },
  tickets: ['87', '88'].map((id) => ({ ...dayTicket(id), tariffName: 'Full price', price: euros(22680) })),
  included: [
    evening('6001', 'La traviata', '2026-12-19T19:00:00+01:00'),
    evening('6003', 'Giselle', '2027-02-12T19:30:00+01:00'),
    evening('6006', 'Tosca', '2027-05-22T19:00:00+02:00'),
  ],
};

/** Three seats and two day tickets. */
export const fullCart: Cart = {
  ...cart,
  lines: [fluteLine, citiesLine],
  fees: [{ kind: 'booking', name: 'Booking fee', amount: euros(600), isIncluded: true }],
  ticketCount: 5,
  ticketsTotal: euros(22600),
  total: euros(22600),
  includedTax: euros(2109),
};

/** Season tickets alone. */
export const seasonCart: Cart = {
  ...cart,
  lines: [seasonLine],
  fees: [],
  ticketCount: 2,
  ...{ ticketsTotal: euros(45360), total: euros(45360), includedTax: euros(4124) },
};

/** Three seats and two tote bags. */
export const goodsCart: Cart = {
  ...fullCart,
  lines: [fluteLine, bagLine],
  ...{ ticketsTotal: euros(25800), total: euros(25800), includedTax: euros(3145) },
  fees: [{ kind: 'booking', name: 'Booking fee', amount: euros(360), isIncluded: true }],
};

/** Under two minutes left. */
export const lateCart: Cart = { ...fullCart, expiresAt: '2026-11-27T10:01:48+01:00' };

export const contact: Contact = {
  email: 'elena.marchetti@example.org',
  firstName: 'Elena',
  lastName: 'Marchetti',
  phone: '+41 79 123 45 67',
  countryCode: 'CH',
};

export const knownCart: Cart = { ...fullCart, contact };

/** The contact was given, and can't be read just now. */
export const unreadCart: Cart = { ...fullCart, unread: ['contact'] };
export const readyCart: Cart = {
  ...knownCart,
  fees: [...fullCart.fees, { kind: 'delivery', name: 'Mobile tickets', amount: euros(0), isIncluded: false }],
  shipment: { shipmentModeId: '41', kind: 'mobile', name: 'Mobile tickets' },
};

/** Of its order S-360 says what the relay does not know. */
export const unclearCart: Cart = { ...readyCart, state: 'unclear', expiresAt: null };
export const payingCart: Cart = { ...readyCart, state: 'paying' };

export const endedCart: Cart = {
  ...fullCart,
  state: 'ended',
  lines: [],
  fees: [],
  ticketCount: 0,
  ticketsTotal: euros(0),
  total: euros(0),
  includedTax: null,
  expiresAt: null,
};

const mode = (
  id: string,
  kind: ShipmentMode['kind'],
  name: string,
  description: string,
  feeMinor = 0,
): ShipmentMode => ({ id, kind, name, description, fee: euros(feeMinor), addressNeeded: kind === 'post' });

export const shipmentModes: ShipmentMode[] = [
  mode('41', 'mobile', 'Mobile tickets', ''),
  mode('42', 'print-at-home', 'Print at home', 'PDF by email, one page for each ticket.'),
  mode('43', 'box-office', 'Box office', 'Collect with an ID from one hour before the start.'),
  mode('44', 'post', 'By post', 'Registered letter to Switzerland.', 750),
];

/** A script that paints a form of its own, as a provider's would. */
const widgetScript = `window.StoryPay = { mount({ element }) {
  element.innerHTML = '<p style="margin:0 0 12px;font-weight:600">Card</p>' +
    '<input aria-label="Card number" placeholder="1234 5678 9012 3456" style="font:inherit;width:100%;box-sizing:border-box;padding:12px;border:1px solid #7a7d81;border-radius:6px;background:none;color:inherit">' +
    '<button style="font:inherit;font-weight:600;width:100%;margin-top:16px;padding:14px;border:0;border-radius:6px;background:#00587f;color:#fff">Pay €232.00</button>';
  return { unmount() { element.replaceChildren(); } };
} };`;

export const paymentStart: PaymentStart = {
  amount: euros(22600),
  provider: 'S-PAY',
  handOver: {
    kind: 'widget',
    scriptUrl: `data:text/javascript,${encodeURIComponent(widgetScript)}`,
    integrity: null,
    global: 'StoryPay',
    function: 'mount',
    unmount: 'unmount',
    settings: { transactionId: '900' },
    names: { element: 'element', success: 'onSuccess', failure: 'onFailure', cancel: 'onCancel' },
    origins: [],
  },
  cart: payingCart,
};

/** A form that says "paid" by itself, as after a visitor has used it. */
export const usedPaymentStart: PaymentStart = {
  ...paymentStart,
  handOver: {
    ...(paymentStart.handOver as WidgetHandOver),
    scriptUrl: `data:text/javascript,${encodeURIComponent('window.StoryPaid = { mount({ onSuccess }) { queueMicrotask(onSuccess); } };')}`,
    global: 'StoryPaid',
  },
};

/** A script that an ad blocker or a page's Content-Security-Policy keeps away. */
export const blockedPaymentStart: PaymentStart = {
  ...paymentStart,
  handOver: {
    ...(paymentStart.handOver as WidgetHandOver),
    scriptUrl: 'data:text/javascript,0',
    // The hash of nothing: the browser refuses the script.
    integrity: 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  },
};

export const outcome = (change: Partial<PaymentOutcome>): PaymentOutcome => ({
  status: 'waiting',
  checkedAt: '2026-11-27T10:00:00+01:00',
  cart: payingCart,
  order: null,
  ...change,
});

/** A code that looks like one: three finder squares, the rest drawn from a seed. */
function codeOf(text: string): TicketCode {
  const size = 29;
  let seed = Array.from(text).reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) >>> 0;
  const draw = () => (seed = (seed * 1664525 + 1013904223) >>> 0) > 0x7fffffff;
  const finder = (x: number, y: number) =>
    `M${x} ${y}h7v7h-7zM${x + 1} ${y + 1}v5h5v-5zM${x + 2} ${y + 2}h3v3h-3z`;
  const corners = [
    [0, 0],
    [size - 7, 0],
    [0, size - 7],
  ] as const;
  const isFree = (x: number, y: number) =>
    !corners.some(([cx, cy]) => x >= cx - 1 && x <= cx + 7 && y >= cy - 1 && y <= cy + 7);
  const dots = Array.from(
    { length: size * size },
    (_, index) => [index % size, Math.floor(index / size)] as const,
  )
    .filter(([x, y]) => isFree(x, y) && draw())
    .map(([x, y]) => `M${x} ${y}h1v1h-1z`);
  return { text, size, path: corners.map(([x, y]) => finder(x, y)).join('') + dots.join('') };
}

const ticketOf = (line: CartLine, index: number, change: Partial<Ticket> = {}): Ticket => {
  const { id, tariffName, price, seat } = line.tickets[index]!;
  const { kind, eventId, performanceId, title, name, startAt, endAt, venueName, pictureUrl } = line;
  return {
    ...{ id, kind, eventId, performanceId, title, name, startAt, endAt, venueName, pictureUrl },
    ...{ seat, tariffName, price, partOf: null },
    venueAddress: 'Theatre Square 1, 8001 Zurich',
    state: 'valid',
    code: codeOf(id),
    ...change,
  };
};

export const order: Order = {
  orderId: '4711',
  purchasedAt: '2026-11-24T18:20:00+01:00',
  timeZone: 'Europe/Zurich',
  total: euros(22600),
  fees: fullCart.fees,
  firstName: 'Elena',
  email: 'elena.marchetti@example.org',
  shipment: { shipmentModeId: '41', kind: 'mobile', name: 'Mobile tickets' },
  downloadable: true,
  unread: [],
  tickets: [
    ...fluteLine.tickets.map((_, index) => ticketOf(fluteLine, index)),
    ...citiesLine.tickets.map((_, index) => ticketOf(citiesLine, index)),
  ],
};

/** A seat, and two tote bags to collect. */
export const goodsOrder: Order = {
  ...order,
  tickets: [ticketOf(fluteLine, 0), ...bagLine.tickets.map((_, index) => ticketOf(bagLine, index))],
};

/** Answers one after the other; the last one stays. */
export function inTurn<T>(...answers: [T, ...T[]]): () => T {
  const left = [...answers];
  return () => (left.length > 1 ? left.shift() : left[0]) ?? answers[0];
}

const other = (orderId: string, title: string, pictureUrl: string, change: Partial<Ticket>): Order => ({
  ...order,
  orderId,
  purchasedAt: '2026-10-02T12:00:00+02:00',
  tickets: [
    ticketOf(
      {
        ...fluteLine,
        eventId: orderId,
        performanceId: orderId,
        title,
        pictureUrl,
        venueName: 'Concert Hall',
      },
      0,
      { id: `${orderId}1`, ...change },
    ),
  ],
});

export const cancelledOrder = other('4702', 'Don Carlos', posters.carlos, {
  startAt: '2026-12-18T18:00:00+01:00',
  state: 'cancelled',
  code: null,
});

export const usedOrder = other('4650', 'Mahler: Resurrection', posters.mahler, {
  startAt: '2026-11-14T19:30:00+01:00',
  state: 'used',
  code: null,
  seat: { seatId: '5', area: 'Balcony', block: '', row: 'C', number: '41' },
});

export const pendingOrder: Order = {
  ...order,
  tickets: order.tickets.map((each) => ({ ...each, state: 'pending', code: null })),
};

/** As the relay answers while S-360's contacts and tickets can't be read. */
export const unreadOrder: Order = {
  ...pendingOrder,
  firstName: '',
  email: '',
  unread: ['contact', 'tickets'],
};

export const postedOrder: Order = {
  ...order,
  downloadable: false,
  shipment: { shipmentModeId: '44', kind: 'post', name: 'By post' },
  tickets: order.tickets.map((each) => ({ ...each, code: null })),
};
