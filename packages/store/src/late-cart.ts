import { ProblemError } from '@s360-widgets/contract/problem';
import { cartUsers, unknownCart } from './cart-users.js';
import { ready } from './remote.js';
import type { RequestName } from './state.js';
import type { Handler, Slice, Tools } from './store.js';

/**
 * The cart for pages that may never be asked for it: its code comes when this device may have a cart, another tab tells of one, or
 * something is asked of it. Where that code can't be had, the request fails with `relay-unreachable`, and the next one tries again.
 */
export const lateCartSlice: Slice = {
  name: 'late-cart',
  initial: unknownCart,
  handlers: {
    'cart-load': async (request, tools) => {
      if (!(await hasNone(tools))) await later('cart-load')(request, tools);
      else if (!cartUsers.has(tools)) tools.set({ cart: ready(null) });
    },
    'cart-add': later('cart-add'),
    'cart-add-again': later('cart-add-again'),
    'tickets-remove': later('tickets-remove'),
    'ticket-change': later('ticket-change'),
    'cart-dismiss': later('cart-dismiss'),
  },
  start(tools) {
    const hear = async (message: unknown) => {
      if (cartUsers.has(tools)) return;
      const { hearCart } = await bringCart(tools);
      hearCart(tools, message);
    };
    // Without its code no tab is heard, and the requests themselves tell.
    tools.device().then(
      ({ tabs }) => tabs.listen((message) => void hear(message).catch(console.warn)),
      () => {},
    );
  },
};

/** Fetches the cart's code before something is asked of it, so that adding waits for none. */
export const prepareCart = (): void => void import('./cart.js').catch(() => {});

/** This device certainly has no cart. */
async function hasNone(tools: Tools): Promise<boolean> {
  if (cartUsers.has(tools)) return false;
  const { storage, carriedToken } = await tools.device();
  return !carriedToken && (await storage.isUnused?.()) === true;
}

function later<Name extends RequestName>(name: Name): Handler<Name> {
  return async (request, tools) => {
    const { cartSlice } = await bringCart(tools);
    await cartSlice.handlers[name]?.(request, tools);
  };
}

async function bringCart(tools: Tools) {
  const code = await import('./cart.js').catch((cause: unknown) => {
    throw new ProblemError('relay-unreachable', {}, { cause });
  });
  tools.use(code.cartSlice);
  return code;
}
