import { join } from 'node:path';
import * as z from 'zod';
import { openJournal, type Journal } from '../state/index.js';
import { RememberedShipments } from './order.shipments.js';

/** How a payment ended: charged, or not for one of three reasons. */
export const outcome = z.enum(['paid', 'refused', 'cancelled', 'expired']);
export type Outcome = z.infer<typeof outcome>;

/** What the relay must keep of a payment that was begun: S-360 wants both to finish or to cancel it. */
export const startedPayment = z.object({
  paymentId: z.string(),
  identification: z.string(),
  /** What the payment widget is given. */
  transactionId: z.string(),
});
export type StartedPayment = z.infer<typeof startedPayment>;

/**
 * The relay's memory of an order's last payment. Written before S-360 is asked for the payment, again with the payment's
 * ids before the visitor hears of it, and once more when it is decided. Holds nothing personal.
 */
export const paymentEntry = z.object({
  orderId: z.string(),
  /** ORDER_IDENTIFIER: our own word for this payment. */
  reference: z.string(),
  amountMinor: z.int(),
  currency: z.string(),
  language: z.string(),
  /**
   * With `redirect`, S-360's own checkout takes the money and finishes the order: the relay only watches. With `none` there
   * is nothing to pay: the relay closes the order itself.
   */
  handOver: z.enum(['widget', 'redirect', 'none']),
  /** Milliseconds since 1970. */
  startedAt: z.number(),
  /** Null until S-360 has made the payment, and always without the widget. */
  payment: startedPayment.nullable(),
  /** Null while undecided. */
  outcome: outcome.nullable(),
});
export type PaymentEntry = z.infer<typeof paymentEntry>;

/**
 * Which contact buys an order, until S-360 knows it from the payment (docs/decisions/0002). Numbers only: names and addresses
 * stay with S-360.
 */
export const buyerEntry = z.object({
  orderId: z.string(),
  contactNumber: z.string(),
  contactAddressId: z.string().nullable(),
  /** Milliseconds since 1970. */
  savedAt: z.number(),
});
export type BuyerEntry = z.infer<typeof buyerEntry>;

/**
 * What the relay itself remembers of orders, because S-360 does not say it, or not yet: who buys, how the tickets travel and how the
 * payment went. Buyers and payments outlive a crash, choices of a shipment don't.
 */
export class OrderRecords {
  readonly shipments = new RememberedShipments();

  constructor(
    readonly payments: Journal<PaymentEntry>,
    readonly buyers: Journal<BuyerEntry>,
  ) {}

  /** @param folder holds one file for each kind of record, and is made if needed */
  static async open(folder: string): Promise<OrderRecords> {
    const [payments, buyers] = await Promise.all([
      openJournal({ file: join(folder, 'payments.jsonl'), schema: paymentEntry }),
      openJournal({ file: join(folder, 'buyers.jsonl'), schema: buyerEntry }),
    ]);
    return new OrderRecords(payments, buyers);
  }

  /** The contact number that the order's buyer got; undefined before the visitor gave a name. */
  async contactNumberOf(orderId: string): Promise<string | undefined> {
    return (await this.buyers.get(orderId))?.contactNumber;
  }

  /** Whether it is known here, without asking S-360, that the order is paid. */
  async isPaid(orderId: string): Promise<boolean> {
    return (await this.payments.get(orderId))?.outcome === 'paid';
  }

  /** Waits for what is being written. No call may follow. */
  async close(): Promise<void> {
    await Promise.all([this.payments.close(), this.buyers.close()]);
  }
}
