import * as z from 'zod';
import { fee } from './cart.js';
import { id } from './ids.js';
import { instant } from './instant.js';
import { money } from './money.js';
import { chosenShipment } from './shipment.js';
import { ticket } from './ticket.js';

/** A paid order, for the holder of its token. */
export const order = z.strictObject({
  orderId: id,
  purchasedAt: instant,
  timeZone: z.string(),
  total: money,
  fees: z.array(fee),
  firstName: z.string(),
  email: z.string(),
  shipment: chosenShipment.nullable(),
  /** Whether the tickets can be shown and downloaded here: not for those sent by post or kept at the box office. */
  downloadable: z.boolean(),
  tickets: z.array(ticket),
});
export type Order = z.infer<typeof order>;
