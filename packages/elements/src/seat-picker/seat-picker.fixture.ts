/** A small hall for tests: stalls left and right with rows A to C, and a balcony with rows A and B. */
import type { SeatMap, SeatPlan, SeatStates } from '@s360-widgets/contract';
import { packStates } from '@s360-widgets/seat-map';

interface Row {
  name: string;
  x: number;
  y: number;
  seats: number;
  first: number;
  category: number;
}

const rowsAt = (x: number, first: number): Row[] =>
  ['A', 'B', 'C'].map((name, k) => ({ name, x, y: k * 120, seats: 8, first, category: k < 2 ? 0 : 1 }));
const rows: Row[] = [
  ...rowsAt(0, 1),
  ...rowsAt(2400, 9),
  { name: 'A', x: 1100, y: 900, seats: 10, first: 1, category: 2 },
  { name: 'B', x: 1100, y: 1020, seats: 10, first: 1, category: 2 },
];
export const seatCount = rows.reduce((sum, { seats }) => sum + seats, 0);

/** Index of a seat: `left A 1`, `right B 12`, `balcony A 4`. */
export function seatAt(place: string): number {
  const [part, name, number] = place.split(' ');
  const from = { left: 0, right: 3, balcony: 6 }[part as 'left' | 'right' | 'balcony'];
  const row = from + 'ABC'.indexOf(name!);
  const before = rows.slice(0, row).reduce((sum, { seats }) => sum + seats, 0);
  return before + Number(number) - rows[row]!.first;
}
/** Seat ids count up from 1001. */
export const idOf = (place: string) => String(1001 + seatAt(place));

const steps = (values: number[]) => values.map((value, k) => value - (values[k - 1] ?? 0));
const box = (left: number, top: number, right: number, bottom: number) => [
  left,
  top,
  right - left,
  0,
  0,
  bottom - top,
  left - right,
  0,
];
const column = (of: (row: Row) => number) => steps(rows.map(of));

export const plan: SeatPlan = {
  format: 1,
  name: { en: 'Small hall' },
  seatCount,
  pitch: 100,
  areas: [
    { id: '1', name: { en: 'Stalls', fr: 'Parterre' } },
    { id: '2', name: { en: 'Balcony', fr: 'Balcon' } },
  ],
  sections: [
    { area: 0, blockId: '11', name: { en: 'left', fr: 'gauche' }, rows: 3, outline: box(-60, -60, 760, 300) },
    {
      area: 0,
      blockId: '12',
      name: { en: 'right', fr: 'droite' },
      rows: 3,
      outline: box(2340, -60, 3160, 300),
    },
    { area: 1, rows: 2, outline: box(1040, 840, 2060, 1080) },
  ],
  rows: rows.map(({ name }) => name),
  runs: {
    seats: column(({ seats }) => seats),
    x: column(({ x }) => x),
    y: column(({ y }) => y),
    dx: column(({ seats }) => (seats - 1) * 100),
    dy: column(() => 0),
    bulge: column(() => 0),
    first: column(({ first }) => first),
    step: [1, rows.length],
    joined: [],
    loose: [],
  },
  ids: [1001, 1, 1, seatCount - 1],
  numbers: [],
  categories: ['31', '32', '33'],
  category: rows.flatMap(({ category, seats }) => [category, seats]),
  marks: { restricted: [58, 2], wheelchair: [16, 1], companion: [17, 1] },
  decor: [{ kind: 'stage', name: { en: 'Stage' }, outline: box(900, -500, 2200, -300) }],
  zones: [],
};

const prices = (full: number) => [
  { tariffId: '1', amountMinor: full },
  { tariffId: '2', amountMinor: full / 2 },
  { tariffId: '3', amountMinor: 500 },
];

/** All free but for these, by state: 1 taken, 2 in someone's basket. */
export const statesWith = (changed: Record<string, number> = {}, stale = false): SeatStates => {
  const states = new Uint8Array(seatCount);
  for (const [place, state] of Object.entries(changed)) states[seatAt(place)] = state;
  return {
    performanceId: '5006',
    planHash: 'abcdef0123456789',
    version: 1,
    asOf: '2026-11-27T09:59:00+01:00',
    stale,
    all: packStates(states),
    changes: [],
  };
};

/** The box office has not said anything yet. */
export const unknownStates: SeatStates = { ...statesWith({}, true), asOf: null };

const tariff = (id: string, name: string, kind: 'full' | 'reduced', more = {}) => ({
  id,
  name,
  description: '',
  kind,
  requiresTariffIds: [],
  membersOnly: false,
  ...more,
});

export const seatMap: SeatMap = {
  language: 'en',
  performanceId: '5006',
  eventId: '101',
  title: 'The Magic Flute',
  name: '',
  startAt: '2026-12-12T19:00:00+01:00',
  timeZone: 'Europe/Zurich',
  venueName: 'Small hall',
  currency: { code: 'EUR', digits: 2 },
  planHash: 'abcdef0123456789',
  maxTickets: 6,
  saleState: 'on-sale',
  availability: 'good',
  onSaleAt: null,
  seatCategories: [
    { id: '31', name: 'Category A', availability: 'good', prices: prices(8400) },
    { id: '32', name: 'Category B', availability: 'good', prices: prices(5600) },
    { id: '33', name: 'Category C', availability: 'good', prices: prices(3200) },
  ],
  tariffs: [
    tariff('1', 'Full price', 'full'),
    tariff('2', 'Under 26', 'reduced', { description: 'Proof of age at the door' }),
    tariff('3', 'Child', 'reduced', { requiresTariffIds: ['1'] }),
  ],
  states: statesWith({ 'right A 12': 1, 'right A 13': 1, 'right B 16': 2 }),
};
