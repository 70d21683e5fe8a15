/**
 * The schema's versions. A migration adds; what nothing needs any more is taken away by one of a later release, so that a relay of the
 * version before works on beside this one, and can start again on what this one left.
 */
import { sql, type CreateTableBuilder, type Kysely, type Transaction } from 'kysely';
import { orders } from './migrations/0001-orders.js';
import type { Tables } from './tables.js';

type Whole = 'integer' | 'bigint';

/** What a migration is given, so that one text serves both databases. */
export interface MigrationTools {
  readonly db: Transaction<Tables>;
  /** The type of instants, counts and amounts. */
  readonly whole: Whole;
  /** A new table that holds no value of another type than its column's. */
  table(name: string): CreateTableBuilder<string, never>;
}

export interface Migration {
  /** For ever: with it a database remembers that it was here. */
  readonly name: string;
  up(tools: MigrationTools): Promise<void>;
}

export const migrations: readonly Migration[] = [orders];

export interface MigrateParts {
  readonly query: Kysely<Tables>;
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
  await parts.transaction(async (db) => {
    await lock(parts, db);
    await db.schema
      .createTable('migration')
      .ifNotExists()
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('applied_at', wholeIn(parts), (column) => column.notNull())
      .execute();
  });
  for (const step of steps) {
    await parts.transaction(async (db) => {
      await lock(parts, db);
      const isDone = await db.selectFrom('migration').select('name').where('name', '=', step.name).executeTakeFirst();
      if (isDone) return;
      await step.up({ db, whole: wholeIn(parts), table: (name) => tableIn(parts, db, name) });
      await db.insertInto('migration').values({ name: step.name, applied_at: parts.now() }).execute();
    });
  }
}

const wholeIn = ({ isEmbedded }: MigrateParts): Whole => (isEmbedded ? 'integer' : 'bigint');

function tableIn({ isEmbedded }: MigrateParts, db: Transaction<Tables>, name: string): CreateTableBuilder<string, never> {
  const table = db.schema.createTable(name);
  return isEmbedded ? table.modifyEnd(sql`strict`) : table;
}

/** Ends with the transaction, whatever pooler stands between. The embedded database locks by itself. */
async function lock({ isEmbedded }: MigrateParts, db: Transaction<Tables>): Promise<void> {
  if (!isEmbedded) await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(db);
}

/** Any number will do, so long as it is always the same. */
const migrationLock = 360_360_001;
