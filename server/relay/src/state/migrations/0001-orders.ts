import { sql } from 'kysely';
import type { Migration } from '../migrations.js';

/** Payments, buyers, shipments, leases and writes under way. */
export const orders: Migration = {
  name: '0001-orders',
  async up({ db, whole, table }) {
    await table('attempt')
      .addColumn('attempt_id', 'text', (column) => column.primaryKey())
      .addColumn('order_id', 'text', (column) => column.notNull())
      .addColumn('no', whole, (column) => column.notNull())
      .addColumn('reference', 'text', (column) => column.notNull().unique())
      .addColumn('amount_minor', whole, (column) => column.notNull())
      .addColumn('currency', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('agreed', 'text', (column) => column.notNull())
      .addColumn('hand_over', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('payment_id', 'text')
      .addColumn('identification', 'text')
      .addColumn('transaction_id', 'text')
      .addColumn('version', whole, (column) => column.notNull())
      .addColumn('started_at', whole, (column) => column.notNull())
      .addColumn('decided_at', whole)
      .addColumn('next_look_at', whole)
      .addColumn('looks', whole, (column) => column.notNull())
      .addColumn('last_code', 'text')
      .addUniqueConstraint('attempt_no', ['order_id', 'no'])
      .execute();
    await db.schema.createIndex('attempt_due').on('attempt').column('next_look_at').execute();
    // Two relays can't begin two payments of one order.
    await sql`create unique index attempt_under_way on attempt (order_id) where state in ('intent', 'begun', 'paid')`.execute(db);
    await table('buyer')
      .addColumn('order_id', 'text', (column) => column.primaryKey())
      .addColumn('contact_number', 'text', (column) => column.notNull())
      .addColumn('contact_address_id', 'text')
      .addColumn('saved_at', whole, (column) => column.notNull())
      .execute();
    await table('shipment')
      .addColumn('order_id', 'text', (column) => column.primaryKey())
      .addColumn('shipment_mode_id', 'text', (column) => column.notNull())
      .addColumn('contact_address_id', 'text')
      .addColumn('saved_at', whole, (column) => column.notNull())
      .execute();
    await table('order_lease')
      .addColumn('order_id', 'text', (column) => column.primaryKey())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('fence', whole, (column) => column.notNull())
      .addColumn('until', whole, (column) => column.notNull())
      .execute();
    await table('write_intent')
      .addColumn('intent_id', 'text', (column) => column.primaryKey())
      .addColumn('order_id', 'text')
      .addColumn('operation', 'text', (column) => column.notNull())
      .addColumn('reference', 'text')
      .addColumn('sent_at', whole, (column) => column.notNull())
      .addColumn('answered_at', whole)
      .addColumn('result', 'text')
      .execute();
    await db.schema.createIndex('write_intent_open').on('write_intent').columns(['answered_at', 'sent_at']).execute();
  },
};
