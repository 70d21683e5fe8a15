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

/** An address as it is shown again: what could not be read of it is empty. */
export const shownAddress = z.strictObject({
  street: z.string(),
  street2: z.string().optional(),
  zipCode: z.string(),
  town: z.string(),
  countryCode: z.string(),
});

/** A contact as it is shown again, for the holder of the cart's token: what could not be read of it, or was never given, is empty. */
export const shownContact = z.strictObject({
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  phone: z.string().optional(),
  countryCode: z.string(),
});

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
