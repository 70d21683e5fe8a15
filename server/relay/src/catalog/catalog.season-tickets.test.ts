import assert from 'node:assert/strict';
import { test } from 'node:test';
import { product, shown } from './catalog.trial.js';
import { CatalogWords } from './catalog.words.js';

const named = (value: string) => ({ translations: [{ locale: 'en', value }] });
const seatCategories = [
  { id: 51, externalName: named('Stalls') },
  { id: 52, externalName: named('Balcony') },
];

/** An evening of a product, as a season ticket holds it: without prices. */
const evening = (id: number, start: string, more: object = {}) => ({
  product: {
    ...{ id: id - 300, state: 'RUNNING', externalName: named(`Opera ${id}`) },
    event: { performances: [{ id, state: 'RUNNING', start, seatCategories, ...more }] },
  },
});

const price = (amount: number, seatCatId: number) => ({ amount, audSubCatId: 21, seatCatId });
const whole = { itemId: 31, externalName: named('All'), prices: [price(90_000, 52), price(150_000, 51)] };
const choice = {
  itemId: 32,
  externalName: named('Two'),
  prices: [price(110_000, 51)],
  performanceQuantity: 2,
};

const lines = [
  evening(403, '2027-03-01T19:00:00Z'),
  evening(401, '2027-01-10T19:00:00Z'),
  evening(402, '2027-02-10T19:00:00Z'),
];
const seasonTicket = (items: object[], held: object[] = lines) =>
  product(11, 'SEASONTICKET', { seasonTicket: { items, lines: held } });

test('a season ticket is sold by item and seat category, with the evenings that it holds', async (t) => {
  const { list, detail } = await shown(t, [seasonTicket([whole, choice])]);
  const [summary] = list.events;
  assert.deepEqual(
    [summary?.kind, summary?.saleState, summary?.firstAt, summary?.lastAt],
    ['season-ticket', 'on-sale', '2027-01-10T19:00:00Z', '2027-03-01T19:00:00Z'],
  );
  assert.deepEqual([summary?.priceFromMinor, summary?.priceToMinor], [9_000, 15_000]);
  const one = detail(11);
  assert.deepEqual(
    one?.included.map(({ id, title, saleState }) => [id, title, saleState]),
    [
      ['401', 'Opera 401', 'on-sale'],
      ['402', 'Opera 402', 'on-sale'],
      ['403', 'Opera 403', 'on-sale'],
    ],
  );
  assert.deepEqual(
    one?.items.map(({ id, performanceCount, prices, seatCategories: categories }) => ({
      ...{ id, performanceCount, prices },
      categories: categories.map(({ name, prices: [first] }) => [name, first?.amountMinor]),
    })),
    [
      {
        ...{ id: '31', performanceCount: 3, prices: [] },
        categories: [
          ['Stalls', 15_000],
          ['Balcony', 9_000],
        ],
      },
      { ...{ id: '32', performanceCount: 2, prices: [] }, categories: [['Stalls', 11_000]] },
    ],
  );
  assert.deepEqual(
    one?.tariffs.map(({ id }) => id),
    ['21'],
  );
});

test('a whole one is sold until its first evening, one of two at choice as long as two are to come', async (t) => {
  const begun = [evening(400, '2026-11-20T19:00:00Z'), ...lines.slice(1)];
  const states = async (held: object[]) =>
    (await shown(t, [seasonTicket([whole, choice], held)])).detail(11)?.items.map((item) => item.saleState);
  assert.deepEqual(await states(begun), ['ended', 'on-sale']);
  const oneLeft = [
    evening(399, '2026-11-10T19:00:00Z'),
    evening(400, '2026-11-20T19:00:00Z'),
    ...lines.slice(1, 2),
  ];
  assert.deepEqual(await states(oneLeft), ['ended', 'ended']);
});

test('an evening that is called off can not be chosen, and ends the sale of what holds all', async (t) => {
  const held = [...lines.slice(0, 2), evening(402, '2027-02-10T19:00:00Z', { state: 'CANCELED' })];
  const { detail } = await shown(t, [seasonTicket([whole, choice], held)]);
  assert.deepEqual(
    detail(11)?.items.map(({ saleState }) => saleState),
    ['unavailable', 'on-sale'],
  );
  assert.equal(detail(11)?.included.find(({ id }) => id === '402')?.saleState, 'cancelled');
});

test('a category is as good as the evening with least seats; where evenings are chosen, as those with most', async (t) => {
  const left: Record<string, number> = { 401: 200, 402: 0, 403: 200 };
  const stock = { leftOfSeatCategory: (performanceId: string) => left[performanceId] };
  const { detail } = await shown(t, [seasonTicket([whole, choice])], {}, false, stock);
  assert.deepEqual(
    detail(11)?.items.map(({ seatCategories: [first] }) => first?.availability),
    ['none', 'good'],
  );
});

test('none left of an item is told of it alone', async (t) => {
  const { detail, list } = await shown(t, [seasonTicket([whole, choice])], { 31: 0, 32: 5 });
  assert.deepEqual(
    detail(11)?.items.map(({ saleState }) => saleState),
    ['unavailable', 'on-sale'],
  );
  assert.equal(list.events[0]?.saleState, 'on-sale');
});

for (const [what, items, held] of [
  ['items', [], lines],
  ['lines', [whole], []],
  ['prices', [{ ...whole, prices: [] }], lines],
  ['as many evenings as it is good for', [{ ...choice, performanceQuantity: 4 }], lines],
] as const) {
  test(`one without ${what} is left out, and that is told`, async (t) => {
    const { list } = await shown(t, [seasonTicket([...items], [...held])]);
    assert.deepEqual(list.events, []);
    assert.deepEqual(list.unsold, [{ family: 'SEASONTICKET', products: 1 }]);
  });
}

test('an item or an evening that can not be read costs that one', async (t) => {
  const items = [{ externalName: named('No id'), prices: whole.prices }, whole];
  const torn = { product: { id: 99, event: { performances: [{ id: 499 }] } } };
  const { detail } = await shown(t, [seasonTicket(items, [...lines, torn])]);
  assert.deepEqual(
    detail(11)?.items.map(({ id }) => id),
    ['31'],
  );
  assert.equal(detail(11)?.included.length, 3);
});

test('what is asked for of a season ticket is known, or is not: its category, its dates, as many and each once', async (t) => {
  const { answers } = await shown(t, [seasonTicket([whole, choice])]);
  const words = new CatalogWords(
    () => answers,
    () => undefined,
  );
  const asked = (change: object, tariffId = '21') => {
    const key = { eventId: '11', itemId: '32', seatCategoryId: '51', performanceIds: ['401', '403'] };
    return words.hasSeasonTicketPrice({ ...key, ...change }, tariffId);
  };
  assert.equal(asked({}), true);
  assert.equal(asked({ itemId: '31', performanceIds: ['403', '401', '402'] }), true);
  for (const change of [
    { seatCategoryId: '52' },
    { itemId: '39' },
    { eventId: '12' },
    { performanceIds: ['401'] },
    { performanceIds: ['401', '401'] },
    { performanceIds: ['401', '402', '403'] },
    { performanceIds: ['401', '499'] },
  ])
    assert.equal(asked(change), false, JSON.stringify(change));
  assert.equal(asked({}, '29'), false);
});
