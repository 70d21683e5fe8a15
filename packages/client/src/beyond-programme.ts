/** What only calls beyond the programme need, and answers that tell of a problem. */
import type { Endpoint } from '@s360-widgets/contract/endpoints';
import { type AnyParts, plainRequest } from './client.js';
import { toJson } from './to-json.js';

export { problemOf } from './problem-of.js';
export { samples } from './samples.js';

export function requestOf({ method, cart }: Endpoint, { body, token }: AnyParts): RequestInit {
  const headers: Record<string, string> = { ...plainRequest.headers };
  if (cart && token) headers.authorization = `Bearer ${token}`;
  if (body === undefined) return { ...plainRequest, method, headers };
  headers['content-type'] = 'application/json';
  return { ...plainRequest, method, headers, body: toJson(body) };
}
