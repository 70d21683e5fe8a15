/** The thread of the embedded database. SQLite holds up who calls it, so it is called here and nowhere else. */

import { parentPort, workerData } from 'node:worker_threads';
import { DatabaseSync } from '@photostructure/sqlite';

/** What the thread is asked: one statement after the other, and to end. */
export type Question =
  | { readonly id: number; readonly sql: string; readonly values: readonly (string | number | null)[] }
  | { readonly id: number; readonly close: true };

export type Reply =
  | { readonly id: number; readonly rows: unknown[]; readonly changes: number }
  /** @property code SQLite's own, extended */
  | { readonly id: number; readonly error: string; readonly code: number | undefined };

/** Waiting for other processes is done outside, where it holds up nobody. */
const busyTimeoutMs = 20;
const mostStatements = 300;

const database = new DatabaseSync(workerData as string, { timeout: busyTimeoutMs });

type Statement = ReturnType<typeof database.prepare>;
const statements = new Map<string, Statement>();

function prepared(sql: string): Statement {
  const known = statements.get(sql);
  if (known) return known;
  if (statements.size >= mostStatements) statements.clear();
  const statement = database.prepare(sql);
  statements.set(sql, statement);
  return statement;
}

function run(sql: string, values: readonly (string | number | null)[]): { rows: unknown[]; changes: number } {
  const statement = prepared(sql);
  if (statement.columns().length > 0) return { rows: statement.all(...values), changes: 0 };
  return { rows: [], changes: Number(statement.run(...values).changes) };
}

/** SQLite's words for its codes BUSY, READONLY, IOERR, FULL and CANTOPEN: where a statement gives rows, the driver leaves the code out. */
const codes: Readonly<Record<string, number>> = {
  'database is locked': 5,
  'attempt to write a readonly database': 8,
  'disk I/O error': 10,
  'database or disk is full': 13,
  'unable to open database file': 14,
};

function toReply(error: unknown): { error: string; code: number | undefined } {
  const { message, errcode } = error as Error & { errcode?: number };
  return { error: message, code: errcode ?? codes[message] };
}

const port = parentPort;
if (!port) throw new TypeError('this file is the code of a thread');
port.on('message', (question: Question) => {
  const { id } = question;
  if ('close' in question) {
    database.close();
    port.close();
    return;
  }
  try {
    port.postMessage({ id, ...run(question.sql, question.values) } satisfies Reply);
  } catch (error) {
    port.postMessage({ id, ...toReply(error) } satisfies Reply);
  }
});
