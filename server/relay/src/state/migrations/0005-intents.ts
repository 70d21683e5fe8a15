import type { Migration } from '../migration.js';

/** Each write to S-360: written down before it is sent, with what came of it. */
export const intents: Migration = {
  name: '0005-intents',
  async up({ run, makeTable }) {
    await makeTable('write_intent', {
      id: 'key',
      order_id: 'text or null',
      operation: 'text',
      reference: 'text or null',
      sent_at: 'whole',
      answered_at: 'whole or null',
      result: 'text or null',
      request_id: 'text or null',
    });
    await run('create index write_intent_open on write_intent (order_id, sent_at) where answered_at is null');
    await run('create index write_intent_answered on write_intent (answered_at)');
  },
};
