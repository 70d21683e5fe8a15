import type { SessionTokens } from '@s360-widgets/contract';
import { createSeal, type Clock, type Seal, type SealSecrets } from '../state/index.js';

/** What a token opens. */
export interface AccessTicket {
  readonly sessionId: string;
}
export interface RefreshTicket {
  readonly sessionId: string;
  /** Which of the session's refresh tokens it is: 1, 2, 3. */
  readonly generation: number;
}

const accessSeconds = 300;

/** The tokens of sessions, sealed: what they open, and whether that still is, stands in the session's row. */
export class SessionSeals {
  readonly #access: Seal;
  readonly #refresh: Seal;

  constructor(
    secrets: SealSecrets,
    readonly clock: Pick<Clock, 'now'>,
  ) {
    this.#access = createSeal('access token', secrets);
    this.#refresh = createSeal('refresh token', secrets);
  }

  /** The tokens of a generation: made twice, they open the same. */
  tokensFor({ sessionId, generation }: RefreshTicket): SessionTokens {
    const expiresAt = this.clock.now() + accessSeconds * 1_000;
    return {
      accessToken: this.#access.seal(JSON.stringify([sessionId, expiresAt])),
      accessSeconds,
      refreshToken: this.#refresh.seal(JSON.stringify([sessionId, generation])),
    };
  }

  /** Undefined for whatever was not sealed as an access token, and for one that is over. */
  openAccess(token: string): AccessTicket | undefined {
    const text = this.#access.open(token);
    if (text === undefined) return undefined;
    const [sessionId, expiresAt] = JSON.parse(text) as [string, number];
    return expiresAt > this.clock.now() ? { sessionId } : undefined;
  }

  /** Undefined for whatever was not sealed as a refresh token. */
  openRefresh(token: string): RefreshTicket | undefined {
    const text = this.#refresh.open(token);
    if (text === undefined) return undefined;
    const [sessionId, generation] = JSON.parse(text) as [string, number];
    return { sessionId, generation };
  }
}
