/** For tests: what holds must hold on both databases. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, test } from 'node:test';
import { createManualClock, type Clock, type ManualClock } from './clock.js';
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
    void test(`${title} (${kind})`, () => onDatabase(kind, run));
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

/** An embedded database whose clock is each test's own. */
interface Lent {
  readonly database: Database;
  clock: Pick<Clock, 'now' | 'elapsed'>;
}

const idle: Lent[] = [];
const inUse: Lent[] = [];

/** An embedded database with nothing in it, for this test alone. To open one takes a while, so that those of former tests are used again. */
export async function emptyDatabase(clock: Pick<Clock, 'now' | 'elapsed'>): Promise<Database> {
  const lent = idle.pop() ?? (await openEmbedded());
  lent.clock = clock;
  inUse.push(lent);
  return lent.database;
}

/** Longer than any chain of questions, each of which follows from the answer to the one before. */
const rounds = 15;

/** Resolves when an embedded database has come to rest: it answers one question after the other, whoever asks. */
export async function atRest({ query }: Database): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await query.selectFrom('heartbeat').select('relay').execute();
    await new Promise(setImmediate);
  }
}

async function openEmbedded(): Promise<Lent> {
  const folder = await mkdtemp(join(tmpdir(), 'relay-database-'));
  const time: { clock: Pick<Clock, 'now' | 'elapsed'> } = { clock: { now: () => 0, elapsed: () => 0 } };
  const clock = { now: () => time.clock.now(), elapsed: () => time.clock.elapsed() };
  const database = await Database.open({ folder }, { clock, log: trialLog });
  return Object.assign(time, { database });
}

const tables = [
  ...(['attempt', 'buyer', 'shipment', 'order_lease', 'order_change', 'idempotency'] as const),
  ...(['budget', 'call', 'call_spacing', 'call_day', 'shop_look', 'visitor_calls'] as const),
  ...(['raised_notice', 'payment_undo'] as const),
  ...(['snapshot', 'snapshot_piece', 'lease', 'seat_state'] as const),
  ...(['write_intent'] as const),
  ...(['session', 'shown_proof', 'sign_in_try', 'account_order'] as const),
];

afterEach(async () => {
  for (const lent of inUse.splice(0)) {
    for (const table of tables) await lent.database.query.deleteFrom(table).execute();
    idle.push(lent);
  }
});

after(async () => {
  for (const { database } of idle.splice(0)) {
    await database.close();
    await rm(database.settings.folder, { recursive: true, force: true });
  }
});
