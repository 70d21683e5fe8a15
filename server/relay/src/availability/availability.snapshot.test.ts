import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { ProblemError } from '@s360-widgets/contract/problem';
import { emptyDatabase } from '../state/database.trial.js';
import { createManualClock, type Database } from '../state/index.js';
import type { TimedTour } from './availability.mapping.js';
import { AvailabilitySnapshot, type Watched } from './availability.snapshot.js';

const say = () => undefined;

/** A snapshot over an S-360 whose stock and changes the test sets. */
async function setUp(t: TestContext, shared?: Database) {
  const s360 = {
    left: { 11: 5, 12: 6, 21: 7 } as Record<string, number>,
    visits: 8,
    tours: [] as TimedTour[],
    changed: [] as string[],
    lastUpdateAt: undefined as string | undefined,
    isDown: false,
    unknown: [] as string[],
    unclear: [] as string[],
    /** Of so many performances S-360 may be asked in one round. */
    room: 300,
    calls: [] as string[],
  };
  const linesOf = (ids: readonly string[]) =>
    ids.flatMap((performanceId) => {
      const left = s360.left[performanceId];
      return left === undefined
        ? []
        : [
            { performanceId, seatCategoryId: '51', left },
            { performanceId, seatCategoryId: '51', left: 1 },
          ];
    });
  const shown: (number | undefined)[] = [];
  const watched: Watched[] = [
    { productId: '1', performanceIds: ['11', '12'] },
    { productId: '2', performanceIds: ['21'] },
    { productId: '3', performanceIds: [] },
  ];
  const called = (call: string) => {
    if (s360.isDown) throw new ProblemError('box-office-down');
    s360.calls.push(call);
  };
  const clock = {
    ...createManualClock('2026-12-01T12:00:00Z'),
    wait: () => new Promise<void>(() => undefined),
  };
  const database = shared ?? (await emptyDatabase(clock));
  const snapshot = new AvailabilitySnapshot({
    source: {
      async getUpdates(productIds, referenceDate) {
        called(`updates of ${productIds.join()} since ${referenceDate}`);
        return { productIds: s360.changed, lastUpdateAt: s360.lastUpdateAt };
      },
      async getPerformances({ ids, suspects = [], heard, onward }) {
        const performanceIds = [...ids, ...suspects.flat()];
        called(`performances ${performanceIds.join()}`);
        const [unclear, answered] = [s360.unclear, ids.filter((id) => !s360.unclear.includes(id))];
        if (unclear.length > 0) {
          heard(answered, linesOf(answered));
          onward?.();
          return { refused: [], unclear: [unclear], unasked: [] };
        }
        const unasked = ids.slice(s360.room);
        const asked = performanceIds.filter((id) => !unasked.includes(id));
        const refused = asked.filter((id) => s360.unknown.includes(id));
        const known = asked.filter((id) => !refused.includes(id));
        heard(known, linesOf(known));
        return { refused, unclear: [], unasked };
      },
      async getPasses({ ids, heard }) {
        called(`passes ${ids.join()}`);
        heard(ids, [{ productId: '3', itemId: '71', timeslotId: '701', left: s360.visits }]);
        return { refused: [], unclear: [], unasked: [] };
      },
      async getTours(passId, timeslotIds) {
        called(`tours of ${passId} at ${timeslotIds.join()}`);
        return s360.tours;
      },
    },
    watched: () => watched,
    database,
    clock,
    schedule: { everyMs: (usualMs) => usualMs, onWake: say },
    log: { debug: say, info: say, warn: say, error: say },
    onRefresh: () => void shown.push(snapshot.leftOfPerformance('21')),
  });
  t.after(() => snapshot.stop());
  return { s360, clock, snapshot, watched, database, shown };
}

test('at first everything is counted, lines of one category added up', async (t) => {
  const { s360, snapshot } = await setUp(t);
  await snapshot.start();
  assert.deepEqual(s360.calls, ['performances 11,12,21', 'passes 3']);
  assert.equal(snapshot.leftOfPerformance('11'), 6);
  assert.equal(snapshot.leftOfSeatCategory('11', '51'), 6);
  assert.equal(snapshot.leftOfSeatCategory('11', '52'), 0);
  assert.equal(snapshot.leftOfItem('71', '701'), 8);
  assert.equal(snapshot.leftOfPerformance('99'), undefined);
});

test('then only what S-360 says has changed is counted again, from its own last change on', async (t) => {
  const { s360, clock, snapshot } = await setUp(t);
  await snapshot.start();
  s360.calls = [];
  clock.advance(62_000);
  s360.changed = ['2'];
  s360.lastUpdateAt = '2026-12-01T12:03:00.500Z';
  s360.left['21'] = 0;
  await snapshot.refresh();
  clock.advance(62_000);
  s360.changed = [];
  await snapshot.refresh();
  assert.deepEqual(s360.calls, [
    'updates of 1,2,3 since 2026-12-01T11:55:00.000Z',
    'performances 21',
    'updates of 1,2,3 since 2026-12-01T12:03:00.500Z',
  ]);
  assert.equal(snapshot.leftOfPerformance('21'), 1);
});

test('a performance that S-360 lists nothing for has nothing left', async (t) => {
  const { s360, snapshot } = await setUp(t);
  delete s360.left['12'];
  await snapshot.start();
  assert.equal(snapshot.leftOfPerformance('12'), 0);
});

test('many visitors and a new catalog within a minute ask no second time, but new products are counted', async (t) => {
  const { s360, clock, snapshot, watched } = await setUp(t);
  await snapshot.start();
  clock.advance(62_000);
  await snapshot.refresh();
  s360.calls = [];
  clock.advance(5_000);
  watched.push({ productId: '4', performanceIds: ['41'] });
  await Promise.all(Array.from({ length: 50 }, () => snapshot.refresh()));
  assert.deepEqual(s360.calls, ['performances 41']);
});

test('when S-360 is down the last counts are served, marked stale; a change heard of before is not forgotten', async (t) => {
  const { s360, clock, snapshot } = await setUp(t);
  await snapshot.start();
  const { asOf } = snapshot;
  clock.advance(62_000);
  s360.isDown = true;
  await snapshot.refresh();
  assert.deepEqual([snapshot.isStale, snapshot.asOf, snapshot.leftOfPerformance('11')], [true, asOf, 6]);
  s360.isDown = false;
  s360.changed = ['1'];
  s360.left['11'] = 2;
  clock.advance(62_000);
  await snapshot.refresh();
  assert.deepEqual([snapshot.isStale, snapshot.leftOfPerformance('11')], [false, 3]);
});

test('a restart while S-360 is down knows what was left before, and says that it is old', async (t) => {
  const first = await setUp(t);
  await first.snapshot.start();
  await first.snapshot.stop();
  const second = await setUp(t, first.database);
  second.s360.isDown = true;
  second.clock.advance(600_000);
  await second.snapshot.restore();
  await second.snapshot.start();
  assert.equal(second.snapshot.leftOfPerformance('11'), 6);
  assert.equal(second.snapshot.leftOfItem('71', '701'), 8);
  assert.equal(second.snapshot.asOf, first.snapshot.asOf);
  assert.equal(second.snapshot.isStale, true);
});

test('a relay that starts again goes on where it was: nothing is asked twice in a minute, nor counted again', async (t) => {
  const first = await setUp(t);
  first.s360.lastUpdateAt = '2026-12-01T11:58:00Z';
  await first.snapshot.start();
  first.clock.advance(62_000);
  first.s360.changed = ['2'];
  await first.snapshot.refresh();
  await first.snapshot.stop();
  const { s360, clock, snapshot } = await setUp(t, first.database);
  clock.advance(70_000);
  await snapshot.start();
  assert.deepEqual([s360.calls, snapshot.isStale], [[], false]);
  clock.advance(62_000);
  await snapshot.refresh();
  assert.deepEqual(s360.calls, ['updates of 1,2,3 since 2026-12-01T11:58:00Z']);
});

test('a relay that starts beside another one knows what is left, asks nothing, and hears what changes', async (t) => {
  const first = await setUp(t);
  await first.snapshot.start();
  const second = await setUp(t, first.database);
  await second.snapshot.start();
  assert.equal(second.snapshot.leftOfPerformance('11'), 6);
  first.clock.advance(62_000);
  Object.assign(first.s360, { changed: ['1'], left: { 11: 0, 12: 0 } });
  await first.snapshot.refresh();
  await second.snapshot.refresh();
  assert.equal(second.snapshot.leftOfPerformance('11'), 1);
  assert.equal(second.snapshot.asOf, first.snapshot.asOf);
  assert.deepEqual(second.s360.calls, []);
});

test('a performance that S-360 does not know has nothing left, the others are counted and nothing is stale', async (t) => {
  const { s360, clock, snapshot } = await setUp(t);
  s360.unknown = ['12'];
  delete s360.left['12'];
  await snapshot.start();
  assert.deepEqual(
    ['11', '12', '21'].map((id) => snapshot.leftOfPerformance(id)),
    [6, 0, 8],
  );
  assert.equal(snapshot.isStale, false);
  s360.calls = [];
  s360.changed = ['1'];
  clock.advance(62_000);
  await snapshot.refresh();
  assert.ok(s360.calls.includes('performances 11'), 'it is not asked about again at once');
  clock.advance(3_600_000);
  s360.unknown = [];
  s360.left['12'] = 3;
  await snapshot.refresh();
  assert.equal(snapshot.leftOfPerformance('12'), 4, 'an hour later it may be known');
});

test('what is counted is shown while the search for what S-360 does not know goes on, once a minute, also after a restart', async (t) => {
  const first = await setUp(t);
  first.s360.unclear = ['11', '12'];
  await first.snapshot.start();
  assert.deepEqual(first.shown, [8, 8], 'once in the middle of the search, once after it');
  assert.equal(first.snapshot.leftOfPerformance('11'), undefined);
  first.s360.calls = [];
  await first.snapshot.refresh();
  assert.equal(first.s360.calls.join().includes('performances'), false, 'not before a minute is over');

  await first.snapshot.stop();
  const { s360, clock, snapshot, database } = await setUp(t, first.database);
  await snapshot.restore();
  clock.advance(124_000);
  s360.unknown = ['12'];
  delete s360.left['12'];
  await snapshot.start();
  assert.ok(s360.calls.includes('performances 11,12'), s360.calls.join(' | '));
  assert.deepEqual(
    ['11', '12', '21'].map((id) => snapshot.leftOfPerformance(id)),
    [6, 0, 8],
  );
  await snapshot.stop();
  const third = await setUp(t, database);
  third.s360.changed = ['1'];
  third.clock.advance(248_000);
  await third.snapshot.start();
  assert.ok(third.s360.calls.includes('performances 11'), 'what S-360 did not know is remembered');
});

test('where one round has no room for all performances, the next goes on with those that are left', async (t) => {
  const { s360, clock, snapshot } = await setUp(t);
  s360.room = 1;
  await snapshot.start();
  const known = () => ['11', '12', '21'].map((id) => snapshot.leftOfPerformance(id));
  assert.deepEqual(known(), [6, undefined, undefined]);
  for (const left of [
    [6, 7, undefined],
    [6, 7, 8],
  ]) {
    clock.advance(62_000);
    await snapshot.refresh();
    assert.deepEqual(known(), left);
  }
  const counts = s360.calls.filter((call) => call.startsWith('performances'));
  assert.deepEqual(counts, ['performances 11,12,21', 'performances 12,21', 'performances 21']);
  assert.equal(snapshot.isStale, false);
});

test('what is known to have changed is counted before S-360 is asked what else has', async (t) => {
  const { s360, clock, snapshot } = await setUp(t);
  await snapshot.start();
  s360.room = 1;
  s360.changed = ['1'];
  clock.advance(62_000);
  await snapshot.refresh();
  s360.calls = [];
  s360.changed = [];
  clock.advance(62_000);
  await snapshot.refresh();
  assert.deepEqual(
    s360.calls.map((call) => call.replace(/ since .*/, '')),
    ['performances 12', 'updates of 1,2,3'],
  );
});

test('a performance that a product has got anew is counted, though the product has not changed', async (t) => {
  const { s360, clock, snapshot, watched } = await setUp(t);
  await snapshot.start();
  s360.left['22'] = 3;
  watched[1] = { productId: '2', performanceIds: ['21', '22'] };
  clock.advance(5_000);
  await snapshot.refresh();
  assert.equal(snapshot.leftOfPerformance('22'), 4);
  assert.ok(s360.calls.includes('performances 22'), 'and only that one');
});

test('a relay that starts knows the guided visits that another has heard of, and asks when they have changed', async (t) => {
  const first = await setUp(t);
  first.watched[2] = { productId: '3', performanceIds: [], guidedTimeslotIds: ['701', '702'] };
  first.s360.tours = [{ timeslotId: '701', languageCode: 'fr', themeId: '31' }];
  await first.snapshot.start();
  assert.equal(first.s360.calls.at(-1), 'tours of 3 at 701,702');
  await first.snapshot.stop();
  const next = await setUp(t, first.database);
  next.watched[2] = { productId: '3', performanceIds: [], guidedTimeslotIds: ['701', '702'] };
  await next.snapshot.start();
  assert.deepEqual(next.snapshot.toursOf('701'), [{ languageCode: 'fr', themeId: '31' }]);
  assert.deepEqual(next.s360.calls, []);
  next.clock.advance(62_000);
  next.s360.changed = ['3'];
  await next.snapshot.refresh();
  assert.deepEqual(next.s360.calls.slice(1), ['passes 3', 'tours of 3 at 701,702']);
  assert.deepEqual(next.snapshot.toursOf('701'), undefined);
});
