/** Values that several operations take or give. */
import * as z from 'zod';
import { seenIn } from '../paths.js';

/** A 64-bit id as its decimal text. */
export const id = z.string();

/** Who buys an order. */
export const purchaser = seenIn('pages', z.strictObject({ contactReference: z.string() }));

/** xs:long as its text, also where the service calls it an int or a decimal; amounts are thousandths of the currency unit. */
export const long = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim().replace(/\.0+$/, ''))
  .pipe(z.string().regex(/^-?[0-9]+$/));

/** A text in the languages that someone filled in. */
export const externalName = seenIn(
  'clients',
  z.object({
    translations: z
      .array(z.object({ locale: z.string().optional(), value: z.string().optional() }))
      .catch([]),
  }),
);

/** The address of a place, in orders and in the catalog. */
export const siteAddress = seenIn(
  'clients',
  z.object({
    firstAddressLine: z.string().optional(),
    zipCode: z.string().optional(),
    locality: z.string().optional(),
  }),
);
