import * as z from 'zod';

/**
 * What a product is, after S-360's families: an `event` (SINGLE_ENTRY) has performances, which are chosen by date and place; of a
 * `season-ticket` an item is chosen by place, with seats on performances of events, and of a `package` with performances and items of other
 * products; all others are simple products, of which items are chosen.
 */
export const productKind = z.enum([
  'event',
  'pass',
  'service',
  'goods',
  'membership',
  'season-ticket',
  'package',
]);
export type ProductKind = z.infer<typeof productKind>;
