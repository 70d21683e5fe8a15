import type { Endpoint } from '@s360-widgets/contract/endpoints';
import { purchaseEndpoints } from '@s360-widgets/contract/endpoints.purchase';
import { type AnyParts, plainHeaders, plainRequest, type Prepared } from './request.js';
import { purchaseSamples } from './samples.purchase.js';
import { toJson } from './to-json.js';

/** A call about carts or orders. The token says who asks, whatever is asked. */
export function preparePurchase(name: keyof typeof purchaseEndpoints, { body, token }: AnyParts): Prepared {
  const endpoint: Endpoint = purchaseEndpoints[name];
  const headers: Record<string, string> = { ...plainHeaders };
  if (endpoint.cart && token) headers.authorization = `Bearer ${token}`;
  if (body !== undefined) headers['content-type'] = 'application/json';
  const init: RequestInit = { ...plainRequest, method: endpoint.method, headers };
  if (body !== undefined) init.body = toJson(body);
  return { endpoint, init, sample: purchaseSamples[name] };
}
