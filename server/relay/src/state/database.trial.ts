/** For tests: what holds must hold on both databases. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createManualClock, type ManualClock } from './clock.js';
import { Database } from './database.js';
import { trialPostgres } from './postgres.trial.js';

export interface DatabaseTrial {
  readonly database: Database;
  readonly clock: ManualClock;
  /** The same database once more, as another relay opens it. */
  openAgain(): Promise<Database>;
  /** The file of the embedded database. */
  readonly file: string;
}

export const trialLog = { warn: () => undefined, error: () => undefined, info: () => undefined };

/** Runs the test twice: on an empty SQLite and on an empty PostgreSQL. Time is the trial's clock on both. */
export function onBothDatabases(title: string, run: (trial: DatabaseTrial) => Promise<void>): void {
  for (const kind of ['SQLite', 'PostgreSQL'] as const) {
    test(`${title} (${kind})`, () => onDatabase(kind, run));
  }
}

/** Runs on one of the two, and clears away what was opened. */
export async function onDatabase(
  kind: 'SQLite' | 'PostgreSQL',
  run: (trial: DatabaseTrial) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'relay-database-'));
  const url = kind === 'SQLite' ? undefined : await (await trialPostgres()).newUrl();
  const clock = createManualClock('2026-12-05T19:00:00Z');
  const opened: Database[] = [];
  const openAgain = async () => {
    const database = await Database.open({ folder, url, timeOf: 'relay' }, { clock, log: trialLog });
    opened.push(database);
    return database;
  };
  try {
    await run({ database: await openAgain(), clock, openAgain, file: join(folder, 'relay.db') });
  } finally {
    await Promise.all(opened.map((database) => database.close()));
    await rm(folder, { recursive: true, force: true });
  }
}
