import type { Order } from '../orders/order.js';
import type { FileAttachment } from './file-cabinet.js';

/** Of the four roles, the one who buys. */
export const contactsOf = (
  orders: readonly Order[],
): { contactReference: string; fileContactType: string }[] =>
  orders.flatMap(({ contactReference }) =>
    contactReference === undefined ? [] : [{ contactReference, fileContactType: 'SALE' }],
  );

/** GUESS: by the words of the history service; SOLDED is spelled so, and means paid in full. */
export function fileStateOf(orders: readonly Order[]): string {
  if (orders.every(({ state }) => state === 'ABANDONNED')) return 'ABANDONNED';
  return orders.some(({ state }) => state === 'CLOSED') ? 'SOLDED' : 'RUNNING';
}

/** Milliseconds since 1970. */
export const modifiedAt = (orders: readonly Order[], attached: readonly FileAttachment[]): number =>
  Math.max(...orders.map(changedAt), ...attached.map(({ uploadedAt }) => uploadedAt));

const changedAt = ({ createdAt, closedAt, operations }: Order): number =>
  Math.max(createdAt, closedAt ?? 0, ...operations.map(({ addedAt }) => addedAt));
