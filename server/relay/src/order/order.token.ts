import { timingSafeEqual } from 'node:crypto';
import { ProblemError } from '@s360-widgets/contract';
import { createSeal } from '../state/index.js';

/** What opens an order: its id, and the secret that S-360 made for it. */
export interface Access {
  readonly orderId: string;
  readonly orderSecretId: string;
}

/**
 * Cart tokens: the two ids, sealed. The relay keeps none of them, so any relay with the same secret can open any cart. Without the secret
 * a token can be neither guessed nor changed.
 */
export interface CartTokens {
  seal(access: Access): string;
  /** @throws ProblemError `cart-token-invalid` for whatever this relay did not seal */
  open(token: string | undefined): Access;
}

/**
 * @param secret seals and opens; at least 32 characters
 * @param formerSecret opens only: set to the old secret while carts from before a change of secret may still live
 */
export function createCartTokens(secret: string, formerSecret?: string): CartTokens {
  const { seal, open } = createSeal('cart token', { secret, formerSecret });
  return {
    seal: ({ orderId, orderSecretId }) => seal(JSON.stringify([orderId, orderSecretId])),
    open(token) {
      const text = open(token);
      if (text === undefined) throw new ProblemError('cart-token-invalid');
      const [orderId, orderSecretId] = JSON.parse(text) as [string, string];
      return { orderId, orderSecretId };
    },
  };
}

/** Compares two secrets without telling by its duration where they differ. */
export function isSameSecret(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
