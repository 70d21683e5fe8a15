import type { Order, PaymentOutcome, PaymentStart } from '@s360-widgets/contract';
import { ProblemError } from '@s360-widgets/contract/problem';
import { boughtIn } from './bought-before.js';
import { cartCall, change, keepOrder } from './cart.js';
import { knownToken } from './cart-token.js';
import { go, put } from './checkout-steps.js';
import { putCart } from './held-cart.js';
import { failed, idle, loading, ready } from './remote.js';
import { sendOnce } from './send-once.js';
import type { StoreRequests } from './state.js';
import type { Tools } from './store.js';
import { toTotal } from './total.js';

/**
 * Starts a payment; an order of which nothing is due is confirmed at once. A payment that a reload left behind is gone on
 * with, or taken back where that can't be.
 */
export async function startPayment(wish: StoreRequests['payment-start'], tools: Tools): Promise<void> {
  if (tools.state.checkout.payment.status === 'loading') return;
  const { step, outcome } = tools.state.checkout;
  const isAgain = step === 'payment' && outcome?.status === 'refused';
  put(tools, { payment: loading(), outcome: isAgain ? outcome : null });
  try {
    if (tools.state.cart.value?.state === 'paying' && !(await isStillOpen(tools))) return;
    const started = await start(wish, tools).catch(async (error: unknown) => {
      const isOther = error instanceof ProblemError && error.code === 'payment-in-progress';
      if (!isOther || !(await isTakenBack(tools))) throw error;
      return start(wish, tools);
    });
    if (started.handOver.kind === 'none' && !(await isStillOpen(tools))) return;
    put(tools, { payment: ready(started) });
    go(tools, 'payment');
    watch(tools, 0);
  } catch (error) {
    if (error instanceof ProblemError) put(tools, { payment: failed(error) });
    throw error;
  }
}

/** The relay gives the same payment again for the same total: a second one is never begun beside it. */
async function start(
  { totalMinor, returnUrl }: StoreRequests['payment-start'],
  tools: Tools,
): Promise<PaymentStart> {
  const body = { totalMinor, returnUrl, termsAccepted: true as const };
  const { started } = await change(tools, async () => {
    const given = await cartCall(tools);
    const payment = await sendOnce(tools, 'startPayment', { ...given, body });
    // First the step, then the cart: one that is being paid beside another step is paid somewhere else.
    if (payment.handOver.kind !== 'none') go(tools, 'payment');
    return { token: given.token, cart: payment.cart, started: payment };
  });
  return started;
}

/** Looks before anybody pays, or pays again; a payment that has ended meanwhile is dealt with. */
async function isStillOpen(tools: Tools): Promise<boolean> {
  const given = await cartCall(tools);
  const outcome = await tools.client.call('getPaymentOutcome', given);
  if (outcome.status === 'waiting') return true;
  await settle(tools, given.token, outcome);
  return false;
}

async function isTakenBack(tools: Tools): Promise<boolean> {
  const given = await cartCall(tools);
  const { cart } = await tools.client.call('leavePayment', given);
  if (cart) putCart(tools, cart, given.token);
  return cart?.state === 'open';
}

/** Passes on what the widget or the bank's page said: a hint for the relay to look, which answers what is true. */
export async function reportPayment(
  tools: Tools,
  reported: StoreRequests['payment-report']['reported'],
): Promise<void> {
  const given = await cartCall(tools);
  const outcome = await tools.client.call('reportPayment', { ...given, body: { reported } });
  await settle(tools, given.token, outcome);
}

export async function leavePayment(tools: Tools): Promise<void> {
  const given = await cartCall(tools);
  await settle(tools, given.token, await tools.client.call('leavePayment', given));
}

/** Finds a payment of before again. While it is not decided there is no outcome: it may not even have begun at the bank. */
export async function followPayment(tools: Tools): Promise<void> {
  const given = await cartCall(tools);
  const outcome = await tools.client.call('getPaymentOutcome', given);
  if (outcome.status !== 'waiting') return settle(tools, given.token, outcome);
  go(tools, 'payment');
  watch(tools, 0);
}

/** Takes in what became of the payment; safe to call with the same answer again. */
async function settle(tools: Tools, token: string, outcome: PaymentOutcome): Promise<void> {
  if (outcome.status === 'paid' && outcome.order) return complete(tools, token, outcome.order);
  const { step, payment, outcome: before } = tools.state.checkout;
  if (outcome.status !== 'none') put(tools, { outcome });
  if (outcome.cart) putCart(tools, outcome.cart, token);
  if (outcome.status === 'waiting' || outcome.status === 'paid') {
    go(tools, 'payment');
    return watch(tools, 0);
  }
  stopWatching(tools);
  put(tools, { payment: idle });
  if (outcome.status === 'raised') return go(tools, 'payment');
  const isNews = payment.status !== 'idle' || before?.status !== outcome.status;
  if (outcome.status === 'refused') go(tools, 'payment');
  else if (step === 'payment') go(tools, 'review');
  if (isNews && outcome.status !== 'none') tools.fact('payment-failed', { status: outcome.status });
}

/** The order is paid: the first to learn of it wins, later answers change nothing. */
export async function complete(tools: Tools, token: string, order: Order): Promise<void> {
  const { orderId, total, tickets } = order;
  if (tools.state.checkout.order?.orderId === orderId) return;
  stopWatching(tools);
  put(tools, { order, outcome: null, boughtBefore: null });
  go(tools, 'confirmation');
  await keepOrder(tools, { orderId, token, isConfirmed: true, bought: boughtIn(order) });
  tools.fact('order-completed', {
    orderId,
    ticketCount: tickets.length,
    ...toTotal(total),
  });
}

const watches = new WeakMap<Tools, { cancel: () => void }>();

function stopWatching(tools: Tools): void {
  watches.get(tools)?.cancel();
  watches.delete(tools);
}

/** Asks now and then while a payment is open, ever more rarely: a callback that never comes must not lose a payment. */
function watch(tools: Tools, tries: number): void {
  stopWatching(tools);
  const seconds = Math.min(4 + tries * 2, 20);
  const ask = async () => {
    const token = await knownToken(tools);
    if (!token) return void tools.dispatch('checkout-open', { returned: true });
    const query = { lang: tools.state.lang };
    const outcome = await tools.client.call('getPaymentOutcome', { token, query }).catch(ifUnanswered);
    if (watches.get(tools) !== mine) return;
    if (!outcome || outcome.status === 'waiting') watch(tools, tries + 1);
    else await settle(tools, token, outcome);
  };
  const mine = { cancel: tools.clock.after(seconds * 1000, ask) };
  watches.set(tools, mine);
}

function ifUnanswered(error: unknown): null {
  if (error instanceof ProblemError) return null;
  throw error;
}
