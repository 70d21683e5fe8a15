/** A small programme for tests: what a relay would answer on the morning of the fixture's clock. */
import type {
  EventDetail,
  EventList,
  EventSummary,
  IncludedPerformance,
  Performance,
  PerformanceSummary,
  Tour,
} from '@s360-widgets/contract';

export const performance = (
  id: string,
  startAt: string,
  more: Partial<PerformanceSummary> = {},
): PerformanceSummary => ({
  id,
  startAt,
  priceFromMinor: 3200,
  saleState: 'on-sale',
  availability: 'good',
  onSaleAt: null,
  ...more,
});

export const event = (id: string, title: string, more: Partial<EventSummary> = {}): EventSummary => ({
  id,
  code: title.toUpperCase().replaceAll(' ', ''),
  kind: 'event',
  title,
  pictureUrl: null,
  seasonId: '1',
  topicId: 'OPERA',
  venueId: '20',
  firstAt: '2026-12-05T19:00:00+01:00',
  lastAt: '2026-12-05T19:00:00+01:00',
  priceFromMinor: 3200,
  priceToMinor: 16500,
  saleState: 'on-sale',
  availability: 'good',
  onSaleAt: null,
  performances: [performance(`${id}1`, '2026-12-05T19:00:00+01:00')],
  ...more,
});

/** Four events in three states, the last one over. */
export const programme: EventList = {
  language: 'en',
  asOf: '2026-11-27T09:42:00+01:00',
  stale: false,
  currency: { code: 'EUR', digits: 2 },
  timeZone: 'Europe/Zurich',
  venues: [
    { id: '20', name: 'Opera House', address: '' },
    { id: '21', name: 'Museum of Form', address: '' },
  ],
  topics: [
    { id: 'OPERA', name: 'Opera' },
    { id: 'EXHIBITION', name: 'Exhibition' },
  ],
  seasons: [{ id: '1', name: 'Season 2026–27' }],
  events: [
    event('101', 'The Magic Flute', {
      performances: [
        performance('1', '2026-11-28T19:00:00+01:00'),
        performance('2', '2027-01-17T19:00:00+01:00'),
      ],
    }),
    event('102', 'Fidelio', { saleState: 'sold-out', availability: 'none' }),
    event('103', 'Paper Cities', {
      kind: 'pass',
      topicId: 'EXHIBITION',
      venueId: '21',
      firstAt: '2026-12-01T00:00:00+01:00',
      lastAt: '2027-02-28T23:59:00+01:00',
      priceFromMinor: 1200,
      priceToMinor: 1200,
      performances: [],
    }),
    event('104', 'Over and Done', {
      performances: [performance('4', '2026-11-20T19:00:00+01:00', { saleState: 'ended' })],
    }),
  ],
  unsold: [],
};

const onSale = { saleState: 'on-sale', availability: 'good', onSaleAt: null } as const;

const prices = (full: number) => [
  { tariffId: '1', amountMinor: full },
  { tariffId: '2', amountMinor: full / 2 },
  { tariffId: '3', amountMinor: full },
];

const evening = (id: string, startAt: string, more: Partial<Performance> = {}): Performance => ({
  ...performance(id, startAt),
  name: '',
  durationMinutes: 170,
  hasSeatMap: true,
  seatCategories: [
    { id: '31', name: 'A', availability: 'good', prices: prices(8400) },
    { id: '32', name: 'B', availability: 'none', prices: prices(5600) },
  ],
  ...more,
});

/** The Magic Flute on two days; a child's ticket needs a full one, a friend's needs a sign-in. */
export const detail = (more: Partial<EventDetail> = {}): EventDetail => ({
  ...event('101', 'The Magic Flute'),
  language: 'en',
  asOf: programme.asOf,
  stale: false,
  currency: { code: 'EUR', digits: 2 },
  timeZone: 'Europe/Zurich',
  description: [{ kind: 'paragraph', runs: [{ text: 'Three riddles & a flute <b>', strong: true }] }],
  topic: { id: 'OPERA', name: 'Opera' },
  venue: { id: '20', name: 'Opera House', address: 'Theatre Square 1' },
  items: [],
  included: [],
  crossSells: [],
  tariffs: [
    { id: '1', name: 'Full price', description: '', kind: 'full', requiresTariffIds: [], membersOnly: false },
    {
      id: '2',
      name: 'Child',
      description: '',
      kind: 'reduced',
      requiresTariffIds: ['1'],
      membersOnly: false,
    },
    { id: '3', name: 'Friend', description: '', kind: 'reduced', requiresTariffIds: [], membersOnly: true },
  ],
  maxTickets: 3,
  bookingFee: { amountMinor: 120, isIncluded: false },
  ...more,
  performances: more.performances ?? [
    evening('1001', '2026-11-28T19:00:00+01:00'),
    evening('1002', '2026-12-05T15:00:00+01:00', { name: 'Matinee' }),
    evening('1003', '2026-12-05T19:00:00+01:00'),
  ],
});

/** What is sold by item, and has no seats. */
const unseated = { seatCategories: [], performanceCount: 0 };

/** A museum: one timed visit a day, or any day. */
export const pass = detail({
  ...event('103', 'Paper Cities', { kind: 'pass', lastAt: '2027-02-28T23:59:00+01:00', performances: [] }),
  performances: [],
  items: [
    {
      ...onSale,
      id: '61',
      name: 'Timed visit',
      prices: prices(1800),
      ...unseated,
      timeslots: [
        {
          id: '71',
          startAt: '2026-12-01T10:00:00+01:00',
          endAt: '2026-12-01T11:30:00+01:00',
          saleState: 'on-sale',
          availability: 'good',
          onSaleAt: null,
        },
      ],
    },
    { ...onSale, id: '62', name: 'Day ticket', prices: prices(1200), ...unseated, timeslots: [] },
  ],
});

const guidedAt = (id: string, day: string, tours?: Tour[]) => ({
  ...{ ...onSale, id, startAt: `2026-12-${day}T11:00:00+01:00`, endAt: `2026-12-${day}T12:00:00+01:00` },
  ...(tours && { tours }),
});

const tour = (languageCode: string, themeId: string): Tour => ({ languageCode, themeId });

/** Guided visits: English and German about the highlights, German and Italian about the garden, each on days of its own. */
export const guidedPass = detail({
  ...event('109', 'The collection with a guide', { kind: 'pass', performances: [] }),
  performances: [],
  guided: {
    languages: [
      { id: 'en', name: 'English' },
      { id: 'fr', name: 'French' },
      { id: 'de', name: 'German' },
      { id: 'it', name: 'Italian' },
    ],
    themes: [
      { id: '31', name: 'Highlights' },
      { id: '32', name: 'The garden' },
    ],
  },
  items: [
    {
      ...onSale,
      ...{ id: '63', name: 'Guided visit', prices: prices(1800), ...unseated },
      timeslots: [
        guidedAt('73', '01', [tour('en', '31')]),
        guidedAt('74', '02', [tour('de', '31'), tour('de', '32')]),
        guidedAt('75', '03', [tour('it', '32')]),
      ],
    },
  ],
});

const bagEvent = event('105', 'Lumen tote bag', {
  ...{ kind: 'goods', topicId: 'SHOP', venueId: null, firstAt: null, lastAt: null },
  ...{ priceFromMinor: 1900, priceToMinor: 2400 },
  performances: [],
});

const bagPrice = (amountMinor: number, rule: object = {}) => [{ tariffId: '1', amountMinor, ...rule }];

/** Goods: one colour at once, one gone, one in twos and up to four. */
export const bag = detail({
  ...bagEvent,
  ...{ performances: [], topic: { id: 'SHOP', name: 'Shop' }, venue: null },
  ...{ maxTickets: 10, bookingFee: null },
  items: [
    { ...onSale, ...unseated, id: '81', name: 'Red velvet', prices: bagPrice(2400), timeslots: [] },
    {
      ...{ ...unseated, id: '82', name: 'Night blue', prices: bagPrice(2400), timeslots: [] },
      ...{ saleState: 'unavailable', availability: 'none', onSaleAt: null },
    },
    {
      ...onSale,
      ...{ ...unseated, id: '83', name: 'Raw linen', timeslots: [] },
      prices: bagPrice(1900, { minQuantity: 2, maxQuantity: 4 }),
    },
  ],
});

const held = (id: string, title: string, startAt: string, more: Partial<IncludedPerformance> = {}) => ({
  ...{ ...onSale, id, eventId: `1${id}`, title, startAt, venueName: 'Opera House' },
  ...more,
});

const grand = (full: number) => [
  { tariffId: '1', amountMinor: full },
  { tariffId: '2', amountMinor: full / 2 },
];

/** A season ticket of four evenings, of which one is called off: two of them at choice, or all. */
export const seasonTicket = detail({
  ...event('108', 'Opera à la carte', {
    ...{ kind: 'season-ticket', firstAt: '2026-12-19T19:00:00+01:00', lastAt: '2027-03-13T19:30:00+01:00' },
    ...{ priceFromMinor: 10000, priceToMinor: 30000, performances: [] },
  }),
  ...{ performances: [], bookingFee: null },
  items: [
    {
      ...{ ...onSale, id: '91', name: 'Two evenings', prices: [], performanceCount: 2, timeslots: [] },
      seatCategories: [
        { id: '31', name: 'A', availability: 'good', prices: grand(16000) },
        { id: '32', name: 'B', availability: 'limited', prices: grand(10000) },
      ],
    },
    {
      ...{ ...onSale, id: '92', name: 'All evenings', prices: [], performanceCount: 4, timeslots: [] },
      seatCategories: [{ id: '31', name: 'A', availability: 'good', prices: grand(30000) }],
    },
  ],
  included: [
    held('601', 'La traviata', '2026-12-19T19:00:00+01:00'),
    held('602', 'Carmen', '2027-01-30T19:00:00+01:00'),
    held('603', 'Tosca', '2027-02-20T19:00:00+01:00', { saleState: 'cancelled', availability: 'none' }),
    held('604', 'Giselle', '2027-03-13T19:30:00+01:00'),
  ],
});

const part = (id: string, kind: 'event' | 'goods', title: string, name: string, startAt: string | null) => ({
  ...{ ...onSale, id, kind, eventId: `1${id}`, title, name, startAt, venueName: '' },
});

/** A package of two seats on one of three evenings, of which one is sold out, and a book; in two seat categories. */
export const bundle = detail({
  ...event('109', 'Opera for the first time', {
    ...{ kind: 'package', firstAt: '2026-12-19T19:00:00+01:00', lastAt: '2027-03-13T19:30:00+01:00' },
    ...{ priceFromMinor: 10000, priceToMinor: 16000, performances: [] },
  }),
  ...{ performances: [], bookingFee: null },
  items: [
    {
      ...{ ...onSale, id: '95', name: 'For two', prices: [], performanceCount: 0, timeslots: [] },
      seatCategories: [
        { id: '31', name: 'A', availability: 'good', prices: grand(16000) },
        { id: '32', name: 'B', availability: 'good', prices: grand(10000) },
      ],
    },
  ],
  packageLines: [
    {
      ...{ quantity: 2, choiceCount: 1 },
      parts: [
        {
          ...part('601', 'event', 'La traviata', '', '2026-12-19T19:00:00+01:00'),
          ...{ saleState: 'unavailable', availability: 'none' },
        },
        part('602', 'event', 'Carmen', '', '2027-01-30T19:00:00+01:00'),
        part('604', 'event', 'Giselle', '', '2027-03-13T19:30:00+01:00'),
      ],
    },
    { quantity: 1, choiceCount: 1, parts: [part('85', 'goods', 'The season book', 'Book', null)] },
  ],
});

/** The programme with goods, which have no date, named before all others. */
export const programmeWithGoods: EventList = { ...programme, events: [bagEvent, ...programme.events] };
