import assert from 'node:assert/strict';
import { onBothDatabases, type DatabaseTrial } from '../state/database.trial.js';
import type { Attempt, NewAttempt } from './order.attempt.js';
import { toAttempt } from './order.attempt.rows.js';
import { AttemptMoved, OrderAttempts } from './order.attempts.js';

const orderId = '10229210009003';
const payment = { paymentId: '901', identification: 'i1', transactionId: '71' };
let count = 0;
const fresh = (change: Partial<NewAttempt> = {}): NewAttempt => ({
  orderId,
  reference: `r${count++}`,
  agreed: { amountMinor: 5_000, currency: 'EUR', ticketIds: ['101', '102'] },
  handOver: 'widget',
  startedAt: 1_796_497_200_000,
  payment: null,
  ...change,
});

/** Two relays over one database. */
async function relays({ database, openAgain }: DatabaseTrial) {
  const errors: object[] = [];
  const log = { error: (facts: object) => void errors.push(facts) };
  const [one, two] = [database, await openAgain()].map((each) => new OrderAttempts({ database: each, log }));
  assert.ok(one && two);
  return { one, two, errors };
}

async function begun(attempts: OrderAttempts, change: Partial<NewAttempt> = {}): Promise<Attempt> {
  const attempt = await attempts.begin(fresh(change));
  assert.ok(attempt);
  return attempt;
}

onBothDatabases('of two relays that begin a payment of one order at once, one does', async (trial) => {
  const { one, two } = await relays(trial);
  for (let round = 0; round < 20; round++) {
    const order = `${orderId}-${round}`;
    const both = await Promise.all([one, two].map((relay) => relay.begin(fresh({ orderId: order }))));
    assert.equal(both.filter((attempt) => attempt !== undefined).length, 1);
    assert.equal((await one.ofOrder(order)).length, 1);
  }
});

onBothDatabases('a payment that ended with a "no" stays beside the next one', async (trial) => {
  const { one, two } = await relays(trial);
  const first = await begun(one);
  await two.move(first, { state: 'refused', decidedAt: 7, payment });
  const second = await begun(two);
  const attempts = await one.ofOrder(orderId);
  assert.deepEqual(
    attempts.map(({ no, state, payment: ids }) => ({ no, state, ids })),
    [
      { no: 1, state: 'refused', ids: payment },
      { no: 2, state: 'intent', ids: null },
    ],
  );
  assert.deepEqual(second.agreed, { amountMinor: 5_000, currency: 'EUR', ticketIds: ['101', '102'] });
});

onBothDatabases('who does not know the last change of a payment changes nothing', async (trial) => {
  const { one, two } = await relays(trial);
  const attempt = await begun(one);
  const moves = [one, two].map((relay) => relay.move(attempt, { state: 'begun', payment }));
  const settled = await Promise.allSettled(moves);
  assert.deepEqual(settled.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  await assert.rejects(two.move(attempt, { state: 'refused' }), AttemptMoved);
  assert.equal((await two.ofOrder(orderId))[0]?.state, 'begun');
});

onBothDatabases(
  'what is due is given to one relay, the longest due first, and no more than was asked for',
  async (trial) => {
    const { one, two } = await relays(trial);
    const orders = Array.from({ length: 40 }, (_, index) => String(index));
    for (const order of orders) {
      await begun(one, { orderId: order });
      trial.clock.advance(10);
    }
    trial.clock.advance(5_000);
    const first = await one.takeDue(3);
    assert.deepEqual(first.map((attempt) => attempt.orderId).sort(), ['0', '1', '2']);
    const taken = await Promise.all(
      Array.from({ length: 8 }, (_, turn) => (turn % 2 ? one : two).takeDue(5)),
    );
    assert.ok(taken.every((attempts) => attempts.length <= 5));
    const rest = [...taken.flat(), ...(await one.takeDue(100))].map((attempt) => attempt.orderId);
    assert.deepEqual([...rest].sort(), orders.slice(3).sort());
    assert.deepEqual(await two.takeDue(100), []);
  },
);

onBothDatabases(
  'a payment over which a relay died is given to another one after two minutes',
  async (trial) => {
    const { one, two } = await relays(trial);
    const attempt = await begun(one);
    trial.clock.advance(5_000);
    await one.takeDue(1);
    trial.clock.advance(119_000);
    assert.deepEqual(await two.takeDue(1), []);
    trial.clock.advance(1_000);
    assert.equal((await two.takeDue(1))[0]?.attemptId, attempt.attemptId);
  },
);

onBothDatabases('a payment that was put off is due then, unless it has moved meanwhile', async (trial) => {
  const { one, two } = await relays(trial);
  const attempt = await begun(one);
  await one.putOff(attempt, 60_000);
  trial.clock.advance(59_000);
  assert.deepEqual(await two.takeDue(1), []);
  trial.clock.advance(1_000);
  assert.equal((await two.takeDue(1))[0]?.looks, 1);
  await two.move(attempt, { state: 'paid', lookInMs: null });
  await one.putOff(attempt, 0);
  trial.clock.advance(1);
  assert.deepEqual(await one.takeDue(1), []);
});

onBothDatabases(
  'a look of one relay counts for all, and a report does not wait for a look that nobody reported',
  async (trial) => {
    const { one, two } = await relays(trial);
    const attempt = await begun(one);
    assert.equal(await two.isLookDue(attempt, 2_000, 'asked'), true);
    await one.noteLook(attempt, 'asked');
    assert.equal(await two.isLookDue(attempt, 2_000, 'asked'), false);
    assert.equal(await two.isLookDue(attempt, 1_000, 'reported'), true);
    await two.noteLook(attempt, 'reported');
    assert.equal(await one.isLookDue(attempt, 1_000, 'reported'), false);
    trial.clock.advance(2_000);
    assert.equal(await one.isLookDue(attempt, 2_000, 'asked'), true);
  },
);

onBothDatabases(
  'a row of a later version is kept, told once by each read, and nobody’s trouble',
  async (trial) => {
    const { one, errors } = await relays(trial);
    const attempt = await begun(one);
    const { query } = trial.database;
    await query.updateTable('attempt').set({ state: 'charged-back' }).execute();
    assert.deepEqual(await one.ofOrder(orderId), []);
    assert.deepEqual(errors, [{ attemptId: attempt.attemptId, orderId, state: 'charged-back' }]);
    await one.forgetBefore(Number.MAX_SAFE_INTEGER);
    const row = await query.selectFrom('attempt').selectAll().executeTakeFirstOrThrow();
    assert.equal(toAttempt(row), undefined);
    assert.equal(toAttempt({ ...row, state: 'begun', agreed: 'no JSON' }), undefined);
  },
);

onBothDatabases(
  'what is done with is forgotten in time; what is looked at, or for people, is not',
  async (trial) => {
    const { one } = await relays(trial);
    const states = [
      ['paid', null],
      ['refused', 60_000],
      ['raised', null],
      ['begun', 5_000],
    ] as const;
    for (const [state, lookInMs] of states)
      await one.move(await begun(one, { orderId: state }), { state, lookInMs });
    await one.forgetBefore(Number.MAX_SAFE_INTEGER);
    const left = await trial.database.query.selectFrom('attempt').select('state').orderBy('state').execute();
    assert.deepEqual(
      left.map(({ state }) => state),
      ['begun', 'raised', 'refused'],
    );
    assert.deepEqual(
      (await one.raised()).map((attempt) => attempt.orderId),
      ['raised'],
    );
  },
);
