import { createHmac } from 'node:crypto';
import type { OrderRecords, RaisedNotice } from '../order/index.js';
import { Refresher, toInstant, type Clock } from '../state/index.js';

export interface WebhookSettings {
  readonly url: string;
  /** `whsec_` and the key in base64. */
  readonly secret: string;
}

export interface WebhookParts {
  readonly settings: WebhookSettings;
  readonly notices: OrderRecords['notices'];
  readonly clock: Clock;
  readonly log: { warn(facts: object, message: string): void; error(facts: object, message: string): void };
  readonly fetch?: typeof fetch;
}

const everyMs = 5_000;
const mostAtOnce = 8;
const answerMs = 10_000;
/** The pause after the first failure, doubled with each further one up to an hour. */
const firstPauseMs = 10_000;
const longestPauseMs = 3_600_000;
/** Failures that a restart at the other end explains. */
const excusedTries = 3;

/**
 * Tells the operator's systems of each raised payment, in the form of Standard Webhooks. What is to be told is a row, written with the
 * payment's own change, and told until it is heard: at least once, be it by another relay. A repetition has the same `webhook-id`.
 */
export class RaisedWebhook {
  readonly #refresher: Refresher;

  constructor(readonly parts: WebhookParts) {
    const { clock, log } = parts;
    this.#refresher = new Refresher({
      ...{ clock, everyMs, retryMs: everyMs },
      refresh: () => this.round(),
      onFailure: (error) => log.warn({ err: error }, 'what is to be told of raised payments was not read'),
    });
  }

  async start(): Promise<void> {
    await this.#refresher.start();
  }

  stop(): void {
    this.#refresher.stop();
  }

  /** Tells all that is due, as far as it goes at once. */
  async round(): Promise<void> {
    const due = await this.parts.notices.takeDue(mostAtOnce);
    await Promise.all(due.map((notice) => this.#tell(notice)));
  }

  async #tell(notice: RaisedNotice): Promise<void> {
    const { notices, log } = this.parts;
    const { tries, attempt } = notice;
    try {
      await this.#send(notice);
    } catch (error) {
      const tell = tries < excusedTries ? 'warn' : 'error';
      const facts = { attemptId: attempt.attemptId, tries: tries + 1, err: error };
      log[tell](facts, 'a raised payment could not be told to RELAY_RAISED_WEBHOOK_URL');
      return notices.putOff(notice, Math.min(longestPauseMs, firstPauseMs * 2 ** tries));
    }
    await notices.heard(notice);
  }

  async #send(notice: RaisedNotice): Promise<void> {
    const { settings, clock, fetch: send = fetch } = this.parts;
    const body = JSON.stringify(toMessage(notice));
    const response = await send(settings.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signed(notice, body, clock.now(), settings.secret) },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(answerMs),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`http ${response.status}`);
  }
}

/** What is told of a payment: nothing about a person. */
function toMessage({ attempt, raisedAt }: RaisedNotice) {
  const { attemptId, orderId, reference, reason, agreed, state } = attempt;
  const { amountMinor, currency } = agreed;
  return {
    type: 'payment.raised',
    timestamp: toInstant(raisedAt),
    data: { attemptId, orderId, reference, reason, amountMinor, currency, state },
  };
}

/** The three headers of Standard Webhooks: who has the secret can tell that the body is ours, and of when it is. */
function signed({ attempt }: RaisedNotice, body: string, now: number, secret: string) {
  const [id, seconds] = [attempt.attemptId, String(Math.floor(now / 1_000))];
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}` };
}
