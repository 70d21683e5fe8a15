/**
 * `node scripts/run.mjs NAME [arguments]`: gets ready what a command of package.json needs, installed packages, a build, a browser,
 * then runs it. So each of them works in a fresh clone.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bin, build, fail, findBrowser, install, root, run } from './prepare.mjs';

const node = process.execPath;
const workshop = ['-c', 'stories/.storybook', '--disable-telemetry'];

/** What each command needs beside the installed packages, and what it runs: a program, then its arguments. */
const commands = {
  size: {
    needsBuild: true,
    needsBrowser: true,
    line: [bin('playwright'), 'test', '--config', 'test/playwright.config.ts', '--project', 'size'],
  },
  plan: { needsBuild: true, line: [node, 'server/relay/dist/seat-maps/plan.command.js'] },
  wsdl: { needsBuild: true, line: [node, 'server/relay/dist/s360/wsdl.command.js'] },
  's360:check': { needsBuild: true, line: [node, 'server/relay/dist/s360/check.command.js'] },
  's360:reference': { needsBuild: true, line: [node, 'server/relay/dist/s360/reference.command.js'] },
  orders: { needsBuild: true, line: [node, 'server/relay/dist/order/order.command.js'] },
  catalog: { needsBuild: true, line: [node, 'server/relay/dist/catalog/catalog.command.js'] },
  stories: { line: [bin('storybook'), 'dev', '-p', '6006', '--no-open', ...workshop] },
  'stories:build': { line: [bin('storybook'), 'build', '--quiet', '-o', 'dist/stories', ...workshop] },
  format: { line: [bin('biome'), 'format', '--write', '.'] },
  manifest: {
    line: [bin('cem'), 'analyze', '--config', 'packages/elements/custom-elements-manifest.config.mjs'],
  },
  faults: { needsBuild: true, line: [node, 'test/dist/reliability/faults.command.js'] },
  bench: { needsBuild: true, needsBrowser: true, line: [node] },
};

const benches = readdirSync(join(root, 'test/bench'))
  .map((file) => /^(.+)\.bench\.mjs$/.exec(file)?.[1])
  .filter((name) => name !== undefined)
  .sort();

/** The path of a named bench, which stands before the bench's own arguments. */
function benchFile(name) {
  if (!benches.includes(name)) fail(`Say which bench: npm run bench -- ${benches.join(', or ')}`);
  return `test/bench/${name}.bench.mjs`;
}

const [name, ...rest] = process.argv.slice(2);
const command = commands[name];
if (!command) fail(`There is no "${name}". Say ${Object.keys(commands).join(', ')}.`);
const [program, ...fixed] = command.line;
const given = name === 'bench' ? [benchFile(rest[0]), ...rest.slice(1)] : rest;

install();
if (command.needsBuild) build();
const env = { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' };
if (command.needsBrowser) env.CHROMIUM_PATH = await findBrowser();
process.exit(run(program, [...fixed, ...given], { env }) ? 0 : 1);
