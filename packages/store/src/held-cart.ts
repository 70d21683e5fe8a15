import { isReply } from '@s360-widgets/client';
import type { Cart, CartLine } from '@s360-widgets/contract';
import { rememberToken, unkeptToken } from './cart-token.js';
import { ready } from './remote.js';
import type { Tools } from './store.js';
import { toTotal } from './total.js';

/** What one tab tells the others: the cart as it now is, and how to open it. */
export interface CartMessage {
  kind: 'cart';
  cart: Cart | null;
  token?: string;
  /** The order that the cart became, where that is why there is none. */
  soldOrderId?: string;
}

const retrySeconds = 15;

/**
 * Puts a cart into the state, and lets the host page know of what changed for the visitor.
 * @param soldOrderId the order that the cart became, where that is why there is none
 */
export function showCart(tools: Tools, cart: Cart | null, soldOrderId?: string): void {
  const before = tools.state.cart.value ?? null;
  if (cart) tools.clock.correct(cart.answeredAt);
  tools.set({
    cart: ready(cart),
    lapsedLines: lapsed(tools.state.lapsedLines, before, cart),
    unkeptToken: unkeptToken(tools, cart),
    soldOrderId: cart ? null : (soldOrderId ?? tools.state.soldOrderId),
  });
  watchHold(tools, cart);
  if (cart?.state === 'ended' && before && before.state !== 'ended') {
    tools.fact('hold-expired', { ticketCount: before.ticketCount });
  }
  if (contentOf(before) !== contentOf(cart)) tools.fact('cart-changed', summaryOf(cart, before));
}

/**
 * As `showCart`, for what the relay has just answered: other tabs hear of it too.
 * @param token opens the cart
 */
export function putCart(tools: Tools, cart: Cart | null, token?: string): void {
  showCart(tools, cart);
  tell(tools, { kind: 'cart', cart, ...(token ? { token } : {}) });
}

/** There is no cart any more, since it became an order: here and in the other tabs. */
export function putSold(tools: Tools, soldOrderId: string): void {
  showCart(tools, null, soldOrderId);
  tell(tools, { kind: 'cart', cart: null, soldOrderId });
}

/** To the other tabs, where there is a way to them. */
const tell = (tools: Tools, message: CartMessage): void =>
  void tools.device().then(
    ({ tabs }) => tabs.post(message),
    () => {},
  );

/**
 * Shows the cart that another tab tells of. That tab may run another version of the kit: a cart that lacks what this one reads,
 * or comes without its token, is read from the relay instead of being believed.
 */
export function hearCart(tools: Tools, message: unknown): void {
  const { kind, cart, token, soldOrderId } = asMessage(message);
  if (kind !== 'cart') return;
  if (cart === null) return showCart(tools, null, typeof soldOrderId === 'string' ? soldOrderId : undefined);
  if (!isReply('getCart', cart) || typeof token !== 'string') return void tools.dispatch('cart-load', {});
  rememberToken(tools, token, cart);
  showCart(tools, cart);
}

const asMessage = (message: unknown) => (message ?? {}) as Partial<Record<keyof CartMessage, unknown>>;

/** The relay's ended cart holds nothing; what it held before is all there is to try again with. */
function lapsed(known: readonly CartLine[], before: Cart | null, cart: Cart | null): readonly CartLine[] {
  if (cart?.state !== 'ended') return [];
  return before && before.state !== 'ended' ? before.lines : known;
}

const contentOf = (cart: Cart | null) =>
  cart?.lines.length ? JSON.stringify([cart.lines, cart.total, cart.expiresAt]) : '';

const noCurrency = { code: '', digits: 0 };

const summaryOf = (cart: Cart | null, before: Cart | null) => ({
  ticketCount: cart?.ticketCount ?? 0,
  ...toTotal({
    amountMinor: cart?.total.amountMinor ?? 0,
    currency: (cart ?? before)?.total.currency ?? noCurrency,
  }),
  expiresAt: cart?.expiresAt ?? null,
});

const holds = new WeakMap<Tools, () => void>();

/** Asks the relay again just after the hold's end, until it answers: only its answer ends a hold. */
function watchHold(tools: Tools, cart: Cart | null): void {
  holds.get(tools)?.();
  holds.delete(tools);
  if (cart?.state !== 'open' || !cart.expiresAt) return;
  const ask = async () => {
    if (await tools.dispatch('cart-load', {})) holds.set(tools, tools.clock.after(retrySeconds * 1000, ask));
  };
  const left = Date.parse(cart.expiresAt) - tools.clock.now();
  holds.set(tools, tools.clock.after(left > 0 ? left + 1500 : 5000, ask));
}
