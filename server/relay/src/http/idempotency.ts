import { problemStatus } from '@s360-widgets/contract';
import { type ProblemDetails, type ProblemCode, ProblemError } from '@s360-widgets/contract/problem';
import type { Clock, Database, IdempotencyRow } from '../state/index.js';
import type { IdempotencyKey } from './idempotency.key.js';
import { type Claim, IdempotencyRows, type KeyedRequest } from './idempotency.rows.js';

export interface IdempotencyParts {
  readonly database: Database;
  readonly clock: Pick<Clock, 'elapsed'>;
  readonly log: { error(facts: object, message: string): void };
  /** How long a request stays with a relay that died over it: a claim is renewed three times as often. */
  readonly claimMs?: number;
}

/** Shorter than a visitor goes on trying. */
const usualClaimMs = 30_000;

/** A request with a key, and how to answer it. */
export interface Keyed<Reply> {
  readonly key: IdempotencyKey;
  /** The endpoint's name. */
  readonly route: string;
  /** What was sent, parsed. */
  readonly sent: unknown;
  work(): Promise<Reply> | Reply;
  /** What `again` needs to know of the reply: nothing about a person, for it is kept. */
  keep(reply: Reply): string;
  /** Answers a request whose work is done, from what was kept. */
  again(kept: string): Promise<Reply> | Reply;
  /** Hears that the answer is one given before, or would be. */
  onReplay(): void;
}

const forgetEveryMs = 600_000;
const mostTries = 3;

/**
 * Does the work of a request that comes with a key once, however often and to whichever relay it is sent. Kept for a day is that it was
 * done, or why it was refused; what failed, or came too soon, is kept by nobody and may be tried again under the same key.
 */
export class Idempotency {
  readonly #rows: IdempotencyRows;
  readonly #claimMs: number;
  #forgotAt = Number.NEGATIVE_INFINITY;

  constructor(readonly parts: IdempotencyParts) {
    this.#claimMs = parts.claimMs ?? usualClaimMs;
    this.#rows = new IdempotencyRows(parts.database, this.#claimMs);
  }

  /**
   * @throws ProblemError `request-in-progress` while the same request is under way, `idempotency-key-reused` if the key was another
   * request's; the same refusal again
   */
  async once<Reply>(keyed: Keyed<Reply>): Promise<Reply> {
    const request = keyed.key.request(keyed.route, keyed.sent);
    this.#forgetExpired();
    for (let tries = 0; tries < mostTries; tries++) {
      const claim = await this.#rows.claim(request);
      if (claim) return this.#first(claim, keyed);
      const row = await this.#rows.find(request);
      // Between the two, the work may have failed and been given up.
      if (row) return this.#again(row, request, keyed);
    }
    throw inProgress();
  }

  async #first<Reply>(claim: Claim, { key, work, keep }: Keyed<Reply>): Promise<Reply> {
    try {
      const reply = await this.#keeping(claim, work);
      await this.#note(() => this.#rows.finish(claim, { state: 'done', answer: key.seal(keep(reply)) }));
      return reply;
    } catch (error) {
      const refusal = refusalIn(error);
      await this.#note(() =>
        refusal
          ? this.#rows.finish(claim, { state: 'refused', answer: JSON.stringify(refusal) })
          : this.#rows.release(claim),
      );
      throw error;
    }
  }

  /** A renewal that fails is none: the claim ends when it would have. */
  async #keeping<Reply>(claim: Claim, work: () => Promise<Reply> | Reply): Promise<Reply> {
    const renew = () => void this.#rows.renew(claim).catch(() => undefined);
    // Keeps no relay alive that stops.
    const renewal = setInterval(renew, this.#claimMs / 3).unref();
    try {
      return await work();
    } finally {
      clearInterval(renewal);
    }
  }

  async #again<Reply>(row: IdempotencyRow, request: KeyedRequest, keyed: Keyed<Reply>): Promise<Reply> {
    const isSame = row.route === request.route && row.body_hash === request.bodyHash;
    if (!isSame) throw new ProblemError('idempotency-key-reused');
    if (row.state === 'running' || row.answer === null) throw inProgress();
    if (row.state === 'refused') {
      const { code, details } = JSON.parse(row.answer) as Refusal;
      keyed.onReplay();
      throw new ProblemError(code, details);
    }
    const reply = await keyed.again(keyed.key.open(row.answer));
    keyed.onReplay();
    return reply;
  }

  /** The work is over, and its answer is due whether it can be written down or not. */
  async #note(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      this.parts.log.error({ err: error }, 'what came of a request with a key was not written down');
    }
  }

  /** Now and then; no request waits for it, and what stays is dropped the next time. */
  #forgetExpired(): void {
    const now = this.parts.clock.elapsed();
    if (now - this.#forgotAt < forgetEveryMs) return;
    this.#forgotAt = now;
    this.#rows.forgetExpired().catch(() => undefined);
  }
}

interface Refusal {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;
}

/** Says how it stands now and not what comes of the request: who waits, or brings another token, is looked at anew. */
const passing: readonly ProblemCode[] = [
  ...(['cart-token-invalid', 'session-token-invalid', 'proof-invalid', 'proof-nonce-needed'] as const),
  ...(['sign-in-needed', 'too-many-requests', 'request-in-progress'] as const),
];

/** A "no" to this very request. */
function refusalIn(error: unknown): Refusal | undefined {
  if (!(error instanceof ProblemError) || passing.includes(error.code)) return undefined;
  const { code, details } = error;
  const status = problemStatus[code];
  return status >= 400 && status < 500 ? { code, details } : undefined;
}

const inProgress = () => new ProblemError('request-in-progress', { retryAfterSeconds: 1 });
