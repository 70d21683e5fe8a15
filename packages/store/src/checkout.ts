import type { Cart, Order } from '@s360-widgets/contract';
import { ProblemError } from '@s360-widgets/contract/problem';
import { cartCall, cartSlice, changeCart, keptOrders, loadCart } from './cart.js';
import { knownToken } from './cart-token.js';
import { go, put } from './checkout-steps.js';
import { isCartGone } from './held-cart.js';
import { complete, followPayment, leavePayment, reportPayment, startPayment } from './payment.js';
import { failed, loading, ready } from './remote.js';
import { checkoutSteps } from './state.js';
import type { Slice, Tools } from './store.js';

/** After a bank's page, an order this old or older is not the one that the visitor comes back from. */
const freshSeconds = 3600;

/** From the contact to the confirmation. The relay alone says what became of a payment. */
export const checkoutSlice: Slice = {
  name: 'checkout',
  handlers: {
    'checkout-open': open,
    'checkout-go': async ({ step }, tools) => go(tools, step),
    'contact-save': async ({ contact }, tools) => {
      await changeCart(tools, (given) => tools.client.call('saveContact', { ...given, body: { contact } }));
      go(tools, 'delivery');
    },
    'shipment-modes-load': loadShipmentModes,
    'shipment-choose': async ({ shipmentModeId, address }, tools) => {
      const body = { shipmentModeId, ...(address ? { address } : {}) };
      await changeCart(tools, (given) => tools.client.call('chooseShipment', { ...given, body }));
      go(tools, 'review');
    },
    'payment-start': startPayment,
    'payment-report': ({ reported }, tools) => reportPayment(tools, reported),
    'payment-leave': (_, tools) => leavePayment(tools),
  },
  /** Another tab that ends the cart while this one waits for the payment has most likely shown it paid. */
  start(tools) {
    tools.tabs.listen((message) => {
      if (isCartGone(message) && tools.state.checkout.step === 'payment')
        void tools.dispatch('checkout-open', { returned: true });
    });
  },
};

/** Everything that a checkout needs. */
export const checkoutSlices: readonly Slice[] = [cartSlice, checkoutSlice];

/** The step to be at: after a reload, after a bank's page, and after a payment that ended while nobody watched. */
async function open({ returned }: { returned: boolean }, tools: Tools): Promise<void> {
  const token = await knownToken(tools);
  await loadCart(tools);
  const cart = tools.state.cart.value;
  if (!cart) return showPaid(tools, token, returned);
  if (returned) await reportPayment(tools, 'return');
  else if (cart.state === 'paying') await followPayment(tools);
  const now = tools.state.cart.value;
  if (now?.state !== 'open') return;
  const { step } = tools.state.checkout;
  const furthest = furthestStep(now);
  if (step === 'contact' || checkoutSteps.indexOf(step) > checkoutSteps.indexOf(furthest)) {
    put(tools, { order: null });
    go(tools, furthest);
  }
}

function furthestStep({ contact, shipment }: Cart) {
  if (!contact) return 'contact';
  return shipment ? 'review' : 'delivery';
}

/**
 * The cart is gone: shows the order that it became, if that was paid while nobody watched, here or in another tab.
 * @param token of the cart that this page still knew
 */
async function showPaid(tools: Tools, token: string | undefined, returned: boolean): Promise<void> {
  const [newest] = await keptOrders(tools);
  const isNews = newest && (newest.token === token || !newest.isConfirmed);
  if (!newest || !(isNews || returned)) return;
  const order = await tools.client.call('getOrder', {
    token: newest.token,
    query: { lang: tools.state.lang },
  });
  if (isNews) return complete(tools, newest.token, order);
  if (isFresh(tools, order)) {
    put(tools, { order });
    go(tools, 'confirmation');
  }
}

const isFresh = ({ clock }: Tools, { purchasedAt }: Order) =>
  clock.now() - Date.parse(purchasedAt) < freshSeconds * 1000;

const reads = new WeakMap<Tools, AbortController>();

async function loadShipmentModes({ countryCode }: { countryCode: string }, tools: Tools): Promise<void> {
  reads.get(tools)?.abort();
  const { signal } = setOf(tools, new AbortController());
  const before = tools.state.checkout.shipmentModes;
  put(tools, { shipmentModes: loading(before) });
  try {
    const { token, query } = await cartCall(tools);
    const { shipmentModes } = await tools.client.call('listShipmentModes', {
      token,
      query: { ...query, countryCode },
      signal,
    });
    if (!signal.aborted) put(tools, { shipmentModes: ready(shipmentModes) });
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof ProblemError) put(tools, { shipmentModes: failed(error, before) });
    throw error;
  }
}

function setOf(tools: Tools, controller: AbortController): AbortController {
  reads.set(tools, controller);
  return controller;
}
