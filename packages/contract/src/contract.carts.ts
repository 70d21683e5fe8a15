import * as z from 'zod';
import { cart, type CartItem, cartItem, openedCart } from './cart.js';
import {
  boxOfficeProblems,
  changeProblems,
  type EndpointContract,
  inLanguage,
  none,
  orderProblems,
} from './endpoint-contract.js';
import { purchaseEndpoints } from './endpoints.purchase.js';
import { id } from './ids.js';
import type { ProblemCode } from './problem-status.js';
import { isXmlText, notXmlText } from './text.js';

const isAlone = (items: readonly CartItem[]) =>
  items.length === 1 || items.every(({ kind }) => kind !== 'season-ticket' && kind !== 'package');

const items = z.strictObject({
  items: z.array(cartItem).min(1).max(10).refine(isAlone, 'a season ticket or package is added by itself'),
});
const wholeCart = { kind: 'json', schema: cart } as const;

/** Why tickets can't be had. */
const saleProblems = [
  'not-found',
  'seats-taken',
  'not-enough-seats',
  'not-on-sale',
  'tariff-needs-companion',
  'too-many-tickets',
] as const satisfies readonly ProblemCode[];

/** Why a promo code is not taken. */
const promoCodeProblems = [
  'promo-code-unknown',
  'promo-code-ended',
  'promo-code-used-up',
  'promo-code-not-applicable',
] as const satisfies readonly ProblemCode[];

/** As it was typed or pasted. */
const typedCode = z.string().trim().min(1).max(40).refine(isXmlText, notXmlText);

/** A visitor's cart. Each answer is the whole cart. */
export const cartsContract = {
  openCart: {
    ...purchaseEndpoints.openCart,
    summary: 'Opens a cart with what one click chose; its token is shown this once',
    params: none,
    query: inLanguage,
    body: { kind: 'json', schema: items },
    reply: { kind: 'json', schema: openedCart },
    problems: [...boxOfficeProblems, ...saleProblems, 'sign-in-needed'],
  },
  getCart: {
    ...purchaseEndpoints.getCart,
    summary: 'The cart as S-360 has it',
    params: none,
    query: inLanguage,
    reply: wholeCart,
    problems: orderProblems,
  },
  addToCart: {
    ...purchaseEndpoints.addToCart,
    summary: 'Adds what one click chose, all of it or nothing',
    params: none,
    query: inLanguage,
    body: { kind: 'json', schema: items },
    reply: wholeCart,
    problems: [...changeProblems, ...saleProblems, 'sign-in-needed'],
  },
  removeTickets: {
    ...purchaseEndpoints.removeTickets,
    summary: 'Gives tickets back, all of them or none',
    params: none,
    query: inLanguage,
    body: { kind: 'json', schema: z.strictObject({ ticketIds: z.array(id).min(1).max(50) }) },
    reply: wholeCart,
    problems: [...changeProblems, 'not-found'],
  },
  changeTicket: {
    ...purchaseEndpoints.changeTicket,
    summary: 'Takes the same seat at another tariff',
    params: z.strictObject({ ticketId: id }),
    query: inLanguage,
    body: { kind: 'json', schema: z.strictObject({ tariffId: id }) },
    reply: wholeCart,
    problems: [...changeProblems, ...saleProblems],
  },
  redeemPromoCode: {
    ...purchaseEndpoints.redeemPromoCode,
    summary: 'Gives the cart a promo code, in place of the one before',
    params: none,
    query: inLanguage,
    body: { kind: 'json', schema: z.strictObject({ code: typedCode }) },
    reply: wholeCart,
    problems: [...changeProblems, ...promoCodeProblems],
  },
  removePromoCode: {
    ...purchaseEndpoints.removePromoCode,
    summary: 'Takes the promo code away',
    params: none,
    query: inLanguage,
    reply: wholeCart,
    problems: changeProblems,
  },
} as const satisfies Record<string, EndpointContract>;
