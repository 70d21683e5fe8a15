import type { Cart } from '@s360-widgets/contract';
import { ProblemError } from '@s360-widgets/contract/problem';
import { failed, loading, ready } from './remote.js';
import type { Slice, Tools } from './store.js';

const tokenKey = 'cart-token';
const ordersKey = 'orders';
const mostOrders = 30;

/** What one tab tells the others: the cart as it now is. Its token is in the storage that they share. */
interface CartMessage {
  kind: 'cart';
  cart: Cart | null;
}

/** How this device finds an order again. */
export interface KeptOrder {
  orderId: string;
  token: string;
}

/** The one cart of a site: every widget, page and tab sees the same. */
export const cartSlice: Slice = {
  name: 'cart',
  handlers: {
    'cart-load': (_, tools) => inTurn(tools, () => load(tools)),
    'cart-add': ({ items }, tools) =>
      change(tools, async (token, query) => {
        if (token && tools.state.cart.value?.state === 'open') {
          const added = await tools.client
            .call('addToCart', { token, query, body: { items } })
            .catch(unlessEnded);
          if (added) return { token, cart: added };
        }
        return tools.client.call('openCart', { query, body: { items } });
      }),
    'tickets-remove': ({ ticketIds }, tools) =>
      change(tools, (token, query) =>
        onCart(token, (known) =>
          tools.client.call('removeTickets', { token: known, query, body: { ticketIds } }),
        ),
      ),
    'ticket-change': ({ ticketId, tariffId }, tools) =>
      change(tools, (token, query) =>
        onCart(token, (known) =>
          tools.client.call('changeTicket', {
            token: known,
            query,
            params: { ticketId },
            body: { tariffId },
          }),
        ),
      ),
    'cart-dismiss': async (_, tools) => {
      await tools.storage.remove(tokenKey);
      tools.set({ cart: ready(null) });
      tell(tools, null);
    },
  },
  start(tools) {
    tools.tabs.listen((message) => {
      const { kind, cart } = message as CartMessage;
      if (kind === 'cart') show(tools, cart);
    });
  },
};

/** Puts a cart that the relay has answered into the state, and lets pages and tabs know. For the checkout too. */
export async function putCart(tools: Tools, cart: Cart): Promise<void> {
  show(tools, cart);
  tell(tools, cart);
}

/** The token that opens the cart. @throws ProblemError `cart-empty` when there is none */
export async function cartToken({ storage }: Tools): Promise<string> {
  const token = await storage.get<string>(tokenKey);
  if (!token) throw new ProblemError('cart-empty');
  return token;
}

/** The cart became an order: its token moves to the orders of this device, and the next choice opens a new cart. */
export async function keepOrder(tools: Tools, kept: KeptOrder): Promise<void> {
  await tools.storage.update<KeptOrder[]>(ordersKey, (old = []) =>
    [kept, ...old.filter(({ orderId }) => orderId !== kept.orderId)].slice(0, mostOrders),
  );
  await tools.storage.remove(tokenKey);
  tools.set({ cart: ready(null) });
  tell(tools, null);
}

/** Newest first. */
export const keptOrders = async ({ storage }: Tools): Promise<KeptOrder[]> =>
  (await storage.get<KeptOrder[]>(ordersKey)) ?? [];

async function load(tools: Tools): Promise<void> {
  const token = await tools.storage.get<string>(tokenKey);
  if (!token) return tools.set({ cart: ready(null) });
  const before = tools.state.cart;
  tools.set({ cart: loading(before) });
  try {
    const cart = await tools.client.call('getCart', { token, query: { lang: tools.state.lang } });
    if (cart.state === 'completed') return await keepOrder(tools, { orderId: cart.orderId, token });
    show(tools, cart);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (error.code === 'cart-token-invalid' || error.code === 'not-found') {
      await tools.storage.remove(tokenKey);
      return tools.set({ cart: ready(null) });
    }
    tools.set({ cart: failed(error, before) });
    throw error;
  }
}

type Query = { lang: string };
type Changed = { token: string; cart: Cart };

/** One change at a time; the cart stays visible meanwhile, and stays as it was when the change is refused. */
function change(
  tools: Tools,
  send: (token: string | undefined, query: Query) => Promise<Changed>,
): Promise<void> {
  return inTurn(tools, async () => {
    const before = tools.state.cart;
    tools.set({ cart: loading(before) });
    try {
      const { token, cart } = await send(await tools.storage.get<string>(tokenKey), {
        lang: tools.state.lang,
      });
      await tools.storage.update(tokenKey, () => token);
      await putCart(tools, cart);
    } catch (error) {
      tools.set({ cart: before.status === 'idle' ? ready(null) : ready(before.value ?? null) });
      if (error instanceof ProblemError && isOutOfStep(error)) await load(tools);
      throw error;
    }
  });
}

async function onCart(token: string | undefined, send: (token: string) => Promise<Cart>): Promise<Changed> {
  if (!token) throw new ProblemError('cart-empty');
  return { token, cart: await send(token) };
}

function unlessEnded(error: unknown): null {
  if (error instanceof ProblemError && (error.code === 'cart-ended' || error.code === 'cart-token-invalid'))
    return null;
  throw error;
}

/** Problems that say that the cart is no longer what this tab thinks it is. */
const isOutOfStep = ({ code }: ProblemError) =>
  code === 'cart-ended' || code === 'cart-closed' || code === 'payment-in-progress';

function show(tools: Tools, cart: Cart | null): void {
  const before = tools.state.cart.value ?? null;
  if (cart) tools.clock.correct(cart.answeredAt);
  tools.set({ cart: ready(cart) });
  watchHold(tools, cart);
  if (cart?.state === 'ended' && before && before.state !== 'ended') {
    tools.fact('hold-expired', { ticketCount: before.ticketCount });
  }
  if (
    cart &&
    JSON.stringify([before?.lines, before?.total, before?.expiresAt]) !==
      JSON.stringify([cart.lines, cart.total, cart.expiresAt])
  ) {
    const { ticketCount, total, expiresAt } = cart;
    tools.fact('cart-changed', {
      ticketCount,
      totalMinor: total.amountMinor,
      currency: total.currency,
      expiresAt,
    });
  }
}

const tell = (tools: Tools, cart: Cart | null) => tools.tabs.post({ kind: 'cart', cart });

const holds = new WeakMap<Tools, () => void>();

/** Asks the relay again just after the hold's end: only its answer ends a hold. */
function watchHold(tools: Tools, cart: Cart | null): void {
  holds.get(tools)?.();
  if (cart?.state !== 'open' || !cart.expiresAt) return;
  const left = Math.max(0, Date.parse(cart.expiresAt) - tools.clock.now());
  holds.set(
    tools,
    tools.clock.after(left + 1500, () => void tools.dispatch('cart-load', {})),
  );
}

const turns = new WeakMap<Tools, Promise<unknown>>();

/** Runs one after the other, whatever became of the one before. */
function inTurn(tools: Tools, work: () => Promise<void>): Promise<void> {
  const turn = (turns.get(tools) ?? Promise.resolve()).then(work, work);
  turns.set(tools, turn);
  return turn;
}
