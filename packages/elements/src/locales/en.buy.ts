import type { Wide } from './wide.js';

/** Cart, checkout, orders. */
export const messages = {
  cart: {
    emptyTitle: 'Your cart is empty',
    emptyText: (minutes: number) =>
      `Seats you choose are held for ${minutes} minutes, so you can check out in peace.`,
  },
  checkout: {},
  payment: {},
  orders: {},
};

export type BuyMessages = Wide<typeof messages>;
