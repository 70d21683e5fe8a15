/** Arguments that several operations take. */
import * as z from 'zod';

/** A 64-bit id as its decimal text. */
export const id = z.string();

/** Who buys an order. */
export const purchaser = z.strictObject({ contactReference: z.string() });
