import * as z from 'zod';
import { language } from './ids.js';
import { currency } from './money.js';
import { signInWay } from './session.js';

/**
 * Whether buying takes an account: `optional`, guests buy as well; else the account is asked for before the checkout, or before anything
 * is chosen.
 */
export const signIn = z.enum(['optional', 'before-checkout', 'before-catalog']);
export type SignIn = z.infer<typeof signIn>;

/** Reply of `getShop`: what a page must know about the point of sale. */
export const shop = z.strictObject({
  name: z.string(),
  languages: z.array(language),
  currency,
  timeZone: z.string(),
  maxTickets: z.int(),
  holdSeconds: z.int(),
  signIn,
  /** Whether promo codes are taken. */
  promoCodes: z.boolean(),
  /** How one can sign in here; empty where the relay offers nothing of it. */
  signInWays: z.array(signInWay),
  /** The institution's own shop, which has accounts; null when not configured. */
  shopUrl: z.string().nullable(),
  /** For "call us"; null when not configured. */
  supportPhone: z.string().nullable(),
  countries: z.array(z.strictObject({ code: z.string(), name: z.string() })),
});
export type Shop = z.infer<typeof shop>;
