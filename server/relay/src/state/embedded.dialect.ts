/** The embedded database: SQLite in a thread of its own, as Kysely's third dialect beside those that it brings. */

import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import type { Question, Reply } from './embedded.worker.js';

/** What SQLite says "no" with. */
export class EmbeddedError extends Error {
  constructor(
    message: string,
    /** SQLite's extended code of result. */
    readonly code: number | undefined,
  ) {
    super(message);
    this.name = 'EmbeddedError';
  }

  /** Another process holds the lock. Nothing was done. */
  get isBusy(): boolean {
    return this.#primaryCode === busy;
  }

  /** The file can't be written or read for now: its disk is full or fails, or another process holds the lock. */
  get isPassing(): boolean {
    return this.#primaryCode !== undefined && passing.includes(this.#primaryCode);
  }

  get #primaryCode(): number | undefined {
    return this.code === undefined ? undefined : this.code & 0xff;
  }
}

const busy = 5;
/** SQLITE_BUSY, READONLY, IOERR, FULL, CANTOPEN. */
const passing: readonly number[] = [busy, 8, 10, 13, 14];
const settings = ['journal_mode = wal', 'synchronous = full', 'foreign_keys = on'];
/** How long another process may hold the lock. */
const patienceMs = 15_000;

/** @param file is made if it is not there, its folder is not */
export const embeddedDialect = (file: string): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createIntrospector: (db) => new SqliteIntrospector(db),
  createDriver: () => new EmbeddedDriver(file),
});

/** One connection, to one user at a time. */
class EmbeddedDriver implements Driver {
  #connection: EmbeddedConnection | undefined;
  #isFree = Promise.resolve();
  #release: () => void = () => undefined;

  constructor(readonly file: string) {}

  async init(): Promise<void> {
    this.#connection = new EmbeddedConnection(this.file);
    // They need the file for a moment: of several relays that start at once each waits for its turn.
    for (const setting of settings)
      await this.#connection.executeQuery(CompiledQuery.raw(`pragma ${setting}`));
  }

  async acquireConnection(): Promise<EmbeddedConnection> {
    const before = this.#isFree;
    let release: () => void = () => undefined;
    this.#isFree = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    this.#release = release;
    if (!this.#connection) throw new TypeError('the database is closed');
    return this.#connection;
  }

  /** A transaction that reads first and writes then fails at once where another process wrote in between: it takes the lock first. */
  async beginTransaction(connection: EmbeddedConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  async commitTransaction(connection: EmbeddedConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: EmbeddedConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async releaseConnection(): Promise<void> {
    this.#release();
  }

  async destroy(): Promise<void> {
    await this.#isFree;
    await this.#connection?.close();
    this.#connection = undefined;
  }
}

interface Asked {
  resolve(reply: Extract<Reply, { rows: unknown }>): void;
  reject(error: Error): void;
}

class EmbeddedConnection implements DatabaseConnection {
  readonly #worker: Worker;
  readonly #asked = new Map<number, Asked>();
  #count = 0;

  constructor(file: string) {
    this.#worker = new Worker(new URL('./embedded.worker.js', import.meta.url), { workerData: file });
    this.#worker.on('message', (reply: Reply) => this.#hear(reply));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('the thread of the database has ended')));
  }

  /** Waits for the lock as long as it is worth it: what is busy has done nothing, and may be said again. */
  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const startedAt = performance.now();
    for (let pauseMs = 2; ; pauseMs = Math.min(100, pauseMs * 2)) {
      try {
        const { rows, changes } = await this.#send(sql, parameters);
        return { rows: rows as Row[], numAffectedRows: BigInt(changes) };
      } catch (error) {
        const isPatient = performance.now() - startedAt < patienceMs;
        if (!(error instanceof EmbeddedError) || !error.isBusy || !isPatient) throw error;
        await setTimeout(pauseMs);
      }
    }
  }

  streamQuery(): never {
    throw new TypeError('rows are read all at once');
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#worker.once('exit', resolve));
    this.#worker.postMessage({ id: this.#count++, close: true } satisfies Question);
    await ended;
  }

  #send(sql: string, values: readonly unknown[]): Promise<Extract<Reply, { rows: unknown }>> {
    return new Promise((resolve, reject) => {
      const id = this.#count++;
      this.#asked.set(id, { resolve, reject });
      // Checked by the dialect around this one.
      const storable = values as readonly (string | number | null)[];
      this.#worker.postMessage({ id, sql, values: storable } satisfies Question);
    });
  }

  #hear(reply: Reply): void {
    const asked = this.#asked.get(reply.id);
    this.#asked.delete(reply.id);
    if ('rows' in reply) asked?.resolve(reply);
    else asked?.reject(new EmbeddedError(reply.error, reply.code));
  }

  #fail(error: Error): void {
    for (const { reject } of this.#asked.values()) reject(error);
    this.#asked.clear();
  }
}
