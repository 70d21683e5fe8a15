import type { Migration } from '../migration.js';

/** What has been asked of S-360, by all relays together; what each visitor has cost, and when one last looked at the shop. */
export const budget: Migration = {
  name: '0003-budget',
  async up({ run, makeTable }) {
    await makeTable('budget', {
      budget_id: 'key',
      seen_at: 'whole',
      paused_at: 'whole or null',
      paused_until: 'whole or null',
      refusals: 'whole',
      payment_at: 'whole or null',
      refresh_due_at: 'whole or null',
    });
    await makeTable('call', { call_id: 'key', called_at: 'whole' });
    await run('create index call_order on call (called_at)');
    await makeTable('call_spacing', { subject: 'key', free_at: 'whole' });
    await run('create index call_spacing_end on call_spacing (free_at)');
    await makeTable('call_day', { day: 'key', calls: 'whole' });
    await makeTable('shop_look', { look_id: 'key', looked_at: 'whole' });
    await makeTable('visitor_calls', { meter: 'key', calls: 'whole', ends_at: 'whole' });
    await run('create index visitor_calls_end on visitor_calls (ends_at)');
  },
};
