import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
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

/** Element tests: sources as they are, in a real browser. `npx wtr --config test/web-test-runner.config.mjs` */
export default {
  // The root, so that hoisted packages can be served.
  rootDir: root,
  files: [`${root}packages/{elements,embed}/src/**/*.test.ts`],
  nodeResolve: { exportConditions: ['@s360-widgets/source', 'development', 'browser'] },
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: `${root}tsconfig.base.json` })],
  browsers: [chromeLauncher({ launchOptions: { executablePath, headless: true, args: quiet } })],
  // A tab behind another paints no frame and may not go full screen.
  concurrency: 1,
  testsFinishTimeout: 600_000,
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  // Longer than any wait of a test, so that what it waited for is what is told.
  testFramework: { config: { timeout: 60_000 } },
  filterBrowserLogs: ({ args }) => !args.some((arg) => String(arg).includes('Lit is in dev mode')),
};
