import type { EndpointName, Reply } from '@s360-widgets/contract';

/**
 * What an endpoint's reply must have, as a sample of it: `''` stands for any text, `0` for any number, `false` for a yes or no,
 * `[of]` for a list whose items fit `of`, `[]` for any list, a function for what it says yes to. What a sample leaves out may
 * be anything.
 */
export type Sample<T> = T extends string
  ? ''
  : T extends number
    ? 0
    : T extends boolean
      ? false
      : T extends readonly (infer Item)[]
        ? readonly [] | readonly [Sample<Item>]
        : { readonly [Key in keyof T]?: null extends T[Key] ? Test : Sample<T[Key]> };

type Test = (value: unknown) => boolean;
type AnySample =
  | string
  | number
  | boolean
  | Test
  | readonly AnySample[]
  | { readonly [key: string]: AnySample | undefined };

const orNull =
  (sample: AnySample): Test =>
  (value) =>
    value === null || !misfit(value, sample);

/**
 * Where a reply first differs from its sample, such as `events.0.title`; `the reply` when it is no object at all; null when it
 * fits. Cheap: it looks at the names and kinds of what the sample lists, and at no more.
 */
export function misfit(value: unknown, sample: AnySample, path = ''): string | null {
  if (typeof sample === 'function') return sample(value) ? null : path;
  if (typeof sample !== 'object') return typeof value === typeof sample ? null : path;
  if (Array.isArray(sample)) return misfitOfList(value, sample as readonly AnySample[], path);
  if (typeof value !== 'object' || value === null) return path || 'the reply';
  for (const [name, member] of Object.entries(sample)) {
    if (member === undefined) continue;
    const fault = misfit((value as Record<string, unknown>)[name], member, path ? `${path}.${name}` : name);
    if (fault) return fault;
  }
  return null;
}

function misfitOfList(value: unknown, [of]: readonly AnySample[], path: string): string | null {
  if (!Array.isArray(value)) return path;
  if (of === undefined) return null;
  for (let index = 0; index < value.length; index++) {
    const fault = misfit(value[index], of, `${path}.${index}`);
    if (fault) return fault;
  }
  return null;
}

const currency = { code: '', digits: 0 } as const;
const money = { amountMinor: 0, currency } as const;
const sale = { saleState: '', availability: '' } as const;
const named = [{ id: '', name: '' }] as const;
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
  getShop: { name: '', timeZone: '', countries: [{ code: '', name: '' }] },
  listEvents: {
    ...clock,
    venues: named,
    topics: named,
    seasons: named,
    events: [{ ...event, performances: [{ ...sale, id: '', startAt: '' }] }],
  },
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
