import type { Cart, CartItem, Instant } from '@s360-widgets/contract';
import { ProblemError } from '@s360-widgets/contract/problem';
import { forgetToken, keepToken, knownToken, rememberToken, watchStorage } from './cart-token.js';
import { cartUsers, unknownCart } from './cart-users.js';
import { hearCart, putCart, putSold, showCart } from './held-cart.js';
import { failed, loading } from './remote.js';
import { isUnanswered, sendOnce } from './send-once.js';
import type { Slice, Tools } from './store.js';

export { hearCart } from './held-cart.js';

const ordersKey = 'orders';
const mostOrders = 30;

/** What an order has bought, by performance, or by product where it has none. */
export interface Bought {
  readonly at: Instant;
  readonly of: readonly string[];
}

/** How this device finds an order again. */
export interface KeptOrder {
  orderId: string;
  token: string;
  /** Its confirmation was shown and the page told of it, which happens once. */
  isConfirmed?: boolean;
  bought?: Bought;
}

/** What every call about the cart is given. */
export interface CartCall {
  token: string;
  query: { lang: string };
}

/** The one cart of a site: every widget, page and tab sees the same. */
export const cartSlice: Slice = {
  name: 'cart',
  initial: unknownCart,
  handlers: {
    'cart-load': (_, tools) => loadCart(tools),
    'cart-add': async ({ items }, tools) => void (await change(tools, (token) => add(tools, token, items))),
    'cart-add-again': (_, tools) => addAgain(tools),
    'tickets-remove': ({ ticketIds }, tools) =>
      changeCart(tools, (given) => sendOnce(tools, 'removeTickets', { ...given, body: { ticketIds } })),
    'ticket-change': ({ ticketId, tariffId }, tools) =>
      changeCart(tools, (given) =>
        tools.client.call('changeTicket', { ...given, params: { ticketId }, body: { tariffId } }),
      ),
    'cart-dismiss': async (_, tools) => {
      await setAside(tools);
      await forgetToken(tools);
      putCart(tools, null);
    },
  },
  start(tools) {
    cartUsers.add(tools);
    // Without its code nothing is kept, and the requests themselves tell.
    watchStorage(tools).catch(() => {});
    tools.device().then(
      ({ tabs }) => tabs.listen((message) => hearCart(tools, message)),
      () => {},
    );
  },
};

/** Token and language. @throws ProblemError `cart-empty` when there is no cart */
export async function cartCall(tools: Tools): Promise<CartCall> {
  const token = await knownToken(tools);
  if (!token) throw new ProblemError('cart-empty');
  return { token, query: { lang: tools.state.lang } };
}

/** The cart became an order: its token moves to the orders of this device, and the next choice opens a new cart. */
export async function keepOrder(tools: Tools, kept: KeptOrder): Promise<void> {
  await addOrder(tools, kept);
  await forgetToken(tools, kept.token);
  putSold(tools, kept.orderId);
}

async function addOrder(tools: Tools, kept: KeptOrder): Promise<void> {
  const { storage } = await tools.device();
  await storage.update<KeptOrder[]>(ordersKey, (old = []) =>
    [
      { ...old.find(({ orderId }) => orderId === kept.orderId), ...kept },
      ...old.filter(({ orderId }) => orderId !== kept.orderId),
    ].slice(0, mostOrders),
  );
}

/** An order that may yet turn out to be bought is found again among the orders when another cart takes its place. */
async function setAside(tools: Tools): Promise<void> {
  const cart = tools.state.cart.value;
  const token = await knownToken(tools);
  const isUndecided = cart?.state === 'unclear' || cart?.state === 'paying';
  if (isUndecided && token) await addOrder(tools, { orderId: cart.orderId, token });
}

/** Newest first. */
export const keptOrders = async (tools: Tools): Promise<KeptOrder[]> =>
  (await (await tools.device()).storage.get<KeptOrder[]>(ordersKey)) ?? [];

interface Load {
  readonly lang: string;
  readonly done: Promise<void>;
  readonly controller: AbortController;
}

const loads = new WeakMap<Tools, Load>();

/** Reads the cart; elements that ask at the same time share one call. @throws ProblemError */
export function loadCart(tools: Tools): Promise<void> {
  const { lang } = tools.state;
  const shared = loads.get(tools);
  if (shared?.lang === lang) return shared.done;
  const controller = new AbortController();
  const done = inTurn(tools, async () => {
    const problem = await read(tools, controller.signal);
    if (problem) throw problem;
  }).finally(() => {
    if (loads.get(tools)?.done === done) loads.delete(tools);
  });
  loads.set(tools, { lang, done, controller });
  return done;
}

/** What went wrong is in the state and in the answer, so that a change that failed can read and still tell its own problem. */
async function read(tools: Tools, signal?: AbortSignal): Promise<ProblemError | null> {
  const token = await knownToken(tools);
  if (!token) {
    showCart(tools, null);
    return null;
  }
  const before = tools.state.cart;
  tools.set({ cart: loading(before) });
  try {
    const query = { lang: tools.state.lang };
    const cart = await tools.client.call('getCart', { token, query, ...(signal ? { signal } : {}) });
    if (cart.state === 'completed') {
      await keepOrder(tools, { orderId: cart.orderId, token });
    } else {
      rememberToken(tools, token, cart);
      showCart(tools, cart);
    }
    return null;
  } catch (error) {
    if (signal?.aborted) {
      tools.set({ cart: before });
      return null;
    }
    if (!(error instanceof ProblemError)) throw error;
    if (error.code === 'cart-token-invalid' || error.code === 'not-found') {
      await forgetToken(tools, token);
      showCart(tools, null);
      return null;
    }
    tools.set({ cart: failed(error, before) });
    return error;
  }
}

type Changed = { token: string; cart: Cart };

/** Changes the cart that there is. @throws ProblemError, `cart-empty` when there is none */
export async function changeCart(tools: Tools, send: (given: CartCall) => Promise<Cart>): Promise<void> {
  await change(tools, async () => {
    const given = await cartCall(tools);
    return { token: given.token, cart: await send(given) };
  });
}

/**
 * One change at a time; the cart stays visible meanwhile, and stays as it was when the change is refused. A reading under way of a
 * cart that is known is given up, so that no change waits for it.
 */
export function change<T extends Changed>(
  tools: Tools,
  send: (token: string | undefined) => Promise<T>,
): Promise<T> {
  if (tools.state.cart.value) loads.get(tools)?.controller.abort();
  return inTurn(tools, async () => {
    if (!tools.state.cart.value && (await knownToken(tools))) {
      const problem = await read(tools);
      if (problem) throw problem;
    }
    const before = tools.state.cart;
    tools.set({ cart: loading(before) });
    try {
      const changed = await send(await knownToken(tools));
      await keepToken(tools, changed.token, changed.cart);
      putCart(tools, changed.cart, changed.token);
      return changed;
    } catch (error) {
      if (tools.state.cart.status === 'loading') tools.set({ cart: before });
      if (error instanceof ProblemError) await readAfter(error, tools);
      throw error;
    }
  });
}

/** Reads what the cart is now, where that may have changed. Who got no answer has waited long enough: that is read afterwards. */
async function readAfter(problem: ProblemError, tools: Tools): Promise<void> {
  if (isUnanswered(problem)) void inTurn(tools, () => read(tools));
  else if (outOfStep.includes(problem.code)) await read(tools);
}

async function add(tools: Tools, token: string | undefined, items: CartItem[]): Promise<Changed> {
  const state = tools.state.cart.value?.state;
  if (token && (state === 'open' || state === 'paying')) {
    const query = { lang: tools.state.lang };
    const cart = await sendOnce(tools, 'addToCart', { token, query, body: { items } }).catch(unlessEnded);
    if (cart) return { token, cart };
  }
  await setAside(tools);
  return open(tools, items);
}

async function open(tools: Tools, items: CartItem[]): Promise<Changed> {
  if (!items.length) throw new ProblemError('cart-empty');
  return sendOnce(tools, 'openCart', { query: { lang: tools.state.lang }, body: { items } });
}

/**
 * Only who was too late needs the code for it. Where it can't be had, the next click tries again. Each request is a change of its own, so
 * that what one has got is kept whatever becomes of the next.
 */
async function addAgain(tools: Tools): Promise<void> {
  const { batchesOf } = await import('./lapsed-items.js').catch((cause: unknown) => {
    throw new ProblemError('relay-unreachable', {}, { cause });
  });
  const [first = [], ...others] = batchesOf(tools.state.lapsedLines);
  await change(tools, () => open(tools, first));
  for (const items of others) await change(tools, (token) => add(tools, token, items));
}

function unlessEnded(error: unknown): null {
  if (error instanceof ProblemError && (error.code === 'cart-ended' || error.code === 'cart-token-invalid'))
    return null;
  throw error;
}

/** Problems after which the cart may no longer be what this tab thinks it is. */
const outOfStep: readonly string[] = [
  'cart-ended',
  'cart-closed',
  'cart-token-invalid',
  'payment-in-progress',
  'total-changed',
];

const turns = new WeakMap<Tools, Promise<unknown>>();

/** Runs one after the other, whatever became of the one before. */
function inTurn<T>(tools: Tools, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(tools) ?? Promise.resolve()).then(work, work);
  turns.set(tools, turn);
  return turn;
}
