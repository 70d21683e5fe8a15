import type { CallOptions } from '@s360-widgets/client';
import type { Reply } from '@s360-widgets/contract/endpoints';
import { ProblemError } from '@s360-widgets/contract/problem';
import type { Tools } from './store.js';

/** What would hold, give back or charge once more if it were carried out twice. */
export type OnceName = 'openCart' | 'addToCart' | 'removeTickets' | 'startPayment';

/** Of which change nobody knows whether it was carried out, and under which key. */
const unknown = new WeakMap<Tools, { sent: string; key: string }>();

const unanswered: readonly string[] = ['relay-unreachable', 'request-in-progress', 'box-office-timeout'];

/** Nobody knows whether it was carried out, or yet will be. */
export const isUnanswered = (error: unknown): boolean =>
  error instanceof ProblemError && unanswered.includes(error.code);

/**
 * Sends a change with a key by which the relay carries it out once. The same change, made again right after no answer came, has the same
 * key; any other one has its own.
 */
export async function sendOnce<Name extends OnceName>(
  tools: Tools,
  name: Name,
  options: CallOptions<Name> & { body?: unknown },
): Promise<Reply<Name>> {
  const sent = JSON.stringify([name, options.token, options.body]);
  const before = unknown.get(tools);
  const key = before?.sent === sent ? before.key : newKey();
  unknown.delete(tools);
  try {
    return await tools.client.call(name, { ...options, key });
  } catch (error) {
    if (isUnanswered(error)) unknown.set(tools, { sent, key });
    throw error;
  }
}

/** A word of 128 bits. Pages without TLS have no `randomUUID`. */
const newKey = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');
