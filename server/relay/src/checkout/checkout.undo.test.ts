import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeBoxOffice } from './checkout.fake.js';
import { newState, orderId, relay, type State } from './checkout.trial.js';

const hour = 3_600_000;

async function statesOf({ records }: State) {
  return (await records.attempts.ofOrder(orderId)).map(({ state, reason }) => `${state}: ${reason}`);
}

/** What the relay has written down of asking S-360 to cancel the order's first payment. */
async function undoingIn({ records }: State) {
  const [attempt] = await records.attempts.ofOrder(orderId);
  return (await records.undoings.of(attempt?.attemptId ?? ''))?.state;
}

/** A relay whose operator lets it cancel, or not, with a raised payment: it was charged after its order had ended. */
async function chargedAfterEnd({ mayUndo = true } = {}) {
  const [office, state] = [new FakeBoxOffice(), await newState()];
  const process = relay(office, state, undefined, { mayUndo });
  await process.begin();
  office.decide('PAID');
  office.state = 'ended';
  while ((await state.records.attempts.raised()).length === 0) await minutes(process, 1);
  return { office, state, ...process };
}

/** Two payments of one order, of 10 and of 24, both charged after its end. */
async function chargedTwiceAfterEnd() {
  const [office, state] = [new FakeBoxOffice(), await newState()];
  const process = relay(office, state, undefined, { mayUndo: true });
  for (const totalMinor of [1_000, 2_400]) {
    office.totalMinor = totalMinor;
    await process.begin(totalMinor);
    office.decide('FAILED');
    await process.finaliser.finalise(orderId);
  }
  office.state = 'ended';
  for (const payment of office.payments) payment.status = 'PAID';
  return { office, state, ...process };
}

/** What was given back of the order, in all. */
async function givenBackIn({ records }: State) {
  const undone = await records.attempts.ofIds(await records.undoings.done());
  return undone.reduce((sum, { agreed }) => sum + agreed.amountMinor, 0);
}

async function minutes({ sweep, clock }: Pick<ReturnType<typeof relay>, 'sweep' | 'clock'>, count: number) {
  for (let minute = 0; minute < count; minute++) {
    clock.advance(60_000);
    await sweep.round();
  }
}

/** A first payment that was refused, and charged all the same beside the second. */
async function chargedTwice() {
  const [office, state] = [new FakeBoxOffice(), await newState()];
  const process = relay(office, state, undefined, { mayUndo: true });
  await process.begin();
  office.decide('FAILED');
  await process.finaliser.finalise(orderId);
  await process.begin();
  office.decide('PAID');
  const [first] = office.payments;
  assert.ok(first);
  first.status = 'PAID';
  assert.equal(await process.finaliser.finalise(orderId), 'paid');
  return { office, state, first, ...process };
}

test('a charge after the end is cancelled at S-360 where the operator allows it, once, and needs nobody any more', async () => {
  const { office, state, sweep, clock } = await chargedAfterEnd();
  await minutes({ sweep, clock }, 5);
  assert.equal(office.payments[0]?.status, 'ABANDONED');
  assert.deepEqual(await statesOf(state), ['settled: paid-after-end']);
  assert.equal(await undoingIn(state), 'done');
  await minutes({ sweep, clock }, 60);
  assert.equal(office.count('cancelPayment'), 1);
});

test('it is left to people where the operator does not', async () => {
  const { office, state, sweep, clock } = await chargedAfterEnd({ mayUndo: false });
  await minutes({ sweep, clock }, 60);
  assert.equal(office.count('cancelPayment'), 0);
  assert.deepEqual(await statesOf(state), ['raised: paid-after-end']);
});

test('S-360 is asked where the payment stands right before it is cancelled, and right after', async () => {
  const { office, sweep, clock } = await chargedAfterEnd();
  await minutes({ sweep, clock }, 5);
  const at = office.calls.indexOf('cancelPayment');
  assert.deepEqual(office.calls.slice(at - 2, at + 2), [
    'checkPayment',
    'getOrderDetails',
    'cancelPayment',
    'checkPayment',
  ]);
});

test('of two charges for one order the one that bought nothing is given back, and the order stays bought', async () => {
  const { office, state, first, finaliser, sweep, clock } = await chargedTwice();
  await minutes({ sweep, clock }, 5);
  assert.deepEqual(
    office.payments.map(({ status }) => status),
    ['ABANDONED', 'PAID'],
  );
  assert.equal(first.status, 'ABANDONED');
  assert.deepEqual(await statesOf(state), ['settled: paid-twice', 'paid: null']);
  assert.equal(office.state, 'completed');
  assert.equal(await finaliser.finalise(orderId), 'paid');
});

test('what S-360 refuses to cancel stays with people, and is not asked for again', async () => {
  const { office, state, sweep, clock } = await chargedAfterEnd();
  office.refusesCancel = true;
  await minutes({ sweep, clock }, 120);
  assert.equal(office.count('cancelPayment'), 1);
  assert.deepEqual(await statesOf(state), ['raised: paid-after-end']);
  assert.equal(await undoingIn(state), 'refused');
});

for (const fate of ['after', 'timeout-after'] as const) {
  test(`a cancel whose answer was lost (${fate}) is not sent again: where S-360 says that it was done, so do we`, async () => {
    const { office, state, sweep, clock } = await chargedAfterEnd();
    office.fate = (operation) => (operation === 'cancelPayment' ? fate : undefined);
    await minutes({ sweep, clock }, 5);
    assert.equal(office.count('cancelPayment'), 1);
    assert.deepEqual(await statesOf(state), ['settled: paid-after-end']);
  });
}

test('a cancel that may have got lost on its way is not sent again either', async () => {
  const { office, state, sweep, clock } = await chargedAfterEnd();
  office.fate = (operation) => (operation === 'cancelPayment' ? 'timeout-before' : undefined);
  for (let hours = 0; hours < 48; hours++) {
    clock.advance(hour);
    await sweep.round();
  }
  assert.equal(office.count('cancelPayment'), 1);
  assert.deepEqual(await statesOf(state), ['raised: paid-after-end']);
});

test('one for which S-360 had no room is sent as soon as there is', async () => {
  const { office, state, sweep, clock } = await chargedAfterEnd();
  let refusals = 2;
  office.fate = (operation) => (operation === 'cancelPayment' && refusals-- > 0 ? 'busy' : undefined);
  await minutes({ sweep, clock }, 30);
  assert.deepEqual(await statesOf(state), ['settled: paid-after-end']);
});

test('two relays cancel it once', async () => {
  const { office, state, sweep, clock } = await chargedAfterEnd();
  const other = relay(office, state, undefined, { mayUndo: true });
  for (let minute = 0; minute < 5; minute++) {
    clock.advance(60_000);
    await Promise.all([sweep.round(), other.sweep.round()]);
  }
  assert.equal(office.count('cancelPayment'), 1);
  assert.deepEqual(await statesOf(state), ['settled: paid-after-end']);
});

test('what people have dealt with is not touched', async () => {
  const { office, state, sweep, clock } = await chargedAfterEnd();
  const [attempt] = await state.records.attempts.raised();
  await state.records.attempts.settle(attempt?.attemptId ?? '');
  await minutes({ sweep, clock }, 60);
  assert.equal(office.count('cancelPayment'), 0);
});

test('of an order that ended all payments are given back, each once, also where two relays are at it', async () => {
  const { office, state, sweep, clock } = await chargedTwiceAfterEnd();
  const other = relay(office, state, undefined, { mayUndo: true });
  for (let minute = 0; minute < 90; minute++) {
    clock.advance(60_000);
    await Promise.all([sweep.round(), other.sweep.round()]);
  }
  assert.deepEqual(
    office.payments.map(({ status }) => status),
    ['ABANDONED', 'ABANDONED'],
  );
  assert.equal(office.count('cancelPayment'), 2);
  assert.equal(await givenBackIn(state), 3_400);
  assert.deepEqual(await state.records.attempts.raised(), []);
});

test('where S-360 refuses to give the second one back, people are left with it, and with what it comes to', async () => {
  const { office, state, sweep, clock } = await chargedTwiceAfterEnd();
  office.refusesCancel = ['902'];
  await minutes({ sweep, clock }, 90);
  assert.equal(await givenBackIn(state), 1_000);
  const raised = await state.records.attempts.raised();
  assert.deepEqual(
    raised.map(({ payment, agreed }) => [payment?.paymentId, agreed.amountMinor]),
    [['902', 2_400]],
  );
});
