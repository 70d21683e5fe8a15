import type { Cart } from '@s360-widgets/contract';
import type { Tools } from './store.js';

const tokenKey = 'cart-token';

/** What this page knows of its cart's token by itself, whatever became of the storage. */
interface Own {
  orderId?: string;
  token?: string;
  isUnkept?: boolean;
}

const owns = new WeakMap<Tools, Own>();
const ownOf = (tools: Tools): Own => owns.get(tools) ?? {};

const isLive = (cart: Cart | null | undefined): cart is Cart =>
  cart?.state === 'open' || cart?.state === 'paying';

/** The token of a cart that can still be changed or paid, if this page knows it. */
function ownToken(tools: Tools, cart: Cart | null | undefined): string | undefined {
  const { orderId, token } = ownOf(tools);
  return isLive(cart) && cart.orderId === orderId ? token : undefined;
}

/** The token of the cart that this page shows while that is open, else of the one that this device keeps. */
export async function knownToken(tools: Tools): Promise<string | undefined> {
  return (
    ownToken(tools, tools.state.cart.value) ?? (await (await tools.device()).storage.get<string>(tokenKey))
  );
}

/** This page has the cart and its token. */
export const rememberToken = (tools: Tools, token: string, { orderId }: Cart): void =>
  void owns.set(tools, { ...ownOf(tools), token, orderId });

/** The cart that this device has from now on. */
export async function keepToken(tools: Tools, token: string, cart: Cart): Promise<void> {
  rememberToken(tools, token, cart);
  await (await tools.device()).storage.update<string>(tokenKey, () => token);
}

/**
 * The cart is no more.
 * @param token whose; without it, whatever there is. That of another cart, which another tab has opened since, stays.
 */
export async function forgetToken(tools: Tools, token?: string): Promise<void> {
  owns.set(tools, { isUnkept: ownOf(tools).isUnkept });
  await (await tools.device()).storage.update<string>(tokenKey, (old) =>
    token && old !== token ? old : undefined,
  );
}

/** What `ShopState.unkeptToken` is with a cart. */
export const unkeptToken = (tools: Tools, cart: Cart | null): string | null =>
  (ownOf(tools).isUnkept && ownToken(tools, cart)) || null;

/** Takes in the cart that a link brought, where this device has none of its own, and follows what the storage can keep. */
export async function watchStorage(tools: Tools): Promise<void> {
  const { storage, carriedToken } = await tools.device();
  if (carriedToken) void storage.update<string>(tokenKey, (old) => old ?? carriedToken);
  storage.watch?.((isLasting) => {
    owns.set(tools, { ...ownOf(tools), isUnkept: !isLasting });
    const cart = tools.state.cart.value ?? null;
    tools.set({ unkeptToken: unkeptToken(tools, cart) });
    if (isLasting && !cart) void tools.dispatch('cart-load', {});
  });
}
