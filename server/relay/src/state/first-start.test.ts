import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DatabaseSync } from '@photostructure/sqlite';
import pg from 'pg';
import type { DatabaseSettings } from './database.js';
import { migrations } from './migrations.js';
import { startPooler } from './pooler.trial.js';
import { trialPostgres } from './postgres.trial.js';

const program = fileURLToPath(new URL('first-start.fixture.js', import.meta.url));
const running = new Set<ChildProcess>();
after(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** A relay's process that starts, as far as its database is concerned; `isOpen` tells how that went. */
function start(settings: DatabaseSettings) {
  const child = spawn(process.execPath, [program, JSON.stringify(settings)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const said: string[] = [];
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const isOpen = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said.push(String(chunk));
        if (said.join('').includes('open\n')) resolve('open');
      });
    void ended.then(() => resolve(`ended: ${said.join('')}`));
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
    running.delete(child);
  };
  return { isOpen, end };
}

/** Ten processes that start at once. All of them open the database, or this says what became of one. */
async function startTen(settings: DatabaseSettings): Promise<void> {
  const ten = Array.from({ length: 10 }, () => start(settings));
  const opened = await Promise.all(ten.map(({ isOpen }) => isOpen));
  assert.deepEqual(opened, Array(10).fill('open'));
  await Promise.all(ten.map(({ end }) => end('SIGTERM')));
}

test('ten relays that start at once on an empty folder all open its database', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'relay-first-start-'));
  try {
    await startTen({ folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a relay that starts while another one has a new database to itself waits for its turn', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'relay-first-start-'));
  const other = new DatabaseSync(join(folder, 'relay.db'));
  try {
    other.exec('begin exclusive');
    const { isOpen, end } = start({ folder });
    const first = await Promise.race([isOpen, pause(1_500, 'waits')]);
    other.exec('commit');
    assert.deepEqual([first, await isOpen], ['waits', 'open']);
    await end('SIGTERM');
  } finally {
    other.close();
    await rm(folder, { recursive: true, force: true });
  }
});

/** The ways to a PostgreSQL. Where there is no pgbouncer, `npm test` says so. */
const ways: [way: string, through: (url: string) => Promise<string>][] = [
  ['a PostgreSQL', async (url) => url],
];
const { PGBOUNCER_PATH: pooler } = process.env;
if (pooler)
  ways.push(['a PostgreSQL behind a pooler in transaction mode', (url) => startPooler(pooler, url)]);

for (const [way, through] of ways) {
  test(`one relay is killed in the middle of a migration, ten start at once on ${way}: each step is made once`, async () => {
    const postgres = await trialPostgres();
    const direct = await postgres.newUrl();
    const url = await through(direct);
    // A table that somebody makes, and does not say whether it will be: the relay's own step waits for that in its middle.
    const somebody = new pg.Client(direct);
    await somebody.connect();
    await somebody.query('begin');
    await somebody.query('create table buyer (order_id text)');
    const killed = start({ folder: '', url });
    const waiting = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like 'create table buyer%'`;
    while ((await postgres.run(waiting)).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    await killed.end('SIGKILL');
    await somebody.query('rollback');
    await somebody.end();
    await startTen({ folder: '', url });
    const client = new pg.Client(direct);
    await client.connect();
    const { rows } = await client.query<{ name: string }>('select name from migration order by name');
    await client.end();
    assert.deepEqual(
      rows.map(({ name }) => name),
      migrations.map(({ name }) => name).sort(),
    );
  });
}
