import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Texts that only this relay, and others with its secret, can make and read. */
export interface Seal {
  seal(text: string): string;
  /** Undefined for whatever was not sealed so. */
  open(sealed: string | undefined): string | undefined;
}

export interface SealSecrets {
  /** Seals and opens; at least 32 characters. */
  readonly secret: string;
  /** Opens only: set to the old secret while what was sealed before a change of secret may still live. */
  readonly formerSecret?: string | undefined;
}

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;
/** Far above anything sealed here; keeps a hostile header from being decoded at all. */
const maxLength = 2_000;

/**
 * Version byte, nonce, AES-256-GCM of the text, tag; as base64url.
 * @param purpose what is sealed for one opens for no other
 */
export function createSeal(purpose: string, { secret, formerSecret }: SealSecrets): Seal {
  const key = deriveKey(secret, purpose);
  const keys = formerSecret ? [key, deriveKey(formerSecret, purpose)] : [key];
  return {
    seal(text) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.of(version));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(version), nonce, sealed, cipher.getAuthTag()]).toString('base64url');
    },
    open(sealed) {
      const bytes = decode(sealed);
      for (const candidate of keys) {
        const text = bytes && unseal(bytes, candidate);
        if (text !== undefined) return text;
      }
      return undefined;
    },
  };
}

const deriveKey = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `s360-widgets ${purpose}`, 32));

/** The bytes of a sealed text; undefined unless it is the one spelling of them, so that no second text opens to the same. */
function decode(sealed: string | undefined): Buffer | undefined {
  if (!sealed || sealed.length > maxLength) return undefined;
  const bytes = Buffer.from(sealed, 'base64url');
  const isWhole = bytes.length > 1 + nonceBytes + tagBytes && bytes[0] === version;
  return isWhole && bytes.toString('base64url') === sealed ? bytes : undefined;
}

function unseal(bytes: Buffer, key: Buffer): string | undefined {
  const nonce = bytes.subarray(1, 1 + nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(bytes.subarray(0, 1)).setAuthTag(bytes.subarray(-tagBytes));
  try {
    const text = [decipher.update(bytes.subarray(1 + nonceBytes, -tagBytes)), decipher.final()];
    return Buffer.concat(text).toString('utf8');
  } catch {
    return undefined;
  }
}
