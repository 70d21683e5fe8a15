import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerWith } from '../s360/fixtures.js';
import { CatalogAdapter } from './catalog.adapter.js';

const say = () => undefined;
const log = { debug: say, info: say, warn: say, error: say };

/** What S-360 sends for a point of sale that sells in a currency, while its institution counts in euros. */
const posConfig = (code: string, fractionDigit: number) =>
  JSON.stringify({
    statusCode: 'success',
    posConfigData: {
      ...{ posId: 1, currencyCode: code, organizationTimeZone: 'Europe/Zurich' },
      catalogCurrencies: [{ currencyCode: code, fractionDigit }],
      institutionCurrency: { currencyCode: 'EUR', fractionDigit: 2 },
    },
  });

const catalogWith = (amounts: readonly number[]) => {
  const tariff = (_: number, index: number) => ({ id: 211 + index, audienceCategoryKind: 'FULL' });
  const price = (amount: number, index: number) => ({ amount, audSubCatId: 211 + index, seatCatId: 501 });
  const performances = [
    {
      ...{ id: 401, state: 'RUNNING', start: '2026-12-05T19:00:00Z', seatCategories: [{ id: 501 }] },
      prices: amounts.map(price),
    },
  ];
  const products = [{ id: 301, state: 'RUNNING', event: { performances } }];
  const audienceCategories = [{ mainCategory: 'OCCASIONAL', audienceSubCategories: amounts.map(tariff) }];
  const seasons = [{ id: 1, audienceCategories, products }];
  return JSON.stringify({ statusCode: 'success', catalogData: { seasons } });
};

const cases: [code: string, digits: number, thousandths: number[], minor: number[]][] = [
  ['JPY', 0, [16_500_000], [16_500]],
  ['KWD', 3, [165_005], [165_005]],
  ['RSD', 2, [12_000], [1_200]],
  ['HUF', 2, [12_000], [1_200]],
  ['HUF', 0, [12_000], [12]],
  ['EUR', 2, [12_000, 12_005], [1_200]],
  ['JPY', 0, [16_500_000, 16_500_500], [16_500]],
];
for (const [code, digits, thousandths, minor] of cases) {
  test(`${thousandths.join(' and ')} thousandths on the wire are ${minor.join()} of ${code} with ${digits} digits`, async (t) => {
    const told = await answerWith(t, 'rest', { status: 200, body: posConfig(code, digits) });
    const { currency } = await new CatalogAdapter(told.s360, log).getPointOfSale();
    assert.deepEqual(currency, { code, digits });
    const sold = await answerWith(t, 'rest', { status: 200, body: catalogWith(thousandths) });
    const catalog = await new CatalogAdapter(sold.s360, log).loadCatalog(currency);
    assert.deepEqual(catalog.currency, currency);
    const prices = catalog.performances.get('401')?.performance.seatCategories[0]?.prices ?? [];
    assert.deepEqual(
      prices.map(({ amountMinor }) => amountMinor),
      minor,
      'a price finer than the digits is left out, and not rounded',
    );
  });
}
