import { browserDevice, type Device, type Store } from '@s360-widgets/store';
import type * as CarriedCart from './carried-cart.js';
import { cartMark } from './cart-mark.js';

/** The browser as one shop sees it, with the cart that a link of the page before has carried here, and a next page may have to. */
export async function openDevice(relay: string, store: Store): Promise<Device> {
  const stop = store.subscribe(() => {
    if (!store.state.unkeptToken) return;
    stop();
    import('./unkept-cart.js').then(({ carryCart }) => carryCart(store, relay), console.warn);
  });
  return { ...browserDevice(relay, store.clock), carriedToken: await carriedToken(relay) };
}

let carriedCart: Promise<typeof CarriedCart> | undefined;

/** The first shop that asks takes the cart out of the address; it is that of the relay which it names, whoever asked. */
async function carriedToken(relay: string): Promise<string | undefined> {
  if (location.hash.includes(cartMark)) carriedCart = import('./carried-cart.js');
  return (await carriedCart)?.takeCarriedToken(relay);
}
