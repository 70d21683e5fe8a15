import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, sql, type RawBuilder, type Transaction } from 'kysely';
import type { Clock } from './clock.js';
import { checked } from './database.values.js';
import { embeddedDialect } from './embedded.dialect.js';
import { migrate } from './migrations.js';
import { postgresDialect, wasUndone, type PostgresLog } from './postgres.dialect.js';
import type { Tables } from './tables.js';

export interface DatabaseSettings {
  /** Holds the embedded database, and is made if needed. */
  readonly folder: string;
  /** Address of a PostgreSQL that several relays share, in place of the embedded database. */
  readonly url?: string | undefined;
  /**
   * Whose time leases and looks are measured by. The PostgreSQL's own, so that relays whose clocks disagree do not rob each other;
   * `relay` is for tests, which own the time. The embedded database has none of its own.
   */
  readonly timeOf?: 'database' | 'relay';
}

export interface DatabaseContext {
  readonly clock: Pick<Clock, 'now'>;
  readonly log: PostgresLog;
}

/** How often a transaction is begun anew that the database undid because of another one. */
const mostTries = 5;

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
    const { folder, url, timeOf } = settings;
    this.isEmbedded = url === undefined;
    this.#timeOf = this.isEmbedded ? 'relay' : (timeOf ?? 'database');
    const dialect =
      url === undefined ? embeddedDialect(join(folder, fileName)) : postgresDialect(url, context.log);
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
    if (settings.url === undefined) await prepareFile(settings.folder);
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
    if (this.#timeOf === 'relay') return sql<number>`${this.context.clock.now() + aheadMs}`;
    return sql<number>`(extract(epoch from clock_timestamp()) * 1000 + ${aheadMs})::bigint`;
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

  /** Waits for what is being written. No call may follow. */
  async close(): Promise<void> {
    await this.query.destroy();
  }
}

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
async function prepareFile(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await open(join(folder, fileName), 'a', 0o600);
  await file.close();
}
