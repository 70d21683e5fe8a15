/** Tickets of S-360 and the contract's. Words of S-360 end here. GUESS as a whole: docs/decisions/0001. */
import type { Ticket } from '@s360-widgets/contract';
import { admissionsOf, type Order } from '../order/index.js';
import type { AnswerOf } from '../s360/index.js';

/** What S-360 produced for one movement. */
export interface ProducedTicket {
  readonly movementId: string;
  readonly barcode: string | null;
  readonly state: Ticket['state'];
}

type ProducedByS360 = AnswerOf<'getTickets'>['tickets'][number];

const states: Record<NonNullable<ProducedByS360['ticketState']>, Ticket['state']> = {
  VALID: 'valid',
  PRINTED: 'valid',
  NOT_PRINTED: 'valid',
  CONTROLLED: 'used',
  CANCELLED: 'cancelled',
  INVALIDATED: 'cancelled',
};

/** The answer of getTickets. A ticket without a barcode, or in a state that is not known, is still to come. */
export function toProduced({ tickets }: AnswerOf<'getTickets'>): ProducedTicket[] {
  return tickets.map(({ movementId, barcode, ticketState }) => ({
    movementId,
    barcode: barcode || null,
    state: barcode && ticketState ? states[ticketState] : 'pending',
  }));
}

/**
 * The tickets of an order that was completed a moment ago, as it tells them itself; undefined where one has no code yet. GUESS: a
 * barcode is of a valid ticket then.
 */
export function toSold(order: Order): ProducedTicket[] | undefined {
  const admissions = admissionsOf(order);
  const sold = admissions.flatMap(({ ticket: { id, barcode } }) =>
    barcode ? [{ movementId: id, barcode, state: 'valid' as const }] : [],
  );
  return sold.length === admissions.length ? sold : undefined;
}

/**
 * The answer of printTickets: the first PDF. S-360 may send one for all tickets or one each; the latter are fetched one by one,
 * by their ticket. Undefined when there is none.
 */
export function toPdf({ documents }: AnswerOf<'printTickets'>): Buffer | undefined {
  const files = documents.map(({ data }) => Buffer.from(data, 'base64'));
  return files.find((bytes) => bytes.subarray(0, 5).toString('latin1') === '%PDF-');
}
