import { idle } from './remote.js';
import type { ShopState } from './state.js';
import type { Tools } from './store.js';

/** The cart before it is known whether there is one. */
export const unknownCart: Partial<ShopState> = {
  cart: idle,
  unkeptToken: null,
  lapsedLines: [],
  soldOrderId: null,
};

/** The stores whose cart is followed. */
export const cartUsers = new WeakSet<Tools>();
