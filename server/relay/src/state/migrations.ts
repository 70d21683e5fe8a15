/**
 * The schema's versions. A migration adds; what nothing needs any more is taken away by one of a later release, so that a relay of the
 * version before works on beside this one, and can start again on what this one left.
 */
import { sql, type Kysely, type Transaction } from 'kysely';
import { orders } from './migrations/0001-orders.js';
import { idempotency } from './migrations/0002-idempotency.js';
import { budget } from './migrations/0003-budget.js';
import { snapshots } from './migrations/0004-snapshots.js';
import { intents } from './migrations/0005-intents.js';
import { raised } from './migrations/0006-raised.js';
import { sessions } from './migrations/0007-sessions.js';
import type { ColumnKind, Migration, MigrationTools } from './migration.js';
import type { Tables } from './tables.js';

export const migrations: readonly Migration[] = [
  orders,
  idempotency,
  budget,
  snapshots,
  intents,
  raised,
  sessions,
];

export interface MigrateParts {
  readonly isEmbedded: boolean;
  /** In milliseconds since 1970. */
  now(): number;
  transaction<T>(work: (db: Transaction<Tables>) => Promise<T>): Promise<T>;
}

/**
 * Brings the schema to this version. Several relays may do it at the same time, and one may be ended in the middle: each step is made once,
 * whole or not at all. Steps of a later version that are there already are left alone.
 */
export async function migrate(parts: MigrateParts, steps: readonly Migration[] = migrations): Promise<void> {
  const alone = (work: (db: Transaction<Tables>) => Promise<void>) =>
    parts.transaction(async (db) => {
      // Ends with the transaction, whatever pooler stands between. The embedded database locks by itself.
      if (!parts.isEmbedded) await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(db);
      await work(db);
    });
  await alone(async (db) => {
    await sql`create table if not exists migration (name text primary key, applied_at bigint)`.execute(db);
  });
  for (const step of steps) {
    await alone(async (db) => {
      const made = db.selectFrom('migration').select('name').where('name', '=', step.name);
      if (await made.executeTakeFirst()) return;
      await step.up(toolsIn(db, parts));
      await db.insertInto('migration').values({ name: step.name, applied_at: parts.now() }).execute();
    });
  }
}

/** Any number will do, so long as it is always the same. */
const migrationLock = 360_360_001;

function toolsIn(db: Kysely<Tables>, { isEmbedded }: MigrateParts): MigrationTools {
  const whole = isEmbedded ? 'integer' : 'bigint';
  const types: Record<ColumnKind, string> = {
    key: 'text not null primary key',
    text: 'text not null',
    'text or null': 'text',
    whole: `${whole} not null`,
    'whole or null': whole,
  };
  const run = async (statement: string) => {
    await sql.raw(statement).execute(db);
  };
  return {
    run,
    makeTable(name, columns) {
      const list = Object.entries(columns).map(([column, kind]) => `${column} ${types[kind]}`);
      return run(`create table ${name} (${list.join(', ')}) ${isEmbedded ? 'strict' : ''}`);
    },
  };
}
