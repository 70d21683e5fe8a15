import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createPriceList, type PriceWish } from './price-list.js';
import { createSeason } from './season.js';
import type { Season } from './season.types.js';
import { tariffs } from './tariffs.js';

const seasonIn = (wish: PriceWish): Season =>
  createSeason({
    seed: 1,
    now: new Date('2026-11-24T12:00:00Z'),
    publicUrl: 'http://localhost:8090',
    prices: createPriceList(wish),
  });

/** Every price of tickets and passes, in thousandths. */
const pricesOf = ({ catalog }: Season) =>
  catalog.seasons.flatMap(({ products }) =>
    products.flatMap(({ event, pass }) => [
      ...(event?.performances ?? []).flatMap(({ prices }) => prices),
      ...(pass?.items ?? []).flatMap(({ itemPrices }) => itemPrices),
    ]),
  );

const feesOf = ({ bookingFeePerTicket, shipmentModes }: Season) => [
  bookingFeePerTicket,
  ...shipmentModes.map(({ amount }) => amount),
];

const full = tariffs.find(({ code }) => code === 'FULL')?.id;
const wishes: [PriceWish, step: number, dearest: number, fee: number][] = [
  [{ code: 'EUR', digits: 2 }, 10, 240_000, 1_200],
  [{ code: 'CHF', digits: 2 }, 10, 225_500, 1_130],
  [{ code: 'JPY', digits: 0 }, 1_000, 39_100_000, 196_000],
  [{ code: 'KWD', digits: 3 }, 1, 85_200, 426],
  [{ code: 'RSD', digits: 2 }, 10, 28_150_000, 140_640],
  [{ code: 'HUF', digits: 2 }, 10, 95_350_000, 476_640],
  [{ code: 'HUF', digits: 0 }, 1_000, 95_350_000, 477_000],
];

describe('a season’s prices', () => {
  for (const [wish, step, dearest, fee] of wishes) {
    const season = seasonIn(wish);

    it(`are worth as much in ${wish.code} with ${wish.digits} digits as in euros`, () => {
      const amounts = pricesOf(season).filter(({ audSubCatId }) => audSubCatId === full);
      assert.equal(Math.max(...amounts.map(({ amount }) => amount)), dearest);
      assert.equal(season.bookingFeePerTicket, fee);
    });

    it(`are whole numbers of what S-360 calls the smallest amount of ${wish.code} with ${wish.digits} digits`, () => {
      assert.equal(season.currency.minAmount, step);
      const amounts = [...pricesOf(season).map(({ amount }) => amount), ...feesOf(season)];
      for (const amount of amounts) assert.equal(amount % step, 0, String(amount));
    });
  }

  it('are finer than the digits for the tariff that was asked for, and for no other', () => {
    const season = seasonIn({ code: 'JPY', digits: 0, fineTariff: 'FULL' });
    for (const { amount, audSubCatId } of pricesOf(season)) {
      assert.equal(amount % 1_000, audSubCatId === full ? 500 : 0);
    }
  });

  it('are in a currency that the list of the catalogs’ currencies has, while the institution counts in euros', () => {
    const { posConfig, currency } = seasonIn({ code: 'RSD', digits: 2 });
    assert.deepEqual(currency, {
      currencyCode: 'RSD',
      fractionDigit: 2,
      minAmount: 10,
      symbol: 'RSD',
    });
    assert.deepEqual(posConfig.catalogCurrencies, [currency]);
    assert.equal(posConfig.currencyCode, 'RSD');
    assert.equal((posConfig.institutionCurrency as typeof currency).currencyCode, 'EUR');
  });
});
