import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shop } from '@s360-widgets/contract';
import { answerWith } from '../s360/fixtures.js';
import { CatalogAdapter } from './catalog.adapter.js';
import { toShop } from './point-of-sale.mapping.js';

const say = () => undefined;
const log = { debug: say, info: say, warn: say, error: say };
const settings = {
  ...{ languages: ['en', 'fr', 'de'], supportPhone: null, promoCodes: false },
  shopUrl: 'https://shop.example.org',
  signInWays: [],
};

/** What pages are told of a point of sale that S-360 has so. */
async function shopOf(t: Parameters<typeof answerWith>[0], posConfig: object) {
  const posConfigData = {
    posId: 1,
    currencyCode: 'EUR',
    organizationTimeZone: 'Europe/Zurich',
    ...posConfig,
  };
  const body = JSON.stringify({ statusCode: 'success', posConfigData });
  const { s360 } = await answerWith(t, 'rest', { status: 200, body });
  return shop.parse(toShop(await new CatalogAdapter(s360, log).getPointOfSale(), 'en', settings));
}

for (const [guestLoginAvailable, loginPosition, signIn] of [
  [true, 'BEFORE_CHECKOUT', 'optional'],
  [true, undefined, 'optional'],
  [undefined, undefined, 'optional'],
  [false, 'BEFORE_CHECKOUT', 'before-checkout'],
  [false, undefined, 'before-checkout'],
  [true, 'BEFORE_CATALOG', 'before-catalog'],
  [false, 'before catalogue', 'before-catalog'],
] as const) {
  test(`guests ${guestLoginAvailable} and a sign-in ${loginPosition}: the sign-in is ${signIn}`, async (t) => {
    const told = await shopOf(t, { guestLoginAvailable, loginPosition });
    assert.equal(told.signIn, signIn);
    assert.equal(told.shopUrl, 'https://shop.example.org');
  });
}

test('a point of sale of one language is offered in that alone', async (t) => {
  assert.deepEqual((await shopOf(t, { mainLanguage: 'fr', languageList: 'fr' })).languages, ['fr']);
});
