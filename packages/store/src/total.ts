import type { Money } from '@s360-widgets/contract';

/** An amount as events tell it: `{ totalMinor: 1400, currency: 'EUR', currencyDigits: 2 }` is €14.00. */
export interface Total {
  totalMinor: number;
  /** ISO 4217; empty where there never was a cart. */
  currency: string;
  /** How many of the amount's digits stand behind the decimal mark. */
  currencyDigits: number;
}

export const toTotal = ({ amountMinor, currency }: Money): Total => ({
  totalMinor: amountMinor,
  currency: currency.code,
  currencyDigits: currency.digits,
});
