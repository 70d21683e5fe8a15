import type { CallOptions, Client, Sign } from '@s360-widgets/client';
import type { SessionTokens } from '@s360-widgets/contract';
import type { EndpointName, Reply } from '@s360-widgets/contract/endpoints';
import { ProblemError } from '@s360-widgets/contract/problem';
import type { Storage } from './outside.js';
import type { SessionKeys } from './session-keys.js';

export interface SessionParts {
  /** Where the relay answers, as browsers know it: proofs name it. */
  readonly relay: string;
  readonly keys: SessionKeys;
  /** The client without a session. */
  readonly client: Client;
  storage(): Promise<Storage>;
}

type Tokens = Pick<SessionTokens, 'accessToken' | 'refreshToken'>;

/** What is kept of who has signed in: nothing personal. */
export interface KeptSession extends Tokens {
  /** Orders that this device had before: they are a guest's, and stay when the visitor signs out. */
  readonly guestOrderIds: readonly string[];
}

const sessionKey = 'session';
const ended = () => new ProblemError('session-ended');

/**
 * Signs calls with the key of this browser and the tokens that are bound to it (RFC 9449). A call is made anew once for each thing that is
 * missing: the relay's nonce, a token that is not over.
 */
export class Session {
  #nonce: string | undefined;
  /** Where the browser stores no key, tokens without it would be of no use to the next page. */
  #ofPage: KeptSession | undefined;

  constructor(readonly parts: SessionParts) {}

  /** What this device keeps; undefined where nobody has signed in, or the key is gone. */
  async kept(): Promise<KeptSession | undefined> {
    const kept = this.#ofPage ?? (await (await this.parts.storage()).get<KeptSession>(sessionKey));
    if (!kept || (await this.parts.keys.get())) return kept;
    await this.forget();
    return undefined;
  }

  /** @returns whether it outlives the page @throws ProblemError */
  async begin(body: CallOptions<'signIn'>['body'], guestOrderIds: readonly string[]): Promise<boolean> {
    const { generateKeyPair } = await proving();
    const pair = await generateKeyPair('ES256');
    const { client, keys } = this.parts;
    const tokens = await this.#withNonce((nonce) =>
      client.call('signIn', { body, sign: this.#signWith(pair, nonce) }),
    );
    const isLasting = await keys.put(pair);
    this.#ofPage = isLasting ? undefined : { ...tokens, guestOrderIds };
    await this.#keep(() => (isLasting ? { ...tokens, guestOrderIds } : undefined));
    return isLasting;
  }

  /** Nothing of it is left on this device. */
  async forget(): Promise<void> {
    this.#ofPage = undefined;
    await this.#keep(() => undefined);
    await this.parts.keys.forget();
  }

  /** Calls as who has signed in. @throws ProblemError `session-ended` where nobody has, or not any more */
  async call<Name extends EndpointName>(name: Name, options: CallOptions<Name>): Promise<Reply<Name>> {
    const kept = await this.kept();
    if (!kept) throw ended();
    try {
      return await this.#send(name, options, kept);
    } catch (error) {
      if (!isCode(error, 'session-token-invalid')) throw error;
      return this.#send(name, options, await this.#refresh(kept));
    }
  }

  #send<Name extends EndpointName>(name: Name, options: CallOptions<Name>, { accessToken }: Tokens) {
    return this.#signed((sign) => this.parts.client.call(name, { ...options, sign }), accessToken);
  }

  /** The next tokens: of this tab, or of another one that was faster. */
  async #refresh(used: KeptSession): Promise<Tokens> {
    const now = await this.kept();
    if (!now) throw ended();
    if (now.accessToken !== used.accessToken) return now;
    const { refreshToken } = now;
    const next = await this.#signed((sign) =>
      this.parts.client.call('refreshSession', { body: { refreshToken }, sign }),
    );
    const { guestOrderIds } = now;
    if (this.#ofPage) this.#ofPage = { ...next, guestOrderIds };
    else await this.#keep((old) => old && { ...next, guestOrderIds });
    return next;
  }

  async #signed<T>(send: (sign: Sign) => Promise<T>, accessToken?: string): Promise<T> {
    const pair = await this.parts.keys.get();
    if (!pair) throw ended();
    return this.#withNonce((nonce) => send(this.#signWith(pair, nonce, accessToken)));
  }

  /** The nonce that was told last will do for some minutes; without one, or too late, the relay tells the next. */
  async #withNonce<T>(send: (nonce: string | undefined) => Promise<T>): Promise<T> {
    try {
      return await send(this.#nonce);
    } catch (error) {
      if (!isCode(error, 'proof-nonce-needed')) throw error;
      this.#nonce = error.details.proofNonce;
      return send(this.#nonce);
    }
  }

  #signWith(pair: CryptoKeyPair, nonce: string | undefined, accessToken?: string): Sign {
    return async (method, path) => {
      const { generateProof } = await proving();
      const dpop = await generateProof(pair, this.parts.relay + path, method, nonce, accessToken);
      const signed: Record<string, string> = { dpop };
      if (accessToken) signed.authorization = `DPoP ${accessToken}`;
      return signed;
    };
  }

  async #keep(change: (old: KeptSession | undefined) => KeptSession | undefined): Promise<void> {
    await (await this.parts.storage()).update(sessionKey, change);
  }
}

export const isCode = (error: unknown, code: ProblemError['code']): error is ProblemError =>
  error instanceof ProblemError && error.code === code;

/** Comes with the first call that is signed, or before it. */
const proving = () =>
  import('dpop').catch((cause: unknown) => {
    throw new ProblemError('relay-unreachable', {}, { cause });
  });
