/**
 * `npm test`: checks, unit tests, element tests in a browser, the built workshop, and journeys and sizes
 * against real processes.
 * Ends with one line that counts them all. `npm test -- unit elements` runs only those parts.
 */
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { check } from './check.mjs';
import { bin, build, capture, fail, findBrowser, findServers, install, root } from './prepare.mjs';

/** Compiled unit tests of sources that still exist: a deleted test leaves its compiled form behind. */
function unitTests() {
  const folders = [
    'packages/seat-codec',
    'packages/contract',
    'packages/client',
    'packages/store',
    'packages/seat-map',
    'server/relay',
    'server/simulator',
    'test',
  ];
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder, folder === 'test' ? '' : 'src'), { recursive: true })
      .filter((name) => name.endsWith('.test.ts') && !/node_modules|dist\//.test(name))
      .sort()
      .map((name) => join(folder, 'dist', name.replace(/\.ts$/, '.js'))),
  );
}

/** Reads the counts out of a runner's closing lines; a runner that says none has failed. */
function counted({ ok, output }, passedPattern, failedPattern) {
  const last = (pattern) => Number([...output.matchAll(pattern)].at(-1)?.[1] ?? 0);
  const passed = last(passedPattern);
  const failed = last(failedPattern);
  return { passed, failed: failed || (ok && passed ? 0 : 1) };
}

const single = ({ ok }) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 });

const parts = {
  check,
  unit: async (env) =>
    counted(
      // On every core; a file that never ends fails.
      await capture(
        process.execPath,
        [
          '--test',
          `--test-concurrency=${availableParallelism()}`,
          '--test-timeout=600000',
          '--test-reporter=spec',
          ...unitTests(),
        ],
        { env },
      ),
      /^ℹ pass (\d+)/gm,
      /^ℹ fail (\d+)/gm,
    ),
  elements: async (env) =>
    counted(
      await capture(bin('wtr'), ['--config', 'test/web-test-runner.config.mjs'], { env }),
      /^(\d+) passed, \d+ failed$/gm,
      /^\d+ passed, (\d+) failed$/gm,
    ),
  stories: async (env) =>
    single(await capture('npm', ['run', '--silent', 'stories:build'], { env, quiet: false })),
  journeys: async (env) =>
    counted(
      await capture(bin('playwright'), ['test', '--config', 'test/playwright.config.ts'], { env }),
      /^\s+(\d+) passed/gm,
      /^\s+(\d+) failed/gm,
    ),
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !parts[name]);
if (unknown) fail(`There is no part "${unknown}". Say ${Object.keys(parts).join(', ')}, or nothing for all.`);

install();
build();
const env = {
  ...process.env,
  CHROMIUM_PATH: await findBrowser(),
  ...findServers(),
  STORYBOOK_DISABLE_TELEMETRY: '1',
  FORCE_COLOR: '0',
};
const total = { passed: 0, failed: 0 };
for (const [name, work] of Object.entries(parts)) {
  if (wanted.length && !wanted.includes(name)) continue;
  const began = Date.now();
  console.log(`\n── ${name}`);
  const { passed, failed } = await work(env);
  console.log(`── ${name}: ${passed} passed, ${failed} failed, ${Math.round((Date.now() - began) / 1000)} s`);
  total.passed += passed;
  total.failed += failed;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);
