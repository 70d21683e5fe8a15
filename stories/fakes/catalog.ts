import type { EventList, EventSummary, PerformanceSummary, SaleState, Shop } from '@s360-widgets/contract';
import { posters } from './posters.js';

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
  promoCodes: true,
  supportPhone: '+41 44 555 01 01',
  countries: [
    { code: 'CH', name: 'Switzerland' },
    { code: 'FR', name: 'France' },
    { code: 'DE', name: 'Germany' },
  ],
};

type Left = 'good' | 'limited' | 'none';

/** A performance of a list. `state` and `left` as S-360's own table would have them. */
export const performanceAt = (
  id: string,
  startAt: string,
  priceFromMinor: number | null,
  left: Left = 'good',
  saleState: SaleState = left === 'none' ? 'sold-out' : 'on-sale',
  onSaleAt: string | null = null,
): PerformanceSummary => ({ id, startAt, priceFromMinor, saleState, availability: left, onSaleAt });

const known = {
  kind: 'event',
  seasonId: '10228500000001',
  onSaleAt: null,
  availability: 'good',
  saleState: 'on-sale',
} as const;

/** Evenings every few days. */
const run = (
  id: number,
  from: string,
  count: number,
  gapDays: number,
  time: string,
  minor: number,
  left: Left = 'good',
) =>
  Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.parse(from) + index * gapDays * 86_400_000).toISOString().slice(0, 10);
    return performanceAt(String(id + index), `${day}T${time}:00+01:00`, minor, left);
  });

type Given = Omit<EventSummary, keyof typeof known | 'firstAt' | 'lastAt'> & Partial<EventSummary>;
const event = (given: Given): EventSummary => ({
  ...known,
  firstAt: given.performances[0]?.startAt ?? null,
  lastAt: given.performances.at(-1)?.startAt ?? null,
  ...given,
});

export const venues = [
  { id: '20', name: 'Opera House, Main Stage', address: 'Theatre Square 1, 8001 Zurich' },
  { id: '21', name: 'Concert Hall', address: 'Lakeside 4, 8002 Zurich' },
  { id: '22', name: 'Lumen Stadium', address: 'Stadium Road 100, 8048 Zurich' },
  { id: '23', name: 'Museum of Form', address: 'Garden Lane 7, 8005 Zurich' },
  { id: '24', name: 'The Cellar Club', address: 'Low Street 2, 8004 Zurich' },
  { id: '25', name: 'Riverside Arena', address: 'Embankment 50, 8050 Zurich' },
];

export const topics = [
  { id: 'OPERA', name: 'Opera' },
  { id: 'CONCERT', name: 'Concert' },
  { id: 'SPORT', name: 'Sport' },
  { id: 'BALLET', name: 'Ballet' },
  { id: 'EXHIBITION', name: 'Exhibition' },
  { id: 'JAZZ', name: 'Jazz' },
  { id: 'SHOP', name: 'Shop' },
  { id: 'MEMBER', name: 'Membership' },
  { id: 'SEASON', name: 'Season tickets' },
];

/** What has no dates. */
const beside = { topicId: 'SHOP', venueId: null, pictureUrl: null, performances: [] };

/** Eight events, one for each state that a list can show, and what is sold beside them. */
export const events: EventSummary[] = [
  event({
    id: '101',
    code: 'MAGICFLUTE',
    title: 'The Magic Flute',
    pictureUrl: posters.flute,
    topicId: 'OPERA',
    venueId: '20',
    priceFromMinor: 1400,
    priceToMinor: 16500,
    performances: run(1000, '2026-11-28', 14, 4, '19:00', 1400),
  }),
  event({
    id: '102',
    code: 'MAHLER2',
    title: 'Mahler: Resurrection',
    pictureUrl: posters.mahler,
    topicId: 'CONCERT',
    venueId: '21',
    priceFromMinor: 4600,
    priceToMinor: 14000,
    availability: 'limited',
    performances: [performanceAt('1100', '2026-12-05T19:30:00+01:00', 4600, 'limited')],
  }),
  event({
    id: '103',
    code: 'FCLNORTE',
    title: 'FC Lumen – Atlético Norte',
    pictureUrl: posters.match,
    topicId: 'SPORT',
    venueId: '22',
    priceFromMinor: 3200,
    priceToMinor: 12000,
    performances: [performanceAt('1200', '2026-12-06T16:15:00+01:00', 3200)],
  }),
  event({
    id: '104',
    code: 'SWANLAKE',
    title: 'Swan Lake',
    pictureUrl: posters.swan,
    topicId: 'BALLET',
    venueId: '20',
    priceFromMinor: 3900,
    priceToMinor: 14000,
    availability: 'none',
    saleState: 'sold-out',
    performances: run(1300, '2026-12-10', 8, 1, '19:30', 3900, 'none'),
  }),
  event({
    id: '105',
    code: 'PAPERCITIES',
    title: 'Paper Cities: architecture drawn by hand',
    pictureUrl: posters.cities,
    kind: 'pass',
    topicId: 'EXHIBITION',
    venueId: '23',
    priceFromMinor: 1200,
    priceToMinor: 1800,
    firstAt: '2026-12-01T00:00:00+01:00',
    lastAt: '2027-02-28T23:59:00+01:00',
    performances: [],
  }),
  event({
    id: '106',
    code: 'OKAFOR4',
    title: 'Nils Okafor Quartet',
    pictureUrl: posters.quartet,
    topicId: 'JAZZ',
    venueId: '24',
    priceFromMinor: 2800,
    priceToMinor: 2800,
    saleState: 'soon',
    onSaleAt: '2026-11-30T10:00:00+01:00',
    performances: [
      performanceAt('1500', '2026-12-16T21:00:00+01:00', 2800, 'good', 'soon', '2026-11-30T10:00:00+01:00'),
    ],
  }),
  event({
    id: '107',
    code: 'DONCARLOS',
    title: 'Don Carlos',
    pictureUrl: posters.carlos,
    topicId: 'OPERA',
    venueId: '20',
    priceFromMinor: null,
    priceToMinor: null,
    availability: 'none',
    saleState: 'cancelled',
    performances: [performanceAt('1600', '2026-12-18T18:00:00+01:00', null, 'none', 'cancelled')],
  }),
  event({
    id: '108',
    code: 'ICEGALA',
    title: 'Winter Gala on Ice',
    pictureUrl: posters.gala,
    topicId: 'SPORT',
    venueId: '25',
    priceFromMinor: 3900,
    priceToMinor: 9900,
    availability: 'limited',
    performances: run(1700, '2026-12-19', 6, 1, '18:00', 3900, 'limited'),
  }),
  event({
    ...beside,
    ...{ id: '109', code: 'TOTEBAG', title: 'Lumen tote bag', kind: 'goods' },
    ...{ priceFromMinor: 1900, priceToMinor: 2400 },
  }),
  event({
    ...beside,
    ...{ id: '110', code: 'FRIENDS', title: 'Friends of Teatro Lumen', kind: 'membership' },
    ...{ topicId: 'MEMBER', priceFromMinor: 8000, priceToMinor: 12000 },
  }),
  event({
    ...beside,
    ...{ id: '111', code: 'ALACARTE', title: 'Opera à la carte', kind: 'season-ticket', topicId: 'SEASON' },
    ...{ firstAt: '2026-12-19T19:00:00+01:00', lastAt: '2027-05-22T19:00:00+02:00', venueId: '20' },
    ...{ priceFromMinor: 8640, priceToMinor: 44550 },
  }),
];

export const eventList: EventList = {
  language: 'en',
  asOf: '2026-11-27T09:42:00+01:00',
  stale: false,
  currency: { code: 'EUR', digits: 2 },
  timeZone: 'Europe/Zurich',
  venues,
  topics,
  seasons: [{ id: '10228500000001', name: 'Season 2026–27' }],
  events,
  unsold: [],
};

/** A season of forty-eight, to page through. */
export const longEventList: EventList = {
  ...eventList,
  events: Array.from({ length: 6 }, (_, round) =>
    events.map((each) => (round ? { ...each, id: `${round}${each.id}` } : each)),
  )
    .flat()
    .sort((a, b) => (a.firstAt ?? '').localeCompare(b.firstAt ?? '')),
};
