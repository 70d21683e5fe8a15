import type { BuyerRow, Database } from '../state/index.js';

/** Which contact buys an order, until S-360 knows it from the payment (docs/decisions/0002). */
export interface Buyer {
  readonly orderId: string;
  readonly contactNumber: string;
  readonly contactAddressId: string | null;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** The buyers of orders. Numbers only: names and addresses stay with S-360. */
export class OrderBuyers {
  constructor(readonly database: Database) {}

  async get(orderId: string): Promise<Buyer | undefined> {
    const buyers = this.database.query.selectFrom('buyer').selectAll();
    const row = await buyers.where('order_id', '=', orderId).executeTakeFirst();
    return row && toBuyer(row);
  }

  /** In place of the one before. */
  async put({ orderId, contactNumber, contactAddressId, savedAt }: Buyer): Promise<void> {
    const known = { contact_number: contactNumber, contact_address_id: contactAddressId, saved_at: savedAt };
    await this.database.query
      .insertInto('buyer')
      .values({ order_id: orderId, ...known })
      .onConflict((conflict) => conflict.column('order_id').doUpdateSet(known))
      .execute();
  }

  /** Drops those saved before this instant. */
  async forgetBefore(instant: number): Promise<void> {
    await this.database.query.deleteFrom('buyer').where('saved_at', '<', instant).execute();
  }
}

const toBuyer = (row: BuyerRow): Buyer => ({
  orderId: row.order_id,
  contactNumber: row.contact_number,
  contactAddressId: row.contact_address_id,
  savedAt: row.saved_at,
});
