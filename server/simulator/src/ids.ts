import { randomBytes, randomInt } from 'node:crypto';
import type { Clock } from './clock.js';

export interface Ids {
  /** A new id of 14 digits, as a decimal string. */
  next(): string;
}

/**
 * Ids start at 10^13 plus the milliseconds of the start, so that a restarted simulator gives no id again that a relay
 * may still know (as long as it gave less than one a millisecond).
 */
export function createIds(clock: Clock): Ids {
  let last = 10_000_000_000_000 + clock.now();
  return { next: () => String(++last) };
}

/** The unguessable handle of an order. */
export function secretId(): string {
  return randomBytes(24).toString('base64url');
}

/** An EPC transaction id: documented as an int, so 31 bits. */
export function transactionId(): number {
  return randomInt(100_000_000, 2 ** 31 - 1);
}

/** A ticket's barcode: 28 digits, as in the vendor's samples. */
export function barcode(): string {
  return String(randomInt(10 ** 13, 10 ** 14)) + String(randomInt(10 ** 13, 10 ** 14));
}
