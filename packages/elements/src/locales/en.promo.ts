import type { Wide } from './wide.js';

/** Of promo codes, once one is typed or counts. */
export const messages = {
  label: 'Promo code',
  apply: 'Apply',
  remove: 'Remove',
  removeCode: (code: string) => `Remove the code ${code}`,
  applied: (code: string) => `${code} applied`,
  /** Good for some of the cart only. */
  some: (name: string, n: number, what: string) => `${name}, for ${n} of ${what}`,
  none: 'Nothing in your cart costs less with it.',
  insteadOf: 'instead of',
  saidApplied: (code: string, total: string) => `${code} applied. The total is now ${total}.`,
  saidRemoved: (total: string) => `Code removed. The total is now ${total}.`,
};

export type PromoMessages = Wide<typeof messages>;
