import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';

const root = fileURLToPath(new URL('..', import.meta.url));
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
if (!existsSync(executablePath)) throw new Error(`No browser at ${executablePath}; set CHROMIUM_PATH.`);

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // An audit in mid-transition would see colours that nobody reads.
  '--force-prefers-reduced-motion',
];

const sourcesIn = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(root, folder, name))
    .sort();

const files = ['packages/elements/src', 'packages/embed/src']
  .flatMap(sourcesIn)
  .filter((name) => name.endsWith('.test.ts'));

/** What elements fetch when they need it, as the browser asks for it. */
const lateCode = ['packages/elements/src', 'packages/store/src']
  .flatMap(sourcesIn)
  .filter((name) => !name.endsWith('.test.ts'))
  .flatMap((name) =>
    [...readFileSync(name, 'utf8').matchAll(/\bimport\('(\.[^']+)\.js'\)/g)].map(
      ([, path]) => `/${relative(root, join(dirname(name), `${path}.ts`))}`,
    ),
  );

/** Late code is there before a test begins: how long it takes to come is no test's matter, and must decide none. */
const page = (testFramework) => `<!doctype html><script type="module">
  await Promise.all(${JSON.stringify([...new Set(lateCode)])}.map((path) => import(path)));
  await import(${JSON.stringify(testFramework)});
</script>`;

const browser = () => chromeLauncher({ launchOptions: { executablePath, headless: true, args: quiet } });

/** A browser of its own with a half of the files: a tab behind another paints no frame and may not go full screen. */
const half = (index) => ({
  name: `half ${index + 1}`,
  files: files.filter((_, at) => at % 2 === index),
  browsers: [browser()],
});

const testsOf = ({ tests, suites }) => [...tests, ...suites.flatMap(testsOf)];

/** Ends with one line for both halves. A file that could not be run counts as one that failed. */
const count = {
  stop({ sessions }) {
    const files = [...sessions].map(({ passed, testResults }) => {
      const tests = testResults ? testsOf(testResults).filter(({ skipped }) => !skipped) : [];
      const failed = tests.filter((test) => !test.passed).length;
      return { passed: tests.length - failed, failed: failed || (passed ? 0 : 1) };
    });
    const sum = (name) => files.reduce((total, file) => total + file[name], 0);
    console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  },
};

/**
 * Element tests: sources as they are, in a real browser. `npx wtr --config test/web-test-runner.config.mjs`, and for one folder
 * `--group default --files 'packages/elements/src/cart/*.test.ts'`
 */
export default {
  // The root, so that hoisted packages can be served.
  rootDir: root,
  nodeResolve: { exportConditions: ['@s360-widgets/source', 'development', 'browser'] },
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: `${root}tsconfig.base.json` })],
  browsers: [browser()],
  groups: [half(0), half(1)],
  testRunnerHtml: page,
  reporters: [defaultReporter(), count],
  concurrency: 1,
  testsFinishTimeout: 600_000,
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  // Longer than any wait of a test, so that what it waited for is what is told.
  testFramework: { config: { timeout: 60_000 } },
  filterBrowserLogs: ({ args }) => !args.some((arg) => String(arg).includes('Lit is in dev mode')),
};
