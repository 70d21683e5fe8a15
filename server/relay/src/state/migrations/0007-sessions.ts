import type { Migration } from '../migration.js';

/** Who has signed in, with which key; what proofs were shown; who tries passwords; and which orders are an account's. */
export const sessions: Migration = {
  name: '0007-sessions',
  async up({ run, makeTable }) {
    await makeTable('session', {
      session_id: 'key',
      contact_number: 'text',
      key_thumbprint: 'text',
      way: 'text',
      generation: 'whole',
      rotated_at: 'whole',
      ends_at: 'whole',
      renewal: 'text or null',
      renewed_at: 'whole',
    });
    await run('create unique index session_key on session (key_thumbprint)');
    await run('create index session_contact on session (contact_number)');
    await run('create index session_end on session (ends_at)');
    await makeTable('shown_proof', { proof_hash: 'key', expires_at: 'whole' });
    await run('create index shown_proof_expiry on shown_proof (expires_at)');
    await makeTable('sign_in_try', { meter: 'key', tries: 'whole', ends_at: 'whole' });
    await makeTable('account_order', { order_id: 'key', taken_at: 'whole' });
  },
};
