import assert from 'node:assert/strict';
import { mkdtemp, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ProblemError } from '@s360-widgets/contract/problem';
import { createManualClock } from './clock.js';
import { Refresher } from './refresher.js';
import { snapshotFile } from './snapshots.js';

const folder = await mkdtemp(join(tmpdir(), 'state-'));
let count = 0;
const newFile = () => join(folder, 'deep', `${count++}.jsonl`);

test('a snapshot is read as it was written, with its instant', async () => {
  const file = snapshotFile(newFile(), 'things/1');
  const records = Array.from({ length: 120 }, (_, id) => ({ id, text: 'line\nbreak' }));
  await file.write('2026-12-01T12:00:00Z', records);
  assert.deepEqual(await file.read(), { savedAt: '2026-12-01T12:00:00Z', records });
});

test('no file, a file of another form and a damaged one all count as none', async () => {
  const path = newFile();
  const file = snapshotFile(path, 'things/1');
  assert.equal(await file.read(), undefined);
  await file.write('2026-12-01T12:00:00Z', [{ id: 1 }, { id: 2 }]);
  assert.equal(await snapshotFile(path, 'things/2').read(), undefined);
  await truncate(path, (await stat(path)).size - 9);
  assert.equal(await file.read(), undefined);
  await writeFile(path, 'nonsense');
  assert.equal(await file.read(), undefined);
});

test('where the last snapshot is cut or gone, the one before it is read', async () => {
  const path = newFile();
  const file = snapshotFile(path, 'things/1');
  await file.write('2026-12-01T12:00:00Z', [{ id: 1 }]);
  await file.write('2026-12-01T12:10:00Z', [{ id: 2 }]);
  assert.equal((await file.read())?.savedAt, '2026-12-01T12:10:00Z');
  await truncate(path, (await stat(path)).size - 4);
  assert.deepEqual(await file.read(), { savedAt: '2026-12-01T12:00:00Z', records: [{ id: 1 }] });
  await rm(path);
  assert.equal((await file.read())?.savedAt, '2026-12-01T12:00:00Z', 'a crash between the two renamings');
  await file.remove();
  assert.equal(await file.read(), undefined);
});

test("a snapshot that is moved is the other file's, and here there is none", async () => {
  const [here, there] = [newFile(), newFile()];
  const file = snapshotFile(here, 'things/1');
  assert.equal(await file.moveTo(there), false);
  await file.write('2026-12-01T12:00:00Z', [{ id: 1 }]);
  assert.equal(await file.moveTo(there), true);
  assert.equal(await file.read(), undefined);
  assert.deepEqual((await snapshotFile(there, 'things/1').read())?.records, [{ id: 1 }]);
});

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
  const [, , asked = 0, tooLong = 0] = pauses;
  assert.ok(asked >= 4_000 && asked <= 5_000, `${asked}`);
  assert.equal(tooLong, 600_000, 'never longer than when all is well');
});
