import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tool = (name: string) => join(root, 'node_modules/.bin', name);
const exec = promisify(execFile);

const names = ['seat-codec', 'contract', 'client', 'store', 'seat-map', 'elements', 'embed'];

interface Packed {
  name: string;
  filename: string;
  files: { path: string }[];
}

interface PackageJson {
  name: string;
  exports: Record<string, string | { default: string }>;
}

/** An agency's project: an empty folder into which the packed packages were installed. */
let project: string;
let packed: Packed[];

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 's360-agency-'));
  const workspaces = names.flatMap((name) => ['--workspace', `packages/${name}`]);
  const pack = ['pack', '--json', '--pack-destination', project, ...workspaces];
  packed = JSON.parse((await exec('npm', pack, { cwd: root })).stdout) as Packed[];
  await writeFile(join(project, 'package.json'), '{ "type": "module", "private": true }');
  const files = packed.map(({ filename }) => `./${filename}`);
  await exec('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...files], { cwd: project });
});

test.afterAll(() => rm(project, { recursive: true, force: true }));

const manifestOf = async (name: string): Promise<PackageJson> =>
  JSON.parse(await readFile(join(root, 'packages', name, 'package.json'), 'utf8')) as PackageJson;

for (const name of names) {
  test(`${name} is packed with code, types, README and LICENSE, and without tests`, () => {
    const files =
      packed.find((each) => each.name === `@s360-widgets/${name}`)?.files.map(({ path }) => path) ?? [];
    expect(files).toEqual(
      expect.arrayContaining(['dist/index.js', 'dist/index.d.ts', 'README.md', 'LICENSE', 'package.json']),
    );
    expect(files.filter((file) => /\.(test|fixture|stories)\.|tsbuildinfo/.test(file))).toEqual([]);
  });

  test(`${name} has nothing that publint or are-the-types-wrong would mend`, async () => {
    const tarball = join(
      project,
      packed.find((each) => each.name === `@s360-widgets/${name}`)?.filename ?? '',
    );
    const { messages } = await publint({
      pkgDir: join(project, 'node_modules/@s360-widgets', name),
      pack: false,
    });
    const pkg = (await manifestOf(name)) as unknown as Record<string, unknown>;
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
    // ESM alone: neither `require` nor a resolution from before `exports` is promised. It ends with an error if anything else is amiss.
    await exec(tool('attw'), ['--profile', 'esm-only', '--format', 'ascii', tarball]);
  });

  test(`plain Node imports every entry of ${name}`, async () => {
    const manifest = await manifestOf(name);
    const entries = Object.entries(manifest.exports)
      .filter(([, target]) => typeof target === 'object')
      .map(([entry]) => manifest.name + entry.slice(1));
    expect(entries.length).toBeGreaterThan(0);
    const script = entries.map((entry) => `await import('${entry}');`).join('');
    await exec(process.execPath, ['--input-type=module', '--eval', script], { cwd: project });
  });
}

test('an empty Vite project builds with the elements, knows their types, and shows them', async ({
  page,
}) => {
  await mkdir(join(project, 'src'));
  await writeFile(
    join(project, 'index.html'),
    '<!doctype html><s360-shop relay="https://relay.example.org"><s360-event-list><a href="/">Book</a></s360-event-list></s360-shop><script type="module" src="/src/main.ts"></script>',
  );
  await writeFile(
    join(project, 'src/main.ts'),
    `import '@s360-widgets/elements/shop';
import '@s360-widgets/elements/event-list';
const list = document.querySelector('s360-event-list');
if (list) list.limit = 3;
document.addEventListener('s360-event-selected', ({ detail }) => console.log(detail.eventId.length));
`,
  );
  // The tools of this checkout, as an agency has its own.
  await symlink(join(root, 'node_modules/vite'), join(project, 'node_modules/vite'));
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    types: [],
  };
  await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }));
  const { stdout } = await exec(tool('tsc'), ['--project', '.'], { cwd: project }).catch(
    (error: { stdout: string }) => error,
  );
  expect(stdout).toBe('');
  await exec(tool('vite'), ['build', '--logLevel', 'error'], { cwd: project });

  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = join(project, 'dist', name === '/' ? 'index.html' : name);
    readFile(file).then(
      (body) =>
        response
          .writeHead(200, { 'content-type': extname(file) === '.js' ? 'text/javascript' : 'text/html' })
          .end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await expect(page.locator('s360-event-list')).toHaveJSProperty('limit', 3);
  await expect(page.getByRole('link', { name: 'Book' })).toBeVisible();
  server.close();
  server.closeAllConnections();
});
