import { browserDevice, type Clock, type Device } from '@s360-widgets/store';
import { takeCarriedToken } from './carried-cart.js';

/** The browser as one shop sees it, with the cart that a link of the page before has carried here. */
export const openDevice = (relay: string, clock: Clock): Device => ({
  ...browserDevice(relay, clock),
  carriedToken: takeCarriedToken(relay),
});
