import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttp } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import express from 'express';
import { createManualClock } from '../state/clock.js';
import { serveEmbed } from './embed.js';
import { FormerBuilds } from './embed.builds.js';

const clock = createManualClock('2026-12-05T19:00:00Z');
let root = '';
let warnings: string[] = [];
const quiet = () => {};
const log = {
  debug: quiet,
  info: quiet,
  warn: (_facts: object, message?: string) => void warnings.push(message ?? ''),
  error: quiet,
};
const folderOf = (name: string) => join(root, name);
const builds = (count: number, keptIn = folderOf('state/embed')) =>
  new FormerBuilds({ folder: folderOf('kit'), keptIn, count, clock, log });

/** A deploy replaces the whole folder, as the build does. */
async function deploy(name: string): Promise<void> {
  clock.advance(1000);
  await rm(folderOf('kit'), { recursive: true, force: true });
  await mkdir(folderOf(`kit/chunks/${name}000000`), { recursive: true });
  await writeFile(folderOf('kit/s360.js'), `import('./chunks/${name}000000/list.js')`);
  await writeFile(folderOf(`kit/chunks/${name}000000/list.js`), `list of ${name}`);
  await writeFile(folderOf(`kit/chunks/${name}000000/list.js.map`), '{}');
}

/** What a browser gets from a relay that is started, asked, and stopped. */
async function ask(former: FormerBuilds, paths: readonly string[], isStarting = true): Promise<unknown[]> {
  if (isStarting) await former.keep();
  const app = express().use('/embed', serveEmbed(folderOf('kit'), former));
  app.use((_error: unknown, _request: unknown, response: express.Response, _next: unknown) => {
    response.status(404).end();
  });
  const server = createHttp(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const answers = [];
  for (const path of paths) {
    const answer = await fetch(`http://127.0.0.1:${port}/embed/${path}`);
    answers.push(answer.ok ? await answer.text() : answer.status);
  }
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return answers;
}

/** Waits for a build that the relay keeps by itself. */
async function kept(former: FormerBuilds, name: string): Promise<void> {
  for (let tries = 0; tries < 1_000; tries++) {
    if (await former.read(list(name))) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.fail(`${name} was not kept`);
}

const list = (name: string) => `chunks/${name}000000/list.js`;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 's360-embed-'));
  warnings = [];
});
afterEach(() => rm(root, { recursive: true, force: true }));

test('chunks of the builds before an update stay served, for ever cacheable', async () => {
  await deploy('a1');
  await ask(builds(10), []);
  await deploy('b2');
  assert.deepEqual(await ask(builds(10), [list('a1'), list('b2')]), ['list of a1', 'list of b2']);
});

test('an update without a restart of the relay loses nothing either', async () => {
  await deploy('a1');
  const former = builds(10);
  await former.keep();
  await deploy('b2');
  await ask(former, ['s360.js'], false);
  await kept(former, 'b2');
  await deploy('c3');
  assert.deepEqual(await ask(former, [list('a1'), list('b2'), list('c3')], false), [
    'list of a1',
    'list of b2',
    'list of c3',
  ]);
});

test('no more builds are kept than the number that was set, and no source maps', async () => {
  for (const name of ['a1', 'b2', 'c3', 'd4']) {
    await deploy(name);
    await ask(builds(2), []);
  }
  const paths = ['a1', 'b2', 'c3', 'd4'].map(list);
  assert.deepEqual(await ask(builds(2), paths), [404, 'list of b2', 'list of c3', 'list of d4']);
  const kept = await readdir(folderOf('state/embed'), { recursive: true });
  assert.equal(kept.filter((name) => name.endsWith('s360.js') || name.endsWith('.map')).length, 0);
  assert.equal((await readdir(folderOf('state/embed'))).length, 3);
});

test('a build that is taken back counts as the newest', async () => {
  for (const name of ['a1', 'b2', 'a1', 'c3']) {
    await deploy(name);
    await ask(builds(1), []);
  }
  assert.deepEqual(await ask(builds(1), [list('a1'), list('b2')]), ['list of a1', 404]);
});

test('restarts without an update push nothing out', async () => {
  await deploy('a1');
  await ask(builds(1), []);
  await deploy('b2');
  for (let restart = 0; restart < 3; restart++) {
    clock.advance(1000);
    await ask(builds(1), []);
  }
  assert.deepEqual(await ask(builds(1), [list('a1')]), ['list of a1']);
});

test('with a number of 0 nothing is kept', async () => {
  await deploy('a1');
  await ask(builds(0), []);
  await deploy('b2');
  assert.deepEqual(await ask(builds(0), [list('a1'), list('b2')]), [404, 'list of b2']);
});

test('only chunks come from former builds, nothing beside them', async () => {
  await deploy('a1');
  await ask(builds(10), []);
  await writeFile(folderOf('state/secret-A1b2c3.js'), 'secret');
  await deploy('b2');
  const paths = ['../secret-A1b2c3.js', '%2e%2e/%2e%2e/secret-A1b2c3.js', 'chunks/a1b2c3d4/none.js'];
  assert.deepEqual(await ask(builds(10), paths), [404, 404, 404]);
});

test('a folder that can not be written is said once, and the kit is served all the same', async () => {
  await deploy('a1');
  await writeFile(folderOf('state'), 'a file in the way');
  const former = builds(10);
  assert.deepEqual(await ask(former, [list('a1')]), ['list of a1']);
  assert.ok(warnings.includes('build of the kit not kept'));
});

test('a relay without a built kit starts', async () => {
  assert.deepEqual(await ask(builds(10), ['s360.js', list('a1')]), [404, 404]);
  assert.deepEqual(warnings, []);
});
