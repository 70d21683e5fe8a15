/** Tickets: what the relay asks of them, and reads. */
import * as z from 'zod';
import { asItCame } from '../answer.js';
import { id } from './values.js';

export const getTickets = {
  args: z.strictObject({ orderId: id }),
  answer: asItCame('tickets { movementId barcode }'),
};

export const printTickets = {
  args: z.strictObject({ orderId: id, movementIds: z.array(id) }),
  answer: asItCame('documents { data }'),
};
