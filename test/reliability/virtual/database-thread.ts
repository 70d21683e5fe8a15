/** The thread of the relay's embedded database, in the thread of all: each answer comes when the time that it takes is over. */
import { DatabaseSync } from '@photostructure/sqlite';
import { EventEmitter } from 'node:events';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import type { Chance } from '../chance.js';
import type { Time } from '../time/time.js';
import { Life } from './life.js';

/** What the relay's `state/embedded.worker.ts` is asked. */
type Question =
  | { readonly id: number; readonly sql: string; readonly values: readonly (string | number | null)[] }
  | { readonly id: number; readonly close: true };

const [busy, full] = [5, 13];

/** What all threads of a world share. */
export interface Disk {
  readonly time: Time;
  readonly chance: Chance;
  isFull: boolean;
}

/** From now on whoever asks Node for a thread is given one of these. */
export function installDatabaseThreads(disk: () => Disk): void {
  const threads = createRequire(import.meta.url)('node:worker_threads') as { Worker: unknown };
  threads.Worker = class extends DatabaseThread {
    constructor(_code: URL, { workerData }: { workerData: string }) {
      super(workerData, disk());
    }
  };
  syncBuiltinESMExports();
}

type Embedded = InstanceType<typeof DatabaseSync>;

class DatabaseThread extends EventEmitter {
  readonly #database: Embedded;
  readonly #statements = new Map<string, ReturnType<Embedded['prepare']>>();
  readonly #forgetLife: (() => void) | undefined;

  constructor(
    file: string,
    readonly disk: Disk,
  ) {
    super();
    this.#database = new DatabaseSync(file, { timeout: 0 });
    this.#database.exec('pragma synchronous = off');
    this.#forgetLife = Life.current?.onEnd(() => this.#database.close());
  }

  postMessage(question: Question): void {
    const { time, chance } = this.disk;
    if ('close' in question) {
      this.#forgetLife?.();
      this.#database.close();
      time.after(1, () => this.emit('exit'));
      return;
    }
    time.after(chance.whole(0, 3), () => this.emit('message', this.#reply(question)));
  }

  #reply({ id, sql, values }: Exclude<Question, { close: true }>): object {
    try {
      if (this.disk.isFull && /^(insert|update|delete|with)/i.test(sql))
        throw Object.assign(new Error('database or disk is full'), { errcode: full });
      return { id, ...this.#run(sql, values) };
    } catch (error) {
      const { message, errcode } = error as Error & { errcode?: number };
      return { id, error: message, code: errcode ?? (message === 'database is locked' ? busy : undefined) };
    }
  }

  #run(sql: string, values: readonly (string | number | null)[]): { rows: unknown[]; changes: number } {
    // What is in memory is safe from all that a world has.
    if (sql.startsWith('pragma synchronous')) return { rows: [], changes: 0 };
    const statement = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    if (statement.columns().length > 0) return { rows: statement.all(...values), changes: 0 };
    return { rows: [], changes: Number(statement.run(...values).changes) };
  }
}
