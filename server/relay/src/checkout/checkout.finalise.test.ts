import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Crash, FakeBoxOffice } from './checkout.fake.js';
import { nextMove, type Facts } from './checkout.moves.js';
import { newState, orderId, redirect, relay, started, type State } from './checkout.trial.js';

/** The order is a cart as before, and another payment may begin. */
async function assertNothingBegun({ records }: State): Promise<void> {
  const states = (await records.attempts.ofOrder(orderId)).map(({ state }) => state);
  assert.deepEqual(
    states.filter((state) => state !== 'void'),
    [],
  );
}

const moves: [Facts['order'], Facts['payment'], ReturnType<typeof nextMove>][] = [
  ['open', null, 'drop'],
  ['open', 'not-due', 'close'],
  ['open', 'pending', 'wait'],
  ['open', 'paid', 'notify-success'],
  ['open', 'refused', { settle: 'refused' }],
  ['open', 'cancelled', { settle: 'cancelled' }],
  ['unclear', null, 'wait'],
  ['unclear', 'not-due', 'wait'],
  ['unclear', 'pending', 'wait'],
  ['unclear', 'paid', 'notify-success'],
  ['unclear', 'refused', 'wait'],
  ['unclear', 'cancelled', 'wait'],
  ['paying', null, 'wait'],
  ['paying', 'not-due', 'wait'],
  ['paying', 'pending', 'wait'],
  ['paying', 'paid', 'notify-success'],
  ['paying', 'refused', 'notify-failure'],
  ['paying', 'cancelled', 'notify-failure'],
  ['ended', null, { settle: 'expired' }],
  ['ended', 'not-due', { settle: 'expired' }],
  ['ended', 'pending', 'cancel-payment'],
  ['ended', 'paid', 'notify-success'],
  ['ended', 'refused', 'reopen'],
  ['ended', 'cancelled', 'reopen'],
  ['completed', null, { settle: 'paid' }],
  ['completed', 'not-due', { settle: 'paid' }],
  ['completed', 'pending', { settle: 'paid' }],
  ['completed', 'refused', { settle: 'paid' }],
];
for (const [order, payment, move] of moves) {
  test(`an order that is ${order} with ${payment ?? 'no'} payment: ${JSON.stringify(move)}`, () => {
    assert.deepEqual(nextMove({ order, payment }), move);
  });
}

test('an undecided payment is waited for, and S-360 is told nothing', async () => {
  const { office, finaliser } = await started();
  assert.equal(await finaliser.finalise(orderId), 'waiting');
  assert.equal(office.count('notifyOrder'), 0);
  assert.equal(office.state, 'paying');
});

for (const status of ['PAID', 'AUTHORIZED']) {
  test(`a payment that is ${status} completes the order`, async () => {
    const { office, finaliser } = await started();
    office.decide(status);
    assert.equal(await finaliser.finalise(orderId), 'paid');
    assert.equal(office.state, 'completed');
  });
}

for (const [status, outcome] of [
  ['FAILED', 'refused'],
  ['CANCELLED_BY_USER', 'cancelled'],
  ['ABANDONED', 'cancelled'],
] as const) {
  test(`a payment that is ${status} opens the cart again, and every later look says ${outcome}`, async () => {
    const { office, finaliser } = await started();
    office.decide(status);
    assert.equal(await finaliser.finalise(orderId), outcome);
    assert.equal(office.state, 'open');
    const calls = office.calls.length;
    assert.equal(await finaliser.finalise(orderId), outcome);
    assert.equal(office.calls.length, calls);
  });
}

test('a refused payment whose hold is over says that it expired', async () => {
  const { office, finaliser } = await started();
  office.decide('FAILED');
  office.isHolding = false;
  assert.equal(await finaliser.finalise(orderId), 'expired');
});

test('when the hold ends during a payment, the payment is cancelled so that nobody pays for nothing', async () => {
  const { office, finaliser } = await started();
  office.state = 'ended';
  office.isHolding = false;
  assert.equal(await finaliser.finalise(orderId), 'expired');
  assert.equal(office.payments[0]?.status, 'CANCELLED_BY_USER');
});

test('a hundred looks at once notify S-360 once', async () => {
  const { office, finaliser } = await started();
  office.decide('PAID');
  const standings = await Promise.all(Array.from({ length: 100 }, () => finaliser.finalise(orderId)));
  assert.deepEqual([...new Set(standings)], ['paid']);
  assert.equal(office.count('notifyOrder'), 1);
});

test('two relays that finalise at once agree, whoever is first', async () => {
  const { office, state, finaliser } = await started();
  const other = relay(office, state).finaliser;
  office.decide('PAID');
  assert.deepEqual(await Promise.all([finaliser.finalise(orderId), other.finalise(orderId)]), [
    'paid',
    'paid',
  ]);
});

test('pages that ask every moment cost no call each', async () => {
  const { office, finaliser, clock } = await started();
  await finaliser.finalise(orderId);
  const calls = office.calls.length;
  for (let look = 0; look < 10; look++) assert.equal(await finaliser.finalise(orderId), 'waiting');
  assert.equal(office.calls.length, calls);
  clock.advance(2_000);
  office.decide('PAID');
  assert.equal(await finaliser.finalise(orderId), 'paid');
});

test('what a page reports is a reason to look at once, but not without end', async () => {
  const { office, finaliser } = await started();
  await finaliser.finalise(orderId);
  await finaliser.finalise(orderId, { isEager: true });
  const calls = office.calls.length;
  for (let report = 0; report < 10; report++) await finaliser.finalise(orderId, { isEager: true });
  assert.equal(office.calls.length, calls);
});

test('a report just after a look finds the payment that was made in between', async () => {
  const { office, finaliser } = await started();
  await finaliser.finalise(orderId);
  office.decide('PAID');
  assert.equal(await finaliser.finalise(orderId, { isEager: true }), 'paid');
});

test('leaving cancels the payment and opens the cart', async () => {
  const { office, finaliser } = await started();
  assert.equal(await finaliser.giveUp(orderId), 'cancelled');
  assert.equal(office.state, 'open');
});

test('leaving just after paying completes the order', async () => {
  const { office, finaliser } = await started();
  office.decide('PAID');
  assert.equal(await finaliser.giveUp(orderId), 'paid');
  assert.equal(office.count('cancelPayment'), 0);
});

test('a paid order that S-360 will not close is never cancelled: it is tried on and reported', async () => {
  const { office, finaliser, errors } = await started();
  office.decide('PAID');
  office.state = 'ended';
  assert.equal(await finaliser.giveUp(orderId), 'waiting');
  assert.equal(office.count('cancelPayment'), 0);
  assert.deepEqual(errors, ['a paid order could not be closed; trying on']);
});

test('a second start for the same total gives the same payment', async () => {
  const { office, begin } = await started();
  const again = await begin();
  assert.equal(office.count('createPaymentsAndCloseOrder'), 1);
  assert.deepEqual(again.handOver.kind === 'widget' && again.handOver.settings, {
    transactionId: '71',
    locale: 'en',
  });
});

test('after a refusal a new payment is begun', async () => {
  const { office, begin, finaliser } = await started();
  office.decide('FAILED');
  await finaliser.finalise(orderId);
  await begin();
  assert.equal(await finaliser.finalise(orderId), 'waiting');
  office.decide('PAID');
  await finaliser.giveUp(orderId);
  assert.equal(office.state, 'completed');
});

/** Every point at which the process can die between two steps: each call and each record, before and after. */
const endings = [
  ['PAID', 'paid', 'completed'],
  ['FAILED', 'refused', 'open'],
] as const;
for (const [status, outcome, orderState] of endings) {
  for (let point = 0; point < 14; point++) {
    for (const when of ['before', 'after'] as const) {
      test(`a relay that dies ${when} step ${point} of a ${outcome} payment ends it after the restart`, async () => {
        const { office, state, finaliser } = await started();
        office.decide(status);
        let step = 0;
        office.fate = () => (step++ === point ? when : undefined);
        state.records.attempts.fate = () => (step++ === point ? when : undefined);
        await finaliser.finalise(orderId).catch((error: unknown) => assert.ok(error instanceof Crash));
        office.fate = () => undefined;
        state.records.attempts.fate = () => undefined;
        const restarted = relay(office, state);
        restarted.clock.advance(10_000);
        await restarted.sweep.round();
        assert.equal(await restarted.finaliser.finalise(orderId), outcome);
        assert.equal(office.state, orderState);
      });
    }
  }
}

for (const when of ['before', 'after'] as const) {
  for (let point = 0; point < 6; point++) {
    test(`a relay that dies ${when} step ${point} of a start leaves no payment that nobody looks after`, async () => {
      const [office, state] = [new FakeBoxOffice(), await newState()];
      let step = 0;
      office.fate = () => (step++ === point ? when : undefined);
      state.records.attempts.fate = () => (step++ === point ? when : undefined);
      await relay(office, state)
        .begin()
        .catch((error: unknown) => assert.ok(error instanceof Crash));
      office.fate = () => undefined;
      state.records.attempts.fate = () => undefined;
      const restarted = relay(office, state);
      restarted.clock.advance(10_000);
      await restarted.sweep.round();
      if (office.state === 'open') {
        await restarted.begin();
        assert.equal(office.payments.length, 1);
      }
      office.decide('PAID');
      restarted.clock.advance(60_000);
      await restarted.sweep.round();
      assert.equal(office.state, 'completed');
    });
  }
}

test('a start whose answer was lost takes the payment that S-360 made', async () => {
  const [office, state] = [new FakeBoxOffice(), await newState()];
  office.fate = (operation) => (operation === 'createPaymentsAndCloseOrder' ? 'timeout-after' : undefined);
  const { handOver } = await relay(office, state).begin();
  assert.equal(handOver.kind === 'widget' && handOver.settings.transactionId, '71');
  assert.equal(office.payments.length, 1);
});

test('a start that never reached S-360 says so and leaves nothing behind', async () => {
  const [office, state] = [new FakeBoxOffice(), await newState()];
  office.fate = (operation) => (operation === 'createPaymentsAndCloseOrder' ? 'timeout-before' : undefined);
  await assert.rejects(relay(office, state).begin(), { code: 'box-office-timeout' });
  await assertNothingBegun(state);
});

test('a lost answer of notifyOrder is found out by the next look', async () => {
  const { office, finaliser } = await started();
  office.decide('PAID');
  office.fate = (operation) => (operation === 'notifyOrder' ? 'timeout-after' : undefined);
  await assert.rejects(finaliser.finalise(orderId), { code: 'box-office-timeout' });
  assert.equal(await finaliser.finalise(orderId), 'paid');
  assert.equal(office.count('notifyOrder'), 1);
});

test('the sweep ends a payment whose browser never came back', async () => {
  const { office, state, sweep, clock } = await started();
  office.decide('PAID');
  clock.advance(5_000);
  await sweep.round();
  assert.equal(office.state, 'completed');
  assert.equal(await state.records.verdictOn(orderId), 'paid');
});

test('the sweep looks ever less often, and cancels what is undecided after a day', async () => {
  const { office, sweep, clock } = await started();
  for (let second = 0; second < 24 * 3_600; second += 10) {
    await sweep.round();
    clock.advance(10_000);
  }
  assert.ok(office.count('checkPayment') < 200, `${office.count('checkPayment')} looks in a day`);
  clock.advance(700_000);
  await sweep.round();
  assert.equal(office.payments[0]?.status, 'CANCELLED_BY_USER');
  assert.equal(office.state, 'open');
});

test('without ids of its own a payment that goes on is taken before one that failed', async () => {
  const { office, begin, finaliser } = await started();
  office.decide('FAILED');
  await finaliser.finalise(orderId);
  await begin();
  office.payments.reverse();
  const forgetful = relay(office, await newState());
  assert.equal(await forgetful.finaliser.finalise(orderId), 'waiting');
  assert.equal(office.state, 'paying');
  assert.equal((await finaliser.current(orderId))?.payment?.paymentId, '902');
});

test("an order in the shop's own checkout is watched and never touched", async () => {
  const [office, state] = [new FakeBoxOffice(), await newState()];
  const { begin, finaliser } = relay(office, state, redirect);
  const { handOver } = await begin();
  assert.equal(handOver.kind, 'redirect');
  assert.equal(await finaliser.settle(orderId), 'waiting');
  office.state = 'paying';
  assert.equal(await finaliser.giveUp(orderId), 'waiting');
  office.state = 'completed';
  assert.equal(await finaliser.finalise(orderId), 'paid');
  assert.deepEqual([...new Set(office.calls)], ['getOrderDetails']);
});

test("leaving the shop's own checkout before paying gives the cart back", async () => {
  const [office, state] = [new FakeBoxOffice(), await newState()];
  const { begin, finaliser } = relay(office, state, redirect);
  await begin();
  assert.equal(await finaliser.giveUp(orderId), 'none');
  await assertNothingBegun(state);
});

const unpayable: [string, (office: FakeBoxOffice) => void][] = [
  ['total-changed', (office) => (office.totalMinor = 5_100)],
  ['cart-empty', (office) => (office.tickets = 0)],
  ['cart-ended', (office) => (office.expiresAt = '2026-12-01T20:00:59Z')],
  ['cart-ended', (office) => (office.state = 'ended')],
  ['cart-closed', (office) => (office.state = 'completed')],
  ['shipment-missing', (office) => (office.shipment = null)],
];
for (const [code, change] of unpayable) {
  test(`an order is not paid when: ${code}`, async () => {
    const [office, state] = [new FakeBoxOffice(), await newState()];
    change(office);
    await assert.rejects(relay(office, state).begin(), { code });
    assert.equal(office.count('createPaymentsAndCloseOrder'), 0);
    await assertNothingBegun(state);
  });
}

for (const [refused, code, details] of [
  ['tariff-needs-companion', 'tariff-needs-companion', { tariffIds: ['33'] }],
  ['box-office-refused', 'payment-refused', {}],
] as const) {
  test(`a payment that S-360 refuses as ${refused} is ${code}, and leaves nothing behind`, async () => {
    const [office, state] = [new FakeBoxOffice(), await newState()];
    office.refusesPayment = refused;
    await assert.rejects(relay(office, state).begin(), { code, details });
    await assertNothingBegun(state);
  });
}

test('a page on a foreign origin is refused before S-360 is asked', async () => {
  const office = new FakeBoxOffice();
  const { starter } = relay(office, await newState());
  assert.throws(() => starter.refuseForeign('https://evil.example/'), { code: 'origin-refused' });
  assert.equal(office.calls.length, 0);
});

for (const step of [-600_000, 600_000]) {
  test(`a payer is told, and the sweep goes on, although the machine's date was set by ${step / 60_000} minutes`, async () => {
    const { office, finaliser, sweep, clock } = await started();
    assert.equal(await finaliser.finalise(orderId), 'waiting');
    await sweep.round();
    clock.setDateBy(step);
    clock.advance(3_000);
    office.decide('PAID');
    assert.equal(await finaliser.finalise(orderId), 'paid');

    const other = await started();
    await other.sweep.round();
    other.clock.setDateBy(step);
    other.clock.advance(10_000);
    other.office.decide('PAID');
    await other.sweep.round();
    assert.equal(other.office.state, 'completed');
  });
}

for (const apart of [-16, 16]) {
  test(`the hold is measured by S-360's time, ${apart} minutes from the machine's: a payment begins while there is time, and not after`, async () => {
    const minutes = (count: number) => count * 60_000;
    const [office, state] = [new FakeBoxOffice(), await newState()];
    const { clock, begin } = relay(office, state);
    const theirs = clock.now() + minutes(apart);
    clock.hearDate(theirs, clock.elapsed());
    office.expiresAt = new Date(theirs + 30_000).toISOString();
    await assert.rejects(begin(), { code: 'cart-ended' });
    office.expiresAt = new Date(theirs + minutes(14)).toISOString();
    assert.equal((await begin()).handOver.kind, 'widget');
  });
}

test('an order in an unknown state is never paid for, and begins no second payment', async () => {
  const [office, state] = [new FakeBoxOffice(), await newState()];
  office.state = 'unclear';
  const { begin } = relay(office, state);
  await assert.rejects(begin(), { code: 'box-office-refused' });
  assert.equal(office.count('createPaymentsAndCloseOrder'), 0);
  await assertNothingBegun(state);
});

test('a payment under way is not handed out again while the state of its order is unknown, and is followed to its end', async () => {
  const { office, begin, finaliser } = await started();
  office.state = 'unclear';
  await assert.rejects(begin(), { code: 'payment-in-progress' });
  assert.equal(await finaliser.finalise(orderId, { isEager: true }), 'waiting');
  assert.equal(office.count('notifyOrder') + office.count('reopenOrder') + office.count('cancelPayment'), 0);
  office.decide('CANCELLED_BY_USER');
  assert.equal(await finaliser.settle(orderId), 'waiting', 'a no counts only where the order says so too');
  office.state = 'paying';
  office.decide('PAID');
  assert.equal(await finaliser.settle(orderId), 'paid');
});
