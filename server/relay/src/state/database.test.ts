import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { createManualClock } from './clock.js';
import { Database, DatabaseClosed } from './database.js';
import { onBothDatabases, onDatabase, trialLog } from './database.trial.js';
import { toWhole, UnstorableValue } from './database.values.js';
import type { Migration } from './migration.js';
import { migrate, migrations } from './migrations.js';
import { startPostgres } from './postgres.trial.js';
import type { BuyerRow } from './tables.js';

const buyer = (changes: Partial<BuyerRow> = {}): BuyerRow => ({
  order_id: '10229210009003',
  contact_number: '9001',
  contact_address_id: null,
  saved_at: 1_796_497_200_000,
  ...changes,
});

const buyerIn = (database: Database, orderId: string) =>
  database.query.selectFrom('buyer').selectAll().where('order_id', '=', orderId).executeTakeFirst();

/** Reads how often the order was counted, waits for what comes, and writes one more. */
const countOne = (database: Database, meanwhile: () => Promise<unknown>) =>
  database.alone(1, async (db) => {
    const counts = db.selectFrom('order_change').select('changes');
    const changes = ((await counts.executeTakeFirst())?.changes ?? 0) + 1;
    await meanwhile();
    await db
      .insertInto('order_change')
      .values({ order_id: '1', changes, changed_at: 0 })
      .onConflict((conflict) => conflict.column('order_id').doUpdateSet({ changes }))
      .execute();
    return changes;
  });

onBothDatabases('what is done alone is done one after the other, here and at other relays', async (trial) => {
  const relays = [trial.database, await trial.openAgain(), await trial.openAgain()];
  const turn = () => new Promise(setImmediate);
  const counts = await Promise.all([...relays, ...relays].map((relay) => countOne(relay, turn)));
  assert.deepEqual(counts.sort(), [1, 2, 3, 4, 5, 6]);
});

test('a relay that stands still in the middle of what it does alone loses its turn (PostgreSQL)', () =>
  onDatabase('PostgreSQL', async (trial) => {
    let standsStill: () => void = () => undefined;
    const isBegun = new Promise<void>((resolve) => {
      standsStill = resolve;
    });
    let goOn: () => void = () => undefined;
    const still = countOne(trial.database, () => {
      standsStill();
      return new Promise<void>((resolve) => {
        goOn = resolve;
      });
    }).catch((error: unknown) => error);
    await isBegun;
    assert.equal(await countOne(await trial.openAgain(), () => Promise.resolve()), 1);
    goOn();
    assert.ok((await still) instanceof Error, 'it has done nothing');
  }));

onBothDatabases(
  'what was written is read back as it was, from another relay too',
  async ({ database, openAgain }) => {
    const rows = [
      buyer(),
      buyer({ order_id: '9007199254740993', contact_number: '', saved_at: 0 }),
      buyer({ order_id: "'; drop table buyer; --", contact_number: '𝄞 Zoë \t\n ﬁ', saved_at: -1 }),
      buyer({ order_id: 'x'.repeat(100_000), saved_at: Number.MAX_SAFE_INTEGER }),
    ];
    for (const row of rows) await database.query.insertInto('buyer').values(row).execute();
    const other = await openAgain();
    for (const row of rows) assert.deepEqual({ ...(await buyerIn(other, row.order_id)) }, row);
  },
);

const strange: [what: string, value: unknown][] = [
  ['true', true],
  ['NaN', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['a part of a whole', 0.5],
  ['2^53 + 1', 2 ** 53],
  ['a bigint', 2n ** 53n + 1n],
  ['a date', new Date(0)],
  ['a list', [1]],
  ['an object', {}],
  ['bytes', new Uint8Array([1])],
  ['text that ends early', 'A\0B'],
  ['half a character', 'A\ud800'],
];

onBothDatabases(
  'a value that would come back as another is refused in words, and all goes on',
  async ({ database }) => {
    for (const [what, value] of strange) {
      for (const column of ['contact_number', 'saved_at'] as const) {
        const odd = { ...buyer(), [column]: value };
        const insert = database.query.insertInto('buyer').values(odd);
        await assert.rejects(insert.execute(), UnstorableValue, `${what} in ${column}`);
      }
    }
    await database.query
      .insertInto('buyer')
      .values(buyer({ saved_at: -0 }))
      .execute();
    assert.equal(Object.is((await buyerIn(database, buyer().order_id))?.saved_at, 0), true);
  },
);

onBothDatabases('a value of another type than its column’s is not kept', async ({ database }) => {
  const insert = database.query.insertInto('buyer').values(buyer({ saved_at: 'soon' as never }));
  await assert.rejects(insert.execute());
  assert.equal(await buyerIn(database, buyer().order_id), undefined);
});

onBothDatabases(
  'a count, an instant and a version are numbers, and a number too large is none',
  async ({ database }) => {
    await database.query.insertInto('buyer').values(buyer()).execute();
    const counted = await database.query
      .selectFrom('buyer')
      .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('saved_at').as('last')])
      .executeTakeFirstOrThrow();
    assert.deepEqual({ ...counted }, { count: 1, last: buyer().saved_at });
    await assert.rejects(sql`select 9007199254740993 as large`.execute(database.query));
  },
);

test('the number of PostgreSQL that JavaScript would round is refused', () => {
  assert.equal(toWhole('9007199254740991'), Number.MAX_SAFE_INTEGER);
  assert.throws(() => toWhole('9007199254740993'), UnstorableValue);
});

onBothDatabases('a row that lacks what it needs is not kept', async ({ database }) => {
  const insert = database.query
    .insertInto('buyer')
    .values({ ...buyer(), contact_number: undefined as never });
  await assert.rejects(insert.execute());
  assert.equal(await buyerIn(database, buyer().order_id), undefined);
});

onBothDatabases('work that fails leaves nothing behind', async ({ database }) => {
  const failing = database.transaction(async (db) => {
    await db.insertInto('buyer').values(buyer()).execute();
    throw new Error('in the middle');
  });
  await assert.rejects(failing, /in the middle/);
  assert.equal(await buyerIn(database, buyer().order_id), undefined);
});

test('work that PostgreSQL undid because of another one is done again, whole, and what it came to is told once', () =>
  onDatabase('PostgreSQL', async ({ database, openAgain }) => {
    const other = await openAgain();
    for (const order_id of ['a', 'b'])
      await database.query
        .insertInto('buyer')
        .values(buyer({ order_id, saved_at: 0 }))
        .execute();
    let tries = 0;
    let waiting = 0;
    let bothHaveOne: () => void = () => undefined;
    const meeting = new Promise<void>((resolve) => (bothHaveOne = resolve));
    /** Each has the row that the other one wants next: one of the two must give way. */
    const addOneTo = (relay: Database, orderIds: string[]) =>
      relay.transaction(async (db) => {
        tries++;
        for (const [at, order_id] of orderIds.entries()) {
          await db
            .updateTable('buyer')
            .set(({ eb }) => ({ saved_at: eb('saved_at', '+', 1) }))
            .where('order_id', '=', order_id)
            .execute();
          if (at > 0) continue;
          if (++waiting === 2) bothHaveOne();
          await meeting;
        }
      });
    await Promise.all([addOneTo(database, ['a', 'b']), addOneTo(other, ['b', 'a'])]);
    assert.equal(tries, 3);
    const rows = await database.query.selectFrom('buyer').select('saved_at').execute();
    assert.deepEqual(
      rows.map(({ saved_at }) => saved_at),
      [2, 2],
    );
  }));

onBothDatabases(
  'two relays that read and then write the same row lose no write',
  async ({ database, openAgain }) => {
    await database.query
      .insertInto('buyer')
      .values(buyer({ saved_at: 0 }))
      .execute();
    const addOne = (relay: Database) =>
      relay.transaction(async (db) => {
        const row = await db
          .selectFrom('buyer')
          .selectAll()
          .$if(!relay.isEmbedded, (query) => query.forUpdate())
          .executeTakeFirstOrThrow();
        await db
          .updateTable('buyer')
          .set({ saved_at: row.saved_at + 1 })
          .execute();
      });
    const other = await openAgain();
    const addTen = async (relay: Database) => {
      for (let turn = 0; turn < 10; turn++) await addOne(relay);
    };
    await Promise.all(Array.from({ length: 20 }, (_, turn) => addTen(turn % 2 ? database : other)));
    assert.equal((await buyerIn(database, buyer().order_id))?.saved_at, 200);
  },
);

onBothDatabases(
  'the second of two that insert the same key gets the first one’s row',
  async ({ database, openAgain }) => {
    const other = await openAgain();
    const insert = (relay: Database, contactNumber: string) =>
      relay.query
        .insertInto('buyer')
        .values(buyer({ contact_number: contactNumber }))
        .onConflict((conflict) => conflict.column('order_id').doNothing())
        .returning('contact_number')
        .executeTakeFirst();
    const inserted = await Promise.all([insert(database, 'one'), insert(other, 'two')]);
    const winners = inserted.filter((row) => row !== undefined);
    assert.equal(winners.length, 1);
    assert.equal((await buyerIn(other, buyer().order_id))?.contact_number, winners[0]?.contact_number);
  },
);

onBothDatabases('ten relays that start at once make each step of the schema once', async ({ openAgain }) => {
  const relays = await Promise.all(Array.from({ length: 10 }, () => openAgain()));
  const [first] = relays;
  const steps = await first?.query.selectFrom('migration').select('name').execute();
  assert.deepEqual(
    steps?.map(({ name }) => name),
    migrations.map(({ name }) => name),
  );
});

const later: Migration = {
  name: '9999-of-a-later-release',
  up: ({ run }) => run('alter table buyer add column nickname text'),
};

const migrateTo = (database: Database, steps: readonly Migration[]) =>
  migrate(
    {
      isEmbedded: database.isEmbedded,
      now: () => 0,
      transaction: (work) => database.transaction(work),
    },
    steps,
  );

onBothDatabases(
  'a relay works on, and starts again, where a later one has migrated',
  async ({ database, openAgain }) => {
    await migrateTo(database, [...migrations, later]);
    const older = await openAgain();
    for (const [index, relay] of [database, older].entries()) {
      await relay.query
        .insertInto('buyer')
        .values(buyer({ order_id: String(index) }))
        .execute();
    }
    assert.equal((await buyerIn(older, '0'))?.contact_number, '9001');
  },
);

onBothDatabases('a step that fails halfway is made whole by the next start', async ({ database }) => {
  const failing: Migration = {
    ...later,
    async up(tools) {
      await later.up(tools);
      throw new Error('the power went');
    },
  };
  await assert.rejects(migrateTo(database, [...migrations, failing]), /the power went/);
  await migrateTo(database, [...migrations, later]);
  const columns = await sql<{ nickname: null }>`select nickname from buyer`.execute(database.query);
  assert.deepEqual(columns.rows, []);
});

test('the file of the embedded database is its owner’s alone, and durable on every opening', () =>
  onDatabase('SQLite', async ({ database, openAgain, file }) => {
    assert.equal(statSync(file).mode & 0o777, 0o600);
    const again = await openAgain();
    for (const relay of [database, again]) {
      for (let turn = 0; turn < 10; turn++) {
        await relay.transaction((db) =>
          db
            .insertInto('buyer')
            .values(buyer({ order_id: `${turn}` }))
            .execute(),
        );
        await relay.query.deleteFrom('buyer').execute();
      }
      const setting = async (name: string) =>
        Object.values(
          (await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(relay.query)).rows[0] ?? {},
        );
      assert.deepEqual(await setting('journal_mode'), ['wal']);
      assert.deepEqual(await setting('synchronous'), [2]);
      assert.deepEqual(await setting('foreign_keys'), [1]);
    }
  }));

test('while another program holds the lock writes wait, nobody else does, and the program gets its turns', () =>
  onDatabase('SQLite', async ({ database, openAgain }) => {
    const program = await openAgain();
    const writes: Promise<unknown>[] = [];
    let longestMs = 0;
    for (let turn = 0; turn < 5; turn++) {
      await program.transaction(async (db) => {
        await db
          .insertInto('shipment')
          .values({ order_id: `${turn}`, shipment_mode_id: '1', contact_address_id: null, saved_at: 0 })
          .execute();
        for (let write = 0; write < 20; write++) {
          writes.push(
            database.query
              .insertInto('buyer')
              .values(buyer({ order_id: `${turn}/${write}` }))
              .execute(),
          );
        }
        for (let beat = 0; beat < 20; beat++) {
          const beganAt = performance.now();
          await new Promise((resolve) => setImmediate(resolve));
          longestMs = Math.max(longestMs, performance.now() - beganAt);
          await sql`select 1`.execute(db);
        }
      });
    }
    await Promise.all(writes);
    const { count } = await database.query
      .selectFrom('buyer')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    assert.equal(count, 100);
    assert.ok(longestMs < 1_000, `the process stood still for ${longestMs} ms`);
  }));

test('the time of a lease is PostgreSQL’s own where relays’ clocks disagree, and not the start of a transaction', async () => {
  const url = await (await startPostgres()).newUrl();
  const clock = createManualClock('2001-01-01T00:00:00Z');
  const database = await Database.open({ folder: '', url }, { clock, log: trialLog });
  const nowIn = async (db: Database['query']) =>
    (await db.selectNoFrom(database.now().as('now')).executeTakeFirstOrThrow()).now;
  await database.transaction(async (db) => {
    const first = await nowIn(db);
    await sql`select pg_sleep(0.05)`.execute(db);
    const second = await nowIn(db);
    assert.ok(second - first >= 50, `${second - first} ms`);
    assert.ok(second > Date.parse('2026-01-01'));
  });
  await database.close();
});

test('of the connections that PostgreSQL has, a relay takes no more than it may', async () => {
  const postgres = await startPostgres();
  const [folder, url, mostConnections] = ['', await postgres.newUrl(), 2];
  const context = { clock: createManualClock(0), log: trialLog };
  const database = await Database.open({ folder, url, mostConnections }, context);
  await Promise.all(
    Array.from({ length: 6 }, async () => sql`select pg_sleep(0.05)`.execute(database.query)),
  );
  const others = "backend_type = 'client backend' and pid <> pg_backend_pid()";
  const [counted] = await postgres.run(`select count(*)::int as count from pg_stat_activity where ${others}`);
  assert.deepEqual(counted, { count: mostConnections });
  await database.close();
});

test('a restart of PostgreSQL ends no relay, and the next question is answered', async () => {
  const postgres = await startPostgres();
  const clock = createManualClock('2026-12-05T19:00:00Z');
  const broken: object[] = [];
  const log = { warn: (facts: object) => void broken.push(facts) };
  const database = await Database.open({ folder: '', url: await postgres.newUrl() }, { clock, log });
  await database.query.insertInto('buyer').values(buyer()).execute();
  const asked = sql`select pg_sleep(60)`.execute(database.query).catch((error: unknown) => error);
  await sql`select 1`.execute(database.query);
  await postgres.restart();
  assert.ok((await asked) instanceof Error);
  assert.equal((await buyerIn(database, buyer().order_id))?.contact_number, '9001');
  assert.ok(broken.length > 0);
  await database.close();
});

test('a folder that can not be used, and a server that is not there, are told in words and without a password', async () => {
  const context = { clock: createManualClock(0), log: trialLog };
  const file = fileURLToPath(import.meta.url);
  await assert.rejects(Database.open({ folder: file }, context), (error: Error) => {
    assert.ok(error instanceof DatabaseClosed);
    return error.message.startsWith(`The database in ${file} (RELAY_STATE_DIR) can't be opened: `);
  });
  const url = 'postgres://relay:a-secret@127.0.0.1:1/relay';
  await assert.rejects(Database.open({ folder: '', url }, context), (error: Error) => {
    assert.doesNotMatch(error.message, /a-secret/);
    return /^The PostgreSQL of RELAY_DATABASE_URL can't be opened: .*ECONNREFUSED/.test(error.message);
  });
});

test('what no longer fits on the disk is refused, and nothing else is lost by it', () =>
  onDatabase('SQLite', async ({ database, openAgain }) => {
    await database.query.insertInto('buyer').values(buyer()).execute();
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database.query);
    await sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`).execute(database.query);
    const large = buyer({ order_id: 'large', contact_number: 'x'.repeat(1_000_000) });
    await assert.rejects(database.query.insertInto('buyer').values(large).execute(), /full/);
    await sql`pragma max_page_count = 100000`.execute(database.query);
    await database.query
      .insertInto('buyer')
      .values(buyer({ order_id: 'after' }))
      .execute();
    const again = await openAgain();
    assert.equal(await buyerIn(again, 'large'), undefined);
    assert.deepEqual({ ...(await buyerIn(again, 'after')) }, buyer({ order_id: 'after' }));
    assert.deepEqual({ ...(await buyerIn(again, buyer().order_id)) }, buyer());
  }));

test('among many rows PostgreSQL finds by their index those that an instant is compared with', async () => {
  const url = await (await startPostgres()).newUrl();
  const clock = createManualClock('2026-12-05T19:00:00Z');
  const database = await Database.open({ folder: '', url }, { clock, log: trialLog });
  const later = 4_000_000_000_000;
  await sql`
    insert into raised_notice (attempt_id, raised_at, tries, next_try_at)
    select 'a' || number, 0, 0, ${later} from generate_series(1, 5000) number`.execute(database.query);
  await sql`analyze raised_notice`.execute(database.query);
  const due = database.query
    .selectFrom('raised_notice')
    .select('attempt_id')
    .where('next_try_at', '<=', database.instant());
  const plan = JSON.stringify(await due.explain());
  assert.match(plan, /raised_notice_due/);
  assert.doesNotMatch(plan, /Seq Scan/);
  assert.deepEqual(await due.execute(), []);
  await database.close();
});
