import type { Migration } from '../migration.js';

/** What S-360 has said last, for all relays, and which of them asks for it. */
export const snapshots: Migration = {
  name: '0004-snapshots',
  async up({ run, makeTable }) {
    await makeTable('snapshot', {
      snapshot_id: 'key',
      kind: 'text',
      version: 'whole',
      facts: 'text',
      records: 'whole',
      as_of: 'whole',
      failures: 'whole',
      next_at: 'whole',
    });
    await run('create unique index snapshot_version on snapshot (kind, version)');
    await makeTable('snapshot_piece', {
      snapshot_id: 'text',
      no: 'whole',
      body: 'text',
      written_at: 'whole',
    });
    await run('create unique index snapshot_piece_no on snapshot_piece (snapshot_id, no)');
    await makeTable('lease', { name: 'key', holder: 'text', until: 'whole' });
    await makeTable('seat_state', {
      performance_id: 'key',
      plan_hash: 'text',
      states: 'text',
      as_of: 'whole',
      next_at: 'whole',
    });
  },
};
