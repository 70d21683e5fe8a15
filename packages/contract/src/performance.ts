import * as z from 'zod';
import { availability, sale } from './availability.js';
import { id } from './ids.js';
import { instant } from './instant.js';
import { amountMinor } from './money.js';

/** A performance as lists need it. */
export const performanceSummary = sale.extend({
  id,
  startAt: instant,
  /** Lowest of the prices that are named: see `leadPrice`; null when nothing is priced for everyone. */
  priceFromMinor: amountMinor.nullable(),
});
export type PerformanceSummary = z.infer<typeof performanceSummary>;

/** What one ticket of a tariff costs, and how many are sold at once where there is a rule: absent = none. */
export const tariffPrice = z.strictObject({
  tariffId: id,
  amountMinor,
  /** At least so many, or none. */
  minQuantity: z.int().min(2).optional(),
  maxQuantity: z.int().min(1).optional(),
});
export type TariffPrice = z.infer<typeof tariffPrice>;

/** A seat category of a performance with its prices. Dearest first in every list. */
export const seatCategory = z.strictObject({
  id,
  name: z.string(),
  availability,
  prices: z.array(tariffPrice),
});
export type SeatCategory = z.infer<typeof seatCategory>;

/** A tariff: who pays which price. */
export const tariff = z.strictObject({
  id,
  name: z.string(),
  /** The condition to meet, such as a proof of age; empty when there is none. */
  description: z.string(),
  kind: z.enum(['full', 'reduced', 'free']),
  /** Sold only together with at least one of these; empty = by itself. */
  requiresTariffIds: z.array(id),
  /** For members and subscribers, who must sign in. */
  membersOnly: z.boolean(),
});
export type Tariff = z.infer<typeof tariff>;

/** A performance with all that is needed to buy for it. */
export const performance = performanceSummary.extend({
  /** What sets it apart from the event's other dates, such as "Family matinee"; empty when nothing does. */
  name: z.string(),
  durationMinutes: z.int().nullable(),
  /** Whether seats can be chosen on a map; otherwise the best free ones or places without a seat are sold. */
  hasSeatMap: z.boolean(),
  seatCategories: z.array(seatCategory),
});
export type Performance = z.infer<typeof performance>;
