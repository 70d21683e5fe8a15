import type { Order } from '../orders/order.js';
import type { FileAttachment } from './file-cabinet.js';

/** Of the four roles, those who buy, each once. */
export const contactsOf = (
  orders: readonly Order[],
): { contactReference: string; fileContactType: string }[] =>
  [...new Set(orders.flatMap(({ contactReference }) => contactReference ?? []))].map((contactReference) => ({
    contactReference,
    fileContactType: 'SALE',
  }));

/** GUESS: by the words of the history service; SOLDED is spelled so, and means paid in full: nothing is open beside what is sold. */
export function fileStateOf(orders: readonly Order[]): string {
  if (orders.every(({ state }) => state === 'ABANDONNED')) return 'ABANDONNED';
  return orders.every(({ state }) => state === 'CLOSED' || state === 'ABANDONNED') ? 'SOLDED' : 'RUNNING';
}

/** Milliseconds since 1970. */
export const modifiedAt = (orders: readonly Order[], attached: readonly FileAttachment[]): number =>
  Math.max(...orders.map(changedAt), ...attached.map(({ uploadedAt }) => uploadedAt));

const changedAt = ({ createdAt, closedAt, operations }: Order): number =>
  Math.max(createdAt, closedAt ?? 0, ...operations.map(({ addedAt }) => addedAt));
