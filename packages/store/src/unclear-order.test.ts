import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CartItem } from '@s360-widgets/contract';
import { cart, outcome, reviewedCart, shopOf, stored } from './store.fixture.js';

const unclear = () => reviewedCart({ state: 'unclear', expiresAt: null });
const items: CartItem[] = [
  { kind: 'best-seats', performanceId: '1', seatCategoryId: '2', tariffs: [{ tariffId: '3', quantity: 1 }] },
];

describe('an order of which nobody can tell what it has become', () => {
  it('is shown, and its token is kept', async () => {
    const { store, storage, facts } = shopOf({ stored, answers: { getCart: unclear() } });
    assert.equal(await store.dispatch('checkout-open', { returned: false }), null);
    assert.equal(store.state.cart.value?.state, 'unclear');
    assert.equal(store.state.cart.value?.ticketCount, unclear().ticketCount);
    assert.equal(await storage.get('cart-token'), 't1');
    assert.equal(store.state.checkout.order, null);
    assert.deepEqual(
      facts.filter(({ name }) => name === 'order-completed' || name === 'hold-expired'),
      [],
    );
  });

  it('is a cart again as soon as the box office says so', async () => {
    const { store, relay } = shopOf({ stored, answers: { getCart: unclear() } });
    await store.dispatch('checkout-open', { returned: false });
    relay.answers = { getCart: reviewedCart() };
    await store.dispatch('checkout-open', { returned: false });
    assert.equal(store.state.checkout.step, 'review');
  });

  it('is found among the orders when the visitor starts a new cart', async () => {
    const { store, storage } = shopOf({ stored, answers: { getCart: unclear() } });
    await store.dispatch('cart-load', {});
    await store.dispatch('cart-dismiss', {});
    assert.equal(store.state.cart.value, null);
    assert.equal(await storage.get('cart-token'), undefined);
    assert.deepEqual(await storage.get('orders'), [{ orderId: unclear().orderId, token: 't1' }]);
  });

  it('gives way to a new cart when tickets are added, and is found among the orders', async () => {
    const opened = { token: 't2', cart: cart({ orderId: '4712' }) };
    const { store, storage, calls } = shopOf({
      stored,
      answers: { getCart: unclear(), openCart: opened },
    });
    await store.dispatch('cart-load', {});
    assert.equal(await store.dispatch('cart-add', { items }), null);
    assert.equal(calls().includes('addToCart'), false);
    assert.equal(await storage.get('cart-token'), 't2');
    assert.deepEqual(await storage.get('orders'), [{ orderId: unclear().orderId, token: 't1' }]);
  });

  it('leaves no trace among the orders of a cart that was simply put away', async () => {
    const { store, storage } = shopOf({ stored, answers: { getCart: cart() } });
    await store.dispatch('cart-load', {});
    await store.dispatch('cart-dismiss', {});
    assert.equal(await storage.get('orders'), undefined);
  });

  it('is with the box office’s people once its payment needs them, after a reload too, and bars no new cart', async () => {
    const paying = reviewedCart({ state: 'paying' });
    const raised = outcome({ status: 'raised', cart: paying });
    const { store, storage, facts } = shopOf({
      stored,
      answers: { getCart: paying, getPaymentOutcome: raised },
    });
    assert.equal(await store.dispatch('checkout-open', { returned: false }), null);
    assert.equal(store.state.checkout.step, 'payment');
    assert.equal(store.state.checkout.outcome?.status, 'raised');
    assert.deepEqual(
      facts.filter(({ name }) => name === 'payment-failed'),
      [],
    );
    await store.dispatch('cart-dismiss', {});
    assert.equal(store.state.cart.value, null);
    assert.deepEqual(await storage.get('orders'), [{ orderId: paying.orderId, token: 't1' }]);
  });
});
