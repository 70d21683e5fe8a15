import * as z from 'zod';
import { fee } from './cart.js';
import { id } from './ids.js';
import { instant } from './instant.js';
import { money } from './money.js';
import { chosenShipment } from './shipment.js';
import { ticket } from './ticket.js';

/** Parts of an order that come from side services: the order is answered without them when they fail. */
export const orderPart = z.enum(['contact', 'shipment', 'tickets', 'codes']);
export type OrderPart = z.infer<typeof orderPart>;

/** A paid order, for the holder of its token. */
export const order = z.strictObject({
  orderId: id,
  purchasedAt: instant,
  timeZone: z.string(),
  total: money,
  fees: z.array(fee),
  /** Empty where the contact could not be read. */
  firstName: z.string(),
  email: z.string(),
  shipment: chosenShipment.nullable(),
  /**
   * Whether the tickets can be shown and downloaded here: not for those sent by post or kept at the box office, nor while the
   * shipment can't be read.
   */
  downloadable: z.boolean(),
  tickets: z.array(ticket),
  /**
   * What could not be read just now; the next read tries again. Without `tickets`, some or all are `pending` and without a code;
   * without `codes`, a valid ticket of this page may have none.
   */
  unread: z.array(orderPart),
});
export type Order = z.infer<typeof order>;
