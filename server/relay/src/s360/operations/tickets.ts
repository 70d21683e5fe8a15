/** Tickets: what the relay asks of them, and reads. */
import * as z from 'zod';
import { reading } from '../answer.js';
import { guessed, stated } from '../paths.js';
import { wireId, type TolerantSchemas } from '../reading.js';
import { id } from './values.js';

/** Both lists of states that are attested, of the history and of the barcode export. */
const states = ['VALID', 'PRINTED', 'NOT_PRINTED', 'CONTROLLED', 'CANCELLED', 'INVALIDATED'] as const;

/** GUESS: a barcode that comes without a word of its state is valid; the door has the last word. */
const state = z
  .string()
  .transform((word) => word.trim().toUpperCase() || 'VALID')
  .pipe(z.enum(states, 'not a known state'));

/** What can't be read of a ticket costs that ticket alone. GUESS: both operations (docs/decisions/0001). */
function produced({ list, optional }: TolerantSchemas) {
  const ticket = z.object({
    movementId: wireId,
    barcode: stated(optional(z.string().trim(), 'barcode of a ticket')),
    /** Undefined for a word that is not known. */
    ticketState: z
      .unknown()
      .optional()
      .transform((word): unknown => word ?? '')
      .pipe(optional(state, 'state of a ticket')),
  });
  return z.object({ tickets: guessed(stated(list(ticket, 'ticket'))) });
}

/** What holds no data is no document; the others count. */
const printed = z.object({ data: stated(z.string().catch('')) }).catch({ data: '' });

export const getTickets = {
  args: guessed(z.strictObject({ orderId: id })),
  answer: reading(produced),
};

export const printTickets = {
  args: guessed(z.strictObject({ orderId: id, movementIds: z.array(id) })),
  answer: reading(() => z.object({ documents: guessed(stated(z.array(printed).default([]))) })),
};
