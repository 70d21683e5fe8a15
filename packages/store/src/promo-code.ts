import { changeCart } from './cart.js';
import type { Slice } from './store.js';

/** The cart's promo code, for pages on which one is typed. */
export const promoCodeSlice: Slice = {
  name: 'promo-code',
  initial: {},
  handlers: {
    'promo-code-redeem': ({ code }, tools) =>
      changeCart(tools, (given) => tools.client.call('redeemPromoCode', { ...given, body: { code } })),
    'promo-code-remove': (_, tools) =>
      changeCart(tools, (given) => tools.client.call('removePromoCode', given)),
  },
};
