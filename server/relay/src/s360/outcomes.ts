/** What S-360's codes of refusal mean: the ones that are attested, and those of an institution, which are configuration. */
import type { ProblemCode } from '@s360-widgets/contract/problem';
import * as z from 'zod';
import { readJsonFile } from './json-file.js';

/** The contract's code by S-360's status code. A code that is not in it is `box-office-refused`. */
export type Outcomes = Readonly<Record<string, ProblemCode>>;

/** Attested for S-360 as such, whatever the institution. */
export const attestedOutcomes: Outcomes = { 'error.order.availability': 'not-enough-seats' };

/** What a "no" of S-360 may be told as; all other codes of the contract are the relay's own to give. */
const meanings = [
  ...([
    'seats-taken',
    'not-enough-seats',
    'not-on-sale',
    'tariff-needs-companion',
    'too-many-tickets',
  ] as const),
  ...(['promo-code-unknown', 'promo-code-ended', 'promo-code-used-up', 'promo-code-not-applicable'] as const),
  ...(['cart-ended', 'cart-closed', 'cart-empty', 'total-changed', 'not-found'] as const),
  ...(['payment-in-progress', 'payment-refused', 'tickets-not-ready'] as const),
  ...(['contact-missing', 'contact-refused', 'address-missing'] as const),
  ...(['sign-in-refused', 'password-refused'] as const),
  ...(['shipment-missing', 'shipment-mode-refused', 'box-office-refused'] as const),
];

const outcomes = z.record(z.string().regex(/^\S+$/, 'no code of S-360'), z.enum(meanings));

/**
 * The outcomes of a JSON file such as `{ "error.order.seatTaken": "seats-taken" }`, beside those that are attested; where both have
 * a code, the file's counts.
 * @throws JsonFileError
 */
export const readOutcomes = (file: string): Outcomes => ({
  ...attestedOutcomes,
  ...readJsonFile(file, outcomes, 'outcomes'),
});
