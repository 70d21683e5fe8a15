import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyData, exactFor, toCurrency } from './currency.js';

const listed = (code: string, digits: unknown) =>
  currencyData.parse({ currencyCode: code, fractionDigit: digits });

test('a currency has the digits that S-360 gives it, in whichever list it stands', () => {
  const lists = [null, undefined, listed('EUR', 2), listed('HUF', 2), listed('RSD', '2'), listed('KWD', 3)];
  assert.deepEqual(toCurrency('HUF', lists), { code: 'HUF', digits: 2 });
  assert.deepEqual(toCurrency('RSD', lists), { code: 'RSD', digits: 2 });
  assert.deepEqual(toCurrency('KWD', lists), { code: 'KWD', digits: 3 });
  assert.deepEqual(toCurrency('HUF', [listed('HUF', 0)]), { code: 'HUF', digits: 0 });
});

test('a list that names a currency without its digits leaves the word to the next one', () => {
  assert.equal(toCurrency('EUR', [listed('EUR', undefined), listed('EUR', 3)]).digits, 3);
  assert.equal(toCurrency('EUR', [listed('EUR', 'two'), listed('EUR', 7)]).digits, 2);
});

test('where no list has a currency, ISO 4217 counts, and never a hundredth of a yen', () => {
  const digits = Object.fromEntries(
    ['JPY', 'KRW', 'KWD', 'HUF', 'RSD', 'EUR'].map((code) => [code, toCurrency(code, []).digits]),
  );
  assert.deepEqual(digits, { JPY: 0, KRW: 0, KWD: 3, HUF: 2, RSD: 2, EUR: 2 });
});

test('a currency has as many digits more as an amount takes to be shown exactly', () => {
  const digits = (own: number, ...amounts: number[]) =>
    exactFor({ code: 'EUR', digits: own }, amounts).digits;
  assert.equal(digits(2), 2);
  assert.equal(digits(2, 12_000, 1_200), 2);
  assert.equal(digits(2, 12_005, 24_010), 3);
  assert.equal(digits(0, 16_500_000), 0);
  assert.equal(digits(0, 16_500_500), 1);
  assert.equal(digits(0, 16_500_510), 2);
  assert.equal(digits(0, -16_500_001), 3);
  assert.equal(digits(3, 4_000), 3);
});
