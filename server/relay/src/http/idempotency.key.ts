import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { ProblemError } from '@s360-widgets/contract/problem';
import type { Request } from 'express';
import type { KeyedRequest } from './idempotency.rows.js';
import { senderOf } from './sender.js';
import { networkOf } from './visitors.js';

const header = 'Idempotency-Key';
const wellFormed = /^[A-Za-z0-9_-]{8,128}$/;
const nonceBytes = 12;
const tagBytes = 16;

/** What a sender calls a request by, to send it again. The same key of somebody else is another one. */
export class IdempotencyKey {
  readonly #scope: string;
  readonly #secret: Buffer;

  private constructor(
    readonly word: string,
    whose: string,
  ) {
    this.#scope = digest(whose);
    this.#secret = Buffer.from(hkdfSync('sha256', word, this.#scope, 's360-widgets idempotency', 32));
  }

  /**
   * The key that a request carries, of the cart's holder or else of the sender's network; undefined without one.
   * @throws ProblemError `request-invalid` for a malformed one
   */
  static of(request: Request): IdempotencyKey | undefined {
    const word = request.get(header);
    if (word === undefined) return undefined;
    if (!wellFormed.test(word)) {
      const field = { path: `header.${header}`, reason: '8 to 128 characters of A-Z, a-z, 0-9, _ and -' };
      throw new ProblemError('request-invalid', { fields: [field] });
    }
    const { cartToken, address } = senderOf(request);
    return new IdempotencyKey(word, cartToken ? `cart ${cartToken}` : `network ${networkOf(address)}`);
  }

  /** The request as the relay remembers it: digests alone. The order of members makes no difference. */
  request(route: string, sent: unknown): KeyedRequest {
    const keyHash = digest(`${this.#scope} ${this.word}`);
    return { scope: this.#scope, keyHash, route, bodyHash: digest(JSON.stringify(sorted(sent))) };
  }

  /** Seals what opens a cart, so that the database opens none without the sender's key. */
  seal(text: string): string {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', this.#secret, nonce);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
  }

  /** @throws Error for what another key has sealed */
  open(text: string): string {
    const bytes = Buffer.from(text, 'base64url');
    const options = { authTagLength: tagBytes };
    const decipher = createDecipheriv('aes-256-gcm', this.#secret, bytes.subarray(0, nonceBytes), options);
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    const opened = [decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()];
    return Buffer.concat(opened).toString('utf8');
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** The same value with the members of its objects in the order of their names. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}
