import type { Migration } from '../migration.js';

/** Which raised payments were told to the operator, and which were cancelled at S-360; and payments can be counted by their state. */
export const raised: Migration = {
  name: '0006-raised',
  async up({ run, makeTable }) {
    await makeTable('raised_notice', {
      attempt_id: 'key',
      raised_at: 'whole',
      tries: 'whole',
      next_try_at: 'whole or null',
    });
    await run('create index attempt_state on attempt (state, started_at)');
    await run('create index raised_notice_due on raised_notice (next_try_at)');
    await makeTable('payment_undo', { attempt_id: 'key', state: 'text', asked_at: 'whole' });
  },
};
