import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { CartItem } from '@s360-widgets/contract';
import { IDBFactory } from 'fake-indexeddb';
import { cartSlice } from './cart.js';
import { lateCartSlice } from './late-cart.js';
import { LateStorage } from './late-storage.js';
import type { Clock } from './outside.js';
import { type FakeBrowser, fakeBrowser } from './storage.fixture.js';
import { cart, line, settled, shopOf } from './store.fixture.js';

const items: CartItem[] = [
  {
    kind: 'seats',
    performanceId: '12',
    seats: [{ seatId: '9018', seatCategoryId: '21', tariffId: '31' }],
  },
];
const answers = { openCart: { token: 't1', cart: cart() }, getCart: cart() };
const databases = Reflect.get<IDBFactory, 'databases'>(IDBFactory.prototype, 'databases');

let browser: FakeBrowser;
beforeEach(() => {
  browser = fakeBrowser();
});
afterEach(() => {
  browser.mend();
  IDBFactory.prototype.databases = databases;
});

/** A page of the shop whose element brings the cart only when it is needed, over the browser's own database. */
const page = (given: Parameters<typeof shopOf>[0] = {}) =>
  shopOf({
    answers,
    slices: [lateCartSlice],
    storageOn: (clock: Clock) => new LateStorage('test', clock),
    ...given,
  });

/** A page on which something was put into the cart. */
async function pageBefore() {
  const shop = page();
  assert.equal(await shop.store.dispatch('cart-add', { items }), null);
  return shop;
}

async function rest(): Promise<void> {
  for (let round = 0; round < 40; round++) await settled();
}

describe('the cart of a page that may never need one', () => {
  it('is none on a device that has kept nothing, of which nobody is asked and nothing is kept', async () => {
    const { store, calls } = page();
    assert.equal(await store.dispatch('cart-load', {}), null);
    assert.deepEqual(store.state.cart, { status: 'ready', value: null });
    assert.deepEqual(calls(), []);
    assert.deepEqual(await indexedDB.databases(), []);
  });

  it('begins with the first seat', async () => {
    const { store, calls } = page();
    await store.dispatch('cart-load', {});
    assert.equal(await store.dispatch('cart-add', { items }), null);
    assert.equal(store.state.cart.value?.ticketCount, 2);
    assert.deepEqual(calls(), ['openCart']);
  });

  it('is shown on the next page', async () => {
    await pageBefore();
    const { store, calls } = page();
    assert.equal(await store.dispatch('cart-load', {}), null);
    assert.equal(store.state.cart.value?.ticketCount, 2);
    assert.deepEqual(calls(), ['getCart']);
  });

  it('is another shop’s business when only that shop has kept something', async () => {
    await pageBefore();
    const { store, calls } = page({ storageOn: (clock) => new LateStorage('other', clock) });
    await store.dispatch('cart-load', {});
    assert.deepEqual(calls(), []);
    assert.equal(store.state.cart.value, null);
  });

  it('is the one that a link has carried here', async () => {
    const { store, calls } = page({ carriedToken: 't1' });
    assert.equal(await store.dispatch('cart-load', {}), null);
    assert.equal(store.state.cart.value?.ticketCount, 2);
    assert.deepEqual(calls(), ['getCart']);
  });

  it('is there as soon as another tab has one', async () => {
    const { store, otherTab } = page();
    await store.dispatch('cart-load', {});
    otherTab.post({ kind: 'cart', cart: cart(), token: 't1' });
    await rest();
    assert.equal(store.state.cart.value?.ticketCount, 2);
  });

  it('is the last one of which another tab has told in one breath', async () => {
    const { store, otherTab } = page();
    await store.dispatch('cart-load', {});
    otherTab.post({ kind: 'cart', cart: cart(), token: 't1' });
    otherTab.post({ kind: 'cart', cart: cart({ lines: [line(), line()] }), token: 't1' });
    await rest();
    otherTab.post({ kind: 'cart', cart: cart({ lines: [line(), line(), line()] }), token: 't1' });
    await rest();
    assert.equal(store.state.cart.value?.lines.length, 3);
  });

  it('stays when it is begun while the browser is still asked whether there is one', async () => {
    let tell = (_names: IDBDatabaseInfo[]) => {};
    IDBFactory.prototype.databases = () =>
      new Promise((resolve) => {
        tell = resolve;
      });
    const { store } = page();
    const load = store.dispatch('cart-load', {});
    await rest();
    await store.dispatch('cart-add', { items });
    tell([]);
    await load;
    assert.equal(store.state.cart.value?.ticketCount, 2);
  });

  it('is read where another element has brought the cart already', async () => {
    const { store, calls } = page({ slices: [cartSlice, lateCartSlice], carriedToken: 't1' });
    assert.equal(await store.dispatch('cart-load', {}), null);
    assert.deepEqual(calls(), ['getCart']);
  });
});

for (const [title, ask] of [
  ['refuses to', () => Promise.reject(new DOMException('refused', 'UnknownError'))],
  ['knows of no way to', undefined],
  ['never comes to', () => new Promise(() => {})],
] as const)
  describe(`in a browser that ${title} tell which databases there are`, () => {
    it('the cart of before is shown', async () => {
      await pageBefore();
      Reflect.set(IDBFactory.prototype, 'databases', ask);
      const { store, clock, calls } = page();
      const load = store.dispatch('cart-load', {});
      await rest();
      await clock.pass(2000);
      assert.equal(await load, null);
      assert.deepEqual(calls(), ['getCart']);
    });
  });
