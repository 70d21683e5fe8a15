import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError } from '@s360-widgets/contract/problem';
import { createManualClock } from './clock.js';
import { Refresher } from './refresher.js';

test('many who want a refresh at once get one', async () => {
  let refreshes = 0;
  const refresh = async () => void refreshes++;
  const clock = createManualClock(0);
  const refresher = new Refresher({
    refresh,
    everyMs: 60_000,
    retryMs: 1_000,
    clock,
    onFailure: () => undefined,
  });
  await Promise.all([refresher.run(), refresher.run(), refresher.run()]);
  assert.equal(refreshes, 1);
  await refresher.run();
  assert.equal(refreshes, 2);
});

test('a failing refresh is tried ever less often up to the usual pace, and told until it works', async () => {
  const pauses: number[] = [];
  const failures: number[] = [];
  const refresher = new Refresher({
    refresh: async () => {
      if (failures.length < 6) throw new Error('down');
      refresher.stop();
    },
    everyMs: 8_000,
    retryMs: 1_000,
    clock: { ...createManualClock(0), wait: async (ms) => void pauses.push(ms) },
    onFailure: (_error, inARow) => failures.push(inARow),
  });
  await refresher.start();
  assert.equal(refresher.isStale, true);
  while (refresher.isStale) await new Promise(setImmediate);
  assert.deepEqual(failures, [1, 2, 3, 4, 5, 6]);
  for (const [index, usual] of [1_000, 2_000, 4_000, 8_000, 8_000].entries()) {
    const pause = pauses[index] ?? 0;
    assert.ok(pause >= usual * 0.75 && pause <= usual * 1.25, `${index}: ${pause}`);
  }
});

test('a failure that says when to try again is tried again then, however often it failed before', async () => {
  const pauses: number[] = [];
  const errors = [
    new Error('down'),
    new Error('down'),
    new ProblemError('box-office-busy', { retryAfterSeconds: 4 }),
    new ProblemError('box-office-busy', { retryAfterSeconds: 900 }),
    new ProblemError('box-office-busy', { retryAfterSeconds: 90_000 }),
  ];
  const refresher = new Refresher({
    refresh: async () => {
      const error = errors.shift();
      if (error) throw error;
      refresher.stop();
    },
    everyMs: 600_000,
    retryMs: 10_000,
    clock: { ...createManualClock(0), wait: async (ms) => void pauses.push(ms) },
    onFailure: () => undefined,
  });
  await refresher.start();
  while (refresher.isStale) await new Promise(setImmediate);
  const [, , asked = 0, long = 0, tooLong = 0] = pauses;
  assert.ok(asked >= 4_000 && asked <= 5_000, `${asked}`);
  assert.ok(long >= 900_000 && long <= 1_125_000, 'also where that is longer than when all is well');
  assert.equal(tooLong, 3_600_000, 'within an hour in any case');
});
