import type { CurrencyData } from './season.types.js';
import type { Tariff } from './tariffs.js';

interface Coinage {
  /** GUESS: as ISO 4217 has them. S-360's own lists are in no source but for the euro's two. */
  digits: number;
  symbol: string;
  /** About what a euro is worth, in thousandths. */
  perEuro: number;
  /** Prices are a whole number of these, in thousandths. */
  coin: number;
}

const coinages = {
  CHF: { digits: 2, symbol: 'CHF', perEuro: 940, coin: 500 },
  EUR: { digits: 2, symbol: '€', perEuro: 1_000, coin: 500 },
  HUF: { digits: 2, symbol: 'Ft', perEuro: 397_200, coin: 50_000 },
  JPY: { digits: 0, symbol: '¥', perEuro: 163_000, coin: 100_000 },
  KWD: { digits: 3, symbol: 'KD', perEuro: 355, coin: 5 },
  RSD: { digits: 2, symbol: 'RSD', perEuro: 117_200, coin: 50_000 },
} satisfies Record<string, Coinage>;

export type CurrencyCode = keyof typeof coinages;

/** What a season can be sold in. */
export const currencyCodes = Object.keys(coinages) as CurrencyCode[];

export const digitsOf = (code: CurrencyCode): number => coinages[code].digits;

export interface PriceWish {
  code: CurrencyCode;
  /** How many digits S-360 gives the currency, from 0 to 3. */
  digits: number;
  /** Code of a tariff whose prices are finer than the digits, by half of the smallest amount. */
  fineTariff?: string | undefined;
}

/** What the house's prices in euros are in the currency that it sells in: thousandths of it. */
export interface PriceList {
  currency: CurrencyData;
  /** Of a ticket or pass, in the coins that people carry. */
  ticket(euros: number, tariff: Tariff): number;
  /** An amount of this currency, in thousandths, as coins pay it. */
  inCoins(amount: number): number;
  /** Of a service, exact to the smallest amount. */
  fee(euros: number): number;
}

/** The euro, as S-360's public samples have it. */
export const euro = currencyOf('EUR', 2);

export function createPriceList({ code, digits, fineTariff }: PriceWish): PriceList {
  const { perEuro, coin: usual } = coinages[code];
  const currency = currencyOf(code, digits);
  const coin = Math.max(usual, currency.minAmount);
  const inSteps = (euros: number, step: number) => Math.round(euros * (perEuro / step)) * step;
  return {
    currency,
    ticket: (euros, tariff) =>
      inSteps(euros * tariff.share, coin) + (tariff.code === fineTariff ? currency.minAmount / 2 : 0),
    inCoins: (amount) => Math.round(amount / coin) * coin,
    fee: (euros) => inSteps(euros, currency.minAmount),
  };
}

/** GUESS: `minAmount` is the smallest step, in thousandths; a cent is 10 in the samples. */
function currencyOf(code: CurrencyCode, fractionDigit: number): CurrencyData {
  const { symbol } = coinages[code];
  return { currencyCode: code, fractionDigit, minAmount: 10 ** (3 - fractionDigit), symbol };
}
