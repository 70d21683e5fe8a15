import * as z from 'zod';
import { sale } from './availability.js';
import { id, language } from './ids.js';
import { instant } from './instant.js';
import { currency } from './money.js';
import { seatCategory, tariff } from './performance.js';

/**
 * What became of the seats of a performance, in the order of its plan. A seat is 0 free, 1 taken, 2 in someone's basket,
 * 3 not for sale here.
 */
export const seatStates = z.strictObject({
  performanceId: id,
  /** Of the plan whose seats these are. */
  planHash: z.string(),
  /** Counts up with each change; hand it back as `since`. */
  version: z.int(),
  /** When the box office last said it; null where it has not said anything yet, so that nothing is known of any seat. */
  asOf: instant.nullable(),
  stale: z.boolean(),
  /** All seats, 2 bits each, four a byte with the first seat in the lowest bits, base64; null in an answer of changes. */
  all: z.string().nullable(),
  /** Gap and state in turn: the gap is the distance from the seat changed before (from −1 at first). */
  changes: z.array(z.int()),
});
export type SeatStates = z.infer<typeof seatStates>;

/** Reply of `getSeatMap`: all but the plan itself, which is fetched once by its hash. */
export const seatMap = sale.extend({
  language,
  performanceId: id,
  eventId: id,
  title: z.string(),
  name: z.string(),
  startAt: instant,
  timeZone: z.string(),
  venueName: z.string(),
  currency,
  planHash: z.string(),
  maxTickets: z.int(),
  /** Dearest first. */
  seatCategories: z.array(seatCategory),
  tariffs: z.array(tariff),
  states: seatStates,
});
export type SeatMap = z.infer<typeof seatMap>;
