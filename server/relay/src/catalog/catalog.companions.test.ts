import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerWith } from '../s360/fixtures.js';
import { CatalogAdapter } from './catalog.adapter.js';

const say = () => undefined;
const log = { debug: say, info: say, warn: say, error: say };

const tariff = (id: number, ...requires: number[]) => ({
  ...{ id, audienceCategoryKind: 'REDUCED', requiredAudienceSubCategoryIds: requires },
});
/** A child comes only with an adult or a senior, a friend only with a child; a member's child with a member. */
const audienceCategories = [
  {
    mainCategory: 'OCCASIONAL',
    audienceSubCategories: [
      ...[tariff(1), tariff(2), tariff(3, 1, 2), tariff(4, 3)],
      ...[tariff(5, 8), tariff(6, 7), tariff(7, 6)],
    ],
  },
  { mainCategory: 'MEMBER', audienceSubCategories: [tariff(8), tariff(9, 8)] },
];

/** The tariffs that are offered for seats of two categories and for a visit, with these prices in thousandths. */
async function offered(t: Parameters<typeof answerWith>[0], prices: [tariffId: number, amount: number][]) {
  const seats = prices.map(([audSubCatId, amount], index) => ({
    audSubCatId,
    amount,
    seatCatId: 501 + (index % 2),
  }));
  const performance = {
    ...{ id: 401, state: 'RUNNING', start: '2026-12-05T19:00:00Z', prices: seats },
    seatCategories: [{ id: 501 }, { id: 502 }],
  };
  const itemPrices = prices.map(([audSubCatId, amount]) => ({ audSubCatId, amount }));
  const products = [
    { id: 301, state: 'RUNNING', event: { performances: [performance] } },
    { id: 302, state: 'RUNNING', pass: { items: [{ itemId: 601, itemPrices }] } },
  ];
  const body = JSON.stringify({
    statusCode: 'success',
    catalogData: { seasons: [{ id: 1, audienceCategories, products }] },
  });
  const { s360 } = await answerWith(t, 'rest', { status: 200, body });
  const catalog = await new CatalogAdapter(s360, log).loadCatalog({ code: 'EUR', digits: 2 });
  const ids = (prices: readonly { tariffId: string }[]) =>
    prices.map(({ tariffId }) => Number(tariffId)).sort();
  const categories = catalog.performances.get('401')?.performance.seatCategories ?? [];
  const visit = ids(catalog.events.get('302')?.items[0]?.prices ?? []);
  assert.deepEqual(ids(categories.flatMap((category) => category.prices)), visit);
  return visit;
}

const [adult, senior, child, friend] = [1, 2, 3, 4];
const fine = 12_005;
const cases: [title: string, prices: [number, number][], expected: number[]][] = [
  [
    'is offered as long as one of them has a price',
    [
      [adult, fine],
      [senior, 9_000],
      [child, 5_000],
    ],
    [senior, child],
  ],
  [
    'is not offered where none has, and neither is what hangs on it',
    [
      [adult, fine],
      [child, 5_000],
      [friend, 4_000],
    ],
    [],
  ],
  [
    'is offered in another seat category than they',
    [
      [adult, 12_000],
      [child, 5_000],
      [friend, 4_000],
    ],
    [adult, child, friend],
  ],
  [
    'is not offered where they are for members',
    [
      [5, 5_000],
      [8, 9_000],
    ],
    [8],
  ],
  [
    'is offered to members where they are for members',
    [
      [8, 9_000],
      [9, 5_000],
    ],
    [8, 9],
  ],
  [
    'is offered where each of two needs the other',
    [
      [6, 5_000],
      [7, 5_000],
    ],
    [6, 7],
  ],
];
for (const [title, prices, expected] of cases) {
  test(`a tariff that is sold only along with others ${title}`, async (t) => {
    assert.deepEqual(await offered(t, prices), expected);
  });
}
