import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, sql, type RawBuilder, type Transaction } from 'kysely';
import type { Clock } from './clock.js';
import { checked } from './database.values.js';
import { embeddedDialect } from './embedded.dialect.js';
import { factsOf, placeOf, type Place } from './file-system.js';
import { migrate } from './migrations.js';
import { postgresDialect, wasUndone, type PostgresLog } from './postgres.dialect.js';
import type { Tables } from './tables.js';

export interface DatabaseSettings {
  /** Holds the embedded database, and is made if needed. */
  readonly folder: string;
  /** Address of a PostgreSQL that several relays share, in place of the embedded database. */
  readonly url?: string | undefined;
  /** To that PostgreSQL, at once. */
  readonly mostConnections?: number | undefined;
  /**
   * Whose time leases and looks are measured by. The PostgreSQL's own, so that relays whose clocks disagree do not rob each other;
   * `relay` is for tests, which own the time. The embedded database has none of its own.
   */
  readonly timeOf?: 'database' | 'relay';
  /** What the system says of a folder; another one is for tests. */
  readonly facts?: typeof factsOf;
}

export interface DatabaseContext {
  readonly clock: Pick<Clock, 'now' | 'elapsed'>;
  readonly log: PostgresLog;
}

/** How often a transaction is begun anew that the database undid because of another one. */
const mostTries = 5;
/** How long a relay may say nothing in the middle of work that others wait for. */
const standstillMs = 5_000;

/**
 * What must survive a crash and be shared by relays, in SQL: an embedded SQLite, or a PostgreSQL. A statement that has answered is on disk.
 */
export class Database {
  readonly query: Kysely<Tables>;
  readonly isEmbedded: boolean;
  readonly #timeOf: 'database' | 'relay';

  private constructor(
    readonly settings: DatabaseSettings,
    readonly context: DatabaseContext,
  ) {
    const { folder, url, mostConnections, timeOf } = settings;
    this.isEmbedded = url === undefined;
    this.#timeOf = this.isEmbedded ? 'relay' : (timeOf ?? 'database');
    const dialect =
      url === undefined
        ? embeddedDialect(join(folder, fileName))
        : postgresDialect({ url, mostConnections }, context.log);
    this.query = new Kysely<Tables>({ dialect: checked(dialect) });
  }

  /** Opens the database and brings its schema to this version. @throws DatabaseClosed with words for who runs the relay */
  static async open(settings: DatabaseSettings, context: DatabaseContext): Promise<Database> {
    try {
      return await Database.#open(settings, context);
    } catch (error) {
      throw new DatabaseClosed(settings, error);
    }
  }

  static async #open(settings: DatabaseSettings, context: DatabaseContext): Promise<Database> {
    if (settings.url === undefined) await prepareFile(settings, context.log);
    const database = new Database(settings, context);
    await migrate({
      isEmbedded: database.isEmbedded,
      now: () => context.clock.now(),
      transaction: (work) => database.transaction(work),
    });
    return database;
  }

  /**
   * The time that leases and looks are measured by, at the moment at which a statement is carried out: milliseconds since 1970.
   * @param aheadMs an instant so much later, or earlier
   */
  now(aheadMs = 0): RawBuilder<number> {
    if (this.#timeOf === 'relay') return whole(this.context.clock.now() + aheadMs);
    return sql<number>`(extract(epoch from clock_timestamp()) * 1000 + ${aheadMs})::bigint`;
  }

  /**
   * The same for a comparison with the rows of a table: read once a statement, where `now` is read for each row, so that an index can find
   * them. What a statement writes is `now`: it may have waited for a lock.
   */
  instant(aheadMs = 0): RawBuilder<number> {
    return sql<number>`(select ${this.now(aheadMs)})`;
  }

  /**
   * Milliseconds that go on evenly for all relays of the database, whatever date they believe in: its own time, or, embedded, the count
   * that all processes of a machine share. Begins anew with the machine: where that matters, look for an instant that is still to come.
   */
  elapsed(aheadMs = 0): RawBuilder<number> {
    return this.#timeOf === 'relay' ? whole(this.context.clock.elapsed() + aheadMs) : this.now(aheadMs);
  }

  /** Does the work whole or not at all; where the database undid it because of another transaction, anew. */
  async transaction<T>(work: (db: Transaction<Tables>) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.query.transaction().execute(work);
      } catch (error) {
        if (!wasUndone(error) || tries === mostTries) throw error;
      }
    }
  }

  /**
   * The same, and alone among all work of that lock at any relay. Who stands still in the middle of it loses its turn, and has done nothing.
   * @param lock any number that nothing else uses
   */
  alone<T>(lock: number, work: (db: Transaction<Tables>) => Promise<T>): Promise<T> {
    return this.transaction(async (db) => {
      // Both end with the transaction, whatever pooler stands between. The embedded database locks by itself.
      if (!this.isEmbedded) {
        const patience = sql`set_config('idle_in_transaction_session_timeout', ${String(standstillMs)}, true)`;
        await sql`select ${patience}, pg_advisory_xact_lock(${lock})`.execute(db);
      }
      return work(db);
    });
  }

  /** Waits for what is being written. No call may follow. */
  async close(): Promise<void> {
    await this.query.destroy();
  }
}

/** With its type, which a database can't tell of a value alone. */
const whole = (value: number) => sql<number>`cast(${Math.round(value)} as bigint)`;

/** The database can't be opened. The message holds no address: there is a password in it. */
export class DatabaseClosed extends Error {
  constructor({ folder, url }: DatabaseSettings, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const place =
      url === undefined ? `database in ${folder} (RELAY_STATE_DIR)` : 'PostgreSQL of RELAY_DATABASE_URL';
    super(`The ${place} can't be opened: ${reason}`, { cause });
    this.name = 'DatabaseClosed';
  }
}

const fileName = 'relay.db';

/** What the file holds is nobody's business but the relay's. */
async function prepareFile({ folder, facts = factsOf }: DatabaseSettings, log: PostgresLog): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await facts(folder);
  if (found) judge(folder, placeOf(found), log);
  const file = await open(join(folder, fileName), 'a', 0o600);
  await file.close();
}

/** @throws Error where the folder is shared with other machines: SQLite's locks and its memory beside the file do not hold there */
function judge(folder: string, { kind, fileSystem }: Place, log: PostgresLog): void {
  if (kind === 'shared')
    throw new Error(`it lies on ${fileSystem}, where a database is destroyed by and by: ${onDisk}`);
  if (kind === 'fleeting')
    log.warn(
      { folder, fileSystem },
      'what must survive lies where it does not: put RELAY_STATE_DIR on a disk',
    );
}

const onDisk = 'put RELAY_STATE_DIR on a disk of this machine, or set RELAY_DATABASE_URL';
