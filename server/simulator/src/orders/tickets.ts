import { barcode, type Ids } from '../ids.js';
import type { Movement, Ticket } from './order.js';

/** It has its barcode at once, and is NOT_PRINTED. */
export const issueTicket = (ids: Ids, now: number): Ticket => ({
  id: ids.next(),
  barcode: barcode(),
  state: 'NOT_PRINTED',
  issuedAt: now,
  controls: [],
});

/** Documented: printing makes a ticket VALID. The first time counts. */
export function markPrinted({ ticket }: Movement, now: number): void {
  if (!ticket) return;
  ticket.state = 'VALID';
  ticket.printedAt ??= now;
}

/** Documented: a new ticket for the same place makes the earlier one void. Without a ticket there is nothing to replace. */
export function replaceTicket(movement: Movement, ids: Ids, now: number): void {
  if (!movement.ticket) return;
  movement.earlierTickets = [...(movement.earlierTickets ?? []), movement.ticket];
  movement.ticket = issueTicket(ids, now);
}
