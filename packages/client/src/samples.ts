import type { EndpointName, Reply } from '@s360-widgets/contract';
import { programmeSamples } from './samples.programme.js';
import { type AnySample, misfit, type Sample, type Test } from './shape.js';

const orNull =
  (sample: AnySample): Test =>
  (value) =>
    value === null || !misfit(value, sample);

const currency = { code: '', digits: 0 } as const;
const money = { amountMinor: 0, currency } as const;
const sale = { saleState: '', availability: '' } as const;
const prices = [{ tariffId: '', amountMinor: 0 }] as const;
const seatCategories = [{ id: '', name: '', availability: '', prices }] as const;
const tariffs = [{ id: '', name: '', kind: '', requiresTariffIds: [''] }] as const;
const clock = { asOf: '', stale: false, timeZone: '', currency } as const;
const event = { ...sale, id: '', code: '', kind: '', title: '' } as const;

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
  fees: [{ name: '', amount: money }],
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
  fees: [{ name: '', amount: money }],
  tickets: [{ id: '', title: '', state: '', price: money }],
} as const;

const outcome = { status: '', checkedAt: '', cart: orNull(cart), order: orNull(order) } as const;
const states = { planHash: '', version: 0, changes: [] } as const;

export const samples: { readonly [Name in EndpointName]: Sample<Reply<Name>> } = {
  ...programmeSamples,
  getEvent: {
    ...clock,
    ...event,
    description: [],
    performances: [{ ...sale, id: '', startAt: '', seatCategories }],
    passItems: [{ id: '', name: '', prices, timeslots: [{ ...sale, id: '', startAt: '' }] }],
    tariffs,
  },
  getSeatPlan: {
    seatCount: 0,
    pitch: 0,
    areas: [{ id: '', name: {} }],
    sections: [{ area: 0, rows: 0, outline: [] }],
    rows: [''],
    runs: { seats: [], x: [], y: [], dx: [], dy: [], bulge: [], first: [], step: [], joined: [], loose: [] },
    ids: [],
    numbers: [],
    categories: [''],
    category: [],
    marks: { restricted: [], wheelchair: [], companion: [] },
    decor: [{ kind: '', outline: [] }],
    zones: [{ areaId: '', outline: [] }],
  },
  getSeatMap: {
    ...sale,
    performanceId: '',
    title: '',
    startAt: '',
    timeZone: '',
    planHash: '',
    maxTickets: 0,
    seatCategories,
    tariffs,
    states,
  },
  getSeatStates: states,
  openCart: { token: '', cart },
  getCart: cart,
  addToCart: cart,
  removeTickets: cart,
  changeTicket: cart,
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

/** Whether something has what an endpoint's reply must have. */
export const isReply = <Name extends EndpointName>(name: Name, value: unknown): value is Reply<Name> =>
  !misfit(value, samples[name]);
