import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leadPrice } from './lead-price.js';

const tariff = (id: string, kind: 'full' | 'reduced' | 'free', membersOnly = false) => ({
  id,
  kind,
  membersOnly,
});
const tariffs = [
  tariff('member', 'full', true),
  tariff('child', 'reduced'),
  tariff('full', 'full'),
  tariff('evening', 'full'),
  tariff('press', 'free'),
];
const price = (tariffId: string, amountMinor: number) => ({ tariffId, amountMinor });
const lead = (...prices: { tariffId: string; amountMinor: number }[]) => leadPrice(tariffs, prices);

test('a price for members only is never named, whatever stands first and whatever is dearest', () => {
  assert.deepEqual(lead(price('member', 1_000), price('full', 4_000)), price('full', 4_000));
  assert.deepEqual(lead(price('member', 9_000), price('child', 2_000)), price('child', 2_000));
  assert.equal(lead(price('member', 1_000)), null);
});

test('of several full tariffs the first of the back office is named, not the dearest', () => {
  assert.deepEqual(lead(price('evening', 9_000), price('full', 4_000)), price('full', 4_000));
});

test('where nobody pays the full price, the dearest that anyone may buy is named', () => {
  assert.deepEqual(lead(price('press', 0), price('child', 2_000)), price('child', 2_000));
  assert.deepEqual(lead(price('press', 0)), price('press', 0), 'a free ticket has a price: nothing');
  assert.equal(lead(), null);
  assert.equal(lead(price('unknown', 5_000)), null);
});
