import type { Cart, Order } from '@s360-widgets/contract';
import { ProblemError } from '@s360-widgets/contract/problem';
import { lookBoughtBefore } from './bought-before.js';
import { cartCall, cartSlice, changeCart, keptOrders, loadCart } from './cart.js';
import { knownToken } from './cart-token.js';
import { go, put } from './checkout-steps.js';
import { readOrder } from './read-order.js';
import { complete, followPayment, leavePayment, reportPayment, startPayment } from './payment.js';
import { failed, idle, loading, ready } from './remote.js';
import { checkoutSteps } from './state.js';
import type { Slice, Tools } from './store.js';

/** An order younger than this is the one that the visitor comes back to, from a bank's page, a reload or another tab. */
const freshSeconds = 3600;

/** From the contact to the confirmation. The relay alone says what became of a payment. */
export const checkoutSlice: Slice = {
  name: 'checkout',
  initial: {
    checkout: {
      step: 'contact',
      shipmentModes: idle,
      payment: idle,
      outcome: null,
      boughtBefore: null,
      order: null,
      lastOrder: null,
    },
  },
  handlers: {
    'checkout-open': open,
    'checkout-go': async ({ step }, tools) => go(tools, step),
    'last-order-show': async (_, tools) => showOrder(tools, tools.state.checkout.lastOrder),
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
    'bought-before-look': lookBoughtBefore,
    'payment-start': startPayment,
    'payment-report': ({ reported }, tools) => reportPayment(tools, reported),
    'payment-leave': (_, tools) => leavePayment(tools),
  },
  /** The cart of an open checkout can turn out to be sold at any time: in another tab, or when it is only read again. */
  start(tools) {
    let followed: string | null = null;
    tools.subscribe(() => {
      const { soldOrderId, checkout } = tools.state;
      if (soldOrderId === followed) return;
      followed = soldOrderId;
      if (soldOrderId && soldOrderId !== checkout.order?.orderId && phases.get(tools) === 'open')
        void tools.dispatch('checkout-open', { returned: false });
    });
  },
};

/** Everything that a checkout needs. */
export const checkoutSlices: readonly Slice[] = [cartSlice, checkoutSlice];

/** Whether a checkout was opened, or is just finding its step. */
const phases = new WeakMap<Tools, 'opening' | 'open'>();

async function open({ returned }: { returned: boolean }, tools: Tools): Promise<void> {
  phases.set(tools, 'opening');
  try {
    await findStep(returned, tools);
  } finally {
    phases.set(tools, 'open');
  }
}

/** The step to be at: after a reload, after a bank's page, and after a payment that ended while nobody watched. */
async function findStep(returned: boolean, tools: Tools): Promise<void> {
  const token = await knownToken(tools);
  await loadCart(tools);
  const cart = tools.state.cart.value;
  if (!cart) return showPaid(tools, token);
  if (returned) await reportPayment(tools, 'return');
  else if (cart.state === 'paying') await followPayment(tools);
  const now = tools.state.cart.value;
  if (now?.state !== 'open') return;
  const { step } = tools.state.checkout;
  const isRefusedNow = step === 'payment' && (returned || cart.state === 'paying');
  if (isRefusedNow) return;
  const furthest = furthestStep(now);
  if (step === 'contact' || checkoutSteps.indexOf(step) > checkoutSteps.indexOf(furthest)) {
    put(tools, { order: null });
    go(tools, furthest);
  }
}

/** A contact that can't be read just now was given; one with something missing is asked for that. */
function furthestStep({ contact, shipment, unread }: Cart) {
  const isGiven = unread.includes('contact') || (contact && Object.values(contact).every(Boolean));
  if (!isGiven) return 'contact';
  return shipment ? 'review' : 'delivery';
}

/**
 * There is no cart: shows the order that it became, paid while nobody watched or just before this page was loaded again. An older
 * one is kept at hand.
 * @param token of the cart that this page still knew
 */
async function showPaid(tools: Tools, token: string | undefined): Promise<void> {
  const [newest] = await keptOrders(tools);
  const order = newest && (await readOrder(newest, tools));
  if (!newest || !order) return;
  const isNews = newest.token === token || !newest.isConfirmed;
  if (isNews) return complete(tools, newest.token, order);
  if (isFresh(tools, order)) return showOrder(tools, order);
  put(tools, { lastOrder: order });
}

function showOrder(tools: Tools, order: Order | null): void {
  if (!order) return;
  put(tools, { order });
  go(tools, 'confirmation');
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
