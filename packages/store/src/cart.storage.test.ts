import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { CartItem } from '@s360-widgets/contract';
import { ProblemError } from '@s360-widgets/contract/problem';
import { openStorage } from './browser-storage.js';
import type { Store } from './store.js';
import { type FakeBrowser, fakeBrowser, faults, writeFaults } from './storage.fixture.js';
import { cart, endedCart, line, settled, shopOf } from './store.fixture.js';

const items: CartItem[] = [
  {
    kind: 'best-seats',
    performanceId: '12',
    seatCategoryId: '21',
    tariffs: [{ tariffId: '31', quantity: 1 }],
  },
];
const oneMore = cart({ lines: [line(), line()] });
const answers = { openCart: { token: 't1', cart: cart() }, getCart: cart(), addToCart: oneMore };

let browser: FakeBrowser;
beforeEach(() => {
  browser = fakeBrowser();
});
afterEach(() => browser.mend());

/** A page of the shop, with the browser's own database under it. */
function page(given: Parameters<typeof shopOf>[0] = {}) {
  const shop = shopOf({ answers, storageOn: (clock) => openStorage('test', clock), ...given });
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      for (let round = 0; round < 40; round++) await settled();
      await shop.clock.pass(1000);
    }
    for (let round = 0; round < 40; round++) await settled();
  };
  /** What a request came to, with all the time that storage is given. */
  const done = async <T>(request: Promise<T>): Promise<T> => {
    let isDone = false;
    void request.finally(() => (isDone = true));
    await pass(4);
    assert.ok(isDone, 'the request is answered');
    return request;
  };
  return { ...shop, pass, done };
}

for (const { title, start, isMendedAtOnce } of [...faults, ...writeFaults]) {
  describe(`with storage of which ${title}`, () => {
    it('a ticket goes into the cart all the same', async () => {
      start(browser);
      const { store, done } = page();
      assert.equal(await done(store.dispatch('cart-add', { items })), null);
      assert.equal(store.state.cart.value?.ticketCount, 2);
    });

    it('the second ticket goes into the cart of the first', async () => {
      const { store, done, calls } = page();
      await done(store.dispatch('cart-add', { items }));
      start(browser);
      assert.equal(await done(store.dispatch('cart-add', { items })), null);
      assert.deepEqual(calls(), ['openCart', 'addToCart']);
      assert.equal(store.state.cart.value?.ticketCount, 4);
    });

    it('the cart is read and changed as ever', async () => {
      const { store, done, relay } = page();
      await done(store.dispatch('cart-add', { items }));
      start(browser);
      relay.answers = { getCart: cart(), removeTickets: cart({ lines: [] }) };
      assert.equal(await done(store.dispatch('cart-load', {})), null);
      assert.equal(await done(store.dispatch('tickets-remove', { ticketIds: ['1'] })), null);
      assert.deepEqual(
        relay.calls.slice(1).map(({ name, options }) => [name, options.token]),
        [
          ['getCart', 't1'],
          ['removeTickets', 't1'],
        ],
      );
    });

    it('the token of the open cart is there for links to carry on, as long as the browser does not keep it', async () => {
      start(browser);
      const { store, done, pass, relay } = page();
      assert.equal(store.state.unkeptToken, null);
      await done(store.dispatch('cart-add', { items }));
      assert.equal(store.state.unkeptToken, isMendedAtOnce ? null : 't1');
      browser.mend();
      await pass(12);
      assert.equal(store.state.unkeptToken, null);
      const next = page();
      await next.done(next.store.dispatch('cart-load', {}));
      assert.equal(next.store.state.cart.value?.ticketCount, 2);
      assert.deepEqual(relay.calls.length, 1);
    });

    it('nothing is carried on once the cart has ended', async () => {
      start(browser);
      const { store, done, relay } = page();
      await done(store.dispatch('cart-add', { items }));
      relay.answers = { getCart: endedCart() };
      await done(store.dispatch('cart-load', {}));
      assert.equal(store.state.unkeptToken, null);
    });

    it('the cart that a link has carried here is this page’s', async () => {
      start(browser);
      const { store, done, relay } = page({ carriedToken: 'carried' });
      assert.equal(await done(store.dispatch('cart-add', { items })), null);
      assert.deepEqual(
        relay.calls.map(({ name, options }) => [name, options.token]),
        [
          ['getCart', 'carried'],
          ['addToCart', 'carried'],
        ],
      );
    });
  });
}

describe('a cart that a link has carried here', () => {
  const kept = (token: string) => ({ carriedToken: 'carried', stored: { 'cart-token': token } });

  it('is the device’s from then on', async () => {
    const { store, storage } = shopOf({ carriedToken: 'carried', answers });
    await store.dispatch('cart-load', {});
    assert.equal(store.state.cart.value?.ticketCount, 2);
    assert.equal(storage.values.get('cart-token'), 'carried');
  });

  it('does not take the place of one that this device keeps', async () => {
    const { store, storage, relay } = shopOf({ ...kept('t1'), answers });
    await store.dispatch('cart-load', {});
    assert.equal(relay.calls[0]?.options.token, 't1');
    assert.equal(storage.values.get('cart-token'), 't1');
  });

  it('is checked by the relay: one that it does not open is forgotten', async () => {
    const { store, storage } = shopOf({
      carriedToken: 'forged',
      answers: { getCart: new ProblemError('cart-token-invalid') },
    });
    assert.equal(await store.dispatch('cart-load', {}), null);
    assert.deepEqual(store.state.cart, { status: 'ready', value: null });
    assert.equal(storage.values.has('cart-token'), false);
  });
});

const ticketsIn = (store: Store) => store.state.cart.value?.ticketCount ?? 0;

describe('storage that answers again', () => {
  it('shows the cart of before, if there was none meanwhile', async () => {
    const before = page();
    await before.done(before.store.dispatch('cart-add', { items }));
    faults.find(({ title }) => title === 'open hangs')?.start(browser);
    const { store, done, pass } = page();
    await done(store.dispatch('cart-load', {}));
    assert.equal(ticketsIn(store), 0);
    browser.mend();
    await pass(14);
    assert.equal(ticketsIn(store), 2);
  });

  it('keeps every order that was made meanwhile beside those of before', async () => {
    const before = page({
      answers: {
        openCart: { token: 't0', cart: cart({ orderId: '1' }) },
        getCart: cart({ orderId: '1', state: 'completed' }),
      },
    });
    await before.done(before.store.dispatch('cart-add', { items }));
    await before.done(before.store.dispatch('cart-load', {}));
    faults.find(({ title }) => title === 'open throws')?.start(browser);
    const { store, done, pass, relay } = page();
    await done(store.dispatch('cart-add', { items }));
    relay.answers = { getCart: cart({ state: 'completed' }) };
    await done(store.dispatch('cart-load', {}));
    browser.mend();
    await pass(14);
    const next = page();
    next.relay.answers = {};
    await next.done(next.store.dispatch('orders-load', {}).catch(() => null));
    assert.deepEqual(
      next.relay.calls.map(({ options }) => options.token),
      ['t1', 't0'],
    );
  });
});
