/** Currencies as S-360 counts in them. */
import { type Currency, currencyCode } from '@s360-widgets/contract';
import * as z from 'zod';
import { seenIn } from './paths.js';

/**
 * S-360's CurrencyData: POSConfigData holds one of the institution, one of the organisation and a list of those that catalogs are
 * sold in; an order holds one. Amounts are thousandths whatever the currency, so more than three digits can't be.
 */
export const currencyData = seenIn(
  'clients',
  z.object({
    currencyCode,
    fractionDigit: z.coerce.number().int().min(0).max(3).optional().catch(undefined),
  }),
);
export type CurrencyData = z.infer<typeof currencyData>;

/** The currencies of ISO 4217 that are not divided by a hundred. */
const isoDigits = new Map<string, number>([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV'].map(
    (code) => [code, 0] as const,
  ),
  ...['XAF', 'XOF', 'XPF'].map((code) => [code, 0] as const),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3] as const),
]);

/**
 * A currency with its digits, as the first of S-360's lists says that has it.
 * GUESS: where none of them has it, S-360 counts as ISO 4217 does.
 */
export function toCurrency(code: string, lists: readonly (CurrencyData | null | undefined)[]): Currency {
  const listed = lists.find((one) => one?.currencyCode === code && one.fractionDigit !== undefined);
  return { code, digits: listed?.fractionDigit ?? isoDigits.get(code) ?? 2 };
}

/** A currency with as many digits as amounts in thousandths take to be shown exactly, and never with less than its own. */
export function exactFor({ code, digits }: Currency, amounts: readonly number[]): Currency {
  const isExact = (count: number) => amounts.every((amount) => amount % 10 ** (3 - count) === 0);
  return { code, digits: [digits, 1, 2].find((count) => count >= digits && isExact(count)) ?? 3 };
}
