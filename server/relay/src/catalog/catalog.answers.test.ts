import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { eventDetail, eventList } from '@s360-widgets/contract';
import { CatalogAnswers, type AnswerContext } from './catalog.answers.js';
import type { Stock } from './catalog.sales.js';
import { context, now, plenty } from './catalog.trial.js';
import {
  type CatalogEvent,
  type CatalogPerformance,
  type CatalogRecord,
  toCatalog,
} from './catalog.model.js';

const running = { state: 'RUNNING', salePeriods: [], override: null } as const;

function performance(
  id: number,
  startAt: string,
  change: Partial<CatalogPerformance> = {},
): CatalogPerformance {
  return {
    ...running,
    id: String(id),
    startAt,
    durationMinutes: 150,
    name: { en: 'Premiere' },
    venueId: '10',
    logicalConfigurationId: '7',
    capacity: 1000,
    seatCategories: [
      {
        id: '51',
        name: { en: 'Stalls', fr: 'Parterre' },
        capacity: 500,
        prices: [{ tariffId: '21', amountMinor: 12_000 }],
      },
      {
        id: '52',
        name: { en: 'Balcony' },
        capacity: 500,
        prices: [
          { tariffId: '21', amountMinor: 4_000 },
          { tariffId: '22', amountMinor: 1_000 },
          { tariffId: '23', amountMinor: 500 },
        ],
      },
    ],
    ...change,
  };
}

function event(id: number, change: Partial<CatalogEvent> = {}): CatalogEvent {
  return {
    ...running,
    id: String(id),
    code: `E${id}`,
    kind: 'event',
    title: { en: `Tosca ${id}` },
    description: { en: [{ kind: 'paragraph', runs: [{ text: 'Puccini' }] }] },
    pictureUrl: null,
    seasonId: '1',
    topicId: '5',
    alertPercent: null,
    performances: [],
    items: [],
    included: [],
    packageLines: [],
    guided: null,
    crossSells: [],
    ...change,
  };
}

const tariff = { description: {}, requiresTariffIds: [], membersOnly: false };
const base: CatalogRecord[] = [
  { kind: 'season', value: { id: '1', name: { en: 'Season' } } },
  { kind: 'topic', value: { id: '5', name: { en: 'Opera', fr: 'Opéra' } } },
  { kind: 'topic', value: { id: '6', name: { en: 'Unused' } } },
  {
    kind: 'venue',
    value: { id: '10', name: { en: 'Opera House' }, address: 'Seepromenade 1', capacity: 1000 },
  },
  { kind: 'tariff', value: { ...tariff, id: '22', name: { en: 'Child' }, kind: 'reduced', rank: 2 } },
  { kind: 'tariff', value: { ...tariff, id: '21', name: { en: 'Full' }, kind: 'full', rank: 1 } },
  {
    kind: 'tariff',
    value: { ...tariff, id: '23', name: { en: 'Friend' }, kind: 'full', rank: 3, membersOnly: true },
  },
];
const answers = (events: CatalogEvent[], change: Partial<AnswerContext> = {}) =>
  new CatalogAnswers(
    toCatalog({ code: 'EUR', digits: 2 }, [
      ...base,
      ...events.map((value) => ({ kind: 'event' as const, value })),
    ]),
    {
      ...context,
      ...change,
    },
  );

test('the list is what the contract says, what is next first, with only the topics that are used', () => {
  const late = event(1, { performances: [performance(11, '2026-12-20T19:00:00Z')] });
  const early = event(2, {
    performances: [performance(21, '2026-12-05T19:00:00Z'), performance(22, '2026-12-06T19:00:00Z')],
  });
  const list = answers([late, early]).list();
  assert.deepEqual(eventList.parse(list), list);
  assert.deepEqual(
    list.events.map(({ id }) => id),
    ['2', '1'],
  );
  assert.deepEqual(list.topics, [{ id: '5', name: 'Opéra' }]);
  const [first] = list.events;
  assert.equal(first?.lastAt, '2026-12-06T19:00:00Z');
  assert.deepEqual(
    [first?.priceFromMinor, first?.priceToMinor],
    [4_000, 12_000],
    'of full tariffs that anyone may buy',
  );
  assert.equal(first?.title, 'Tosca 2', 'the main language stands in');
});

test('performances that are over are gone, and events with nothing else too', () => {
  const past = '2026-11-01T19:00:00Z';
  const mixed = event(1, { performances: [performance(11, past), performance(12, '2026-12-20T19:00:00Z')] });
  const over = event(2, { performances: [performance(21, past)] });
  const list = answers([mixed, over]).list();
  assert.deepEqual(
    list.events.map(({ id, performances }) => [id, performances.length]),
    [['1', 1]],
  );
  assert.equal(answers([over]).detail('2')?.saleState, 'ended', 'a bookmarked page still says what it was');
});

test('an event has all that is needed to buy: prices dearest first, tariffs by rank, seat map or not', () => {
  const one = event(1, {
    performances: [performance(11, '2026-12-20T19:00:00Z', { logicalConfigurationId: '8' })],
  });
  const detail = answers([one]).detail('1');
  assert.ok(detail);
  assert.deepEqual(eventDetail.parse(detail), detail);
  assert.deepEqual(
    detail.tariffs.map(({ id }) => id),
    ['21', '22', '23'],
  );
  assert.deepEqual(
    detail.performances[0]?.seatCategories.map(({ name }) => name),
    ['Parterre', 'Balcony'],
  );
  assert.equal(detail.performances[0]?.hasSeatMap, false);
  assert.equal(detail.venue?.name, 'Opera House');
  assert.equal(answers([one]).detail('2'), undefined);
});

test("a product's own alert ratio counts before the relay's", () => {
  const stock = { ...plenty, leftOfPerformance: () => 100 };
  const one = (alertPercent: number | null) =>
    event(1, { alertPercent, performances: [performance(11, '2026-12-20T19:00:00Z')] });
  assert.equal(answers([one(null)], { stock }).list().events[0]?.availability, 'limited');
  assert.equal(answers([one(5)], { stock }).list().events[0]?.availability, 'good');
});

test('a pass is sold as long as one visit is, and shows only visits to come', () => {
  const slot = (id: string, startAt: string) => ({ id, startAt, endAt: '2026-12-31T00:00:00Z', quota: 60 });
  const timeslots = [
    slot('701', '2026-12-01T10:00:00Z'),
    slot('702', '2026-12-02T10:00:00Z'),
    slot('703', '2026-12-03T10:00:00Z'),
  ];
  const item = {
    id: '71',
    name: { en: 'Visit' },
    prices: [{ tariffId: '21', amountMinor: 1_500 }],
    seatCategories: [],
    performanceCount: 0,
    firstAt: null,
    lastAt: null,
    quota: null,
    timeslots,
  };
  const stock: Stock = {
    ...plenty,
    leftOfItem: (_itemId, timeslotId) => (timeslotId === '702' ? 0 : 9),
    toursOf: () => undefined,
  };
  const detail = answers([event(1, { kind: 'pass', items: [item] })], { stock }).detail('1');
  assert.equal(detail?.saleState, 'on-sale');
  assert.equal(detail?.availability, 'limited');
  assert.deepEqual(
    detail?.items[0]?.timeslots.map(({ id, saleState }) => [id, saleState]),
    [
      ['702', 'unavailable'],
      ['703', 'on-sale'],
    ],
  );
});

test('the list of a whole season, 150 products and 1,200 performances, is at most 40 kB of brotli', (t) => {
  const events = Array.from({ length: 150 }, (_, index) =>
    event(10_229_200_000_001 + index, {
      title: { fr: `La représentation numéro ${(index * 7919) % 1009} de la saison` },
      pictureUrl: `https://media.example.org/posters/${(index * 104_729) % 99_991}-large.jpg`,
      performances: Array.from({ length: 8 }, (_, night) => {
        const at = now + (index * 37 + night * 411 + ((index * night * 131) % 97)) * 3_600_000;
        return performance(10_229_210_000_000 + index * 1_000 + night, new Date(at).toISOString());
      }),
    }),
  );
  const text = JSON.stringify(answers(events).list());
  const size = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;
  t.diagnostic(`${text.length} characters, ${size} bytes of brotli`);
  assert.ok(size <= 40_000);
});
