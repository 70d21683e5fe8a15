import { defineConfig } from '@playwright/test';

const browser = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  // Beside them stand unit tests, which Node runs.
  testMatch: '*.spec.ts',
  workers: 2,
  retries: 0,
  reporter: [['list']],
  // With the patience that a busy machine needs: a wait that is over costs nothing.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  forbidOnly: Boolean(process.env.CI),
  outputDir: 'test-results',
  use: {
    browserName: 'chromium',
    headless: true,
    actionTimeout: 120_000,
    locale: 'en-GB',
    timezoneId: 'Europe/Zurich',
    viewport: { width: 1200, height: 900 },
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: { executablePath: browser, args },
  },
  // The first steps build the kit anew: who needs it waits until it is there again.
  projects: [
    { name: 'first-steps', testDir: 'first-steps' },
    { name: 'packages', testDir: 'packages', dependencies: ['first-steps'] },
    { name: 'journeys', testDir: 'journeys', dependencies: ['first-steps'] },
    { name: 'embedding', testDir: 'embedding', dependencies: ['first-steps'] },
    { name: 'faults', testDir: 'faults', dependencies: ['first-steps'] },
    { name: 'reliability', testDir: 'reliability', dependencies: ['first-steps'] },
    { name: 'size', testDir: 'size', dependencies: ['first-steps'] },
    { name: 'workshop', testDir: 'stories', testMatch: 'workshop.setup.ts' },
    { name: 'stories', testDir: 'stories', dependencies: ['workshop'] },
  ],
});
