import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { onDatabase, trialLog, type DatabaseTrial } from '../state/database.trial.js';
import { OrderRecords } from './order.records.js';

const command = fileURLToPath(new URL('order.command.js', import.meta.url));

/** The command as an operator runs it, beside a relay that has the database open. */
function run({ database }: DatabaseTrial, ...words: string[]): Promise<{ code: number; said: string }> {
  const env = { ...process.env, RELAY_STATE_DIR: database.settings.folder, RELAY_DATABASE_URL: '' };
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...words], { env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, said: `${stdout}${stderr}` });
    });
  });
}

/** A raised payment of this order. */
async function raise({ attempts }: OrderRecords, orderId: string) {
  const attempt = await attempts.begin({
    ...{ orderId, reference: orderId, handOver: 'widget', startedAt: Date.parse('2026-12-05T19:00:00Z') },
    agreed: { amountMinor: 5_000, currency: 'EUR', ticketIds: ['101', '102'] },
    payment: { paymentId: `90${orderId}`, identification: `i${orderId}`, transactionId: '71' },
  });
  assert.ok(attempt);
  return attempts.raise(attempt, { reason: 'paid-after-end', decidedAt: 0, lookInMs: null });
}

test('raised payments are listed with what to do, and what the relay has asked of S-360, until they are settled', () =>
  onDatabase('SQLite', async (trial) => {
    const records = new OrderRecords({ database: trial.database, clock: trial.clock, log: trialLog });
    const { attemptId } = await raise(records, '1');
    await records.undoings.begin(attemptId, 0);
    await records.undoings.end(attemptId, 'refused');
    const { code, said } = await run(trial, 'raised');
    assert.equal(code, 0);
    const lines = [
      'order 1: charged after the hold ended: sell the same seats if they are free, or pay it back',
      '  5000 minor units of EUR, 2 tickets, begun 2026-12-05T19:00:00.000Z',
      '  payment 901, transaction 71',
      '  the relay has asked S-360 to cancel it, and S-360 has refused',
      `  when done: npm run orders -- settled ${attemptId}`,
    ];
    assert.equal(said, `${lines.join('\n')}\n`);
    assert.deepEqual(await run(trial, 'settled', attemptId), { code: 0, said: `${attemptId} is settled.\n` });
    assert.deepEqual(await run(trial, 'raised'), { code: 1, said: 'No payment needs people.\n' });
    assert.equal((await run(trial, 'settled', attemptId)).code, 1);
  }));

test('what the relay has had cancelled is listed apart', () =>
  onDatabase('SQLite', async (trial) => {
    const records = new OrderRecords({ database: trial.database, clock: trial.clock, log: trialLog });
    assert.equal((await run(trial, 'undone')).code, 1);
    const { attemptId } = await raise(records, '1');
    await records.undoings.begin(attemptId, 0);
    await records.undoings.end(attemptId, 'done');
    await records.attempts.settle(attemptId);
    const { code, said } = await run(trial, 'undone');
    assert.equal(code, 0);
    assert.match(said, /^order 1: the relay has had it cancelled at S-360 \(paid-after-end\)\n/);
  }));

test('a word that the command does not know is answered with those that it does', () =>
  onDatabase('SQLite', async (trial) => {
    for (const words of [[], ['paid'], ['settled'], ['raised', 'all']]) {
      const { code, said } = await run(trial, ...words);
      assert.deepEqual([code, said], [2, 'usage: npm run orders -- raised | undone | settled ATTEMPT\n']);
    }
  }));
