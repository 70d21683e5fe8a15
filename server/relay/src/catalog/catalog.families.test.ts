import assert from 'node:assert/strict';
import { test } from 'node:test';
import { product, shown } from './catalog.trial.js';

const item = (itemId: number, price: object = {}, more: object = {}) => ({
  itemId,
  externalName: { translations: [{ locale: 'en', value: `Item ${itemId}` }] },
  itemPrices: [{ amount: 24_000, audSubCatId: 21, ...price }],
  ...more,
});

test('services, goods and memberships are sold by item, and stand after all that has a date', async (t) => {
  const performance = { id: 401, state: 'RUNNING', start: '2027-01-10T19:00:00Z' };
  const { list, detail } = await shown(t, [
    product(11, 'GOODS', { goods: { items: [item(31), item(32)] } }),
    product(12, 'SERVICE', { service: { items: [item(33)] } }),
    product(13, 'MEMBERSHIP', { membership: { items: [item(34)] } }),
    product(14, 'PASS', { pass: { items: [item(35, { endDate: '2027-06-01T00:00:00Z' })] } }),
    product(15, 'SINGLE_ENTRY', { event: { performances: [performance] } }),
  ]);
  const kinds = list.events.map(({ id, kind }) => [id, kind]);
  assert.deepEqual(kinds.slice(0, 2).sort(), [
    ['14', 'pass'],
    ['15', 'event'],
  ]);
  assert.deepEqual(kinds.slice(2), [
    ['11', 'goods'],
    ['12', 'service'],
    ['13', 'membership'],
  ]);
  const bag = detail(11);
  assert.deepEqual([bag?.firstAt, bag?.lastAt, bag?.saleState], [null, null, 'on-sale']);
  assert.deepEqual(
    bag?.items.map(({ name, prices: [price] }) => [name, price?.amountMinor]),
    [
      ['Item 31', 2_400],
      ['Item 32', 2_400],
    ],
  );
});

test('the fee for each ticket is told of what is one', async (t) => {
  const { detail } = await shown(t, [
    product(11, 'GOODS', { goods: { items: [item(31)] } }),
    product(14, 'PASS', { pass: { items: [item(35)] } }),
  ]);
  const fee = { amountMinor: 120, isIncluded: false };
  assert.deepEqual([detail(11)?.bookingFee, detail(14)?.bookingFee], [null, fee]);
});

test('a price has the fee in it from the list on, and that is told', async (t) => {
  const prices = [{ amount: 84_000, audSubCatId: 21, seatCatId: 51 }];
  const performance = {
    id: 401,
    state: 'RUNNING',
    start: '2027-01-10T19:00:00Z',
    seatCategories: [{ id: 51 }],
    prices,
  };
  const products = [
    product(11, 'GOODS', { goods: { items: [item(31)] } }),
    product(15, 'SINGLE_ENTRY', { event: { performances: [performance] } }),
  ];
  const { list, detail } = await shown(t, products, {}, true);
  assert.deepEqual(
    list.events.map(({ priceFromMinor, priceToMinor }) => [priceFromMinor, priceToMinor]),
    [
      [8_520, 8_520],
      [2_400, 2_400],
    ],
  );
  const [evening] = detail(15)?.performances ?? [];
  assert.deepEqual(
    [evening?.priceFromMinor, evening?.seatCategories[0]?.prices[0]?.amountMinor],
    [8_520, 8_520],
  );
  assert.deepEqual(detail(15)?.bookingFee, { amountMinor: 120, isIncluded: true });
});

test('an item that is gone says so, and the product is sold as long as another is not', async (t) => {
  const products = [
    product(11, 'GOODS', { goods: { items: [item(31, { quota: 40 }), item(32, { quota: 40 })] } }),
  ];
  const some = await shown(t, products, { 31: 0, 32: 3 });
  assert.deepEqual(
    some.detail(11)?.items.map(({ saleState, availability }) => [saleState, availability]),
    [
      ['unavailable', 'none'],
      ['on-sale', 'limited'],
    ],
  );
  assert.deepEqual(
    [some.list.events[0]?.saleState, some.list.events[0]?.availability],
    ['on-sale', 'limited'],
  );
  const none = await shown(t, products, { 31: 0, 32: 0 });
  assert.equal(none.list.events[0]?.saleState, 'unavailable');
});

test('how many are sold at once is told where S-360 says it', async (t) => {
  const rules = { minQty: 2, maxQty: 4 };
  const { detail } = await shown(t, [
    product(11, 'GOODS', {
      goods: { items: [item(31, rules), item(32, { minQty: 1, maxQty: 0 }), item(33)] },
    }),
  ]);
  const price = { tariffId: '21', amountMinor: 2_400 };
  assert.deepEqual(
    detail(11)?.items.map(({ prices }) => prices),
    [[{ ...price, minQuantity: 2, maxQuantity: 4 }], [price], [price]],
  );
});

for (const [what, family, content, kind] of [
  ['no family', undefined, { service: { items: [item(31)] } }, 'service'],
  ['a family of tomorrow', 'VOUCHER', { goods: { items: [item(31)] } }, 'goods'],
  ['the family of another object', 'MEMBERSHIP', { service: { items: [item(31)] } }, 'membership'],
  ['the family of events without any', 'SINGLE_ENTRY', { pass: { items: [item(31)] } }, 'pass'],
] as const) {
  test(`a product with ${what} is sold as what it holds: ${kind}`, async (t) => {
    const { list } = await shown(t, [product(11, family, content)]);
    assert.deepEqual(
      list.events.map((event) => event.kind),
      [kind],
    );
  });
}

test('families that are not sold here are told, in the answer and in one line of the log', async (t) => {
  const { list, told } = await shown(t, [
    product(11, 'SEASONTICKET', { seasonTicket: { items: [] } }),
    product(12, 'SEASONTICKET', { seasonTicket: { items: [] } }),
    product(13, 'HOSPITALITY', {}),
    product(15, 'SERVICE', { service: { otherItems: [item(32)] } }),
    product(14, 'GOODS', { goods: { items: [item(31)] } }),
  ]);
  const unsold = [
    { family: 'SEASONTICKET', products: 2 },
    { family: 'HOSPITALITY', products: 1 },
    { family: 'SERVICE', products: 1 },
  ];
  assert.deepEqual(list.unsold, unsold);
  assert.deepEqual(told, [{ unsold }]);
  assert.equal(list.events.length, 1);
});

test('what is offered along is told in the venue’s order, as far as it can be bought now', async (t) => {
  const link = (targetProductId: number, targetProductRank?: number, more: object = {}) => ({
    ...{ targetProductId, targetProductRank, type: 'X', ...more },
  });
  const crossSellProductLinks = [
    link(12, 2),
    link(11, 1),
    link(99, 3),
    link(13, 4, { end: '2026-11-01T00:00:00Z' }),
    link(13, 5, { start: '2027-11-01T00:00:00Z' }),
    link(14, 6),
    { targetProductId: 'none' },
  ];
  const { detail } = await shown(
    t,
    [
      product(15, 'PASS', { pass: { items: [item(35)] }, crossSellProductLinks }),
      product(11, 'GOODS', { goods: { items: [item(31)] } }),
      product(12, 'SERVICE', { service: { items: [item(32)] } }),
      product(13, 'GOODS', { goods: { items: [item(33)] } }),
      product(14, 'GOODS', { goods: { items: [item(34)] } }),
    ],
    { 31: 5, 32: 5, 33: 5, 34: 0, 35: 5 },
  );
  const offered = { pictureUrl: null, priceFromMinor: 2_400, priceToMinor: 2_400 };
  assert.deepEqual(detail(15)?.crossSells, [
    { id: '11', code: 'P11', kind: 'goods', title: 'Product 11', ...offered },
    { id: '12', code: 'P12', kind: 'service', title: 'Product 12', ...offered },
  ]);
  assert.deepEqual(detail(11)?.crossSells, []);
});
