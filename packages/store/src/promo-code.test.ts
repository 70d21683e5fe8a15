import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProblemError } from '@s360-widgets/contract/problem';
import { cartSlice } from './cart.js';
import { promoCodeSlice } from './promo-code.js';
import { cart, shopOf } from './store.fixture.js';

const reduced = cart({ promoCode: { code: 'DUO50', name: 'Duo offer' } });

function shop(answers: Parameters<typeof shopOf>[0] = {}) {
  const shown = shopOf({ stored: { 'cart-token': 't1' }, ...answers });
  shown.store.use(cartSlice);
  shown.store.use(promoCodeSlice);
  return shown;
}

describe('a promo code in the store', () => {
  it('is sent as it was typed, and the cart is what comes back', async () => {
    const { store, calls } = shop({
      answers: { getCart: cart(), redeemPromoCode: reduced, removePromoCode: cart() },
    });
    assert.equal(await store.dispatch('promo-code-redeem', { code: 'duo50' }), null);
    assert.equal(store.state.cart.value?.promoCode?.code, 'DUO50');
    assert.equal(await store.dispatch('promo-code-remove', {}), null);
    assert.equal(store.state.cart.value?.promoCode, undefined);
    assert.deepEqual(calls(), ['getCart', 'redeemPromoCode', 'removePromoCode']);
  });

  it('that is refused leaves the cart as it was', async () => {
    const { store } = shop({
      answers: { getCart: reduced, redeemPromoCode: new ProblemError('promo-code-ended') },
    });
    await store.dispatch('cart-load', {});
    const problem = await store.dispatch('promo-code-redeem', { code: 'AUTUMN' });
    assert.equal(problem?.code, 'promo-code-ended');
    assert.equal(store.state.cart.value?.promoCode?.code, 'DUO50');
  });

  it('without a cart has nothing to count for', async () => {
    const { store, calls } = shop({ stored: {} });
    const problem = await store.dispatch('promo-code-redeem', { code: 'DUO50' });
    assert.equal(problem?.code, 'cart-empty');
    assert.deepEqual(calls(), []);
  });
});
