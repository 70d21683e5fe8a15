import { createHash } from 'node:crypto';
import { ProblemError } from '@s360-widgets/contract';
import { calculateJwkThumbprint, compactVerify, EmbeddedJWK, type JWK } from 'jose';
import * as z from 'zod';
import type { Shown, ShownSession } from '../http/index.js';
import type { Clock, Database } from '../state/index.js';
import type { ProofNonces } from './sign-in.nonces.js';

export interface ProofsParts {
  readonly database: Database;
  readonly clock: Pick<Clock, 'now'>;
  readonly nonces: ProofNonces;
  /** Where browsers reach the relay: what proofs are about is told from this, and never from what a request says of its host. */
  readonly publicUrl: string;
}

/** What is read of a proof. When it says that it was made does not matter: its nonce tells. */
const claims = z.object({
  jti: z.string().min(8).max(128),
  htm: z.string(),
  htu: z.url(),
  nonce: z.string().optional(),
  ath: z.string().optional(),
});
type Claims = z.infer<typeof claims>;

const forgetEveryMs = 60_000;

/** Looks at proofs that a request's sender holds a key (RFC 9449). Each is good once, at whichever relay it is shown. */
export class Proofs {
  #forgotAt = 0;

  constructor(readonly parts: ProofsParts) {}

  /**
   * The thumbprint of the key that the sender holds.
   * @throws ProblemError `proof-invalid`, or `proof-nonce-needed` where it is good but for its nonce
   */
  async keyOf(shown: Shown | ShownSession): Promise<string> {
    const { jwk, payload } = await opened(shown.proof);
    if (!this.#isAbout(payload, shown)) throw new ProblemError('proof-invalid');
    const expiresAt = this.parts.nonces.expiryOf(payload.nonce ?? '');
    if (expiresAt === undefined)
      throw new ProblemError('proof-nonce-needed', { proofNonce: this.parts.nonces.current() });
    const thumbprint = await calculateJwkThumbprint(jwk);
    if (!(await this.#isNew(`${thumbprint} ${payload.jti}`, expiresAt)))
      throw new ProblemError('proof-invalid');
    return thumbprint;
  }

  #isAbout({ htm, htu, ath }: Claims, shown: Shown | ShownSession): boolean {
    const address = this.parts.publicUrl.replace(/\/+$/, '') + shown.path;
    const wanted = 'accessToken' in shown ? hash(shown.accessToken) : undefined;
    return htm === shown.method && addressOf(htu) === addressOf(address) && ath === wanted;
  }

  /** Writes down that it was shown. */
  async #isNew(proof: string, expiresAt: number): Promise<boolean> {
    this.#forgetExpired();
    const written = await this.parts.database.query
      .insertInto('shown_proof')
      .values({ proof_hash: hash(proof), expires_at: expiresAt })
      .onConflict((conflict) => conflict.column('proof_hash').doNothing())
      .returning('proof_hash')
      .executeTakeFirst();
    return written !== undefined;
  }

  /** Now and then; nobody waits for it, and what stays is dropped the next time. */
  #forgetExpired(): void {
    const now = this.parts.clock.now();
    if (now - this.#forgotAt < forgetEveryMs) return;
    this.#forgotAt = now;
    const expired = this.parts.database.query.deleteFrom('shown_proof').where('expires_at', '<=', now);
    expired.execute().catch(() => undefined);
  }
}

/** What a proof says, once it is known to be signed by the key that it names. @throws ProblemError `proof-invalid` */
async function opened(proof: string): Promise<{ jwk: JWK; payload: Claims }> {
  try {
    const { protectedHeader, payload } = await compactVerify(proof, EmbeddedJWK, { algorithms: ['ES256'] });
    if (protectedHeader.typ !== 'dpop+jwt' || !protectedHeader.jwk) throw new TypeError('no proof of a key');
    const said: unknown = JSON.parse(new TextDecoder().decode(payload));
    return { jwk: protectedHeader.jwk, payload: claims.parse(said) };
  } catch (cause) {
    throw new ProblemError('proof-invalid', {}, { cause });
  }
}

/** As two spellings of one address have it alike: no query, host in small letters, no usual port, no needless percent signs. */
function addressOf(address: string): string {
  const { origin, pathname } = new URL(address);
  const path = pathname.replace(/%([0-9a-f]{2})/gi, (escaped, digits: string) => {
    const character = String.fromCharCode(Number.parseInt(digits, 16));
    return /[\w.~-]/.test(character) ? character : escaped.toUpperCase();
  });
  return origin + path;
}

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');
