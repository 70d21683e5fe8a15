import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { attemptState, type AttemptCount, type OrderRecords } from '../order/index.js';
import type { Budget, BudgetLimits, Exchange, Used } from '../s360/index.js';
import type { Clock } from '../state/index.js';

export interface MetricsParts {
  readonly records: Pick<OrderRecords, 'attempts' | 'notices'>;
  readonly budget: Pick<Budget, 'used'>;
  readonly limits: Pick<BudgetLimits, 'callsPerMinute'>;
  readonly isReady: () => Promise<boolean>;
  readonly clock: Pick<Clock, 'now'>;
}

/** In seconds: from what a healthy S-360 takes to the longest that a write may. */
const buckets = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 35];

/**
 * What a Prometheus asks of the relay, in its text form. Payments and calls left are those of the database, so that each relay of a fleet
 * says the same of them; exchanges with S-360 and the process are this relay's own. Nothing in it names an order or a person.
 */
export class Metrics {
  readonly #own = new Registry();
  readonly #exchanges: Histogram<'operation' | 'outcome'>;
  /** By endpoint. Told to the library when they are asked for: to count there costs more than the answer. */
  readonly #answersAtHand = new Map<string, number>();

  constructor() {
    collectDefaultMetrics({ register: this.#own });
    this.#exchanges = new Histogram({
      name: 's360_relay_s360_seconds',
      help: 'Seconds that exchanges with S-360 took, by operation and by what came of them',
      labelNames: ['operation', 'outcome'],
      buckets,
      registers: [this.#own],
    });
    const answersAtHand = this.#answersAtHand;
    new Counter({
      name: 's360_relay_answers_at_hand_total',
      help: 'Answers from memory, which have no line in the log, by endpoint',
      labelNames: ['endpoint'],
      registers: [this.#own],
      collect() {
        this.reset();
        for (const [endpoint, count] of answersAtHand) this.inc({ endpoint }, count);
      },
    });
  }

  /** The type of `text`. */
  get contentType(): string {
    return this.#own.contentType;
  }

  note({ operation, outcome, ms }: Exchange): void {
    this.#exchanges.observe({ operation, outcome }, ms / 1_000);
  }

  noteAnswerAtHand(endpoint: string): void {
    this.#answersAtHand.set(endpoint, (this.#answersAtHand.get(endpoint) ?? 0) + 1);
  }

  /** What can't be read now, since the database does not answer, is left out. */
  async text({ records, budget, limits, isReady, clock }: MetricsParts): Promise<string> {
    const standing = new Standing(clock);
    await Promise.allSettled([
      isReady().then((is) => standing.tell('ready', 'Whether /readyz says 200', is ? 1 : 0)),
      records.attempts.count().then((count) => standing.tellPayments(count)),
      records.notices.waiting().then((count) => standing.tell('raised_untold', untold, count)),
      budget.used().then((used) => standing.tellCalls(used, limits)),
    ]);
    return Registry.merge([this.#own, standing.registry]).metrics();
  }
}

const untold = 'Raised payments that the webhook has not taken yet';

/** How it all stands at one moment. */
class Standing {
  readonly registry = new Registry();

  constructor(readonly clock: Pick<Clock, 'now'>) {}

  tell(name: string, help: string, value: number): void {
    new Gauge({ name: `s360_relay_${name}`, help, registers: [this.registry] }).set(value);
  }

  tellCalls({ lastMinute, thisMonth }: Used, { callsPerMinute }: MetricsParts['limits']): void {
    const left = Math.max(0, callsPerMinute - lastMinute);
    this.tell('s360_calls_left', 'Calls to S-360 that the minute has left', left);
    this.tell(
      's360_calls_this_month',
      'Calls to S-360 of the month, in UTC, of all relays together',
      thisMonth,
    );
  }

  tellPayments({ of, oldestUndecidedAt }: AttemptCount): void {
    const payments = new Gauge({
      name: 's360_relay_payments',
      help: 'Attempts to pay of the last two weeks by state; raised ones need people',
      labelNames: ['state'],
      registers: [this.registry],
    });
    for (const state of attemptState.options) payments.set({ state }, of(state));
    const ageMs = oldestUndecidedAt === null ? 0 : this.clock.now() - oldestUndecidedAt;
    const help = 'Age of the oldest undecided payment; 0: there is none';
    this.tell('payment_oldest_undecided_seconds', help, Math.round(ageMs / 1_000));
  }
}
