import { keptOrders } from './cart.js';
import { put } from './checkout-steps.js';
import type { Slice } from './store.js';

/** What only a confirmed order is asked for. */
export const confirmationSlice: Slice = {
  name: 'confirmation',
  initial: {},
  handlers: {
    /** Reads the order that is shown again, such as for the parts that were missing. */
    'order-reload': async (_, tools) => {
      const shown = tools.state.checkout.order;
      const kept = (await keptOrders(tools)).find(({ orderId }) => orderId === shown?.orderId);
      if (!kept) return;
      const query = { lang: tools.state.lang };
      const order = await tools.client.call('getOrder', { token: kept.token, query });
      if (tools.state.checkout.order === shown) put(tools, { order });
    },
  },
};
