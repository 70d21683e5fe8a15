import * as z from 'zod';
import { seatPlace } from './cart.js';
import { id } from './ids.js';
import { instant } from './instant.js';
import { money } from './money.js';
import { productKind } from './product-kind.js';
import { namedTour } from './tour.js';

/** The code at the door, ready to draw: one path over a square of `size` modules, no quiet zone. */
export const ticketCode = z.strictObject({
  text: z.string(),
  /** Length of a side, in modules. */
  size: z.int(),
  /** SVG path data of the dark modules. */
  path: z.string(),
});
export type TicketCode = z.infer<typeof ticketCode>;

/** One ticket, or a voucher for what is none, such as a book or a membership. */
export const ticket = z.strictObject({
  /** The movement's id, as in the cart. */
  id,
  kind: productKind,
  eventId: id,
  performanceId: id.nullable(),
  /** Of a guided visit alone. */
  tour: namedTour.optional(),
  title: z.string(),
  name: z.string(),
  startAt: instant.nullable(),
  endAt: instant.nullable(),
  venueName: z.string(),
  venueAddress: z.string(),
  pictureUrl: z.string().nullable(),
  seat: seatPlace.nullable(),
  tariffName: z.string(),
  /** The season ticket or package that it is a part of, which was paid as a whole; else null. */
  partOf: z.string().nullable(),
  price: money,
  state: z.enum(['valid', 'used', 'cancelled', 'pending']),
  /** Null unless valid: a code that opens no door is not shown. */
  code: ticketCode.nullable(),
});
export type Ticket = z.infer<typeof ticket>;
