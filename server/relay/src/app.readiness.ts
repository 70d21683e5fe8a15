import { setTimeout } from 'node:timers/promises';
import type { Readiness } from './http/server.js';
import type { OrderRecords } from './order/index.js';
import type { Clock, DatabaseHealth } from './state/index.js';

export interface ReadinessParts {
  readonly catalog: { readiness(): Readiness };
  readonly health: DatabaseHealth;
  readonly records: OrderRecords;
  readonly clock: Pick<Clock, 'now'>;
  /** In words what the WSDLs lack. */
  readonly missing: readonly string[];
}

/** Why visitors should not be sent here, as `/readyz` says it. What to do about each stands in `docs/operating.md`. */
export const reasons = {
  stopping: 'the relay stops',
  database: 'the database takes no writes',
  // Never ready while the WSDLs lack what a sale needs.
  wsdls: 'the WSDLs lack what the relay relies on',
  catalog: 'there is no catalog to show yet',
} as const;
type Reason = (typeof reasons)[keyof typeof reasons];

export const wsdlHint = 'fetch the WSDLs anew: npm run wsdl -- <base url>';
/** What the database does not say in this time is left out. */
const patienceMs = 2_000;

/** Whether visitors should be sent here, and in words why not. */
export class RelayReadiness {
  /** The relay was told to stop: whoever balances sends nobody any more, while requests under way end. */
  isStopping = false;

  constructor(readonly parts: ReadinessParts) {}

  async read(): Promise<Readiness> {
    const { catalog, missing } = this.parts;
    const shop = catalog.readiness();
    const found = this.#reasons(shop);
    const payments = await Promise.race([this.#payments(), setTimeout(patienceMs, null)]);
    const lack = missing.length > 0 ? { missing, hint: wsdlHint } : {};
    return { isReady: found.length === 0, facts: { reasons: found, ...shop.facts, payments, ...lack } };
  }

  #reasons(shop: Readiness): Reason[] {
    const { health, missing } = this.parts;
    const holds: Record<Reason, boolean> = {
      [reasons.stopping]: this.isStopping,
      [reasons.database]: !health.isWritable,
      [reasons.wsdls]: missing.length > 0,
      [reasons.catalog]: !shop.isReady,
    };
    return Object.values(reasons).filter((reason) => holds[reason]);
  }

  /** Undecided payments, and those that need people; null where the database does not say. */
  async #payments(): Promise<{ undecided: number; oldestSeconds: number | null; raised: number } | null> {
    const { records, clock } = this.parts;
    try {
      const [{ count, oldestAt }, raised] = await Promise.all([
        records.attempts.undecided(),
        records.attempts.raised(),
      ]);
      const oldestSeconds = oldestAt === null ? null : Math.round((clock.now() - oldestAt) / 1_000);
      return { undecided: count, oldestSeconds, raised: raised.length };
    } catch {
      return null;
    }
  }
}
