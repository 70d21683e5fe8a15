import type { Clock, Database } from '../state/index.js';
import { AccountOrders } from './order.accounts.js';
import { verdictOn } from './order.attempt.js';
import { OrderAttempts } from './order.attempts.js';
import { OrderBuyers } from './order.buyers.js';
import { OrderChanges } from './order.changes.js';
import { WriteIntents } from './order.intents.js';
import { OrderLeases } from './order.leases.js';
import { RaisedNotices } from './order.notices.js';
import { RememberedShipments } from './order.shipments.js';
import { PaymentUndoings } from './order.undoings.js';

export interface RecordsParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: { error(facts: object, message: string): void };
  /** How long a relay has an order to itself unless it says that it goes on. */
  readonly leaseMs?: number;
}

/** Far longer than any order stays open: by then S-360 knows all of it, or the order is gone. */
const keepMs = 14 * 24 * 3_600_000;

/**
 * What the relay itself remembers of orders, because S-360 does not say it, or not yet: who buys, how the tickets travel, how each
 * payment went, what was asked of S-360, and who works on it now.
 */
export class OrderRecords {
  readonly attempts: OrderAttempts;
  readonly buyers: OrderBuyers;
  readonly accounts: AccountOrders;
  readonly shipments: RememberedShipments;
  readonly leases: OrderLeases;
  readonly changes: OrderChanges;
  readonly notices: RaisedNotices;
  readonly undoings: PaymentUndoings;
  readonly intents: WriteIntents;

  constructor(readonly parts: RecordsParts) {
    this.attempts = new OrderAttempts(parts);
    this.buyers = new OrderBuyers(parts.database);
    this.accounts = new AccountOrders(parts.database);
    this.shipments = new RememberedShipments(parts);
    this.leases = new OrderLeases(parts);
    this.changes = new OrderChanges(parts);
    this.notices = new RaisedNotices({ ...parts, attempts: this.attempts });
    this.undoings = new PaymentUndoings(parts.database);
    this.intents = new WriteIntents({
      ...parts,
      changes: this.changes,
      orderAtHand: () => this.leases.orderAtHand,
    });
  }

  /** The contact number that the order's buyer got; undefined before the visitor gave a name. */
  async contactNumberOf(orderId: string): Promise<string | undefined> {
    return (await this.buyers.get(orderId))?.contactNumber;
  }

  /** The order is bought for who has signed in, in place of any buyer before. */
  async putAccount(orderId: string, contactNumber: string): Promise<void> {
    const savedAt = this.parts.clock.now();
    await this.buyers.put({ orderId, contactNumber, contactAddressId: null, savedAt });
    await this.accounts.add(orderId, savedAt);
  }

  /** What is known here of the order's payments, without asking S-360. */
  async verdictOn(orderId: string): Promise<ReturnType<typeof verdictOn>> {
    return verdictOn(await this.attempts.ofOrder(orderId));
  }

  /** Drops what nobody will ask for any more. */
  async forgetOld(): Promise<void> {
    const old = this.parts.clock.now() - keepMs;
    await Promise.all([
      this.attempts.forgetBefore(old),
      this.buyers.forgetBefore(old),
      this.accounts.forgetBefore(old),
      this.shipments.forgetBefore(old),
      this.changes.forgetBefore(old),
      this.leases.forgetOld(),
      this.notices.forgetBefore(old),
      this.undoings.forgetBefore(old),
      this.intents.forgetOld(),
    ]);
  }
}
