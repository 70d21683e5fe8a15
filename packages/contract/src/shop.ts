import * as z from 'zod';
import { language } from './ids.js';
import { currency } from './money.js';

/** Reply of `getShop`: what the checkout must know about the point of sale. */
export const shop = z.strictObject({
  name: z.string(),
  languages: z.array(language),
  currency,
  timeZone: z.string(),
  maxTickets: z.int(),
  holdSeconds: z.int(),
  guestAllowed: z.boolean(),
  /** For "call us"; null when not configured. */
  supportPhone: z.string().nullable(),
  countries: z.array(z.strictObject({ code: z.string(), name: z.string() })),
});
export type Shop = z.infer<typeof shop>;
