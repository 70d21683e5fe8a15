/** Tickets of S-360 and the contract's. Words of S-360 end here. GUESS as a whole: docs/decisions/0001. */
import type { Ticket } from '@s360-widgets/contract';
import * as z from 'zod';
import { tolerantSchemas, wireId, type Omit, type TolerantSchemas } from '../s360/index.js';

/** What S-360 produced for one movement. */
export interface ProducedTicket {
  readonly movementId: string;
  readonly barcode: string | null;
  readonly state: Ticket['state'];
}

/** The tickets of an order, as far as they can be read. */
export interface Production {
  readonly tickets: readonly ProducedTicket[];
  /** Whether all that S-360 told of them could be read. */
  readonly isWhole: boolean;
}

// Both lists of states that are attested, of the history and of the barcode export.
const states: Record<string, Ticket['state']> = {
  VALID: 'valid',
  PRINTED: 'valid',
  NOT_PRINTED: 'valid',
  CONTROLLED: 'used',
  CANCELLED: 'cancelled',
  INVALIDATED: 'cancelled',
};

/** GUESS: a barcode that comes without a word of its state is valid; the door has the last word. */
const stateOf = z
  .string()
  .transform((word) => word.trim().toUpperCase() || 'VALID')
  .refine((word) => Object.hasOwn(states, word), 'not a known state')
  .transform((word) => states[word]);

const tickets = ({ list, optional }: TolerantSchemas) => {
  const ticket = z.object({
    movementId: wireId,
    barcode: optional(z.string().trim(), 'barcode of a ticket'),
    ticketState: z
      .unknown()
      .optional()
      .transform((word): unknown => word ?? '')
      .pipe(optional(stateOf, 'state of a ticket')),
  });
  return z.object({ tickets: list(ticket, 'ticket') });
};

/**
 * The answer of getTickets. A ticket without a barcode, or in a state that is not known, is still to come; what can't be read of
 * a ticket costs that ticket alone.
 */
export function toProduction(answer: unknown, omit: Omit): Production {
  let isWhole = true;
  const schemas = tolerantSchemas((omission) => {
    isWhole = false;
    omit(omission);
  });
  const read = tickets(schemas).parse(answer).tickets;
  const produced = read.map(({ movementId, barcode, ticketState }) => ({
    movementId,
    barcode: barcode || null,
    state: (barcode && ticketState) || 'pending',
  }));
  return { tickets: produced, isWhole };
}

/** What holds no data is no document; the others count. */
const printed = z.object({
  documents: z.array(z.object({ data: z.string().catch('') }).catch({ data: '' })).default([]),
});

/**
 * The answer of printTickets: the first PDF. S-360 may send one for all tickets or one each; the latter are fetched one by one,
 * by their ticket. Undefined when there is none.
 */
export function toPdf(answer: unknown): Buffer | undefined {
  const documents = printed.parse(answer).documents.map(({ data }) => Buffer.from(data, 'base64'));
  return documents.find((bytes) => bytes.subarray(0, 5).toString('latin1') === '%PDF-');
}
