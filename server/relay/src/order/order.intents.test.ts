import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError } from '@s360-widgets/contract';
import * as z from 'zod';
import { fakeS360, type WireObject } from '../s360/fake.js';
import { operations, RecordedS360, S360Refusal, type ArgumentsOf, type Operation } from '../s360/index.js';
import { onBothDatabases, type DatabaseTrial } from '../state/database.trial.js';
import { createManualClock, type Database } from '../state/index.js';
import { OrderRecords } from './order.records.js';
import { silent, trialRecords } from './order.trial.js';

const rowsIn = (database: Database) =>
  database.query.selectFrom('write_intent').selectAll().orderBy('sent_at').execute();

/** An S-360 that answers as the function does, with what is written down of it. */
function recorded(records: OrderRecords, answer: (name: string) => Promise<WireObject>) {
  return new RecordedS360(
    fakeS360(({ name }) => answer(name)),
    records.intents,
  );
}

const recordsOf = ({ database, clock }: Pick<DatabaseTrial, 'database' | 'clock'>) =>
  new OrderRecords({ database, clock, log: silent });

const typed = 'Marchetti';
/** Arguments that fit a schema, with what a visitor types wherever that may stand. */
function argumentsFor(schema: unknown): unknown {
  if (schema instanceof z.ZodObject) {
    const fields: [string, unknown][] = Object.entries(schema.shape);
    return Object.fromEntries(fields.map(([name, field]) => [name, argumentsFor(field)]));
  }
  if (schema instanceof z.ZodOptional) return argumentsFor(schema.unwrap());
  if (schema instanceof z.ZodArray) return [argumentsFor(schema.element)];
  if (schema instanceof z.ZodBoolean) return true;
  if (schema instanceof z.ZodLiteral) return schema.value;
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodNumber) return 1;
  return typed;
}

const writes: Operation[] = Object.values<Operation>(operations).filter(({ kind }) => kind === 'write');

test('every write to S-360 is written down before S-360 hears of it, and what came of it after', async () => {
  const clock = createManualClock('2026-12-01T20:00:00Z');
  const records = await trialRecords(clock);
  const { database } = records.parts;
  const seen: string[] = [];
  const s360 = recorded(records, async (name) => {
    const last = (await rowsIn(database)).find(({ operation }) => operation === name);
    seen.push(`${last?.operation} ${last?.result}`);
    throw new ProblemError('seats-taken', {}, { cause: new S360Refusal('error.x', '') });
  });
  for (const operation of writes) {
    const args = argumentsFor(operation.args) as WireObject;
    await assert.rejects(s360.call(operation, args), { code: 'seats-taken' });
  }
  assert.ok(writes.length >= 9);
  assert.deepEqual(
    seen,
    writes.map(({ name }) => `${name} null`),
  );
  const rows = await rowsIn(database);
  assert.deepEqual([...new Set(rows.map(({ result }) => result))], ['refused']);
});

test('what a visitor types is in no row, and a read is in none', async () => {
  const clock = createManualClock('2026-12-01T20:00:00Z');
  const records = await trialRecords(clock);
  const s360 = recorded(records, async () => ({ contactNumber: '9042', contactAddressId: '601' }));
  const { saveIndividualContact } = operations;
  const contact = argumentsFor(saveIndividualContact.args) as ArgumentsOf<'saveIndividualContact'>;
  await records.leases.run('10000000321', () => s360.call(saveIndividualContact, contact));
  await s360.call(operations.getContactData, { contactNumber: typed, details: [] }).catch(() => undefined);
  const rows = await rowsIn(records.parts.database);
  assert.equal(rows.length, 1);
  assert.deepEqual([rows[0]?.order_id, rows[0]?.result], ['10000000321', 'done']);
  assert.equal(JSON.stringify(rows).includes(typed), false);
});

test('a write that can not be written down is not sent', async () => {
  const clock = createManualClock('2026-12-01T20:00:00Z');
  const records = await trialRecords(clock);
  records.intents.begin = () => Promise.reject(new Error('the disk is full'));
  let sent = 0;
  const s360 = recorded(records, async () => ({ sent: sent++ }));
  await assert.rejects(s360.call(operations.reopenOrder, { orderId: '1' }), /disk is full/);
  assert.equal(sent, 0);
});

test('an answer is given although what came of the write can not be written down; the write is read back', async () => {
  const clock = createManualClock('2026-12-01T20:00:00Z');
  const logged: string[] = [];
  const { database } = (await trialRecords(clock)).parts;
  const log = { error: (_: object, message: string) => void logged.push(message) };
  const records = new OrderRecords({ database, clock, log });
  const s360 = recorded(records, async () => {
    await database.query.schema.alterTable('write_intent').renameTo('away').execute();
    return {};
  });
  await s360.call(operations.reopenOrder, { orderId: '1' });
  await database.query.schema.alterTable('away').renameTo('write_intent').execute();
  assert.deepEqual(logged, ['what came of a write to S-360 was not written down']);
  clock.advance(60_000);
  assert.equal((await records.intents.lost(9)).length, 1);
});

onBothDatabases(
  'a write that nobody heard the answer of is lost after a minute, and dealt with once',
  async (trial) => {
    const { database, clock, openAgain } = trial;
    const records = recordsOf(trial);
    const lostAnswer = recorded(records, () => Promise.reject(new ProblemError('box-office-timeout')));
    await assert.rejects(lostAnswer.call(operations.reopenOrder, { orderId: '1' }));
    const atWork = await records.intents.begin(operations.createOrUpdateOrder, { externalReference: 'ours' });
    await atWork.isAtWork('77');
    const done = await records.intents.begin(operations.notifyOrder, { orderId: '2' });
    await done.end('done');
    const other = recordsOf({ database: await openAgain(), clock });
    assert.deepEqual(await other.intents.lost(9), [], 'who sends them may hear yet');
    clock.advance(60_000);
    const lost = await other.intents.lost(9);
    assert.deepEqual(
      lost
        .map(({ orderId, operation, reference, requestId }) => [orderId, operation, reference, requestId])
        .sort(),
      [
        ['1', 'reopenOrder', null, null],
        [null, 'createOrUpdateOrder', 'ours', '77'],
      ].sort(),
    );
    for (const write of lost) await other.intents.settle(write, 'read-back');
    assert.deepEqual(await records.intents.lost(9), []);
    await done.end('done');
    await records.forgetOld();
    assert.equal((await rowsIn(database)).length, 3);
    clock.advance(49 * 3_600_000);
    const open = await records.intents.begin(operations.notifyOrder, { orderId: '3' });
    clock.advance(49 * 3_600_000);
    await records.forgetOld();
    assert.deepEqual(
      (await rowsIn(database)).map(({ order_id: orderId }) => orderId),
      ['3'],
      'what is open stays',
    );
    await open.end('done');
  },
);

onBothDatabases('an answer that comes after all is not undone by who read the order back', async (trial) => {
  const records = recordsOf(trial);
  const late = await records.intents.begin(operations.notifyOrder, { orderId: '2' });
  trial.clock.advance(60_000);
  const [write] = await records.intents.lost(9);
  assert.ok(write);
  await late.end('done');
  await records.intents.settle(write, 'read-back');
  assert.deepEqual(
    (await rowsIn(trial.database)).map(({ result }) => result),
    ['done'],
  );
});
