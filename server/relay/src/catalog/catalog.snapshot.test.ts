import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { ProblemError } from '@s360-widgets/contract/problem';
import { emptyDatabase } from '../state/database.trial.js';
import { createManualClock, Snapshots, type Database } from '../state/index.js';
import { catalogKinds } from './catalog.kept.js';
import {
  toCatalog,
  type Catalog,
  type CatalogEvent,
  type CatalogPerformance,
  type CatalogRecord,
} from './catalog.model.js';
import { CatalogSnapshot } from './catalog.snapshot.js';

const say = () => undefined;
const euro = { code: 'EUR', digits: 2 };
const now = '2026-12-01T12:00:00Z';

/** A catalog with so many events, each with two dates to come and a price for both. */
function season(name: string, events = 1, change: Partial<CatalogEvent> = {}): Catalog {
  const date = (id: string): CatalogPerformance => ({
    ...{ id, state: 'RUNNING', salePeriods: [], override: null, startAt: '2026-12-20T19:00:00Z' },
    ...{ durationMinutes: null, name: {}, venueId: null, logicalConfigurationId: null, capacity: null },
    seatCategories: [{ id: '5', name: {}, capacity: null, prices: [{ tariffId: '21', amountMinor: 9_000 }] }],
  });
  const event = (id: number): CatalogRecord => ({
    kind: 'event',
    value: {
      ...{ id: String(id), code: `E${id}`, kind: 'event', state: 'RUNNING', salePeriods: [] },
      ...{ override: null, title: { en: `Event ${id}` }, description: {}, pictureUrl: null, seasonId: '1' },
      ...{
        topicId: null,
        alertPercent: null,
        items: [],
        included: [],
        packageLines: [],
        guided: null,
        crossSells: [],
      },
      performances: [date(`${id}1`), date(`${id}2`)],
      ...change,
    },
  });
  const named: CatalogRecord = { kind: 'season', value: { id: '1', name: { en: name } } };
  return toCatalog(euro, [named, ...Array.from({ length: events }, (_, index) => event(index + 1))]);
}
const nameOf = (catalog: Catalog | undefined) => catalog?.seasons[0]?.name.en;

/** A snapshot over an S-360 that can be changed and switched off; the clock's waits last until the test is over. */
async function setUp(t: TestContext, shared?: Database) {
  const s360 = {
    name: 'First',
    events: 10,
    /** Of each event, instead of what it has usually. */
    change: {} as Partial<CatalogEvent>,
    currency: euro,
    setupUpdate: '2026-11-01T00:00:00Z' as string | undefined,
    isDown: false,
    asked: 0,
    loads: 0,
  };
  const clock = {
    ...createManualClock(now),
    wait: () => new Promise<void>(() => undefined),
  };
  const database = shared ?? (await emptyDatabase(clock));
  let changes = 0;
  let stalings = 0;
  const told: string[] = [];
  const tell = (...line: unknown[]) => void told.push(line.map(String).join(' '));
  const answer = async <T>(value: T): Promise<T> => {
    s360.asked++;
    if (s360.isDown) throw new ProblemError('box-office-down');
    return value;
  };
  const snapshot = new CatalogSnapshot({
    getLastSetupUpdate: () => answer(s360.setupUpdate),
    currency: () => s360.currency,
    loadCatalog: () => {
      s360.loads++;
      return answer(season(s360.name, s360.events, s360.change));
    },
    database,
    maxLostPercent: 30,
    clock,
    schedule: { everyMs: (usualMs) => usualMs, onWake: say },
    log: { debug: say, info: say, warn: tell, error: tell },
    onChange: () => void changes++,
    onFreshness: () => void stalings++,
  });
  t.after(() => snapshot.stop());
  /** S-360 is asked again, as soon as it would give another catalog. */
  const askAgain = () => {
    clock.advance(601_000);
    return snapshot.refresh();
  };
  const accept = () =>
    new Snapshots({ database, log: { error: tell } }).move(catalogKinds.aside, catalogKinds.good);
  return {
    s360,
    clock,
    snapshot,
    database,
    accept,
    askAgain,
    told,
    changes: () => changes,
    stalings: () => stalings,
  };
}

test('the catalog is loaded once, and again only when the setup changed', async (t) => {
  const { s360, clock, snapshot, changes } = await setUp(t);
  await snapshot.restore();
  await snapshot.start();
  s360.name = 'Second';
  clock.advance(601_000);
  await snapshot.refresh();
  assert.equal(s360.loads, 1);
  s360.setupUpdate = '2026-12-01T12:01:00Z';
  await snapshot.refresh();
  assert.equal(nameOf(snapshot.catalog), 'Second');
  assert.deepEqual([s360.loads, changes()], [2, 2]);
});

test('what S-360 says to have changed is loaded as soon as it may be, and nobody calls that a failure', async (t) => {
  const { s360, clock, snapshot, told } = await setUp(t);
  await snapshot.start();
  s360.name = 'Second';
  s360.setupUpdate = '2026-12-01T12:01:00Z';
  clock.advance(600_000);
  await snapshot.refresh();
  assert.deepEqual([nameOf(snapshot.catalog), snapshot.isStale, s360.loads], ['First', false, 1]);
  clock.advance(1_000);
  await snapshot.refresh();
  assert.deepEqual([nameOf(snapshot.catalog), snapshot.isStale, s360.loads], ['Second', false, 2]);
  assert.deepEqual(told, []);
});

test('a refusal against the catalog is a reason to ask S-360 at once, a crowd of them one', async (t) => {
  const { s360, clock, snapshot } = await setUp(t);
  await snapshot.start();
  clock.advance(601_000);
  s360.setupUpdate = '2026-12-01T12:10:00Z';
  s360.name = 'Second';
  for (let click = 0; click < 20; click++) snapshot.distrust();
  await snapshot.refresh();
  assert.equal(nameOf(snapshot.catalog), 'Second');
  const { asked } = s360;
  clock.advance(9_000);
  snapshot.distrust();
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(s360.asked, asked);
});

test('after a day it is loaded even if nothing is said to have changed, and always if nothing is said', async (t) => {
  const { s360, clock, snapshot, askAgain } = await setUp(t);
  await snapshot.restore();
  await snapshot.start();
  clock.advance(25 * 3_600_000);
  await snapshot.refresh();
  assert.equal(s360.loads, 2);
  s360.setupUpdate = undefined;
  await askAgain();
  assert.equal(s360.loads, 3);
});

test('when S-360 is down the last good one is served, marked stale, until S-360 is back', async (t) => {
  const { s360, snapshot, askAgain } = await setUp(t);
  await snapshot.restore();
  await snapshot.start();
  const { asOf } = snapshot;
  s360.isDown = true;
  await askAgain();
  assert.equal(nameOf(snapshot.catalog), 'First');
  assert.deepEqual([snapshot.isStale, snapshot.asOf], [true, asOf]);
  s360.isDown = false;
  await askAgain();
  assert.equal(snapshot.isStale, false);
  assert.equal(snapshot.asOf, '2026-12-01T12:20:02.000Z');
});

test('a restart while S-360 is down serves what was known before, with its age', async (t) => {
  const first = await setUp(t);
  await first.snapshot.start();
  await first.snapshot.stop();
  const second = await setUp(t, first.database);
  second.s360.isDown = true;
  second.clock.advance(3_600_000);
  await second.snapshot.restore();
  assert.equal(second.snapshot.isStale, true, 'S-360 was not asked for an hour');
  await second.snapshot.start();
  assert.equal(nameOf(second.snapshot.catalog), 'First');
  assert.equal(second.snapshot.asOf, '2026-12-01T12:00:00.000Z');
  assert.equal(second.snapshot.isStale, true);
});

test('a restart with S-360 up asks at once whether anything changed, and loads nothing that is known', async (t) => {
  const first = await setUp(t);
  await first.snapshot.start();
  await first.snapshot.stop();
  const second = await setUp(t, first.database);
  second.clock.advance(60_000);
  await second.snapshot.restore();
  assert.equal(second.snapshot.isStale, false, 'it is a minute old');
  await second.snapshot.start();
  assert.equal(second.s360.loads, 0);
  assert.equal(nameOf(second.snapshot.catalog), 'First');
  assert.equal(second.snapshot.asOf, '2026-12-01T12:01:00.000Z');
});

test('a relay that starts beside another one has its catalog at once, and asks S-360 nothing', async (t) => {
  const first = await setUp(t);
  await first.snapshot.start();
  const second = await setUp(t, first.database);
  second.s360.isDown = true;
  await second.snapshot.start();
  assert.deepEqual([nameOf(second.snapshot.catalog), second.snapshot.isStale], ['First', false]);
  Object.assign(first.s360, { name: 'Second', setupUpdate: '2026-12-01T12:01:00Z' });
  await first.askAgain();
  await second.askAgain();
  assert.deepEqual([nameOf(second.snapshot.catalog), second.s360.asked], ['Second', 0]);
});

test('what one relay keeps aside is aside at all, until it is accepted', async (t) => {
  const first = await setUp(t);
  await first.snapshot.start();
  const second = await setUp(t, first.database);
  await second.snapshot.start();
  Object.assign(first.s360, { events: 0, setupUpdate: '2026-12-01T12:01:00Z', name: 'Closed season' });
  await first.askAgain();
  await second.askAgain();
  assert.deepEqual([second.snapshot.aside, second.snapshot.isStale], [first.snapshot.aside, true]);
  assert.equal(second.snapshot.aside?.reason, 'empty');
  await first.accept();
  await second.askAgain();
  assert.deepEqual([nameOf(second.snapshot.catalog), second.snapshot.aside], ['Closed season', undefined]);
  assert.match(second.told.join(), /catalog accepted by hand/);
});

test('a first start while S-360 is down has no catalog, and gets one when S-360 is back', async (t) => {
  const { s360, snapshot, askAgain } = await setUp(t);
  s360.isDown = true;
  await snapshot.restore();
  await snapshot.start();
  assert.equal(snapshot.catalog, undefined);
  s360.isDown = false;
  await askAgain();
  assert.equal(nameOf(snapshot.catalog), 'First');
});

test('an answer without products does not replace the last good one, in memory, on disk or after a restart', async (t) => {
  const { s360, snapshot, told, changes, stalings, database, askAgain } = await setUp(t);
  await snapshot.start();
  const before = stalings();
  Object.assign(s360, { events: 0, name: 'Empty', setupUpdate: '2026-12-01T12:01:00Z' });
  await askAgain();
  assert.equal(nameOf(snapshot.catalog), 'First');
  assert.deepEqual(snapshot.aside, {
    ...{ reason: 'empty', events: 0, eventsBefore: 10, lostPercent: 100 },
    loadedAt: '2026-12-01T12:10:01.000Z',
  });
  assert.equal(snapshot.isStale, true);
  assert.equal(changes(), 1, 'what is served stays');
  assert.ok(stalings() > before, 'and is marked as stale');
  assert.match(told.join(), /kept aside/);
  await snapshot.stop();
  const later = await setUp(t, database);
  later.s360.isDown = true;
  await later.snapshot.restore();
  assert.equal(nameOf(later.snapshot.catalog), 'First');
  assert.equal(later.snapshot.aside?.reason, 'empty', 'a restart still knows of it');
});

const losses: { title: string; events?: number; change?: Partial<CatalogEvent>; lostPercent: number }[] = [
  { title: 'four of ten events vanish', events: 6, lostPercent: 40 },
  { title: 'every event loses its dates', change: { performances: [] }, lostPercent: 100 },
  {
    title: 'every date loses its prices',
    change: {
      performances:
        season('', 1)
          .events.get('1')
          ?.performances.map((one) => ({ ...one, seatCategories: [] })) ?? [],
    },
    lostPercent: 100,
  },
];
for (const { title, lostPercent, ...loss } of losses) {
  test(`an answer in which ${title} is kept aside, and a good one after it is taken`, async (t) => {
    const { s360, snapshot, askAgain } = await setUp(t);
    await snapshot.start();
    Object.assign(s360, { ...loss, name: 'Second', setupUpdate: '2026-12-01T12:01:00Z' });
    await askAgain();
    assert.equal(nameOf(snapshot.catalog), 'First');
    assert.deepEqual([snapshot.aside?.reason, snapshot.aside?.lostPercent], ['loss', lostPercent]);
    Object.assign(s360, { events: 10, change: {}, name: 'Third' });
    await askAgain();
    assert.equal(nameOf(snapshot.catalog), 'Third');
    assert.deepEqual([snapshot.aside, snapshot.isStale], [undefined, false]);
  });
}

test('some events less, and what is over by now, are no loss', async (t) => {
  const { s360, clock, snapshot, askAgain } = await setUp(t);
  await snapshot.start();
  Object.assign(s360, { events: 7, name: 'Second', setupUpdate: '2026-12-01T12:01:00Z' });
  await askAgain();
  assert.equal(nameOf(snapshot.catalog), 'Second');
  clock.advance(30 * 24 * 3_600_000);
  Object.assign(s360, { events: 1, name: 'Third', setupUpdate: '2026-12-31T12:01:00Z' });
  await askAgain();
  assert.equal(nameOf(snapshot.catalog), 'Third');
});

test('what was kept aside is taken once the operator accepts it, and stays after a restart', async (t) => {
  const { s360, snapshot, database, accept, changes, askAgain } = await setUp(t);
  await snapshot.start();
  Object.assign(s360, { events: 2, name: 'Second', setupUpdate: '2026-12-01T12:01:00Z' });
  await askAgain();
  assert.equal(await accept(), true);
  await snapshot.restore();
  assert.equal(nameOf(snapshot.catalog), 'Second');
  assert.deepEqual([snapshot.aside, snapshot.isStale, changes()], [undefined, false, 2]);
  await askAgain();
  assert.equal(s360.loads, 2, 'S-360 says that nothing changed since');
  await snapshot.stop();
  const later = await setUp(t, database);
  later.s360.isDown = true;
  await later.snapshot.restore();
  assert.equal(nameOf(later.snapshot.catalog), 'Second');
  assert.equal(await accept(), false, 'there is nothing to accept any more');
});

test('what was accepted while the relay was down is there when it starts', async (t) => {
  const { s360, snapshot, database, accept, askAgain } = await setUp(t);
  await snapshot.start();
  Object.assign(s360, { events: 0, name: 'Closed season', setupUpdate: '2026-12-01T12:01:00Z' });
  await askAgain();
  await accept();
  await snapshot.stop();
  const later = await setUp(t, database);
  later.s360.isDown = true;
  await later.snapshot.restore();
  assert.equal(nameOf(later.snapshot.catalog), 'Closed season');
});

test('a first answer without products makes no catalog, and is tried again', async (t) => {
  const { s360, snapshot, askAgain } = await setUp(t);
  s360.events = 0;
  await snapshot.start();
  assert.equal(snapshot.catalog, undefined);
  assert.equal(snapshot.aside?.reason, 'empty');
  s360.events = 10;
  await askAgain();
  assert.equal(nameOf(snapshot.catalog), 'First');
});

test('a catalog in another currency, or with other digits, is loaded again at once', async (t) => {
  const { s360, snapshot, askAgain } = await setUp(t);
  await snapshot.start();
  s360.currency = { code: 'EUR', digits: 3 };
  await askAgain();
  assert.equal(s360.loads, 2);
});

test('where the last good catalog is damaged, the one before it is served', async (t) => {
  const { s360, snapshot, database, askAgain } = await setUp(t);
  await snapshot.start();
  Object.assign(s360, { name: 'Second', setupUpdate: '2026-12-01T12:01:00Z' });
  await askAgain();
  await snapshot.stop();
  const { snapshotId = '' } =
    (await new Snapshots({ database, log: { error: say } }).head(catalogKinds.good)) ?? {};
  await database.query.deleteFrom('snapshot_piece').where('snapshot_id', '=', snapshotId).execute();
  const later = await setUp(t, database);
  later.s360.isDown = true;
  await later.snapshot.restore();
  assert.equal(nameOf(later.snapshot.catalog), 'First');
});
