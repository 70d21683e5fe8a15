import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { isAway } from './away.js';
import { createManualClock } from './clock.js';
import { Database } from './database.js';
import { onBothDatabases, onDatabase, trialLog } from './database.trial.js';
import { startPostgres } from './postgres.trial.js';

/** What came of a statement that is expected to fail. */
const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => assert.fail('it was carried out'),
    (error: unknown) => error,
  );

const write = ({ query }: Database, orderId = '1') =>
  query.insertInto('order_change').values({ order_id: orderId, changes: 1, changed_at: 0 }).execute();

onBothDatabases('a mistake of ours is not taken for a database that is away', async ({ database }) => {
  await write(database);
  assert.equal(isAway(await failure(write(database))), false, 'the same key twice');
  assert.equal(isAway(await failure(sql`select nothing from nowhere`.execute(database.query))), false);
  assert.equal(isAway(await failure(write(database, '\0'))), false, 'a text that no database can hold');
  assert.equal(isAway(new TypeError('x is undefined')), false);
});

test('an embedded database whose file takes nothing is away until it does', () =>
  onDatabase('SQLite', async ({ database }) => {
    for (const [name, taken, given] of [
      ['can’t be written to', 'query_only = on', 'query_only = off'],
      ['is full', 'max_page_count = 1', 'max_page_count = 100000'],
    ] as const) {
      await sql.raw(`pragma ${taken}`).execute(database.query);
      const large = 'x'.repeat(1_000_000);
      assert.equal(isAway(await failure(write(database, large))), true, `it ${name}`);
      // Of a statement that gives rows the driver tells no code.
      const giving = sql`insert into order_change values (${large}, 1, 0) returning *`.execute(
        database.query,
      );
      assert.equal(isAway(await failure(giving)), true, `it ${name}`);
      await sql.raw(`pragma ${given}`).execute(database.query);
      await write(database, name);
    }
  }));

test('a PostgreSQL that is gone, ends what it was asked, or takes no writes is away', async () => {
  const postgres = await startPostgres();
  const [folder, url] = ['', await postgres.newUrl()];
  const context = { clock: createManualClock(0), log: trialLog };
  const database = await Database.open({ folder, url }, context);
  const onlyRead = database.query
    .transaction()
    .setAccessMode('read only')
    .execute((db) =>
      db.insertInto('order_change').values({ order_id: '1', changes: 1, changed_at: 0 }).execute(),
    );
  assert.equal(isAway(await failure(onlyRead)), true, 'it takes no writes');

  const asked = failure(sql`select pg_sleep(60)`.execute(database.query));
  await sql`select 1`.execute(database.query);
  const others = "backend_type = 'client backend' and pid <> pg_backend_pid()";
  await postgres.run(`select pg_terminate_backend(pid) from pg_stat_activity where ${others}`);
  assert.equal(isAway(await asked), true, 'an operator ended what was under way');

  await postgres.stop();
  assert.equal(isAway(await failure(write(database))), true, 'it is gone');
  await database.close();
});
