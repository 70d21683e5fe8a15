/** What S-360's codes of refusal mean: the ones that are attested, and those of an institution, which are configuration. */
import { readFileSync } from 'node:fs';
import type { ProblemCode } from '@s360-widgets/contract/problem';
import * as z from 'zod';

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
  ...(['cart-ended', 'cart-closed', 'cart-empty', 'total-changed', 'not-found'] as const),
  ...(['payment-in-progress', 'payment-refused', 'tickets-not-ready'] as const),
  ...(['contact-missing', 'contact-refused', 'address-missing'] as const),
  ...(['shipment-missing', 'shipment-mode-refused', 'box-office-refused'] as const),
];

const outcomes = z.record(z.string().regex(/^\S+$/, 'no code of S-360'), z.enum(meanings));

/** A file of outcomes that can't be used; the message says why, for an operator. */
export class OutcomesError extends Error {}

/**
 * The outcomes of a JSON file such as `{ "error.order.seatTaken": "seats-taken" }`, beside those that are attested; where both have
 * a code, the file's counts.
 * @throws OutcomesError that names every entry that is wrong, and what may stand there
 */
export function readOutcomes(file: string): Outcomes {
  const parsed = outcomes.safeParse(contentOf(file));
  if (parsed.success) return { ...attestedOutcomes, ...parsed.data };
  const faults = parsed.error.issues.map(({ path, message }) => [...path.map(String), message].join(': '));
  throw new OutcomesError(`${file} is no list of outcomes: ${faults.join('; ')}`);
}

function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error;
    throw new OutcomesError(`${file} ${isMissing ? "can't be read" : 'is no JSON'}`);
  }
}
