import * as z from 'zod';

/**
 * An id of S-360: a 64-bit integer, carried as its decimal text so that no digit is lost.
 * Contact numbers and payment identifications are other things and not ids.
 */
export const id = z.string().regex(/^[0-9]{1,19}$/, 'an id is 1 to 19 digits');
export type Id = z.infer<typeof id>;

/** A language: two letters, lower case. `en_US` and `en-GB` are cut to `en` before they get here. */
export const language = z.string().regex(/^[a-z]{2}$/, 'a language is two lower-case letters');
export type Language = z.infer<typeof language>;

/** ISO 3166-1 alpha-2, upper case. */
export const countryCode = z.string().regex(/^[A-Z]{2}$/, 'a country is two capital letters');
