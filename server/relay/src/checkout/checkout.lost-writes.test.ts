import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operations, RecordedS360 } from '../s360/index.js';
import { FakeBoxOffice } from './checkout.fake.js';
import { LostWrites } from './checkout.lost-writes.js';
import { newState, orderId, relay, type State } from './checkout.trial.js';

/** A relay over a box office that was asked for something, and the round that looks after what was lost. */
function looking(office: FakeBoxOffice, state: State) {
  const process = relay(office, state);
  const warned: object[] = [];
  const log = { warn: (facts: object) => void warned.push(facts) };
  const lost = new LostWrites({ desk: process.desk, finaliser: process.finaliser, log });
  return { ...process, lost, warned };
}

const openIn = ({ records }: State) => {
  const { query } = records.parts.database;
  return query.selectFrom('write_intent').selectAll().where('answered_at', 'is', null).execute();
};

/** A relay that is killed between what it sends and the answer. */
async function killedOver(office: FakeBoxOffice, { records }: State): Promise<void> {
  office.hangsOn = orderId;
  const s360 = new RecordedS360(office, records.intents);
  void s360.call(operations.abandonMovements, { orderId, movementIds: ['100'] });
  while (office.count('abandonMovements') === 0) await new Promise(setImmediate);
  office.hangsOn = '';
}

test('what a relay was killed over is read back by the next one, once, and nobody trusts what was known before', async () => {
  const [office, state] = [new FakeBoxOffice(), await newState()];
  await killedOver(office, state);
  assert.equal((await openIn(state)).length, 1, 'the relay left word of it');
  const { lost, clock } = looking(office, state);
  const changes = await state.records.changes.of(orderId);
  await lost.round();
  assert.equal(office.count('getOrderDetails'), 0, 'who sent it may hear yet');
  clock.advance(60_000);
  await lost.round();
  assert.ok(office.count('getOrderDetails') > 0);
  assert.ok((await state.records.changes.of(orderId)) > changes, 'other relays read it anew');
  assert.deepEqual(await openIn(state), []);
  const calls = office.calls.length;
  await lost.round();
  assert.equal(office.calls.length, calls);
});

test('a payment that a relay was killed over goes on from what S-360 says', async () => {
  const [office, state] = [new FakeBoxOffice(), await newState()];
  const first = relay(office, state);
  await first.begin();
  office.decide('PAID');
  await state.records.intents.begin(operations.notifyOrder, { orderId });
  const { lost, clock } = looking(office, state);
  clock.advance(60_000);
  await lost.round();
  assert.equal(office.state, 'completed');
  assert.equal(await state.records.verdictOn(orderId), 'paid');
  assert.deepEqual(await openIn(state), []);
});

test('a new order whose answer was lost is told to people by our own word for it, once', async () => {
  const [office, state] = [new FakeBoxOffice(), await newState()];
  await state.records.intents.begin(operations.createOrUpdateOrder, { externalReference: 'ours' });
  const { lost, clock, warned } = looking(office, state);
  clock.advance(60_000);
  await lost.round();
  await lost.round();
  assert.deepEqual(warned, [{ externalReference: 'ours', requestId: null }]);
  assert.equal(office.calls.length, 0);
});

test('what can not be read back now stays open for the next round', async () => {
  const [office, state] = [new FakeBoxOffice(), await newState()];
  await state.records.intents.begin(operations.reopenOrder, { orderId });
  const { lost, clock } = looking(office, state);
  clock.advance(60_000);
  office.fate = () => 'busy';
  await assert.rejects(lost.round(), { code: 'box-office-busy' });
  assert.equal((await openIn(state)).length, 1);
  office.fate = () => undefined;
  await lost.round();
  assert.deepEqual(await openIn(state), []);
});
