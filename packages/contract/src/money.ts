import * as z from 'zod';

/** Integer count of the currency's minor unit: 1400 is €14.00, 1400 JPY is ¥1400. */
export const amountMinor = z.int();

/** ISO 4217 alphabetic code. */
export const currency = z.string().regex(/^[A-Z]{3}$/);

export const money = z.strictObject({ amountMinor, currency });
export type Money = z.infer<typeof money>;
