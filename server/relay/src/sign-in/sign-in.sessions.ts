import { randomUUID } from 'node:crypto';
import { ProblemError, type SessionTokens, type SignInWay } from '@s360-widgets/contract';
import {
  createSeal,
  type Clock,
  type Database,
  type Seal,
  type SealSecrets,
  type SessionRow,
} from '../state/index.js';
import type { Vouched } from './sign-in.providers.js';
import { SessionRows } from './sign-in.rows.js';
import { SessionSeals } from './sign-in.tokens.js';

export interface SessionsParts {
  readonly database: Database;
  readonly clock: Pick<Clock, 'now'>;
  readonly secrets: SealSecrets;
  readonly log: { warn(facts: object, message: string): void };
}

/** Somebody who has signed in, on one device. */
export interface Session {
  readonly sessionId: string;
  readonly contactNumber: string;
  readonly way: string;
}

/**
 * Asks the provider of a session whether it may go on.
 * @param renewal undefined where it was sealed with a secret that is gone
 * @throws ProblemError `sign-in-refused` where it may not
 */
export type Renew = (way: string, renewal: string | undefined) => Promise<Vouched>;

const hourMs = 3_600_000;
/** A session that nobody can be asked about ends by itself. */
const plainMs = 12 * hourMs;
/** One whose provider is asked lasts as long as that remembers: S-360 a month at most. */
const renewedMs = 30 * 24 * hourMs;
const renewEveryMs = 24 * hourMs;
/** How long the refresh token before the last one gives the last ones again: tabs wake up at the same time, and answers get lost. */
const graceMs = 60_000;

/**
 * Who has signed in, and goes on. A session is bound to the key that it was begun with, and its row is all there is of it: where it is
 * deleted, it has ended at every relay. Refresh tokens are good once; who shows an old one later, or with another key, has stolen it, or
 * was stolen from, so that the session ends.
 */
export class Sessions {
  readonly #rows: SessionRows;
  readonly #seals: SessionSeals;
  readonly #renewals: Seal;

  constructor(readonly parts: SessionsParts) {
    const { database, clock, secrets } = parts;
    this.#rows = new SessionRows(database);
    this.#seals = new SessionSeals(secrets, clock);
    this.#renewals = createSeal('session renewal', secrets);
  }

  /** Begins one, and ends any that the key had before. */
  async begin(way: SignInWay, vouched: Vouched, keyThumbprint: string): Promise<SessionTokens> {
    const { contactNumber, renewal } = vouched;
    const sessionId = randomUUID();
    const session = {
      ...{ session_id: sessionId, contact_number: contactNumber, key_thumbprint: keyThumbprint, way },
      renewal: renewal && this.#renewals.seal(renewal),
    };
    const now = this.#now;
    await this.#rows.begin(session, now, now + (renewal ? renewedMs : plainMs));
    return this.#seals.tokensFor({ sessionId, generation: 1 });
  }

  /** @throws ProblemError `session-token-invalid` for a token that is over, or another key's, and for one of an ended session */
  async of(accessToken: string, keyThumbprint: string): Promise<Session> {
    const ticket = this.#seals.openAccess(accessToken);
    const row = ticket && (await this.#rows.find(ticket.sessionId, this.#now));
    if (row?.key_thumbprint !== keyThumbprint) throw new ProblemError('session-token-invalid');
    return { sessionId: row.session_id, contactNumber: row.contact_number, way: row.way };
  }

  /** The next tokens. @throws ProblemError `session-ended`, also where the token says that something is wrong */
  async refresh(refreshToken: string, keyThumbprint: string, renew: Renew): Promise<SessionTokens> {
    const ticket = this.#seals.openRefresh(refreshToken);
    const row = ticket && (await this.#rows.find(ticket.sessionId, this.#now));
    if (!row) throw new ProblemError('session-ended');
    if (row.key_thumbprint !== keyThumbprint) return this.#endMisused(row, 'another key');
    if (ticket.generation === row.generation && (await this.#rows.rotate(row, this.#now)))
      return this.#goOn(row, renew);
    return this.#again(ticket);
  }

  end({ sessionId }: Session): Promise<void> {
    return this.#rows.end(sessionId);
  }

  /** Those of the same contact, on whatever device. */
  endAll({ contactNumber }: Session): Promise<void> {
    return this.#rows.endAllOf(contactNumber);
  }

  endOthers({ contactNumber, sessionId }: Session): Promise<void> {
    return this.#rows.endAllOf(contactNumber, sessionId);
  }

  forgetEnded(): Promise<void> {
    return this.#rows.forgetEnded(this.#now);
  }

  /** What another tab has just asked for, or whose answer was lost, is given again. */
  async #again({ sessionId, generation }: { sessionId: string; generation: number }): Promise<SessionTokens> {
    const row = await this.#rows.find(sessionId, this.#now);
    if (!row) throw new ProblemError('session-ended');
    const isLastButOne = generation === row.generation - 1 && this.#now - row.rotated_at < graceMs;
    return isLastButOne
      ? this.#seals.tokensFor({ sessionId, generation: row.generation })
      : this.#endMisused(row, 'a used token');
  }

  async #goOn(row: SessionRow, renew: Renew): Promise<SessionTokens> {
    if (row.renewal && this.#now - row.renewed_at >= renewEveryMs) await this.#renew(row, row.renewal, renew);
    return this.#seals.tokensFor({ sessionId: row.session_id, generation: row.generation + 1 });
  }

  /** Where the provider can't be asked now, the session goes on and asks with the next refresh. */
  async #renew(row: SessionRow, sealed: string, renew: Renew): Promise<void> {
    try {
      const vouched = await renew(row.way, this.#renewals.open(sealed));
      if (vouched.contactNumber !== row.contact_number) throw new ProblemError('sign-in-refused');
      const renewal = vouched.renewal && this.#renewals.seal(vouched.renewal);
      await this.#rows.renew(row.session_id, renewal, this.#now, this.#now + renewedMs);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (error.code !== 'sign-in-refused')
        return this.parts.log.warn({ code: error.code }, 'a session was not renewed');
      await this.#rows.end(row.session_id);
      throw new ProblemError('session-ended', {}, { cause: error });
    }
  }

  async #endMisused(row: SessionRow, how: string): Promise<never> {
    await this.#rows.end(row.session_id);
    this.parts.log.warn(
      { sessionId: row.session_id, how },
      'a refresh token was misused: its session has ended',
    );
    throw new ProblemError('session-ended');
  }

  get #now(): number {
    return this.parts.clock.now();
  }
}
