import type { Endpoint } from '@s360-widgets/contract/endpoints';
import { purchaseEndpoints } from '@s360-widgets/contract/endpoints.purchase';
import { pathOf } from './path.js';
import { type AnyParts, plainRequest, type Prepared } from './request.js';
import { purchaseSamples } from './samples.purchase.js';
import type { AnySample } from './shape.js';
import { toJson } from './to-json.js';
import { notARelay } from './unreachable.js';

/** A call about the shop, carts or orders. The token says who asks, whatever is asked. */
export const preparePurchase = (name: keyof typeof purchaseEndpoints, parts: AnyParts): Prepared =>
  prepareCall(purchaseEndpoints[name], purchaseSamples[name], parts);

/** A call of an endpoint, whose reply must have what the sample has. */
export function prepareCall(endpoint: Endpoint, sample: AnySample, parts: AnyParts): Prepared {
  const { body, token, key, timeoutSeconds } = parts;
  const { file } = endpoint;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (file) headers.accept += `, ${file}`;
  if (endpoint.access === 'cart' && token) headers.authorization = `Bearer ${token}`;
  if (key) headers['idempotency-key'] = key;
  if (body !== undefined) headers['content-type'] = 'application/json';
  // So that the relay undoes what comes too late to be heard of.
  if (endpoint.method !== 'GET') headers['request-timeout'] = `${Math.ceil(timeoutSeconds)}`;
  const init: RequestInit = { ...plainRequest, method: endpoint.method, headers };
  if (body !== undefined) init.body = toJson(body);
  return {
    path: pathOf(endpoint.path, parts),
    init,
    sample,
    isMade: endpoint.method !== 'GET' || !!endpoint.made,
    read: file ? (response) => fileOf(response, file) : undefined,
  };
}

/** Anything but a file of its type is a captive portal's or proxy's page, whatever its status says. */
function fileOf(response: Response, type: string): Promise<Blob> {
  if (!response.headers.get('content-type')?.startsWith(type)) throw notARelay(response);
  return response.blob();
}
