import { languages } from './text.js';

type Language = (typeof languages)[number];

/** The back office's choices of where people sign in. */
export const signIns = ['before-checkout', 'before-catalog'] as const;
/** Flash puts off what is not needed for the sale itself. */
export const modesOfUse = ['standard', 'flash'] as const;
/** What can be paid with: in the widget, but for cash. */
export const paymentMethodCodes = ['SPAY', 'CASH', 'TWINT', 'VOUCHER'] as const;

/** How the point of sale is set up, in the words of its back office. */
export interface PointOfSaleWish {
  /** Whether people may buy without an account. */
  guests: boolean;
  signIn: (typeof signIns)[number];
  modeOfUse: (typeof modesOfUse)[number];
  /** The first is the main one. */
  languages: readonly Language[];
  paymentMethods: readonly (typeof paymentMethodCodes)[number][];
  /** Most seats of a performance in an order. */
  mostSeats: number;
}

export const usualPointOfSale: PointOfSaleWish = {
  guests: true,
  signIn: 'before-checkout',
  modeOfUse: 'standard',
  languages,
  paymentMethods: ['SPAY', 'CASH'],
  mostSeats: 8,
};
