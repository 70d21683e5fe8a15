import type { CurrencyData } from './season/season.types.js';

/**
 * An amount in thousandths as people read it, with the digits that S-360 counts the currency in, and more only where it is finer: what
 * is said is what is charged. Intl formats, and is not asked for digits.
 */
export function moneyText(thousandths: number, currency: CurrencyData, locale: string): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: currency.currencyCode,
    minimumFractionDigits: currency.fractionDigit,
    maximumFractionDigits: 3,
  });
  return format.format(thousandths / 1000);
}
