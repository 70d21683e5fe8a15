import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onBothDatabases } from '../state/database.trial.js';
import { importFiles } from './order.import.js';
import { OrderRecords } from './order.records.js';

const payment = { paymentId: '901', identification: 'i1', transactionId: '71' };
const former = (orderId: string, change: object = {}) => ({
  ...{
    orderId,
    reference: `r${orderId}`,
    amountMinor: 5_000,
    currency: 'EUR',
    language: 'en',
    handOver: 'widget',
  },
  ...{ startedAt: 1_796_497_200_000, payment, outcome: null },
  ...change,
});
const lines = (...records: object[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('');

const payments = lines(
  { put: former('1', { payment: null }) },
  { put: former('1') },
  { put: former('2', { outcome: 'paid' }) },
  { put: former('3', { outcome: 'refused' }) },
  { put: former('4') },
  { remove: '4' },
  { put: { orderId: '5', from: 'a later relay' } },
);
const buyers = lines({ put: { orderId: '1', contactNumber: '9042', contactAddressId: null, savedAt: 7 } });

onBothDatabases(
  'payments and buyers that a former relay kept in files are taken over once, and the files kept',
  async ({ database, clock }) => {
    const folder = await mkdtemp(join(tmpdir(), 'relay-import-'));
    await writeFile(join(folder, 'payments.jsonl'), `${payments}{"put":{"orderId":"9","state":"op`);
    await writeFile(join(folder, 'buyers.jsonl'), buyers);
    const told: object[] = [];
    const log = { info: () => undefined, error: (facts: object) => void told.push(facts) };
    const records = new OrderRecords({ database, clock, log });
    await importFiles(folder, records, log);

    const states = async () => {
      const all = await Promise.all(['1', '2', '3', '4', '5'].map((id) => records.attempts.ofOrder(id)));
      return all.flat().map(({ orderId, state }) => `${orderId} ${state}`);
    };
    assert.deepEqual(await states(), ['1 begun', '2 paid', '3 refused']);
    assert.deepEqual((await records.attempts.ofOrder('1'))[0]?.payment, payment);
    assert.equal(await records.contactNumberOf('1'), '9042');
    assert.deepEqual(told, [{ file: join(folder, 'payments.jsonl'), unreadable: 2 }]);
    assert.deepEqual((await readdir(folder)).sort(), ['buyers.jsonl.imported', 'payments.jsonl.imported']);
    assert.match(await readFile(join(folder, 'payments.jsonl.imported'), 'utf8'), /a later relay/);

    // A relay that died between the taking over and the renaming does it again.
    await writeFile(join(folder, 'payments.jsonl'), payments);
    await importFiles(folder, records, log);
    assert.deepEqual(await states(), ['1 begun', '2 paid', '3 refused']);
    clock.advance(10_000);
    assert.deepEqual((await records.attempts.takeDue(10)).map(({ orderId }) => orderId).sort(), ['1', '3']);
  },
);
