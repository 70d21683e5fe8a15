import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { Kysely } from 'kysely';
import type { Clock } from './clock.js';
import { DatabaseClosed, type Database } from './database.js';
import type { HeartbeatRow, Tables } from './tables.js';

/** Longer than a living relay is silent: it leaves its mark every ten seconds. */
const patienceMs = 25_000;

/**
 * The machine, as far as the embedded database is concerned: processes of one running kernel share memory and locks, containers included;
 * others do not, whatever they are called.
 */
export async function thisHost(): Promise<string> {
  return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')).trim() || hostname();
}

/** Notes that this machine works on the database. */
export async function leaveMark(database: Database, db: Kysely<Tables>, host: string): Promise<void> {
  const beat = { beat_at: database.now() };
  await db
    .insertInto('heartbeat')
    .values({ relay: host, ...beat })
    .onConflict((conflict) => conflict.column('relay').doUpdateSet(beat))
    .execute();
}

/**
 * Makes sure that no relay of another machine is at work on the embedded database, which one machine's processes alone may open. Where
 * another machine has left a mark, this waits to see whether it is renewed; one that is not is dropped, so that the next start need not wait.
 * @throws DatabaseClosed where a relay of another machine is there
 */
export async function refuseOtherHosts(
  database: Database,
  { host, clock }: { readonly host: string; readonly clock: Pick<Clock, 'wait'> },
): Promise<void> {
  if (!database.isEmbedded) return;
  const before = await database.transaction(async (db) => {
    await leaveMark(database, db, host);
    return marksBut(host, db);
  });
  if (before.length === 0) return;
  await clock.wait(patienceMs);
  const { query } = database;
  const isSame = (mark: HeartbeatRow) =>
    before.some(({ relay, beat_at }) => relay === mark.relay && beat_at === mark.beat_at);
  if ((await marksBut(host, query)).every(isSame)) {
    await query.deleteFrom('heartbeat').where('relay', '!=', host).execute();
    return;
  }
  await query.deleteFrom('heartbeat').where('relay', '=', host).execute();
  await database.close();
  throw new DatabaseClosed(database.settings, new Error(inUse));
}

const inUse =
  'a relay of another machine is at work on it: several machines need a PostgreSQL (RELAY_DATABASE_URL), or a folder each';

const marksBut = (host: string, db: Kysely<Tables>): Promise<HeartbeatRow[]> =>
  db.selectFrom('heartbeat').selectAll().where('relay', '!=', host).execute();
