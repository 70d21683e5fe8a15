import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { ProblemError } from '@s360-widgets/contract';

/** What opens an order: its id, and the secret that S-360 made for it. */
export interface Access {
  readonly orderId: string;
  readonly orderSecretId: string;
}

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;
/** Far above any real token; keeps a hostile header from being decoded at all. */
const maxTokenLength = 512;

/**
 * Cart tokens: version byte, nonce, AES-256-GCM of the two ids, tag; as base64url. The relay keeps none of them, so any relay
 * with the same secret can open any cart. Without the secret a token can be neither guessed nor changed.
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
  const key = deriveKey(secret);
  const keys = formerSecret ? [key, deriveKey(formerSecret)] : [key];
  return {
    seal({ orderId, orderSecretId }) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.of(version));
      const text = JSON.stringify([orderId, orderSecretId]);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(version), nonce, sealed, cipher.getAuthTag()]).toString('base64url');
    },
    open(token) {
      const bytes = decode(token);
      for (const candidate of keys) {
        const access = bytes && unseal(bytes, candidate);
        if (access) return access;
      }
      throw new ProblemError('cart-token-invalid');
    },
  };
}

/** Compares two secrets without telling by its duration where they differ. */
export function isSameSecret(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function deriveKey(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 's360-widgets cart token', 32));
}

/** The token's bytes; undefined unless it is the one spelling of them, so that no second text opens the same cart. */
function decode(token: string | undefined): Buffer | undefined {
  if (!token || token.length > maxTokenLength) return undefined;
  const bytes = Buffer.from(token, 'base64url');
  const isWhole = bytes.length > 1 + nonceBytes + tagBytes && bytes[0] === version;
  return isWhole && bytes.toString('base64url') === token ? bytes : undefined;
}

function unseal(bytes: Buffer, key: Buffer): Access | undefined {
  const nonce = bytes.subarray(1, 1 + nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(bytes.subarray(0, 1)).setAuthTag(bytes.subarray(-tagBytes));
  try {
    const text = Buffer.concat([
      decipher.update(bytes.subarray(1 + nonceBytes, -tagBytes)),
      decipher.final(),
    ]);
    const [orderId, orderSecretId] = JSON.parse(text.toString('utf8')) as [string, string];
    return { orderId, orderSecretId };
  } catch {
    return undefined;
  }
}
