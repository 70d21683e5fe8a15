import * as z from 'zod';

/** Integer count of the currency's minor unit: 1400 with two digits is €14.00, 1400 with none ¥1400. */
export const amountMinor = z.int();

/** ISO 4217 alphabetic code. */
export const currencyCode = z.string().regex(/^[A-Z]{3}$/);

/**
 * A currency as S-360 counts in it. `digits` says how many of an amount's digits stand behind the decimal mark. They travel
 * with the currency since every list of them differs from another: a forint has two in ISO 4217 and none in some browsers.
 */
export const currency = z.strictObject({ code: currencyCode, digits: z.int().min(0).max(3) });
export type Currency = z.infer<typeof currency>;

export const money = z.strictObject({ amountMinor, currency });
export type Money = z.infer<typeof money>;
