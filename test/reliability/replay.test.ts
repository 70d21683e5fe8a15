import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('./faults.command.js', import.meta.url));

/** The steps of a world, as they are printed, in a process whose garbage is collected often, or hardly ever. */
function stepsWith(youngMegabytes: number, seed: number): Promise<string | undefined> {
  const line = ['--virtual', '--purchases', '10', '--relays', '2', '--seed', String(seed)];
  const memory = `--max-semi-space-size=${youngMegabytes}`;
  return new Promise((resolve) => {
    execFile(process.execPath, [memory, command, ...line], (_error, output) =>
      resolve(/world of seed \d+: (.+)/.exec(output)?.[1]),
    );
  });
}

test('a seed goes the same steps again, whatever the machine does meanwhile', async () => {
  const [often, seldom] = await Promise.all([stepsWith(1, 3), stepsWith(64, 3)]);
  assert.match(often ?? '', /^\d{4,} steps, [0-9a-f]{8}$/);
  assert.equal(seldom, often);
});

test('another seed goes other steps', async () => {
  assert.notEqual(await stepsWith(16, 4), await stepsWith(16, 5));
});
