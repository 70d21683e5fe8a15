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
  workers: 2,
  retries: 0,
  reporter: [['list']],
  // With the patience that a busy machine needs: a wait that is over costs nothing.
  timeout: 240_000,
  expect: { timeout: 40_000 },
  forbidOnly: Boolean(process.env.CI),
  outputDir: 'test-results',
  use: {
    browserName: 'chromium',
    headless: true,
    actionTimeout: 60_000,
    locale: 'en-GB',
    timezoneId: 'Europe/Zurich',
    viewport: { width: 1200, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: { executablePath: browser, args },
  },
  projects: [
    { name: 'first-steps', testDir: 'first-steps' },
    { name: 'packages', testDir: 'packages' },
    { name: 'journeys', testDir: 'journeys' },
    { name: 'embedding', testDir: 'embedding' },
    { name: 'faults', testDir: 'faults' },
    { name: 'size', testDir: 'size' },
    { name: 'workshop', testDir: 'stories', testMatch: 'workshop.setup.ts' },
    { name: 'stories', testDir: 'stories', dependencies: ['workshop'] },
  ],
});
