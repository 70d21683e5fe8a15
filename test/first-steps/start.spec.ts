import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { freePorts } from '../journeys/ports.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

let started: ChildProcess | undefined;
test.afterEach(() => {
  started?.kill('SIGKILL');
});

test('npm start prints its addresses last, leads to an event that stands on the first screen, and stops on Ctrl-C', async ({
  page,
}) => {
  const [simulatorPort = 0, relayPort = 0, sitePort = 0, controlPort = 0] = await freePorts(4);
  started = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: {
      ...process.env,
      SIMULATOR_PORT: String(simulatorPort),
      SIMULATOR_CONTROL_PORT: String(controlPort),
      RELAY_PORT: String(relayPort),
      SITE_PORT: String(sitePort),
    },
  });
  let output = '';
  for (const stream of [started.stdout, started.stderr])
    stream?.on('data', (text) => {
      output += String(text);
    });
  await expect.poll(() => output, { timeout: 150_000 }).toContain('Ctrl-C stops all three.');

  const title = /choose "([^"]+)"/.exec(output)?.[1] ?? '';
  await page.goto(`http://localhost:${sitePort}/`);
  await expect(page.getByRole('link', { name: title }).first()).toBeVisible();

  // Above them stands at most what was installed and built.
  const lines = output
    .trim()
    .split('\n')
    .filter((line) => line.trim() && !/^(Installing packages|Building the kit)…$/.test(line));
  expect(lines[0]).toContain('demo site');
  expect(lines.at(-1)).toContain('Ctrl-C stops all three.');

  const ended = new Promise<number | null>((resolve) => started?.once('exit', resolve));
  started.kill('SIGINT');
  expect(await ended).toBe(0);
});
