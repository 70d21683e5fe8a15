import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeBoxOffice } from './checkout.fake.js';
import { newState, orderId, relay, started } from './checkout.trial.js';

const hour = 3_600_000;

/** Attempts by their number, as the relay has them. */
async function statesOf({ records }: Awaited<ReturnType<typeof newState>>) {
  return (await records.attempts.ofOrder(orderId)).map(({ state, reason }) =>
    reason ? `${state}: ${reason}` : state,
  );
}

/** A payment that S-360 has refused, and the cart that is open again. */
async function refused() {
  const process = await started();
  process.office.decide('FAILED');
  assert.equal(await process.finaliser.finalise(orderId), 'refused');
  return process;
}

for (const after of [60_000, 3 * hour, 47 * hour]) {
  test(`a "no" that becomes a "yes" after ${after / 60_000} minutes completes the order, though nobody asks`, async () => {
    const { office, sweep, clock, finaliser, state } = await refused();
    for (let passed = 0; passed < after; passed += hour / 6) {
      await sweep.round();
      clock.advance(hour / 6);
    }
    office.decide('PAID');
    clock.advance(hour);
    await sweep.round();
    assert.equal(office.state, 'completed');
    assert.equal(await finaliser.finalise(orderId), 'paid');
    assert.deepEqual(await statesOf(state), ['paid']);
  });
}

test('a "no" is asked about ever less, some twenty times a day, and no more after two days', async () => {
  const { office, sweep, clock } = await refused();
  const before = office.count('checkPayment');
  for (let tenMinutes = 0; tenMinutes < 6 * 72; tenMinutes++) {
    await sweep.round();
    clock.advance(hour / 6);
  }
  const looks = office.count('checkPayment') - before;
  assert.ok(looks > 40 && looks < 70, `${looks} looks`);
});

test('before another payment begins S-360 is asked about the first: charged by now, it completes the order, and no second one is made', async () => {
  const { office, begin, state } = await refused();
  office.decide('PAID');
  await assert.rejects(begin(), { code: 'cart-closed' });
  assert.equal(office.payments.length, 1);
  assert.equal(office.state, 'completed');
  assert.deepEqual(await statesOf(state), ['paid']);
});

test('a first payment that is charged beside the second is left to people, and told once', async () => {
  const { office, begin, sweep, clock, state, errors, finaliser } = await refused();
  await begin();
  const [first] = office.payments;
  assert.ok(first);
  first.status = 'PAID';
  office.decide('PAID');
  assert.equal(await finaliser.finalise(orderId), 'paid');
  for (let round = 0; round < 3; round++) {
    clock.advance(2 * hour);
    await sweep.round();
  }
  assert.deepEqual(await statesOf(state), ['raised: paid-twice', 'paid']);
  assert.equal(errors.filter((message) => message.startsWith('a payment needs people')).length, 1);
  assert.equal(await finaliser.finalise(orderId), 'paid', 'the order is bought all the same');
});

/** A second payment that is under way when the first is charged after its "no". */
async function chargedBeside() {
  const process = await refused();
  await process.begin();
  const [first] = process.office.payments;
  assert.ok(first);
  first.status = 'PAID';
  process.clock.advance(hour);
  return process;
}

test('a first payment that is charged while nobody has made the second completes the order, and the second can be made no more', async () => {
  const { office, sweep, state, finaliser, errors } = await chargedBeside();
  await sweep.round();
  assert.equal(office.state, 'completed');
  assert.deepEqual(
    office.payments.map(({ status }) => status),
    ['PAID', 'CANCELLED_BY_USER'],
  );
  assert.deepEqual(await statesOf(state), ['paid', 'cancelled']);
  assert.equal(await finaliser.finalise(orderId), 'paid');
  assert.equal(await finaliser.giveUp(orderId), 'paid', 'who leaves the second form hears of the ticket');
  assert.deepEqual(errors, []);
});

test('a first payment that is charged when the second was refused too completes the order', async () => {
  const { office, sweep, state, finaliser } = await chargedBeside();
  office.decide('FAILED');
  await sweep.parts.desk.alone(orderId, () => sweep.parts.late.look(orderId));
  assert.equal(office.state, 'completed');
  assert.equal(office.count('cancelPayment'), 0);
  assert.deepEqual(await statesOf(state), ['paid', 'refused']);
  assert.equal(await finaliser.finalise(orderId), 'paid');
});

test('where the second can not be taken back any more people are told, and so is the visitor, who can pay no third time', async () => {
  const { office, sweep, state, finaliser, begin } = await chargedBeside();
  office.refusesCancel = true;
  await sweep.round();
  assert.deepEqual(await statesOf(state), ['raised: paid-twice', 'begun']);
  assert.equal(await finaliser.finalise(orderId), 'raised');
  await assert.rejects(begin(), { code: 'payment-in-progress' });
  office.decide('FAILED');
  assert.equal(await finaliser.finalise(orderId, { isEager: true }), 'raised', 'never a "no"');
  assert.deepEqual(await statesOf(state), ['raised: paid-twice', 'refused']);
  await assert.rejects(begin(), { code: 'payment-in-progress' });
  assert.equal(office.payments.length, 2);
});

test('an old "no" changes nothing about a new "yes"', async () => {
  const { office, begin, sweep, clock, state, finaliser } = await refused();
  await begin();
  office.decide('PAID');
  assert.equal(await finaliser.finalise(orderId), 'paid');
  for (let hours = 0; hours < 60; hours++) {
    clock.advance(hour);
    await sweep.round();
  }
  assert.equal(office.state, 'completed');
  assert.equal(office.count('cancelPayment'), 0);
  assert.deepEqual(await statesOf(state), ['refused', 'paid']);
});

test('a late charge for what the cart no longer holds is left to people, and bars another payment', async () => {
  const { office, begin, sweep, clock, state } = await refused();
  office.tickets = 1;
  office.totalMinor = 2_500;
  office.decide('PAID');
  clock.advance(hour);
  await sweep.round();
  assert.deepEqual(await statesOf(state), ['raised: paid-after-change']);
  assert.equal(office.count('notifyOrder'), 1, 'only the refusal was told');
  await assert.rejects(begin(), { code: 'payment-in-progress' });
});

test('a late charge that S-360 does not take for the order is left to people', async () => {
  const { office, sweep, clock, state } = await refused();
  office.completesReopened = false;
  office.decide('PAID');
  clock.advance(hour);
  await sweep.round();
  assert.deepEqual(await statesOf(state), ['raised: not-completed']);
});

test('a charge after the end of the hold is left to people within a quarter of an hour, and never cancelled', async () => {
  const { office, sweep, clock, state, finaliser, errors } = await started();
  office.decide('PAID');
  office.state = 'ended';
  assert.equal(await finaliser.finalise(orderId), 'waiting');
  for (let minute = 0; minute < 15; minute++) {
    clock.advance(60_000);
    await sweep.round();
  }
  assert.deepEqual(await statesOf(state), ['raised: paid-after-end']);
  assert.equal(await finaliser.finalise(orderId), 'raised');
  assert.equal(office.count('cancelPayment'), 0);
  const calls = office.calls.length;
  for (let day = 0; day < 9; day++) {
    clock.advance(24 * hour);
    await sweep.round();
  }
  assert.equal(office.calls.length, calls, 'S-360 is not asked for ever');
  assert.equal(errors.filter((message) => message.startsWith('a payment needs people')).length, 1);
});

test('a payment that begins after the relay has stopped waiting for it is found and cancelled, and the cart opens', async () => {
  const [office, state] = [new FakeBoxOffice(), await newState()];
  const { begin, sweep, clock } = relay(office, state);
  office.fate = (operation) => (operation === 'createPaymentsAndCloseOrder' ? 'timeout-before' : undefined);
  await assert.rejects(begin(), { code: 'box-office-timeout' });
  office.fate = () => undefined;
  // Two seconds later S-360 comes to it.
  office.state = 'paying';
  office.payments.push({ paymentId: '901', identification: 'i1', transactionId: '71', status: 'WAITING' });
  for (let minute = 0; minute < 5; minute++) {
    clock.advance(60_000);
    await sweep.round();
  }
  assert.equal(office.payments[0]?.status, 'CANCELLED_BY_USER');
  assert.equal(office.state, 'open');
});

test('… and a visitor who asks for it again meanwhile pays it', async () => {
  const [office, state] = [new FakeBoxOffice(), await newState()];
  const { begin, finaliser } = relay(office, state);
  office.fate = (operation) => (operation === 'createPaymentsAndCloseOrder' ? 'timeout-before' : undefined);
  await assert.rejects(begin(), { code: 'box-office-timeout' });
  office.fate = () => undefined;
  office.state = 'paying';
  office.payments.push({ paymentId: '901', identification: 'i1', transactionId: '71', status: 'WAITING' });
  const { handOver } = await begin();
  assert.equal(handOver.kind === 'widget' && handOver.settings.transactionId, '71');
  office.decide('PAID');
  assert.equal(await finaliser.finalise(orderId), 'paid');
  assert.equal(office.payments.length, 1);
});

test('an order of nothing is not closed once it holds something else than was agreed', async () => {
  const [office, state] = [new FakeBoxOffice(), await newState()];
  office.totalMinor = 0;
  const { starter, desk, sweep, clock } = relay(office, state);
  const begin = () =>
    desk.alone(orderId, () =>
      starter.begin(orderId, { totalMinor: 0, returnUrl: 'https://shop.example/' }, 'en'),
    );
  office.fate = (operation) => (operation === 'closeOrder' ? 'timeout-before' : undefined);
  await assert.rejects(begin(), { code: 'box-office-timeout' });
  office.fate = () => undefined;
  office.tickets = 3;
  clock.advance(6_000);
  await sweep.round();
  assert.equal(office.state, 'open');
  assert.equal((await begin()).handOver.kind, 'none');
  assert.equal(office.state, 'completed');
});

test('recovery hangs on the answer about payments, not on what an order may or may not list', async () => {
  const [office, state] = [new FakeBoxOffice(), await newState()];
  office.listsPayments = false;
  office.fate = (operation) => (operation === 'createPaymentsAndCloseOrder' ? 'after' : undefined);
  const { begin, finaliser } = relay(office, state);
  const { handOver } = await begin();
  assert.equal(handOver.kind === 'widget' && handOver.settings.transactionId, '71');
  office.decide('PAID');
  assert.equal(await finaliser.finalise(orderId), 'paid');
});

test('an order at which every look fails is looked at ever more rarely, and never given up', async () => {
  const { office, sweep, clock, state, finaliser } = await started();
  office.fate = (operation) => (operation === 'getOrderDetails' ? 'before' : undefined);
  const before = office.count('getOrderDetails');
  for (let minute = 0; minute < 12 * 60; minute++) {
    await sweep.round();
    clock.advance(60_000);
  }
  const looks = office.count('getOrderDetails') - before;
  assert.ok(looks > 60 && looks < 90, `${looks} looks in twelve hours`);
  assert.deepEqual(await statesOf(state), ['begun']);
  office.fate = () => undefined;
  office.decide('PAID');
  clock.advance(hour);
  await sweep.round();
  assert.equal(await finaliser.finalise(orderId), 'paid');
});

test('one order that hangs delays no other', async () => {
  const { office, sweep, clock, state } = await started();
  const other = {
    reference: 'other',
    agreed: { amountMinor: 1, currency: 'EUR', ticketIds: [] },
    payment: null,
  };
  await state.records.attempts.begin({
    ...other,
    orderId: 'hanging',
    handOver: 'redirect',
    startedAt: clock.now() - 1_000,
  });
  office.hangsOn = 'hanging';
  office.decide('PAID');
  clock.advance(6_000);
  const round = sweep.round();
  while ((await state.records.verdictOn(orderId)) !== 'paid') await new Promise(setImmediate);
  assert.equal(office.state, 'completed');
  office.release();
  await round;
});
