import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { catalogFiles, readCatalog, writeCatalog, type KeptCatalog } from './catalog.files.js';
import { toCatalog, type CatalogRecord } from './catalog.model.js';

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
        ...{ id: String(index + 1), code: '', kind: 'performances', state: 'RUNNING', salePeriods: [] },
        ...{ override: null, title: { en: title }, description: {}, pictureUrl: null, seasonId: '1' },
        ...{ topicId: null, alertPercent: null, performances: [], passItems: [] },
      },
    }),
  );
  const at = '2026-12-01T12:00:00.000Z';
  const catalog = toCatalog({ code: 'EUR', digits: 2 }, events);
  return { catalog, asOf: at, setupUpdate: undefined, loadedAt: at, doubt };
}

test('the command shows what is aside and what would be gone, and accepts it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'catalog-command-'));
  const files = catalogFiles(folder);
  assert.equal((await run(folder, 'show')).code, 1, 'nothing is aside');
  await writeCatalog(files.good, kept(['Tosca', 'Jenůfa']));
  const doubt = { reason: 'loss', events: 1, eventsBefore: 2, lostPercent: 50 } as const;
  await writeCatalog(files.aside, kept(['Tosca'], doubt));
  const shown = await run(folder, 'show');
  assert.equal(shown.code, 0);
  assert.match(shown.output, /served: 2 events/);
  assert.match(shown.output, /aside: 1 events.*50 %/);
  assert.match(shown.output, /gone: 2 Jenůfa/);
  assert.equal((await run(folder, 'accept')).code, 0);
  assert.equal((await readCatalog(files.accepted))?.catalog.events.size, 1);
  assert.equal((await run(folder, 'accept')).code, 1);
});

test('the command says how it is called', async () => {
  for (const args of [[], ['take'], ['accept', 'all']]) {
    const { code, output } = await run(tmpdir(), ...args);
    assert.equal(code, 2);
    assert.match(output, /usage/);
  }
});
