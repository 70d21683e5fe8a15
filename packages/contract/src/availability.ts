import * as z from 'zod';

/** How much is left: above the alert ratio, at or below it, nothing. */
export const availability = z.enum(['good', 'limited', 'none']);
export type Availability = z.infer<typeof availability>;

/**
 * Where the sale stands; derived from the state, the sale periods and what is left, by the vendor's own table for external sites.
 * `unavailable` is for now (nothing left, or suspended), `sold-out` is for good, `box-office` is sold at the counter only.
 */
export const saleState = z.enum([
  'soon',
  'on-sale',
  'unavailable',
  'sold-out',
  'ended',
  'cancelled',
  'moved',
  'box-office',
]);
export type SaleState = z.infer<typeof saleState>;

/** The two together, as performances, events and timeslots carry them. */
export const sale = z.object({
  saleState,
  availability,
  /** When the sale opens; only with `soon`, and only if known. */
  onSaleAt: z.string().nullable(),
});
export type Sale = z.infer<typeof sale>;
