import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProblemError } from '@s360-widgets/contract/problem';
import {
  atPayment,
  cart,
  inMinutes,
  order,
  outcome,
  paying,
  paymentStart,
  reviewedCart,
  settled,
  shopOf,
  start,
  stored,
} from './store.fixture.js';

describe('coming back', () => {
  it('finds a payment that is still open after a reload, without a word of waiting', async () => {
    const { store } = shopOf({
      stored,
      answers: { getCart: paying(), getPaymentOutcome: outcome({ cart: paying() }) },
    });
    await store.dispatch('checkout-open', { returned: false });
    assert.equal(store.state.checkout.step, 'payment');
    assert.equal(store.state.checkout.payment.status, 'idle');
    assert.equal(store.state.checkout.outcome, null);
  });

  it('goes on with such a payment, which the relay gives again', async () => {
    const { store, relay, calls } = shopOf({
      stored,
      answers: { getCart: paying(), getPaymentOutcome: outcome({ cart: paying() }) },
    });
    await store.dispatch('checkout-open', { returned: false });
    relay.answers = { ...relay.answers, startPayment: paymentStart() };
    await store.dispatch('payment-start', start);
    assert.deepEqual(calls().slice(-2), ['getPaymentOutcome', 'startPayment']);
    assert.equal(store.state.checkout.payment.status, 'ready');
  });

  it('takes back a payment of another total and starts a new one', async () => {
    const { store, relay, calls } = shopOf({
      stored,
      answers: { getCart: paying(), getPaymentOutcome: outcome({ cart: paying() }) },
    });
    await store.dispatch('checkout-open', { returned: false });
    let tries = 0;
    relay.answers = {
      ...relay.answers,
      leavePayment: outcome({ status: 'cancelled', cart: reviewedCart() }),
      startPayment: async () => {
        if (!tries++) throw new ProblemError('payment-in-progress');
        return paymentStart();
      },
    };
    assert.equal(await store.dispatch('payment-start', start), null);
    assert.deepEqual(calls().slice(-3), ['getCart', 'leavePayment', 'startPayment']);
    assert.equal(store.state.checkout.payment.status, 'ready');
  });

  it('does not pay again what turns out to be paid', async () => {
    const { store, relay, calls } = shopOf({
      stored,
      answers: { getCart: paying(), getPaymentOutcome: outcome({ cart: paying() }) },
    });
    await store.dispatch('checkout-open', { returned: false });
    relay.answers = { getPaymentOutcome: outcome({ status: 'paid', order: order() }) };
    await store.dispatch('payment-start', start);
    assert.equal(store.state.checkout.step, 'confirmation');
    assert.ok(!calls().includes('startPayment'));
  });

  it('asks what became of the payment on return from the bank', async () => {
    const { store, relay } = shopOf({
      stored,
      answers: { getCart: paying(), reportPayment: outcome({ cart: paying() }) },
    });
    await store.dispatch('checkout-open', { returned: true });
    assert.deepEqual(relay.calls.at(-1)?.options.body, { reported: 'return' });
    assert.equal(store.state.checkout.outcome?.status, 'waiting');
    assert.equal(store.state.checkout.step, 'payment');
  });

  it('is at the payment when the bank refused', async () => {
    const { store, factNames } = shopOf({
      stored,
      answers: {
        getCart: paying(),
        reportPayment: outcome({ status: 'refused', cart: reviewedCart() }),
      },
    });
    await store.dispatch('checkout-open', { returned: true });
    assert.equal(store.state.checkout.step, 'payment');
    assert.equal(store.state.checkout.outcome?.status, 'refused');
    assert.ok(factNames().includes('payment-failed'));
  });

  it('is at the payment after a reload too, where the bank refused meanwhile', async () => {
    const { store } = shopOf({
      stored,
      answers: {
        getCart: paying(),
        getPaymentOutcome: outcome({ status: 'refused', cart: reviewedCart() }),
      },
    });
    await store.dispatch('checkout-open', { returned: false });
    assert.equal(store.state.checkout.step, 'payment');
    assert.equal(store.state.checkout.outcome?.status, 'refused');
  });

  it('confirms an order that was paid while nobody looked', async () => {
    const { store, factNames } = shopOf({
      stored,
      answers: { getCart: cart({ state: 'completed' }), getOrder: order() },
    });
    await store.dispatch('checkout-open', { returned: false });
    assert.equal(store.state.checkout.step, 'confirmation');
    assert.ok(factNames().includes('order-completed'));
  });

  for (const answers of [
    { getOrder: order() },
    { getOrder: order(), startPayment: new ProblemError('internal') },
  ]) {
    const step = 'startPayment' in answers ? 'review' : 'payment';
    it(`shows the order that the other tab has found paid, at the ${step} too, without telling of it twice`, async () => {
      const shop = await atPayment(answers);
      assert.equal(shop.store.state.checkout.step, step);
      shop.storage.values.set('orders', [{ orderId: '4711', token: 't1', isConfirmed: true }]);
      shop.storage.values.delete('cart-token');
      await settled();
      shop.otherTab.post({ kind: 'cart', cart: null, soldOrderId: '4711' });
      await settled();
      assert.equal(shop.store.state.checkout.step, 'confirmation');
      assert.ok(!shop.factNames().includes('order-completed'));
    });
  }

  it('shows an order that was paid while the browser was closed, and again after a reload, but tells once', async () => {
    const { store, storage, factNames } = shopOf({
      stored: { orders: [{ orderId: '4711', token: 't1' }] },
      answers: { getOrder: order() },
    });
    await store.dispatch('checkout-open', { returned: false });
    assert.equal(store.state.checkout.step, 'confirmation');
    assert.ok(factNames().includes('order-completed'));

    const later = shopOf({
      stored: { orders: storage.values.get('orders') },
      answers: { getOrder: order() },
    });
    await later.store.dispatch('checkout-open', { returned: false });
    assert.equal(later.store.state.checkout.step, 'confirmation');
    assert.ok(!later.factNames().includes('order-completed'));
  });

  for (const returned of [true, false]) {
    it(`does not take an old order for the one just paid, but has it at hand (returned: ${returned})`, async () => {
      const { store } = shopOf({
        stored: { orders: [{ orderId: '4600', token: 't0', isConfirmed: true }] },
        answers: { getOrder: order({ orderId: '4600', purchasedAt: inMinutes(-90) }) },
      });
      await store.dispatch('checkout-open', { returned });
      assert.equal(store.state.checkout.step, 'contact');
      assert.equal(store.state.checkout.lastOrder?.orderId, '4600');
      await store.dispatch('last-order-show', {});
      assert.equal(store.state.checkout.step, 'confirmation');
      assert.equal(store.state.checkout.order?.orderId, '4600');
    });
  }

  it('has no order at hand where the relay no longer opens it, and that is no problem', async () => {
    const { store } = shopOf({
      stored: { orders: [{ orderId: '4600', token: 't0', isConfirmed: true }] },
      answers: { getOrder: new ProblemError('cart-token-invalid') },
    });
    assert.equal(await store.dispatch('checkout-open', { returned: false }), null);
    assert.equal(store.state.checkout.step, 'contact');
    assert.equal(store.state.checkout.lastOrder, null);
  });

  it('confirms a cart that turns out to be sold at any step', async () => {
    const { store, relay, factNames } = shopOf({ stored, answers: { getCart: reviewedCart() } });
    await store.dispatch('checkout-open', { returned: false });
    assert.equal(store.state.checkout.step, 'review');
    relay.answers = { getCart: cart({ state: 'completed' }), getOrder: order() };
    await store.dispatch('cart-load', {});
    await settled();
    assert.equal(store.state.checkout.step, 'confirmation');
    assert.equal(store.state.soldOrderId, '4711');
    assert.equal(factNames().filter((name) => name === 'order-completed').length, 1);
  });

  it('forgets that a cart was sold as soon as there is another', async () => {
    const { store, relay } = await atPayment();
    relay.answers = { reportPayment: outcome({ status: 'paid', order: order() }) };
    await store.dispatch('payment-report', { reported: 'success' });
    assert.equal(store.state.soldOrderId, '4711');
    relay.answers = { openCart: { token: 't2', cart: cart({ orderId: '4712' }) } };
    await store.dispatch('cart-add', {
      items: [{ kind: 'best-seats', performanceId: '12', seatCategoryId: '21', tariffs: [] }],
    });
    assert.equal(store.state.soldOrderId, null);
  });

  it('begins anew with a new cart after an order', async () => {
    const { store, relay, storage } = await atPayment();
    relay.answers = { reportPayment: outcome({ status: 'paid', order: order() }) };
    await store.dispatch('payment-report', { reported: 'success' });
    storage.values.set('cart-token', 't2');
    relay.answers = { getCart: cart({ orderId: '4712' }) };
    await store.dispatch('checkout-open', { returned: false });
    assert.equal(store.state.checkout.step, 'contact');
    assert.equal(store.state.checkout.order, null);
  });

  it('says that the relay is away', async () => {
    const { store } = shopOf({ stored, answers: { getCart: new ProblemError('relay-unreachable') } });
    const problem = await store.dispatch('checkout-open', { returned: false });
    assert.equal(problem?.code, 'relay-unreachable');
  });
});
