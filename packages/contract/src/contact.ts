import * as z from 'zod';
import { countryCode } from './ids.js';

const line = (max: number) => z.string().trim().min(1).max(max);

export const address = z.strictObject({
  street: line(60),
  street2: z.string().trim().max(60).optional(),
  zipCode: line(12),
  town: line(60),
  countryCode,
});
export type Address = z.infer<typeof address>;

/** Who buys. Personal: only ever answered to the holder of the cart's token. */
export const contact = z.strictObject({
  email: z.email().max(120),
  firstName: line(60),
  lastName: line(60),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[0-9 ()./-]{5,24}$/)
    .optional(),
  countryCode,
});
export type Contact = z.infer<typeof contact>;
