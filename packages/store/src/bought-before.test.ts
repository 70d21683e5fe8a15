import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CartLine } from '@s360-widgets/contract';
import { inMinutes, line, order, outcome, reviewedCart, settled, shopOf, stored } from './store.fixture.js';

const bought = (minutesAgo: number, ...of: string[]) => ({ at: inMinutes(-minutesAgo), of });

/** A cart on a device that has these orders. */
async function shopWith(orders: readonly object[], lines: CartLine[] = [line()]) {
  const shop = shopOf({ stored: { ...stored, orders }, answers: { getCart: reviewedCart({ lines }) } });
  await shop.store.dispatch('checkout-open', { returned: false });
  return shop;
}

async function look(orders: readonly object[], lines?: CartLine[]) {
  const { store } = await shopWith(orders, lines);
  assert.equal(await store.dispatch('bought-before-look', {}), null);
  return store.state.checkout.boughtBefore;
}

describe('what was bought moments ago', () => {
  it('is told of the same performance, with the order’s number, the title and the time', async () => {
    const orders = [{ orderId: '17', token: 'a', bought: bought(4, '12') }];
    assert.deepEqual(await look(orders), { orderId: '17', at: inMinutes(-4), title: 'The Magic Flute' });
  });

  for (const [title, orders] of [
    ['another performance', [{ orderId: '17', token: 'a', bought: bought(4, '13') }]],
    ['one of a while ago', [{ orderId: '17', token: 'a', bought: bought(16, '12') }]],
    ['an order that was kept before orders said what they bought', [{ orderId: '17', token: 'a' }]],
    ['no order', []],
  ] as const)
    it(`is not told of ${title}`, async () => assert.equal(await look(orders), null));

  it('goes by the product where there is no performance', async () => {
    const visit = {
      ...line(),
      kind: 'pass' as const,
      performanceId: null,
      itemId: '61',
      title: 'Paper Cities',
    };
    const orders = [{ orderId: '17', token: 'a', bought: bought(4, '11') }];
    assert.equal((await look(orders, [visit]))?.title, 'Paper Cities');
  });

  it('is looked for anew each time', async () => {
    const { store, clock } = await shopWith([{ orderId: '17', token: 'a', bought: bought(4, '12') }]);
    await store.dispatch('bought-before-look', {});
    await clock.pass(12 * 60_000);
    await store.dispatch('bought-before-look', {});
    assert.equal(store.state.checkout.boughtBefore, null);
  });

  it('is known of an order that was just confirmed, and stays known when another tab notes the order again', async () => {
    const { store, storage, relay } = shopOf({
      stored,
      answers: {
        getCart: reviewedCart({ state: 'paying' }),
        getPaymentOutcome: outcome({ status: 'paid', order: order() }),
      },
    });
    await store.dispatch('checkout-open', { returned: false });
    await settled();
    const [kept] = storage.values.get('orders') as { bought: unknown }[];
    assert.deepEqual(kept?.bought, { at: inMinutes(1), of: order().tickets.map(() => '12') });
    await storage.update('cart-token', () => stored['cart-token']);
    relay.answers = { ...relay.answers, getCart: reviewedCart({ state: 'completed' }) };
    const other = shopOf({ storageOn: () => storage, answers: relay.answers });
    await other.store.dispatch('cart-load', {});
    assert.deepEqual((storage.values.get('orders') as object[])[0], kept);
  });

  it('stands in nobody’s way where the device keeps nothing', async () => {
    const { store, clock } = shopOf({
      storageOn: () => ({
        get: async (key) => {
          if (key === 'orders') throw new Error('storage is gone');
          return undefined;
        },
        update: async () => {},
      }),
    });
    await clock.pass(0);
    assert.equal(await store.dispatch('bought-before-look', {}), null);
    assert.equal(store.state.checkout.boughtBefore, null);
  });
});
