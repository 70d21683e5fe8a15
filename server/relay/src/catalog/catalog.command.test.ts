import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createManualClock, Database, Snapshots } from '../state/index.js';
import { catalogKinds, loadedCatalog, toDraft, type KeptCatalog } from './catalog.kept.js';
import { toCatalog, type CatalogRecord } from './catalog.model.js';

const say = () => undefined;
const command = fileURLToPath(new URL('./catalog.command.js', import.meta.url));

function run(folder: string, ...args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, RELAY_STATE_DIR: folder };
    execFile(process.execPath, [command, ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr }),
    );
  });
}

function kept(titles: string[], doubt?: KeptCatalog['doubt']): KeptCatalog {
  const events = titles.map(
    (title, index): CatalogRecord => ({
      kind: 'event',
      value: {
        ...{ id: String(index + 1), code: '', kind: 'event', state: 'RUNNING', salePeriods: [] },
        ...{ override: null, title: { en: title }, description: {}, pictureUrl: null, seasonId: '1' },
        ...{
          topicId: null,
          alertPercent: null,
          performances: [],
          items: [],
          included: [],
          packageLines: [],
          guided: null,
          crossSells: [],
        },
      },
    }),
  );
  const catalog = toCatalog({ code: 'EUR', digits: 2 }, events);
  return loadedCatalog(catalog, { setupUpdate: undefined, now: Date.parse('2026-12-01T12:00:00Z'), doubt });
}

test('the command shows what is aside and what would be gone, and accepts it', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'catalog-command-'));
  const log = { warn: say, error: say };
  const database = await Database.open({ folder }, { clock: createManualClock(0), log });
  t.after(() => database.close());
  const snapshots = new Snapshots({ database, log });
  const put = (kind: string, catalog: KeptCatalog) =>
    snapshots.publish(kind, 0, { ...toDraft(catalog), nextAt: 0 });
  assert.equal((await run(folder, 'show')).code, 1, 'nothing is aside');
  await put(catalogKinds.good, kept(['Tosca', 'Jenůfa']));
  const doubt = { reason: 'loss', events: 1, eventsBefore: 2, lostPercent: 50 } as const;
  await put(catalogKinds.aside, kept(['Tosca'], doubt));
  const shown = await run(folder, 'show');
  assert.equal(shown.code, 0);
  assert.match(shown.output, /served: 2 events/);
  assert.match(shown.output, /aside: 1 events.*50 %/);
  assert.match(shown.output, /gone: 2 Jenůfa/);
  assert.equal((await run(folder, 'accept')).code, 0);
  assert.match((await run(folder, 'show')).output, /served: 1 events/);
  assert.equal((await run(folder, 'accept')).code, 1);
});

test('the command says how it is called', async () => {
  for (const args of [[], ['take'], ['accept', 'all']]) {
    const { code, output } = await run(tmpdir(), ...args);
    assert.equal(code, 2);
    assert.match(output, /usage/);
  }
});
