import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyDatabase, onBothDatabases, type DatabaseTrial } from './database.trial.js';
import { createManualClock } from './clock.js';
import { Snapshots, type Draft } from './snapshots.js';
import type { Database } from './database.js';

const draft = (records: readonly unknown[], change: Partial<Draft> = {}): Draft => ({
  ...{ facts: { name: 'season' }, asOf: 1_000, nextAt: 2_000 },
  records: () => records,
  ...change,
});

function setUp(database: Database) {
  const errors: string[] = [];
  const log = { error: (_: object, message: string) => void errors.push(message) };
  return { snapshots: new Snapshots({ database, log }), errors };
}

const pieces = async ({ database }: Pick<DatabaseTrial, 'database'>) =>
  (await database.query.selectFrom('snapshot_piece').select('snapshot_id').execute()).length;

onBothDatabases(
  'a snapshot is read at another relay as it was written, with what is known of it',
  async (trial) => {
    const { snapshots } = setUp(trial.database);
    const text = 'line\nbreak, \u0000, half a pair \ud800, Jenůfa';
    const records = [{ id: 1, text }, [null, 1.5, '']];
    const head = await snapshots.publish('things/1', 0, draft(records));
    const there = setUp(await trial.openAgain()).snapshots;
    assert.deepEqual(await there.newest('things/1'), { head, records });
    assert.deepEqual(await there.head('things/1'), head);
    assert.equal(head?.version, 1);
    assert.equal(await there.head('things/2'), undefined, 'of another form there is none');
  },
);

onBothDatabases(
  'a big snapshot is written in pieces, and its two newest versions are all that stays',
  async (trial) => {
    const { snapshots } = setUp(trial.database);
    const big = (name: string) =>
      Array.from({ length: 900 }, (_, id) => ({ id, name, text: 'x'.repeat(900) }));
    const expected = Math.ceil((900 * 930) / (256 * 1024));
    for (const [known, name] of ['first', 'second', 'third'].entries())
      assert.equal((await snapshots.publish('things/1', known, draft(big(name))))?.version, known + 1);
    assert.deepEqual((await snapshots.newest('things/1'))?.records, big('third'));
    assert.equal(await pieces(trial), 2 * expected);
  },
);

onBothDatabases('of two relays that follow the same version, one puts its own in place', async (trial) => {
  const [here, there] = [setUp(trial.database), setUp(await trial.openAgain())];
  await here.snapshots.publish('things/1', 0, draft(['old']));
  const placed = await Promise.all(
    [here, there].map(({ snapshots }, relay) => snapshots.publish('things/1', 1, draft([relay]))),
  );
  assert.equal(placed.filter(Boolean).length, 1);
  assert.deepEqual((await here.snapshots.newest('things/1'))?.records, [placed[0] ? 0 : 1]);
});

onBothDatabases(
  'what a relay has begun to write and never finished is no snapshot, and is dropped in time',
  async (trial) => {
    const { snapshots } = setUp(trial.database);
    await snapshots.publish('things/1', 0, draft(['good']));
    const broken = snapshots.publish('things/1', 1, {
      ...draft([]),
      *records() {
        yield 'x'.repeat(300_000);
        throw new Error('killed');
      },
    });
    await assert.rejects(broken, /killed/);
    assert.deepEqual((await snapshots.newest('things/1'))?.records, ['good']);
    assert.equal(await pieces(trial), 2);
    trial.clock.advance(2 * 3_600_000);
    await snapshots.publish('things/1', 1, draft(['next']));
    assert.equal(await pieces(trial), 2, 'that of the good one, and the next');
  },
);

onBothDatabases(
  'where a piece of the newest is gone or damaged, the one before it is read, and that is told once',
  async (trial) => {
    const { snapshots, errors } = setUp(trial.database);
    for (const damage of ['gone', 'damaged'] as const) {
      await snapshots.publish(damage, 0, draft(['before']));
      const { snapshotId = '' } = (await snapshots.publish(damage, 1, draft(['after']))) ?? {};
      const { query } = trial.database;
      if (damage === 'gone')
        await query.deleteFrom('snapshot_piece').where('snapshot_id', '=', snapshotId).execute();
      else
        await query
          .updateTable('snapshot_piece')
          .set({ body: '"aft' })
          .where('snapshot_id', '=', snapshotId)
          .execute();
      assert.deepEqual((await snapshots.newest(damage))?.records, ['before']);
      assert.equal((await snapshots.head(damage))?.version, 1);
    }
    assert.deepEqual(errors, Array(2).fill('a snapshot can not be read'));
  },
);

onBothDatabases('snapshots of a form that this relay does not know stay as they are', async (trial) => {
  const { snapshots } = setUp(trial.database);
  await snapshots.publish('things/9', 0, draft(['of a later relay']));
  for (const known of [0, 1, 2]) await snapshots.publish('things/1', known, draft([known]));
  await snapshots.remove('things/1');
  assert.equal(await snapshots.newest('things/1'), undefined);
  assert.deepEqual((await snapshots.newest('things/9'))?.records, ['of a later relay']);
});

onBothDatabases(
  'a snapshot that is moved is the newest of its new kind, and of the old one there is none',
  async (trial) => {
    const { snapshots } = setUp(trial.database);
    assert.equal(await snapshots.move('aside/1', 'things/1'), false);
    await snapshots.publish('things/1', 0, draft(['good']));
    for (const known of [0, 1]) await snapshots.publish('aside/1', known, draft([`aside ${known}`]));
    assert.equal(await snapshots.move('aside/1', 'things/1'), true);
    assert.equal(await snapshots.head('aside/1'), undefined);
    const { head, records } = (await snapshots.newest('things/1')) ?? {};
    assert.deepEqual([head?.version, records], [2, ['aside 1']]);
  },
);

onBothDatabases('how fresh a snapshot is can be noted without writing it anew', async (trial) => {
  const { snapshots } = setUp(trial.database);
  const head = await snapshots.publish('things/1', 0, draft(['good']));
  assert.ok(head);
  const noted = { ...head, asOf: 5_000, failures: 2, nextAt: 9_000 };
  await snapshots.note(noted);
  assert.deepEqual(await snapshots.newest('things/1'), { head: noted, records: ['good'] });
});

test('while a huge snapshot is written and read, the event loop stays free', async () => {
  const database = await emptyDatabase(createManualClock(0));
  const { snapshots } = setUp(database);
  const records = Array.from({ length: 40_000 }, (_, id) => ({ id, text: 'x'.repeat(200) }));
  let turns = 0;
  const counting = setInterval(() => void turns++, 0);
  await snapshots.publish('things/1', 0, draft(records));
  const written = turns;
  await snapshots.newest('things/1');
  clearInterval(counting);
  assert.ok(written > 10, `${written} turns while it was written`);
  assert.ok(turns - written > 10, `${turns - written} turns while it was read`);
});
