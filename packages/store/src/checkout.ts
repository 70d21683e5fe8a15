import type { Order, PaymentOutcome } from '@s360-widgets/contract';
import { ProblemError } from '@s360-widgets/contract/problem';
import { cartSlice, cartToken, keepOrder, keptOrders, putCart } from './cart.js';
import { failed, idle, loading, ready } from './remote.js';
import type { CheckoutState, CheckoutStep } from './state.js';
import type { Slice, Tools } from './store.js';

/** From the contact to the confirmation. The relay alone says what became of a payment. */
export const checkoutSlice: Slice = {
  name: 'checkout',
  handlers: {
    'checkout-open': open,
    'checkout-go': async ({ step }, tools) => go(tools, step),
    'contact-save': async ({ contact }, tools) => {
      const cart = await tools.client.call('saveContact', { ...(await opened(tools)), body: { contact } });
      await putCart(tools, cart);
      go(tools, 'delivery');
    },
    'shipment-modes-load': loadShipmentModes,
    'shipment-choose': async ({ shipmentModeId, address }, tools) => {
      const body = { shipmentModeId, ...(address ? { address } : {}) };
      const cart = await tools.client.call('chooseShipment', { ...(await opened(tools)), body });
      await putCart(tools, cart);
      go(tools, 'review');
    },
    'payment-start': startPayment,
    'payment-report': async ({ reported }, tools) =>
      settle(
        tools,
        await tools.client.call('reportPayment', { ...(await opened(tools)), body: { reported } }),
      ),
    'payment-leave': async (_, tools) => {
      await settle(tools, await tools.client.call('leavePayment', { ...(await opened(tools)) }));
      if (tools.state.checkout.step === 'payment') go(tools, 'review');
    },
  },
};

/** Everything that a checkout needs. */
export const checkoutSlices: readonly Slice[] = [cartSlice, checkoutSlice];

const opened = async (tools: Tools) => ({ token: await cartToken(tools), query: { lang: tools.state.lang } });

const put = (tools: Tools, change: Partial<CheckoutState>) =>
  tools.set({ checkout: { ...tools.state.checkout, ...change } });

function go(tools: Tools, step: CheckoutStep): void {
  if (step === tools.state.checkout.step) return;
  put(tools, { step, ...(step === 'payment' ? {} : { payment: idle }) });
  tools.fact('checkout-step-changed', { step });
}

/** The step to be at: after a reload, after a bank's page, and after a payment that ended while nobody watched. */
async function open({ returned }: { returned: boolean }, tools: Tools): Promise<void> {
  const token = await cartToken(tools).catch(() => null);
  const problem = await tools.dispatch('cart-load', {});
  if (problem) throw problem;
  const cart = tools.state.cart.value;
  const [newest] = await keptOrders(tools);
  if (!cart && token && newest?.token === token) {
    return complete(tools, await tools.client.call('getOrder', { token, query: { lang: tools.state.lang } }));
  }
  if (cart && (returned || cart.state === 'paying')) {
    const reported = await tools.dispatch('payment-report', { reported: 'return' });
    if (reported) throw reported;
  } else if (cart?.state === 'open' && cart.contact && tools.state.checkout.step === 'contact') {
    go(tools, cart.shipment ? 'review' : 'delivery');
  }
}

async function loadShipmentModes({ countryCode }: { countryCode: string }, tools: Tools): Promise<void> {
  const before = tools.state.checkout.shipmentModes;
  put(tools, { shipmentModes: loading(before) });
  try {
    const { token, query } = await opened(tools);
    const { shipmentModes } = await tools.client.call('listShipmentModes', {
      token,
      query: { ...query, countryCode },
    });
    put(tools, { shipmentModes: ready(shipmentModes) });
  } catch (error) {
    if (error instanceof ProblemError) put(tools, { shipmentModes: failed(error, before) });
    throw error;
  }
}

async function startPayment(
  { totalMinor, returnUrl }: { totalMinor: number; returnUrl: string },
  tools: Tools,
): Promise<void> {
  put(tools, { payment: loading(), outcome: null });
  try {
    const body = { totalMinor, returnUrl, termsAccepted: true as const };
    const payment = await tools.client.call('startPayment', { ...(await opened(tools)), body });
    await putCart(tools, payment.cart);
    put(tools, { payment: ready(payment) });
    go(tools, 'payment');
    watch(tools, 0);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    put(tools, { payment: failed(error) });
    if (error.code === 'total-changed') await tools.dispatch('cart-load', {});
    throw error;
  }
}

/** Takes in what became of the payment; safe to call with the same answer again. */
async function settle(tools: Tools, outcome: PaymentOutcome): Promise<void> {
  put(tools, { outcome });
  if (outcome.status === 'paid' && outcome.order) {
    await keepOrder(tools, { orderId: outcome.order.orderId, token: await cartToken(tools) });
    return complete(tools, outcome.order);
  }
  if (outcome.cart) await putCart(tools, outcome.cart);
  if (outcome.status === 'waiting') {
    go(tools, 'payment');
    return watch(tools, 0);
  }
  stopWatching(tools);
  put(tools, { payment: idle });
  if (outcome.status !== 'none') {
    tools.fact('payment-failed', { status: outcome.status as 'refused' | 'cancelled' | 'expired' });
    go(tools, 'review');
  }
}

function complete(tools: Tools, order: Order): void {
  stopWatching(tools);
  put(tools, { order, payment: idle });
  go(tools, 'confirmation');
  const { orderId, total, tickets } = order;
  tools.fact('order-completed', {
    orderId,
    ticketCount: tickets.length,
    totalMinor: total.amountMinor,
    currency: total.currency,
  });
}

const watches = new WeakMap<Tools, () => void>();

function stopWatching(tools: Tools): void {
  watches.get(tools)?.();
  watches.delete(tools);
}

/** Asks now and then while a payment is open, ever more rarely: a callback that never comes must not lose a payment. */
function watch(tools: Tools, tries: number): void {
  stopWatching(tools);
  const wait = Math.min(4000 + tries * 2000, 20_000);
  watches.set(
    tools,
    tools.clock.after(wait, () => void look(tools, tries)),
  );
}

async function look(tools: Tools, tries: number): Promise<void> {
  const outcome = await opened(tools)
    .then((given) => tools.client.call('getPaymentOutcome', given))
    .catch(() => null);
  if (!outcome || outcome.status === 'waiting') watch(tools, tries + 1);
  else await settle(tools, outcome);
}
