/** PostgreSQL, for several relays that share one state. */
import { PostgresDialect, type Dialect } from 'kysely';
import pg from 'pg';
import { toWhole } from './database.values.js';

/** At once, from one relay. PostgreSQL itself takes 100 by default, from all relays together. */
export const usualConnections = 10;
const connectTimeoutMs = 5_000;
/** The type of counts, instants and versions. */
const { INT8: wholeNumbers } = pg.types.builtins;

export interface PostgresLog {
  warn(facts: object, message: string): void;
}

export interface PostgresPlace {
  /** `postgres://user:password@host:5432/name`; works through a pooler in transaction mode too. */
  readonly url: string;
  readonly mostConnections?: number | undefined;
}

export function postgresDialect(place: PostgresPlace, log: PostgresLog): Dialect {
  return new PostgresDialect({ pool: async () => openPool(place, log) });
}

function openPool({ url, mostConnections = usualConnections }: PostgresPlace, log: PostgresLog): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: mostConnections,
    connectionTimeoutMillis: connectTimeoutMs,
    types: {
      getTypeParser: (type, format) =>
        type === wholeNumbers ? toWhole : (pg.types.getTypeParser(type, format) as (text: string) => unknown),
    },
  });
  // A connection that breaks tells the pool while it rests there, and itself while it is out. Unheard, either ends the process.
  const warn = (error: Error) => log.warn({ err: error }, 'a connection to the database broke');
  pool.on('error', warn);
  pool.on('connect', (client) => client.on('error', warn));
  return pool;
}

/** SQLSTATEs after which a transaction was undone whole and may be run again: a deadlock, and a conflict of two of them. */
const undone: ReadonlySet<unknown> = new Set(['40001', '40P01']);

export const wasUndone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && undone.has(error.code);
