/** What only calls beyond the programme need, and answers that tell of a problem. */
import { type Endpoint, type EndpointName, endpoints } from '@s360-widgets/contract/endpoints';
import { type AnyParts, plainHeaders, plainRequest, type Prepared } from './request.js';
import { samples } from './samples.js';
import { toJson } from './to-json.js';

export { problemOf } from './problem-of.js';

/** The token says who asks, whatever is asked. */
export function prepare(name: EndpointName, { body, token }: AnyParts): Prepared {
  const endpoint: Endpoint = endpoints[name];
  const headers: Record<string, string> = { ...plainHeaders };
  if (endpoint.cart && token) headers.authorization = `Bearer ${token}`;
  if (body !== undefined) headers['content-type'] = 'application/json';
  const init: RequestInit = { ...plainRequest, method: endpoint.method, headers };
  if (body !== undefined) init.body = toJson(body);
  return { endpoint, init, sample: samples[name] };
}
