import type { Migration } from '../migration.js';

/** Which requests with a key were taken up, and what is needed to answer them again. */
export const idempotency: Migration = {
  name: '0002-idempotency',
  async up({ run, makeTable }) {
    await makeTable('idempotency', {
      scope: 'text',
      key_hash: 'text',
      route: 'text',
      body_hash: 'text',
      state: 'text',
      holder: 'text',
      answer: 'text or null',
      expires_at: 'whole',
    });
    await run('create unique index idempotency_key on idempotency (scope, key_hash)');
    await run('create index idempotency_expiry on idempotency (expires_at)');
  },
};
