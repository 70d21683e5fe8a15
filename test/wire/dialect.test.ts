import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readServices } from '@s360-widgets/simulator/wire';

const root = fileURLToPath(new URL('../../..', import.meta.url));

describe('an S-360 that has otherwise all that is a guess', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 's360-dialect-'));
    for (const [name, { source }] of readServices('b')) await writeFile(join(folder, `${name}.wsdl`), source);
  });
  after(() => rm(folder, { recursive: true }));

  const check = (names = '') =>
    new Promise<{ code: number; lines: string[] }>((resolve) => {
      const command = join(root, 'server/relay/dist/s360/check.command.js');
      const env = { PATH: process.env.PATH, S360_NAMES_FILE: names };
      execFile(process.execPath, [command, folder], { env }, (error, said, complained) =>
        resolve({ code: Number(error?.code ?? 0), lines: (said + complained).trim().split('\n') }),
      );
    });

  it('differs in guesses alone, and in nearly all of them', async () => {
    const { code, lines } = await check();
    assert.equal(code, 1);
    const end = lines.findIndex((line) => line.startsWith('Guesses of ours that are so'));
    const differences = lines.slice(0, end).filter((line) => line.startsWith('  '));
    assert.ok(differences.length > 50, String(differences.length));
    for (const line of differences) assert.match(line, /\(a GUESS of ours\)$|^ {2}has no operation /);
    // A map is as the vendor's sample has it, and the person's data stand in the same object of the answer.
    assert.deepEqual(lines.slice(end + 1), [
      '  createPaymentsAndCloseOrder takes paymentParams.paymentParametersMap.entry',
      '  createPaymentsAndCloseOrder takes paymentParams.paymentParametersMap.entry.key',
      '  createPaymentsAndCloseOrder takes paymentParams.paymentParametersMap.entry.value',
      '  getContactData gives individualContact',
    ]);
  });

  it('fits to the last field with a file of its names', async () => {
    const { code, lines } = await check(join(root, 'server/simulator/dialect-b.json'));
    assert.deepEqual(
      lines.filter((line) => / differs$/.test(line) && !line.includes(': nothing ')),
      [],
    );
    assert.equal(code, 0);
  });
});
