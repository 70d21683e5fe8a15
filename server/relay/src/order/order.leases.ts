import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { ProblemError } from '@s360-widgets/contract';
import { Along, type Clock, type Database } from '../state/index.js';
import { OrderQueue } from './order.lock.js';

export interface LeasesParts {
  readonly database: Database;
  readonly clock: Pick<Clock, 'elapsed'>;
  /** How long a lease lasts unless it is renewed, which is done three times as often. */
  readonly leaseMs?: number;
}

const usualLeaseMs = 20_000;
/** Work waits for so much longer than a lease, which a dead relay leaves behind: it is taken up in the 40 s that a browser waits, or refused. */
const beyondLeaseMs = 5_000;
const oldMs = 3_600_000;

/** A relay stood still for longer than it had the order to itself: another one may be at it. */
export class LeaseLost extends Error {
  constructor(orderId: string) {
    super(`the lease of order ${orderId} is lost`);
    this.name = 'LeaseLost';
  }
}

interface Lease {
  readonly orderId: string;
  readonly holder: string;
  /** By the clock's `elapsed`. */
  until: number;
}

/**
 * Work on one order, one after the other, here and at all relays of the same database. S-360 makes no promise about two changes at once,
 * and a payment must not start while a ticket is being removed. Orders do not wait for each other.
 */
export class OrderLeases {
  readonly #queue = new OrderQueue();
  readonly #held = new Along<Lease>();
  readonly #leaseMs: number;

  constructor(readonly parts: LeasesParts) {
    this.#leaseMs = parts.leaseMs ?? usualLeaseMs;
  }

  /**
   * Runs `work` when all earlier work on the order is done, whether that succeeded or not. Not reentrant.
   * @throws ProblemError `box-office-busy` where another relay does not come to an end
   */
  run<T>(orderId: string, work: () => Promise<T>): Promise<T> {
    return this.#queue.run(orderId, async () => {
      const lease = await this.#take(orderId);
      const renewal = setInterval(() => void this.#renew(lease), this.#leaseMs / 3);
      try {
        return await this.#held.run(lease, work);
      } finally {
        clearInterval(renewal);
        await this.#release(lease);
      }
    });
  }

  /** For the work of `run`, before it writes to S-360. Other work passes. @throws LeaseLost */
  refuseIfLost(): void {
    const lease = this.#held.current;
    // To act on it takes time.
    const marginMs = this.#leaseMs / 6;
    if (lease && this.parts.clock.elapsed() >= lease.until - marginMs) throw new LeaseLost(lease.orderId);
  }

  /** The order that the work under way has to itself; undefined for other work. */
  get orderAtHand(): string | undefined {
    return this.#held.current?.orderId;
  }

  /** Drops what is left of leases that ended long ago. */
  async forgetOld(): Promise<void> {
    const { database } = this.parts;
    await database.query.deleteFrom('order_lease').where('until', '<', database.instant(-oldMs)).execute();
  }

  async #take(orderId: string): Promise<Lease> {
    const { clock } = this.parts;
    const lease = { orderId, holder: randomUUID(), until: 0 };
    const beganAt = clock.elapsed();
    for (let pauseMs = 20; ; pauseMs = Math.min(500, pauseMs * 2)) {
      const askedAt = clock.elapsed();
      if (await this.#insert(lease)) return Object.assign(lease, { until: askedAt + this.#leaseMs });
      if (clock.elapsed() - beganAt > this.#leaseMs + beyondLeaseMs)
        throw new ProblemError('box-office-busy', { retryAfterSeconds: 5 });
      await setTimeout(pauseMs * (0.5 + Math.random()));
    }
  }

  /** False while somebody else has it. */
  async #insert({ orderId, holder }: Lease): Promise<boolean> {
    const { database } = this.parts;
    const taken = await database.query
      .insertInto('order_lease')
      .values({ order_id: orderId, holder, until: database.now(this.#leaseMs) })
      .onConflict((conflict) =>
        conflict
          .column('order_id')
          .doUpdateSet({ holder, until: database.now(this.#leaseMs) })
          .where('order_lease.until', '<=', database.now()),
      )
      .returning('holder')
      .executeTakeFirst();
    return taken !== undefined;
  }

  /** A renewal that fails is none: the lease ends when it would have. */
  async #renew(lease: Lease): Promise<void> {
    const { database, clock } = this.parts;
    const askedAt = clock.elapsed();
    const renewed = await database.query
      .updateTable('order_lease')
      .set({ until: database.now(this.#leaseMs) })
      .where('order_id', '=', lease.orderId)
      .where('holder', '=', lease.holder)
      .returning('holder')
      .executeTakeFirst()
      .catch(() => undefined);
    if (renewed) lease.until = askedAt + this.#leaseMs;
  }

  /** What can't be given back ends by itself. */
  async #release({ orderId, holder }: Lease): Promise<void> {
    const leases = this.parts.database.query.deleteFrom('order_lease');
    await leases
      .where('order_id', '=', orderId)
      .where('holder', '=', holder)
      .execute()
      .catch(() => undefined);
  }
}
