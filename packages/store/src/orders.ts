import { ProblemError } from '@s360-widgets/contract/problem';
import { keptOrders } from './cart.js';
import { readOrder } from './read-order.js';
import { failed, idle, loading, ready } from './remote.js';
import type { Slice, Tools } from './store.js';

/** The orders of this device, each opened by its own secret. */
export const ordersSlice: Slice = {
  name: 'orders',
  initial: { orders: idle },
  isSpoken: true,
  handlers: {
    'orders-load': load,
    'tickets-download': async ({ orderId, ticketId, save }, tools) => {
      const query = { lang: tools.state.lang, ...(ticketId ? { ticketId } : {}) };
      const kept = (await keptOrders(tools)).find((order) => order.orderId === orderId);
      if (!kept) throw new ProblemError('not-found');
      save(await tools.client.call('getTicketsPdf', { token: kept.token, query }));
    },
  },
};

async function load(_: object, tools: Tools): Promise<void> {
  const before = tools.state.orders;
  tools.set({ orders: loading(before) });
  const answers = await Promise.allSettled((await keptOrders(tools)).map((kept) => readOrder(kept, tools)));
  const orders = answers.flatMap((answer) => (answer.status === 'fulfilled' ? (answer.value ?? []) : []));
  const problem = answers
    .map((answer) => (answer.status === 'rejected' ? (answer.reason as unknown) : null))
    .find((reason) => reason instanceof ProblemError);
  const read = ready(orders.sort((a, b) => b.purchasedAt.localeCompare(a.purchasedAt)));
  if (problem) {
    tools.set({ orders: failed(problem, orders.length ? read : before) });
    throw problem;
  }
  tools.set({ orders: read });
}
