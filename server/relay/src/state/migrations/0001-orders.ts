import type { Migration, MigrationTools } from '../migration.js';

/** Payments, buyers, shipments, leases and writes under way. */
export const orders: Migration = {
  name: '0001-orders',
  async up(tools) {
    await makeAttempts(tools);
    const { makeTable } = tools;
    await makeTable('buyer', {
      order_id: 'key',
      contact_number: 'text',
      contact_address_id: 'text or null',
      saved_at: 'whole',
    });
    await makeTable('shipment', {
      order_id: 'key',
      shipment_mode_id: 'text',
      contact_address_id: 'text or null',
      saved_at: 'whole',
    });
    await makeTable('order_change', { order_id: 'key', changes: 'whole', changed_at: 'whole' });
    await makeTable('heartbeat', { relay: 'key', beat_at: 'whole' });
    await makeTable('order_lease', { order_id: 'key', holder: 'text', until: 'whole' });
  },
};

async function makeAttempts({ run, makeTable }: MigrationTools): Promise<void> {
  await makeTable('attempt', {
    attempt_id: 'key',
    order_id: 'text',
    no: 'whole',
    reference: 'text',
    amount_minor: 'whole',
    currency: 'text',
    agreed: 'text',
    hand_over: 'text',
    state: 'text',
    payment_id: 'text or null',
    identification: 'text or null',
    transaction_id: 'text or null',
    version: 'whole',
    started_at: 'whole',
    decided_at: 'whole or null',
    next_look_at: 'whole or null',
    looks: 'whole',
    looked_at: 'whole or null',
    reported_at: 'whole or null',
    reason: 'text or null',
  });
  await run('create unique index attempt_reference on attempt (reference)');
  await run('create unique index attempt_no on attempt (order_id, no)');
  await run('create index attempt_due on attempt (next_look_at)');
  // Two relays can't begin two payments of one order.
  await run(`
      create unique index attempt_under_way on attempt (order_id) where state in ('intent', 'begun', 'paid')
    `);
}
