import { createHmac } from 'node:crypto';
import { ProblemError, type ProblemCode } from '@s360-widgets/contract';
import { sql } from 'kysely';
import type { Clock, Database } from '../state/index.js';

export interface TriesParts {
  readonly database: Database;
  readonly clock: Pick<Clock, 'now'>;
  /** So that nobody who reads the rows can find out whose they are by trying. */
  readonly secret: string;
}

/** What wrong passwords are counted for, and how many may fail. */
export interface Meter {
  readonly of: string;
  readonly most: number;
}

const windowMs = 15 * 60_000;

/** Of a login: its holder may still try it where many other networks do, and a network that tries many logins stops at some point. */
export const metersOfLogin = (login: string, network: string): Meter[] => [
  { of: `login ${login.toLowerCase()} from ${network}`, most: 5 },
  { of: `login ${login.toLowerCase()}`, most: 50 },
  { of: `network ${network}`, most: 50 },
];

/** Of the password of who has signed in. */
export const metersOfPassword = (contactNumber: string): Meter[] => [
  { of: `password of ${contactNumber}`, most: 5 },
];

/** Counts passwords that were wrong, at all relays together, so that nobody finds one by trying. */
export class SignInTries {
  constructor(readonly parts: TriesParts) {}

  /**
   * Tries a password once. Counted before the outcome is known: tries at the same time are no way round.
   * @throws ProblemError `too-many-requests` before anything is tried, the right password or not
   */
  async tryOnce<T>(meters: readonly Meter[], attempt: () => Promise<T>): Promise<T> {
    await this.#count(meters);
    try {
      const done = await attempt();
      await this.#takeBack(meters);
      return done;
    } catch (error) {
      if (!isWrong(error)) await this.#takeBack(meters);
      throw error;
    }
  }

  async #count(meters: readonly Meter[]): Promise<void> {
    const now = this.parts.clock.now();
    const endsAt = now + windowMs;
    const isOver = sql<boolean>`sign_in_try.ends_at not between ${now} and ${endsAt}`;
    // Always in one order: two statements that lock each other's rows would wait for ever.
    const rows = this.#keysOf(meters).map((meter) => ({ meter, tries: 1, ends_at: endsAt }));
    const counted = await this.#query
      .insertInto('sign_in_try')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('meter').doUpdateSet({
          tries: sql<number>`case when ${isOver} then 1 else sign_in_try.tries + 1 end`,
          ends_at: sql<number>`case when ${isOver} then ${endsAt} else sign_in_try.ends_at end`,
        }),
      )
      .returningAll()
      .execute();
    const spent = counted.filter(({ meter, tries }) => tries > this.#mostOf(meters, meter));
    if (spent.length === 0) return;
    await this.#takeBack(meters);
    const leftMs = Math.max(...spent.map(({ ends_at }) => ends_at - now));
    throw new ProblemError('too-many-requests', { retryAfterSeconds: Math.ceil(leftMs / 1_000) });
  }

  async #takeBack(meters: readonly Meter[]): Promise<void> {
    await this.#query
      .updateTable('sign_in_try')
      .set(({ eb }) => ({ tries: eb('tries', '-', 1) }))
      .where('meter', 'in', this.#keysOf(meters))
      .execute();
  }

  async forgetEnded(): Promise<void> {
    await this.#query.deleteFrom('sign_in_try').where('ends_at', '<=', this.parts.clock.now()).execute();
  }

  #mostOf(meters: readonly Meter[], key: string): number {
    return meters.find(({ of }) => this.#keyOf(of) === key)?.most ?? 0;
  }

  #keysOf(meters: readonly Meter[]): string[] {
    return meters.map(({ of }) => this.#keyOf(of)).sort();
  }

  #keyOf(text: string): string {
    return createHmac('sha256', this.parts.secret).update(`s360-widgets try ${text}`).digest('base64url');
  }

  get #query() {
    return this.parts.database.query;
  }
}

/** S-360 said no to a password: what it could not look at is no try. */
const wrong: readonly ProblemCode[] = ['sign-in-refused', 'password-refused'];

const isWrong = (error: unknown): boolean => error instanceof ProblemError && wrong.includes(error.code);
