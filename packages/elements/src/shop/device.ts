import { browserDevice, type Clock, type Device } from '@s360-widgets/store';
import type * as CarriedCart from './carried-cart.js';
import { cartMark } from './cart-mark.js';

/** The browser as one shop sees it, with the cart that a link of the page before has carried here. */
export const openDevice = async (relay: string, clock: Clock): Promise<Device> => ({
  ...browserDevice(relay, clock),
  carriedToken: await carriedToken(relay),
});

let carriedCart: Promise<typeof CarriedCart> | undefined;

/** The first shop that asks takes the cart out of the address; it is that of the relay which it names, whoever asked. */
async function carriedToken(relay: string): Promise<string | undefined> {
  if (location.hash.includes(cartMark)) carriedCart = import('./carried-cart.js');
  return (await carriedCart)?.takeCarriedToken(relay);
}
