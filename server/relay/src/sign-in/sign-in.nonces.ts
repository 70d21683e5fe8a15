import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../state/index.js';

export interface NoncesParts {
  /** The same for all relays of a shop, so that each takes what another has given. */
  readonly secret: string;
  readonly clock: Pick<Clock, 'now'>;
}

const minuteMs = 60_000;
/** How long a nonce may be used. */
const goodForMs = 5 * minuteMs;

/**
 * The words that a proof must be made with. They say how old a proof can be at most, so that no visitor's clock needs to be right. A minute's
 * nonce is the same for all: what makes each proof another one is its own id.
 */
export class ProofNonces {
  constructor(readonly parts: NoncesParts) {}

  current(): string {
    return this.#of(Math.floor(this.parts.clock.now() / minuteMs));
  }

  /** Until when proofs with this nonce are taken: milliseconds since 1970. Undefined for one that is not ours, or too old. */
  expiryOf(nonce: string): number | undefined {
    const minute = Number.parseInt(nonce.split('.')[0] ?? '', 36);
    if (!Number.isSafeInteger(minute) || !isSame(this.#of(minute), nonce)) return undefined;
    const expiresAt = minute * minuteMs + goodForMs;
    return expiresAt > this.parts.clock.now() ? expiresAt : undefined;
  }

  #of(minute: number): string {
    const begin = minute.toString(36);
    const mac = createHmac('sha256', this.parts.secret).update(`s360-widgets proof nonce ${begin}`).digest();
    return `${begin}.${mac.subarray(0, 16).toString('base64url')}`;
  }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
