import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderId, started, type State } from './checkout.trial.js';

const hour = 3_600_000;

async function statesOf({ records }: State) {
  return (await records.attempts.ofOrder(orderId)).map(({ state, reason }) =>
    reason ? `${state}: ${reason}` : state,
  );
}

/** An order that was paid and completed, and time that goes on in hours. */
async function paid() {
  const process = await started();
  const { office, finaliser, sweep, clock } = process;
  office.decide('PAID');
  assert.equal(await finaliser.finalise(orderId), 'paid');
  const hours = async (count: number) => {
    for (let passed = 0; passed < count; passed++) {
      clock.advance(hour);
      await sweep.round();
    }
  };
  return { ...process, hours };
}

for (const [word, after] of [
  ['FAILED', 2],
  ['FAILED_REJECTED', 20],
  ['ABANDONED', 100],
] as const) {
  test(`a payment that is ${word} ${after} hours after it has bought the order is told to people, once, and the tickets stay`, async () => {
    const { office, state, errors, finaliser, hours } = await paid();
    await hours(after);
    office.decide(word);
    await hours(8 * 24 - after);
    assert.deepEqual(await statesOf(state), ['raised: taken-back']);
    assert.equal(errors.filter((message) => message.startsWith('a payment needs people')).length, 1);
    assert.equal(await finaliser.finalise(orderId), 'paid', 'the visitor has tickets, as S-360 says');
    for (const operation of ['cancelPayment', 'reopenOrder']) assert.equal(office.count(operation), 0);
    assert.equal(office.count('notifyOrder'), 1);
  });
}

test('one that stays paid costs two looks, a day and a week later, and nobody hears of it', async () => {
  const { office, state, errors, hours } = await paid();
  const before = office.calls.length;
  await hours(14 * 24);
  assert.deepEqual(office.calls.slice(before), ['checkPayment', 'checkPayment']);
  assert.deepEqual(await statesOf(state), ['paid']);
  assert.deepEqual(errors, []);
});

test('one whose order was cancelled by the box office is its own affair', async () => {
  const { office, state, errors, hours } = await paid();
  office.decide('CANCELLED_BY_USER');
  office.state = 'ended';
  await hours(14 * 24);
  assert.deepEqual(await statesOf(state), ['paid']);
  assert.deepEqual(errors, []);
});

test('a word that the relay does not know takes nothing for lost', async () => {
  const { office, state, hours } = await paid();
  office.decide('IN_DISPUTE');
  await hours(14 * 24);
  assert.deepEqual(await statesOf(state), ['paid']);
});

test('one that people have dealt with is bought as S-360 says, and not raised again', async () => {
  const { office, state, finaliser, hours } = await paid();
  office.decide('FAILED');
  await hours(30);
  const [attempt] = await state.records.attempts.raised();
  await state.records.attempts.settle(attempt?.attemptId ?? '');
  await hours(14 * 24);
  assert.deepEqual(await statesOf(state), ['settled: taken-back']);
  assert.equal(await finaliser.finalise(orderId), 'paid');
});
