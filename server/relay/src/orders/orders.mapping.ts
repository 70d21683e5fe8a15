/** Tickets of S-360 and the contract's. Words of S-360 end here. GUESS as a whole: docs/decisions/0001. */
import type { Ticket } from '@s360-widgets/contract';
import * as z from 'zod';

/** What S-360 produced for one movement. */
export interface ProducedTicket {
  readonly movementId: string;
  readonly barcode: string | null;
  readonly state: Ticket['state'];
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

const tickets = z.object({
  tickets: z
    .array(
      z.object({
        movementId: z.string(),
        barcode: z.string().optional(),
        ticketState: z.string().default(''),
      }),
    )
    .default([]),
});

/** The answer of getTickets. A ticket without a barcode, or in a state that is not known, is still to come. */
export function toProducedTickets(answer: unknown): ProducedTicket[] {
  return tickets.parse(answer).tickets.map(({ movementId, barcode, ticketState }) => ({
    movementId,
    barcode: barcode || null,
    state: barcode ? (states[ticketState] ?? 'pending') : 'pending',
  }));
}

const printed = z.object({
  documents: z
    .array(z.object({ mimetype: z.string().default(''), data: z.string().default('') }))
    .default([]),
});

/**
 * The answer of printTickets: the first PDF. S-360 may send one for all tickets or one each; the latter are fetched one by one,
 * by their ticket. Undefined when there is none.
 */
export function toPdf(answer: unknown): Buffer | undefined {
  const documents = printed.parse(answer).documents.map(({ data }) => Buffer.from(data, 'base64'));
  return documents.find((bytes) => bytes.subarray(0, 5).toString('latin1') === '%PDF-');
}
