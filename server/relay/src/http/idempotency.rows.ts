import { randomUUID } from 'node:crypto';
import type { Database, IdempotencyRow } from '../state/index.js';

/** A request with a key, as it is told from all others. */
export interface KeyedRequest {
  readonly scope: string;
  readonly keyHash: string;
  /** The endpoint's name. */
  readonly route: string;
  readonly bodyHash: string;
}

/** The right to do the work of a request. */
export interface Claim extends KeyedRequest {
  readonly holder: string;
}

/** What came of a request: it was done, or refused for good. */
export type Outcome = Pick<IdempotencyRow, 'answer'> & { readonly state: 'done' | 'refused' };

const keepMs = 24 * 3_600_000;

/** Requests with keys, shared by all relays of a database. */
export class IdempotencyRows {
  /** @param claimMs how long a claim lasts that is not renewed */
  constructor(
    readonly database: Database,
    readonly claimMs: number,
  ) {}

  /** Takes the work of a request; undefined where somebody has it, or has done it. */
  async claim(request: KeyedRequest): Promise<Claim | undefined> {
    const { database } = this;
    const { scope, keyHash, route, bodyHash } = request;
    const holder = randomUUID();
    const running = {
      ...{ route, body_hash: bodyHash, state: 'running', holder, answer: null },
      expires_at: database.now(this.claimMs),
    };
    const taken = await database.query
      .insertInto('idempotency')
      .values({ scope, key_hash: keyHash, ...running })
      .onConflict((conflict) =>
        conflict
          .columns(['scope', 'key_hash'])
          .doUpdateSet(running)
          .where('idempotency.expires_at', '<=', database.now()),
      )
      .returning('holder')
      .executeTakeFirst();
    return taken && { ...request, holder };
  }

  /** What is known under the request's key, be it of another request. */
  find({ scope, keyHash }: KeyedRequest): Promise<IdempotencyRow | undefined> {
    const { database } = this;
    return database.query
      .selectFrom('idempotency')
      .selectAll()
      .where('scope', '=', scope)
      .where('key_hash', '=', keyHash)
      .where('expires_at', '>', database.now())
      .executeTakeFirst();
  }

  /** The work goes on. */
  async renew({ scope, keyHash, holder }: Claim): Promise<void> {
    await this.database.query
      .updateTable('idempotency')
      .set({ expires_at: this.database.now(this.claimMs) })
      .where('scope', '=', scope)
      .where('key_hash', '=', keyHash)
      .where('holder', '=', holder)
      .where('state', '=', 'running')
      .execute();
  }

  /** Writes down what came of the work. Nothing happens where somebody else has taken it since. */
  async finish({ scope, keyHash, holder }: Claim, { state, answer }: Outcome): Promise<void> {
    await this.database.query
      .updateTable('idempotency')
      .set({ state, answer, expires_at: this.database.now(keepMs) })
      .where('scope', '=', scope)
      .where('key_hash', '=', keyHash)
      .where('holder', '=', holder)
      .execute();
  }

  /** Nothing came of the work: whoever sends it again has it done. */
  async release({ scope, keyHash, holder }: Claim): Promise<void> {
    await this.database.query
      .deleteFrom('idempotency')
      .where('scope', '=', scope)
      .where('key_hash', '=', keyHash)
      .where('holder', '=', holder)
      .execute();
  }

  async forgetExpired(): Promise<void> {
    const { database } = this;
    await database.query.deleteFrom('idempotency').where('expires_at', '<=', database.instant()).execute();
  }
}
