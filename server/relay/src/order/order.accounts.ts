import type { Database } from '../state/index.js';

/** Which orders are bought for an account: their buyer has signed in, so that tickets may be added where guests may not buy. */
export class AccountOrders {
  constructor(readonly database: Database) {}

  async has(orderId: string): Promise<boolean> {
    const orders = this.database.query.selectFrom('account_order').select('order_id');
    return (await orders.where('order_id', '=', orderId).executeTakeFirst()) !== undefined;
  }

  /** The second time it changes nothing. @param takenAt milliseconds since 1970 */
  async add(orderId: string, takenAt: number): Promise<void> {
    await this.database.query
      .insertInto('account_order')
      .values({ order_id: orderId, taken_at: takenAt })
      .onConflict((conflict) => conflict.column('order_id').doNothing())
      .execute();
  }

  /** Drops those taken before this instant. */
  async forgetBefore(instant: number): Promise<void> {
    await this.database.query.deleteFrom('account_order').where('taken_at', '<', instant).execute();
  }
}
