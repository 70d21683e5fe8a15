import assert from 'node:assert/strict';
import { test } from 'node:test';
import { product, shown } from './catalog.trial.js';
import { CatalogWords } from './catalog.words.js';

const named = (value: string) => ({ translations: [{ locale: 'en', value }] });
const seatCategories = [
  { id: 51, externalName: named('Stalls') },
  { id: 52, externalName: named('Balcony') },
];

/** An evening of a product, as a package holds it: without prices. */
const evening = (id: number, start: string, more: object = {}) => ({
  ...{
    id: id - 300,
    productFamilyType: 'SINGLE_ENTRY',
    state: 'RUNNING',
    externalName: named(`Opera ${id}`),
  },
  event: { performances: [{ id, state: 'RUNNING', start, seatCategories, ...more }] },
});
const goods = (itemId: number, more: object = {}) => ({
  ...{ id: itemId - 500, productFamilyType: 'GOODS', state: 'RUNNING', externalName: named('Bag') },
  goods: { items: [{ itemId, externalName: named(`Colour ${itemId}`) }] },
  ...more,
});

const timeslot = { timeslotId: 71, start: '2027-01-10T10:00:00Z', end: '2027-01-10T11:00:00Z' };
const visit = {
  ...{ id: 15, productFamilyType: 'PASS', state: 'RUNNING', externalName: named('Visit') },
  pass: { items: [{ itemId: 35, timeslots: [timeslot] }] },
};

const price = (amount: number, seatCatId?: number) => ({ amount, audSubCatId: 21, seatCatId });
const seated = {
  itemId: 31,
  externalName: named('For two'),
  prices: [price(90_000, 52), price(150_000, 51)],
};
const bare = { itemId: 32, externalName: named('Day'), prices: [price(39_000)] };

const evenings = {
  ...{ quantity: 2, choiceQuantity: 1 },
  products: [evening(401, '2027-01-10T19:00:00Z'), evening(402, '2027-02-10T19:00:00Z')],
};
const bag = { quantity: 1, products: [goods(601)] };
const colours = { quantity: 1, choiceQuantity: 1, products: [goods(601), goods(602)] };
const bundle = (items: object[], packageLine: object[]) =>
  product(11, 'PACKAGE', { package: { items, packageLine } });

test('a package is sold at a price of its own, with the parts that it holds and leaves to choose', async (t) => {
  const { list, detail } = await shown(t, [bundle([seated], [evenings, bag])]);
  const [summary] = list.events;
  assert.deepEqual(
    [summary?.kind, summary?.saleState, summary?.firstAt, summary?.lastAt],
    ['package', 'on-sale', '2027-01-10T19:00:00Z', '2027-02-10T19:00:00Z'],
  );
  assert.deepEqual([summary?.priceFromMinor, summary?.priceToMinor], [9_000, 15_000]);
  assert.deepEqual(list.unsold, []);
  const one = detail(11);
  assert.deepEqual(
    one?.packageLines?.map(({ quantity, choiceCount, parts }) => [
      ...[quantity, choiceCount],
      ...parts.map(({ id, kind, title, name, saleState }) => [id, kind, title, name, saleState]),
    ]),
    [
      [...[2, 1], ['401', 'event', 'Opera 401', '', 'on-sale'], ['402', 'event', 'Opera 402', '', 'on-sale']],
      [1, 1, ['601', 'goods', 'Bag', 'Colour 601', 'on-sale']],
    ],
  );
  assert.deepEqual(
    one?.items.map(({ prices, seatCategories: categories }) => [
      prices,
      categories.map(({ name, prices: [first] }) => [name, first?.amountMinor]),
    ]),
    [
      [
        [],
        [
          ['Stalls', 15_000],
          ['Balcony', 9_000],
        ],
      ],
    ],
  );
});

test('a package without seats has one price, and no date', async (t) => {
  const { list, detail } = await shown(t, [bundle([bare], [colours])]);
  assert.deepEqual([list.events[0]?.firstAt, list.events[0]?.priceFromMinor], [null, 3_900]);
  assert.deepEqual(
    detail(11)?.items.map(({ prices, seatCategories: categories }) => [prices, categories]),
    [[[{ tariffId: '21', amountMinor: 3_900 }], []]],
  );
});

test('a part that is gone or called off can not be chosen, and ends the sale of what can not do without it', async (t) => {
  const called = { ...evenings, products: [evening(401, '2027-01-10T19:00:00Z', { state: 'CANCELED' })] };
  const products = [
    bundle([seated], [{ ...evenings, products: [...called.products, ...evenings.products.slice(1)] }, bag]),
  ];
  const { detail } = await shown(t, products);
  assert.deepEqual(
    detail(11)?.packageLines?.[0]?.parts.map(({ saleState }) => saleState),
    ['cancelled', 'on-sale'],
  );
  assert.equal(detail(11)?.items[0]?.saleState, 'on-sale');
  const none = await shown(t, [bundle([seated], [called, bag])]);
  assert.equal(none.detail(11)?.items[0]?.saleState, 'unavailable');
  const sold = await shown(t, [bundle([bare], [colours])], { 601: 0, 602: 4, 32: 4 });
  assert.deepEqual(
    sold.detail(11)?.packageLines?.[0]?.parts.map(({ saleState }) => saleState),
    ['unavailable', 'on-sale'],
  );
  const over = await shown(t, [
    bundle([seated], [{ ...evenings, products: [evening(400, '2026-11-20T19:00:00Z')] }]),
  ]);
  assert.equal(over.list.events.length, 0, 'what is over is not in the list');
});

test('how many are left is S-360’s own count, and a category is as good as what it takes for one', async (t) => {
  const gone = await shown(t, [bundle([seated], [evenings])], { 31: 0 });
  assert.equal(gone.list.events[0]?.saleState, 'unavailable');
  const left: Record<string, number> = { 401: 0, 402: 1 };
  const stock = { leftOfSeatCategory: (performanceId: string) => left[performanceId] };
  const categoriesOf = async () =>
    (await shown(t, [bundle([seated], [evenings])], { 31: 9 }, false, stock)).detail(11)?.items[0]
      ?.seatCategories;
  assert.equal((await categoriesOf())?.[0]?.availability, 'none', 'one seat is too few for two');
  left['402'] = 200;
  assert.equal((await categoriesOf())?.[0]?.availability, 'good');
});

for (const [what, items, lines] of [
  ['items', [], [evenings]],
  ['lines', [seated], []],
  ['anything in a line', [seated], [evenings, { quantity: 1, products: [] }]],
  ['prices', [{ ...seated, prices: [] }], [evenings]],
  ['as many parts as are to be chosen', [seated], [{ ...evenings, choiceQuantity: 3 }]],
  ['a part that needs no time', [bare], [{ quantity: 1, products: [visit] }]],
] as const) {
  test(`one without ${what} is left out, and that is told`, async (t) => {
    const { list } = await shown(t, [bundle([...items], [...lines])]);
    assert.deepEqual(list.events, []);
    assert.deepEqual(list.unsold, [{ family: 'PACKAGE', products: 1 }]);
  });
}

test('what is asked for of a package is known, or is not: its category, and of each line as much as it takes', async (t) => {
  const { answers } = await shown(t, [bundle([seated, bare], [evenings, bag])]);
  const words = new CatalogWords(
    () => answers,
    () => undefined,
  );
  const opera = { performanceId: '402', quantity: 2 };
  const oneBag = { itemId: '601', quantity: 1 };
  const asked = (change: object, tariffId = '21') => {
    const key = { eventId: '11', itemId: '31', seatCategoryId: '51', parts: [opera, oneBag] };
    return words.hasPackagePrice({ ...key, ...change }, tariffId);
  };
  assert.equal(asked({}), true);
  for (const change of [
    { seatCategoryId: '59' },
    { seatCategoryId: undefined },
    { itemId: '39' },
    { eventId: '12' },
    { parts: [opera] },
    { parts: [{ ...opera, quantity: 1 }, oneBag] },
    { parts: [opera, { performanceId: '401', quantity: 2 }, oneBag] },
    { parts: [opera, oneBag, oneBag] },
    { parts: [opera, oneBag, { itemId: '602', quantity: 1 }] },
    { parts: [{ itemId: '402', quantity: 2 }, oneBag] },
  ])
    assert.equal(asked(change), false, JSON.stringify(change));
  assert.equal(asked({}, '29'), false);
});
