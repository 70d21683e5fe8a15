import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onBothDatabases, trialLog } from './database.trial.js';
import { importSnapshots, type FormerSnapshot } from './snapshots.import.js';
import { Snapshots } from './snapshots.js';

const savedAt = '2026-12-01T12:00:00.000Z';
const text = (format: string, records: unknown[], count = records.length) =>
  [{ format, savedAt, count }, ...records].map((line) => `${JSON.stringify(line)}\n`).join('');

const former: FormerSnapshot[] = [
  { file: 'things.jsonl', kind: 'things/1', split: ([facts, ...records]) => ({ facts, records }) },
  { file: 'others.jsonl', kind: 'others/1' },
  { file: 'torn.jsonl', kind: 'torn/1' },
  { file: 'none.jsonl', kind: 'none/1' },
];

onBothDatabases(
  'snapshots that a former relay kept in files are taken over once, and the files kept',
  async ({ database }) => {
    const folder = await mkdtemp(join(tmpdir(), 'snapshots-import-'));
    const put = (file: string, content: string) => writeFile(join(folder, file), content);
    await put('things.jsonl', text('things/1', [{ name: 'head' }, 1, 2]));
    await put('others.jsonl', text('others/0', [3]));
    await put('torn.jsonl', text('torn/1', [4], 2));
    const snapshots = new Snapshots({ database, log: trialLog });
    await importSnapshots(former, { folder, snapshots, log: trialLog });
    const { head, records } = (await snapshots.newest('things/1')) ?? {};
    assert.deepEqual([head?.facts, head?.asOf, records], [{ name: 'head' }, Date.parse(savedAt), [1, 2]]);
    for (const kind of ['others/1', 'torn/1', 'none/1'])
      assert.equal(await snapshots.head(kind), undefined, kind);
    assert.deepEqual(
      (await readdir(folder)).sort(),
      ['others', 'things', 'torn'].map((name) => `${name}.jsonl.imported`),
    );
    assert.match(await readFile(join(folder, 'torn.jsonl.imported'), 'utf8'), /torn/);

    await put('things.jsonl', text('things/1', [{ name: 'older' }, 9]));
    await importSnapshots(former, { folder, snapshots, log: trialLog });
    assert.deepEqual((await snapshots.newest('things/1'))?.records, [1, 2], 'what is in the database stays');
  },
);
