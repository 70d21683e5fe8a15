import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const config = 'packages/elements/custom-elements-manifest.config.mjs';

/** An element as simple as one can be. */
const source = (tag: string) => `
/** @element s360-${tag} */
export class S360${tag.toUpperCase()} extends HTMLElement {}
customElements.define('s360-${tag}', S360${tag.toUpperCase()});
`;

describe('the manifest of elements', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 's360-manifest-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('lists its modules by their path, in whatever order the files are found', async () => {
    await mkdir(join(folder, 'packages/elements/src'), { recursive: true });
    await writeFile(join(folder, 'package.json'), '{}');
    for (const tag of ['b', 'd', 'a', 'c'])
      await writeFile(join(folder, `packages/elements/src/${tag}.ts`), source(tag));
    await cp(join(root, config), join(folder, config));
    // The analyzer takes files as the globs name them, which stands for a file system of another mind.
    const text = await readFile(join(folder, config), 'utf8');
    const names = ['d', 'b', 'c', 'a'].map((tag) => `'packages/elements/src/${tag}.ts'`);
    await writeFile(join(folder, config), text.replace(/globs: \[.*\]/, `globs: [${names.join()}]`));
    await promisify(execFile)(join(root, 'node_modules/.bin/cem'), ['analyze', '--config', config], {
      cwd: folder,
      timeout: 60_000,
    });
    const manifest = JSON.parse(
      await readFile(join(folder, 'packages/elements/custom-elements.json'), 'utf8'),
    ) as { modules: { path: string }[] };
    assert.deepEqual(
      manifest.modules.map(({ path }) => path),
      ['a', 'b', 'c', 'd'].map((tag) => `dist/${tag}.js`),
    );
  });
});
