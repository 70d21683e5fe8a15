import type { Clock, Database } from '../state/index.js';

export interface ChangesParts {
  readonly database: Database;
  readonly clock: Pick<Clock, 'now'>;
}

/** How often each order was changed by any relay: what was read before the last change is no longer true. */
export class OrderChanges {
  constructor(readonly parts: ChangesParts) {}

  /** Another number after each change; 0 before the first one, and long after the last. */
  async of(orderId: string): Promise<number> {
    const changes = this.parts.database.query.selectFrom('order_change').select('changes');
    return (await changes.where('order_id', '=', orderId).executeTakeFirst())?.changes ?? 0;
  }

  async note(orderId: string): Promise<void> {
    const changedAt = this.parts.clock.now();
    await this.parts.database.query
      .insertInto('order_change')
      .values({ order_id: orderId, changes: 1, changed_at: changedAt })
      .onConflict((conflict) =>
        conflict
          .column('order_id')
          .doUpdateSet(({ eb }) => ({ changes: eb('order_change.changes', '+', 1), changed_at: changedAt })),
      )
      .execute();
  }

  /** Drops the counts of orders that were last changed before this instant. */
  async forgetBefore(instant: number): Promise<void> {
    await this.parts.database.query.deleteFrom('order_change').where('changed_at', '<', instant).execute();
  }
}
