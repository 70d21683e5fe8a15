/** `npm run check`: all that can be said of the sources without running them. Each check counts as one test. */
import { pathToFileURL } from 'node:url';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bin, capture, install, root } from './prepare.mjs';

const manifest = join(root, 'packages/elements/custom-elements.json');

/** The committed manifest must be what the sources say. */
async function manifestInStep() {
  const committed = readFileSync(manifest, 'utf8');
  const { ok, output } = await capture('npm', ['run', '--silent', 'manifest'], { quiet: true });
  const made = readFileSync(manifest, 'utf8');
  writeFileSync(manifest, committed);
  const same = JSON.stringify(JSON.parse(made)) === JSON.stringify(JSON.parse(committed));
  return {
    ok: ok && same,
    output: same ? output : 'custom-elements.json is behind the sources: npm run manifest\n',
  };
}

const quietly =
  (command, ...args) =>
  () =>
    capture(bin(command), args, { quiet: true });

const checks = {
  types: quietly('tsc', '-b'),
  format: quietly('biome', 'format', '.'),
  lint: quietly('eslint', '.', '--max-warnings', '0'),
  boundaries: quietly(
    'depcruise',
    '--config',
    '.dependency-cruiser.mjs',
    'packages',
    'server',
    'stories',
    'test',
  ),
  templates: quietly(
    'lit-analyzer',
    'packages/elements/src/**/*.ts',
    '--strict',
    // Its reader of CSS is older than container queries, light-dark() and the expressions in our templates.
    '--rules.no-invalid-css',
    'off',
    '--rules.no-missing-import',
    'off',
  ),
  manifest: manifestInStep,
};

/** @returns {Promise<{ passed: number, failed: number }>} */
export async function check() {
  const counts = { passed: 0, failed: 0 };
  for (const [name, work] of Object.entries(checks)) {
    const { ok, output } = await work();
    console.log(`${ok ? '✔' : '✘'} ${name}`);
    if (!ok) console.log(output);
    counts[ok ? 'passed' : 'failed']++;
  }
  return counts;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  install();
  const { failed } = await check();
  process.exit(failed ? 1 : 0);
}
