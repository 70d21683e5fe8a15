import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { plant, type PlantedName } from './planted.js';
import type { Fault } from './verdict.js';

const command = fileURLToPath(new URL('./faults.command.js', import.meta.url));

/** Virtual worlds of a few visitors, with what is printed of them. */
function virtualRun(...more: string[]): Promise<{ code: number; output: string }> {
  const line = [command, '--virtual', '--purchases', '4', '--relays', '2', '--seed', '1', ...more];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, line, (_error, output, words) =>
      resolve({ code: child.exitCode ?? 1, output: output + words }),
    );
  });
}

/** What a relay with the bug in it is found out by. */
const planted: Record<PlantedName, Fault> = {
  'blind-retry': 'write repeated blindly',
  'missing-intent': 'begun and not written down',
  'no-compare-and-set': 'raised though in order',
  'lease-ignored': 'write repeated blindly',
  'final-no': 'paid without ticket and not raised',
};

const countOf = (output: string, name: string): number =>
  Number(new RegExp(`^ +${name} +(\\d+)$`, 'm').exec(output)?.[1]);

test('a relay that nothing is planted into is found to be in order in all these scenes', async () => {
  const { code, output } = await virtualRun(...Object.keys(planted).flatMap((name) => ['--scene', name]));
  assert.equal(code, 0, output);
});

for (const [name, found] of Object.entries(planted)) {
  test(`a relay with "${name}" planted into it is found out`, async () => {
    const broken = await virtualRun('--scene', name, '--planted', name);
    assert.equal(broken.code, 1, broken.output);
    assert.ok(countOf(broken.output, found) > 0, broken.output);
  });
}

test('a bug whose place is no longer there is not planted in silence', () => {
  assert.throws(() => plant('const a = 1;', { file: 'a.js', from: 'b', to: 'c' }), /has no place in a\.js/);
});
