import type {
  CrossSell,
  EventDetail,
  EventSummary,
  Performance,
  SeatCategory,
  Tariff,
} from '@s360-widgets/contract';
import { eventList, events, performanceAt, topics, venues } from './catalog.js';

export const tariffs: Tariff[] = [
  { id: '1', name: 'Full price', description: '', kind: 'full', requiresTariffIds: [], membersOnly: false },
  {
    id: '2',
    name: 'Under 26',
    description: 'Proof of age at the door',
    kind: 'reduced',
    requiresTariffIds: [],
    membersOnly: false,
  },
  {
    id: '3',
    name: 'Child up to 12',
    description: '',
    kind: 'reduced',
    requiresTariffIds: ['1', '2'],
    membersOnly: false,
  },
  {
    id: '4',
    name: 'Friend of the house',
    description: 'Up to 4 tickets for members',
    kind: 'reduced',
    requiresTariffIds: [],
    membersOnly: true,
  },
];

const category = (
  id: string,
  name: string,
  fullMinor: number,
  availability: SeatCategory['availability'] = 'good',
): SeatCategory => ({
  id,
  name,
  availability,
  prices: [
    { tariffId: '1', amountMinor: fullMinor },
    { tariffId: '2', amountMinor: fullMinor / 2 },
    { tariffId: '3', amountMinor: fullMinor / 4 },
    { tariffId: '4', amountMinor: Math.round(fullMinor * 0.85) },
  ],
});

/** Five prices, the dearest first; the second is gone. */
export const seatCategories = [
  category('31', 'A', 16500, 'limited'),
  category('32', 'B', 12000, 'none'),
  category('33', 'C', 8400),
  category('34', 'D', 5600),
  category('35', 'E', 3200, 'limited'),
];

type Given = Parameters<typeof performanceAt>;
const performance = (name: string, ...given: Given): Performance => ({
  ...performanceAt(...given),
  name,
  durationMinutes: 170,
  hasSeatMap: true,
  seatCategories,
});

const evening = (index: number, day: string, left: 'good' | 'limited' | 'none' = 'good') =>
  performance('', String(5000 + index), `${day}T19:00:00+01:00`, 3200, left);

export const named = (code: string): EventSummary => events.find((each) => each.code === code)!;
const quartet = named('OKAFOR4');

const common = {
  language: 'en',
  asOf: eventList.asOf,
  stale: false,
  currency: { code: 'EUR', digits: 2 },
  timeZone: eventList.timeZone,
  items: [],
  included: [] as EventDetail['included'],
  crossSells: [] as CrossSell[],
  tariffs,
  maxTickets: 10,
  bookingFee: { amountMinor: 120, isIncluded: true },
} as const;

const offeredAlong = (code: string): CrossSell => {
  const { id, kind, title, pictureUrl, priceFromMinor, priceToMinor } = named(code);
  return { id, code, kind, title, pictureUrl, priceFromMinor, priceToMinor };
};

/** Thirteen days, one of them with a matinee. */
export const event: EventDetail = {
  ...named('MAGICFLUTE'),
  ...common,
  crossSells: [offeredAlong('TOTEBAG'), offeredAlong('FRIENDS')],
  priceFromMinor: 3200,
  topic: topics[0]!,
  venue: venues[0]!,
  items: [],
  tariffs,
  description: [
    { kind: 'paragraph', runs: [{ text: 'Wolfgang Amadeus Mozart', strong: true }] },
    {
      kind: 'paragraph',
      runs: [
        {
          text: 'Mozart’s fairy tale for grown-ups and children alike: a prince, a bird-catcher and three riddles. Sung in German with surtitles in English and French.',
        },
      ],
    },
  ],
  performances: [
    evening(0, '2026-11-28', 'limited'),
    evening(1, '2026-11-29', 'none'),
    evening(2, '2026-12-02'),
    evening(3, '2026-12-04'),
    evening(4, '2026-12-05', 'limited'),
    performance('Family matinee', '5005', '2026-12-12T15:00:00+01:00', 3200, 'limited'),
    performance('Evening', '5006', '2026-12-12T19:00:00+01:00', 3200),
    evening(7, '2026-12-13'),
    evening(8, '2026-12-26'),
    evening(9, '2026-12-28'),
    evening(10, '2027-01-02'),
    evening(11, '2027-01-09'),
    evening(12, '2027-01-16'),
    evening(13, '2027-01-17'),
  ],
};

/** A stadium without a map for this point of sale: one price. */
export const placesEvent: EventDetail = {
  ...named('FCLNORTE'),
  ...common,
  items: [],
  tariffs: tariffs.slice(0, 2),
  bookingFee: null,
  topic: topics[2]!,
  venue: venues[2]!,
  description: [],
  performances: [
    {
      ...performance('', '1200', '2026-12-06T16:15:00+01:00', 3200),
      durationMinutes: 105,
      hasSeatMap: false,
      seatCategories: [category('41', 'Standing', 3200)],
    },
  ],
};

const slot = (day: string, hour: number, index: number) => ({
  id: `${day.replaceAll('-', '')}${hour}`,
  startAt: `${day}T${hour}:00:00+01:00`,
  endAt: `${day}T${hour + 1}:30:00+01:00`,
  ...(index % 5 === 1
    ? ({ saleState: 'sold-out', availability: 'none' } as const)
    : ({ saleState: 'on-sale', availability: index % 4 === 3 ? 'limited' : 'good' } as const)),
  onSaleAt: null,
});

export const onSale = { saleState: 'on-sale', availability: 'good', onSaleAt: null } as const;
/** What is sold by item, and has no seats. */
const unseated = { seatCategories: [], performanceCount: 0 };

/** A museum: timed visits, or a day ticket. */
export const pass: EventDetail = {
  ...named('PAPERCITIES'),
  ...common,
  items: [
    {
      ...onSale,
      ...unseated,
      id: '61',
      name: 'Timed visit with a guide',
      prices: [
        { tariffId: '1', amountMinor: 1800 },
        { tariffId: '2', amountMinor: 900 },
        { tariffId: '3', amountMinor: 0 },
      ],
      timeslots: ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-05'].flatMap(
        (day, dayIndex) => [10, 12, 14, 16].map((hour, index) => slot(day, hour, index + dayIndex)),
      ),
    },
    {
      ...onSale,
      ...unseated,
      id: '62',
      name: 'Day ticket',
      prices: [
        { tariffId: '1', amountMinor: 1200 },
        { tariffId: '2', amountMinor: 600 },
      ],
      timeslots: [],
    },
  ],
  tariffs: tariffs.slice(0, 3),
  bookingFee: null,
  topic: topics[4]!,
  venue: venues[3]!,
  description: [
    {
      kind: 'paragraph',
      runs: [
        { text: 'Ninety cities that were never built, drawn in ink and pencil between 1890 and today.' },
      ],
    },
    {
      kind: 'list',
      ordered: false,
      items: [[{ text: 'Open daily from 10:00 to 18:00' }], [{ text: 'Guided tours in English and French' }]],
    },
  ],
  performances: [],
};

/** A performance that can't be bought, and why. */
const closed = (of: EventSummary, change: Partial<EventDetail>): EventDetail => ({
  ...of,
  ...common,
  items: [],
  tariffs,
  topic: topics[5]!,
  venue: venues[4]!,
  description: [{ kind: 'paragraph', runs: [{ text: 'One evening only.' }] }],
  performances: of.performances.map((each) => ({
    ...each,
    name: '',
    durationMinutes: 90,
    hasSeatMap: false,
    seatCategories: [],
    ...('saleState' in change
      ? { saleState: change.saleState!, availability: change.availability ?? 'none' }
      : {}),
  })),
  ...change,
});

export const soonEvent = closed(quartet, {});
export const soldOutEvent = closed(quartet, { saleState: 'sold-out', availability: 'none' });
export const movedEvent = closed(quartet, { saleState: 'moved', availability: 'none' });
export const endedEvent = closed(quartet, { saleState: 'ended', availability: 'good' });
export const boxOfficeEvent = closed(quartet, { saleState: 'box-office', availability: 'good' });
export const cancelledEvent = closed(named('DONCARLOS'), { topic: topics[0]!, venue: venues[0]! });

const full = (amountMinor: number, rule: object = {}) => [{ tariffId: '1', amountMinor, ...rule }];

export const beside = { ...common, bookingFee: null, venue: null, performances: [] };

/** Goods: a colour that is gone, and few left of another. */
export const goods: EventDetail = {
  ...named('TOTEBAG'),
  ...beside,
  topic: topics[6]!,
  description: [
    {
      kind: 'paragraph',
      runs: [
        {
          text: 'Sewn from the curtains of past productions, so that no two are alike. Collect it at the shop.',
        },
      ],
    },
  ],
  items: [
    { ...onSale, ...unseated, id: '91', name: 'Red velvet', prices: full(2400), timeslots: [] },
    {
      ...{ ...unseated, id: '92', name: 'Night blue', prices: full(2400), timeslots: [] },
      ...{ saleState: 'unavailable', availability: 'none', onSaleAt: null },
    },
    {
      ...onSale,
      ...unseated,
      availability: 'limited',
      id: '93',
      name: 'Raw linen',
      prices: full(1900),
      timeslots: [],
    },
  ],
  tariffs: tariffs.slice(0, 1),
};

/** A membership: one of it, for a year. */
export const membership: EventDetail = {
  ...named('FRIENDS'),
  ...beside,
  topic: topics[7]!,
  description: [
    {
      kind: 'paragraph',
      runs: [
        {
          text: 'Rehearsals with the ensemble, and a week’s head start on every sale. For a year from the day you join.',
        },
      ],
    },
  ],
  items: [
    {
      ...onSale,
      ...unseated,
      id: '94',
      name: 'For one',
      prices: full(8000, { maxQuantity: 1 }),
      timeslots: [],
    },
    {
      ...onSale,
      ...unseated,
      id: '95',
      name: 'For two',
      prices: full(12000, { maxQuantity: 1 }),
      timeslots: [],
    },
  ],
  tariffs: tariffs.slice(0, 1),
};
