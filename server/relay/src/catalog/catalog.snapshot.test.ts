import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { ProblemError } from '@s360-widgets/contract/problem';
import { createManualClock, snapshotFile } from '../state/index.js';
import { toCatalog, type Catalog } from './catalog.model.js';
import { CatalogSnapshot } from './catalog.snapshot.js';

const folder = await mkdtemp(join(tmpdir(), 'catalog-'));
const say = () => undefined;
const season = (name: string): Catalog =>
  toCatalog([{ kind: 'season', value: { id: '1', name: { en: name } } }]);
const nameOf = (catalog: Catalog | undefined) => catalog?.seasons[0]?.name.en;
let files = 0;

/** A snapshot over an S-360 that can be changed and switched off; the clock's waits last until the test is over. */
function setUp(t: TestContext, path = join(folder, `${files++}.jsonl`)) {
  const s360 = {
    name: 'First',
    setupUpdate: '2026-11-01T00:00:00Z' as string | undefined,
    isDown: false,
    loads: 0,
  };
  const clock = {
    ...createManualClock('2026-12-01T12:00:00Z'),
    wait: () => new Promise<void>(() => undefined),
  };
  let changes = 0;
  const answer = async <T>(value: T): Promise<T> => {
    if (s360.isDown) throw new ProblemError('box-office-down');
    return value;
  };
  const snapshot = new CatalogSnapshot({
    getLastSetupUpdate: () => answer(s360.setupUpdate),
    loadCatalog: () => {
      s360.loads++;
      return answer(season(s360.name));
    },
    file: snapshotFile(path, 'test/1'),
    clock,
    log: { debug: say, info: say, warn: say, error: say },
    onChange: () => void changes++,
    onFailure: () => undefined,
  });
  t.after(() => snapshot.stop());
  return { s360, clock, snapshot, path, changes: () => changes };
}

test('the catalog is loaded once, and again only when the setup changed', async (t) => {
  const { s360, snapshot, changes } = setUp(t);
  await snapshot.restore();
  await snapshot.start();
  s360.name = 'Second';
  await snapshot.refresh();
  assert.equal(s360.loads, 1);
  s360.setupUpdate = '2026-12-01T12:01:00Z';
  await snapshot.refresh();
  assert.equal(nameOf(snapshot.catalog), 'Second');
  assert.deepEqual([s360.loads, changes()], [2, 2]);
});

test('after a day it is loaded even if nothing is said to have changed, and always if nothing is said', async (t) => {
  const { s360, clock, snapshot } = setUp(t);
  await snapshot.restore();
  await snapshot.start();
  clock.advance(25 * 3_600_000);
  await snapshot.refresh();
  assert.equal(s360.loads, 2);
  s360.setupUpdate = undefined;
  await snapshot.refresh();
  assert.equal(s360.loads, 3);
});

test('when S-360 is down the last good one is served, marked stale, until S-360 is back', async (t) => {
  const { s360, clock, snapshot } = setUp(t);
  await snapshot.restore();
  await snapshot.start();
  const { asOf } = snapshot;
  s360.isDown = true;
  clock.advance(600_000);
  await snapshot.refresh();
  assert.equal(nameOf(snapshot.catalog), 'First');
  assert.deepEqual([snapshot.isStale, snapshot.asOf], [true, asOf]);
  s360.isDown = false;
  await snapshot.refresh();
  assert.equal(snapshot.isStale, false);
  assert.equal(snapshot.asOf, '2026-12-01T12:10:00.000Z');
});

test('a restart while S-360 is down serves what is on disk, with its age', async (t) => {
  const first = setUp(t);
  await first.snapshot.start();
  const second = setUp(t, first.path);
  second.s360.isDown = true;
  second.clock.advance(3_600_000);
  await second.snapshot.restore();
  assert.equal(second.snapshot.isStale, true, 'S-360 was not asked yet');
  await second.snapshot.start();
  assert.equal(nameOf(second.snapshot.catalog), 'First');
  assert.equal(second.snapshot.asOf, '2026-12-01T12:00:00.000Z');
  assert.equal(second.snapshot.isStale, true);
});

test('a restart with S-360 up loads nothing that is on disk already', async (t) => {
  const first = setUp(t);
  await first.snapshot.start();
  const second = setUp(t, first.path);
  await second.snapshot.restore();
  assert.equal(second.snapshot.isStale, true, 'S-360 was not asked yet');
  await second.snapshot.start();
  assert.equal(second.s360.loads, 0);
  assert.equal(nameOf(second.snapshot.catalog), 'First');
});

test('a first start while S-360 is down has no catalog, and gets one when S-360 is back', async (t) => {
  const { s360, snapshot } = setUp(t);
  s360.isDown = true;
  await snapshot.restore();
  await snapshot.start();
  assert.equal(snapshot.catalog, undefined);
  s360.isDown = false;
  await snapshot.refresh();
  assert.equal(nameOf(snapshot.catalog), 'First');
});
