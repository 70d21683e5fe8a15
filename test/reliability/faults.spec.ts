import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const command = fileURLToPath(new URL('../dist/reliability/faults.command.js', import.meta.url));

/** What a run of processes prints. */
function faults(...line: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [command, ...line], (_error, output, words) =>
      resolve({ code: child.exitCode, output: output + words }),
    );
  });
}

test.describe.configure({ mode: 'parallel' });

const struckBy = {
  sqlite: ['relay killed', 'relay stands still', 'disk full', 'clock stepped'],
  postgres: ['relay killed', 'relay stands still', 'database restarted', 'clock stepped'],
};

for (const database of ['sqlite', 'postgres'] as const) {
  test(`a hundred visitors at three relays on ${database}: whatever breaks, the books, the relays and the visitors say the same`, async () => {
    test.setTimeout(900_000);
    const { code, output } = await faults('--database', database, '--purchases', '100', '--relays', '3');
    expect(code, output).toBe(0);
    expect(output).toContain('nothing found');
    expect(Number(/orders charged +(\d+)/.exec(output)?.[1]), output).toBeGreaterThan(10);
    const struck = struckBy[database].filter((blow) => new RegExp(`${blow} +[1-9]`).test(output));
    expect(struck, output).toContain('relay killed');
    expect(struck.length, output).toBeGreaterThanOrEqual(2);
  });
}
