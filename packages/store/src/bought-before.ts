import type { Order } from '@s360-widgets/contract';
import { type Bought, keptOrders } from './cart.js';
import { put } from './checkout-steps.js';
import type { Tools } from './store.js';

/** Whoever buys for the same again within so long may not know that the first purchase went through. */
const momentsMs = 900_000;

const boughtOf = ({ performanceId, eventId }: { performanceId: string | null; eventId: string }) =>
  performanceId ?? eventId;

export const boughtIn = ({ purchasedAt, tickets }: Order): Bought => ({
  at: purchasedAt,
  of: tickets.map(boughtOf),
});

/** Looks whether this device has just bought something that is in the cart, in another tab perhaps. Nobody's purchase hangs on it. */
export async function lookBoughtBefore(_: object, tools: Tools): Promise<void> {
  const since = tools.clock.now() - momentsMs;
  const lines = tools.state.cart.value?.lines ?? [];
  const orders = await keptOrders(tools).catch(() => []);
  const found = orders.flatMap(({ orderId, bought }) => {
    const line = lines.find((each) => bought?.of.includes(boughtOf(each)));
    return bought && line && Date.parse(bought.at) > since
      ? [{ orderId, at: bought.at, title: line.title }]
      : [];
  });
  put(tools, { boughtBefore: found[0] ?? null });
}
