import type { Tools } from './store.js';

/** The stores whose cart is followed. */
export const cartUsers = new WeakSet<Tools>();
