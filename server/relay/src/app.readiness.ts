import type { Readiness } from './http/server.js';
import type { AttemptCount, OrderRecords } from './order/index.js';
import { shortMonth, type Budget, type BudgetLimits, type Used } from './s360/index.js';
import type { Clock, DatabaseHealth } from './state/index.js';

export interface ReadinessParts {
  readonly catalog: { readiness(): Readiness; readonly pointOfSale: { readonly isKnown: boolean } };
  readonly health: Pick<DatabaseHealth, 'isWritable'>;
  readonly records: { readonly attempts: Pick<OrderRecords['attempts'], 'count'> };
  readonly budget: Pick<Budget, 'used'>;
  readonly limits: Pick<BudgetLimits, 'callsPerMonth'>;
  readonly clock: Pick<Clock, 'now' | 'wait'>;
  /** In words what the WSDLs lack. */
  readonly missing: readonly string[];
}

/** Why visitors should not be sent here, as `/readyz` says it. What to do about each stands in `docs/operating.md`. */
export const reasons = {
  stopping: 'the relay stops',
  database: 'the database takes no writes',
  silence: 'the database does not answer',
  // Never ready while the WSDLs lack what a sale needs.
  wsdls: 'the WSDLs lack what the relay relies on',
  pointOfSale: 'the point of sale is not known yet',
  catalog: 'there is no catalog to show yet',
} as const;

/** What people should look at although visitors are served, here as well as anywhere else. */
export const warnings = {
  budget: 'S-360 wants to be left alone: only payments are asked about',
  month: shortMonth,
  undecided: 'a payment has been undecided for more than two hours',
  raised: 'payments need people',
} as const;

export const wsdlHint = 'fetch the WSDLs anew: npm run wsdl -- <base url>';
/** What the database does not say in this time is left out. */
const patienceMs = 2_000;
const longUndecidedMs = 2 * 3_600_000;

/** What could be read in time; null for what could not. */
interface Read {
  readonly payments: AttemptCount | null;
  readonly calls: Used | null;
}

/** Whether visitors should be sent here, and in words why not. */
export class RelayReadiness {
  /** The relay was told to stop: whoever balances sends nobody any more, while requests under way end. */
  isStopping = false;

  constructor(readonly parts: ReadinessParts) {}

  async read(): Promise<Readiness> {
    const { catalog, missing, records, budget } = this.parts;
    const [payments, calls] = await Promise.all([
      this.#inTime(records.attempts.count()),
      this.#inTime(budget.used()),
    ]);
    const read = { payments, calls };
    const shop = catalog.readiness();
    const found = this.#reasons(shop, read);
    const lack = missing.length > 0 ? { missing, hint: wsdlHint } : {};
    return {
      isReady: found.length === 0,
      facts: {
        reasons: found,
        warnings: this.#warnings(read),
        ...shop.facts,
        payments: payments && this.#told(payments),
        calls: calls && this.#toldCalls(calls),
        ...lack,
      },
    };
  }

  #reasons(shop: Readiness, { payments }: Read): string[] {
    const { catalog, health, missing } = this.parts;
    const holds: Record<keyof typeof reasons, boolean> = {
      stopping: this.isStopping,
      database: !health.isWritable,
      silence: payments === null,
      wsdls: missing.length > 0,
      pointOfSale: !catalog.pointOfSale.isKnown,
      catalog: !shop.isReady,
    };
    return wordsOf(reasons, holds);
  }

  #warnings({ payments, calls }: Read): string[] {
    const holds: Record<keyof typeof warnings, boolean> = {
      budget: (calls?.pausedMs ?? 0) > 0,
      month: (calls?.paceMs ?? 0) > 0,
      undecided: payments !== null && this.#ageOf(payments) > longUndecidedMs,
      raised: (payments?.of('raised') ?? 0) > 0,
    };
    return wordsOf(warnings, holds);
  }

  /** Null where it fails, or takes too long. */
  #inTime<T>(read: Promise<T>): Promise<T | null> {
    return Promise.race([read.catch(() => null), this.parts.clock.wait(patienceMs).then(() => null)]);
  }

  /** Milliseconds since the oldest undecided payment was begun; 0 for none. */
  #ageOf({ oldestUndecidedAt }: AttemptCount): number {
    return oldestUndecidedAt === null ? 0 : this.parts.clock.now() - oldestUndecidedAt;
  }

  #told(payments: AttemptCount) {
    const { oldestUndecidedAt, of } = payments;
    const oldestSeconds = oldestUndecidedAt === null ? null : Math.round(this.#ageOf(payments) / 1_000);
    return { undecided: of('intent', 'begun'), oldestSeconds, raised: of('raised') };
  }

  /** What has been asked of S-360, by all relays together. */
  #toldCalls({ today, thisMonth, paceMs, pausedMs }: Used) {
    const { callsPerMonth } = this.parts.limits;
    const monthly = { thisMonth, perMonth: callsPerMonth || null, note: paceMs > 0 ? shortMonth : null };
    return { today, ...monthly, pausedSeconds: Math.ceil(pausedMs / 1_000) };
  }
}

/** The words of what holds, in the order in which they stand. */
const wordsOf = <Key extends string>(words: Record<Key, string>, holds: Record<Key, boolean>): string[] =>
  (Object.keys(words) as Key[]).filter((key) => holds[key]).map((key) => words[key]);
