import type { Money } from '@s360-widgets/contract';
import type { Words } from '../base/words.js';

/** An amount, exact, with the digits that it came with. */
export const amount = ({ format }: Pick<Words, 'format'>, { amountMinor, currency }: Money): string =>
  format.money(amountMinor, currency);

/** The same, or a word where there is nothing to pay. */
export const amountOrFree = (words: Words<'base'>, money: Money): string =>
  money.amountMinor ? amount(words, money) : words.base.common.free;
