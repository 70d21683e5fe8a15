import type { Order } from '@s360-widgets/contract';
import { ProblemError } from '@s360-widgets/contract/problem';
import type { KeptOrder } from './cart.js';
import type { Tools } from './store.js';

/** Null for an order that the relay no longer opens. */
export async function readOrder({ token }: KeptOrder, tools: Tools): Promise<Order | null> {
  try {
    return await tools.client.call('getOrder', { token, query: { lang: tools.state.lang } });
  } catch (error) {
    if (error instanceof ProblemError && (error.code === 'cart-token-invalid' || error.code === 'not-found'))
      return null;
    throw error;
  }
}
