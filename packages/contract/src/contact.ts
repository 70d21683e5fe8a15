import * as z from 'zod';
import { countryCode } from './ids.js';
import { text } from './text.js';

/** Spaces around are taken off. At most so many UTF-16 units. */
const line = (max: number) => text.trim().max(max);
const filledLine = (max: number) => line(max).min(1);

export const address = z.strictObject({
  street: filledLine(60),
  street2: line(60).optional(),
  zipCode: filledLine(12),
  town: filledLine(60),
  countryCode,
});
export type Address = z.infer<typeof address>;

/** Who buys. Personal: only ever answered to the holder of the cart's token. */
export const contact = z.strictObject({
  email: z.email().max(120),
  firstName: filledLine(60),
  lastName: filledLine(60),
  phone: text
    .trim()
    .regex(/^\+?[0-9 ()./-]{5,24}$/)
    .optional(),
  countryCode,
});
export type Contact = z.infer<typeof contact>;
