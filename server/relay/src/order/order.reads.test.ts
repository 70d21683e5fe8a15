import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operations, RecordedS360 } from '../s360/index.js';
import { onBothDatabases, type DatabaseTrial } from '../state/database.trial.js';
import { createManualClock, type Database } from '../state/index.js';
import { FakeOrders } from './order.fake.js';
import type { Order } from './order.model.js';
import { OrderRecords } from './order.records.js';
import { silent, trialRecords, tryDesk } from './order.trial.js';

test('an order in an unknown state is complete where the relay itself knows that it was paid', async () => {
  const orders = new FakeOrders();
  orders.orderState = 'PART_SOLDED';
  const clock = createManualClock('2026-12-01T20:00:00Z');
  const records = await trialRecords(clock);
  const desk = tryDesk(orders, clock, records);
  const access = { orderId: orders.orderId, orderSecretId: orders.secret };
  assert.equal((await desk.read(access, 'en')).state, 'unclear');
  const attempt = await records.attempts.begin({
    ...{ orderId: orders.orderId, reference: 'r', handOver: 'widget', startedAt: clock.now(), payment: null },
    agreed: { amountMinor: 5_000, currency: 'EUR', ticketIds: [] },
  });
  if (attempt) await records.attempts.move(attempt, { state: 'paid', lookInMs: null });
  clock.advance(60_000);
  assert.equal((await desk.read(access, 'en')).state, 'completed');
  orders.orderState = 'ABANDONNED';
  clock.advance(60_000);
  assert.equal((await desk.read(access, 'en')).state, 'ended', 'a state that is known has the last word');
});

test('a mistake of ours in reading an order is not told as trouble of the box office', async () => {
  const orders = new FakeOrders();
  orders.orderState = 'PART_SOLDED';
  const mistake = new TypeError("Cannot read properties of undefined (reading 'outcome')");
  const clock = createManualClock('2026-12-01T20:00:00Z');
  const records = await trialRecords(clock);
  records.verdictOn = () => Promise.reject(mistake);
  const desk = tryDesk(orders, clock, records);
  const access = { orderId: orders.orderId, orderSecretId: orders.secret };
  await assert.rejects(desk.read(access, 'en'), (error) => error === mistake);
});

test('an order whose payment needs people is not changed, paid again or called ended meanwhile', async () => {
  const orders = new FakeOrders();
  const clock = createManualClock('2026-12-01T20:00:00Z');
  const records = await trialRecords(clock);
  const desk = tryDesk(orders, clock, records);
  const access = { orderId: orders.orderId, orderSecretId: orders.secret };
  const attempt = await records.attempts.begin({
    ...{ orderId: orders.orderId, reference: 'r', handOver: 'widget', startedAt: clock.now(), payment: null },
    agreed: { amountMinor: 5_000, currency: 'EUR', ticketIds: [] },
  });
  assert.ok(attempt);
  await records.attempts.move(attempt, { state: 'raised', reason: 'paid-after-end', lookInMs: null });
  for (const state of ['RUNNING', 'ABANDONNED']) {
    orders.orderState = state;
    clock.advance(60_000);
    assert.equal((await desk.read(access, 'en')).state, 'paying');
  }
  await assert.rejects(
    desk.change(access, 'en', async () => undefined),
    { code: 'payment-in-progress' },
  );
  assert.equal(await records.attempts.settle(attempt.attemptId), true);
  assert.equal(await records.attempts.settle(attempt.attemptId), false);
  clock.advance(60_000);
  assert.equal((await desk.read(access, 'en')).state, 'ended');
});

onBothDatabases(
  'what one relay has changed another one shows at once',
  async ({ database, clock, openAgain }) => {
    const orders = new FakeOrders();
    const access = { orderId: orders.orderId, orderSecretId: orders.secret };
    const deskOf = (each: Database) =>
      tryDesk(orders, clock, new OrderRecords({ database: each, clock, log: silent }));
    const [one, two] = [deskOf(database), deskOf(await openAgain())];
    assert.equal((await two.read(access, 'en')).shipment, null);
    await one.change(access, 'en', async () => {
      orders.movements.push({ movementId: '101', operationId: '9101', seatId: '1', tariffId: '31' });
      orders.shipmentModeId = '71';
    });
    assert.equal((await two.read(access, 'en')).shipment?.shipmentModeId, '71');
    await one.forget(access.orderId);
    let before: Order | undefined;
    await two.change(access, 'en', async (order) => void (before = order));
    assert.equal(before?.lines.length, 1);
  },
);

onBothDatabases(
  'what is known of an order needs no call as long as its hold lasts, unless any relay has changed it',
  async ({ database, clock, openAgain }) => {
    const orders = new FakeOrders();
    clock.hearDate(Date.parse('2026-12-01T20:00:00Z'), clock.elapsed());
    const access = { orderId: orders.orderId, orderSecretId: orders.secret };
    const deskOf = (each: Database) =>
      tryDesk(orders, clock, new OrderRecords({ database: each, clock, log: silent }));
    const [one, two] = [deskOf(database), deskOf(await openAgain())];
    await two.read(access, 'en');
    clock.advance(600_000);
    const calls = orders.calls.length;
    await two.verify(access, 'en');
    await two.beside(access, 'en', async ({ state }) => assert.equal(state, 'open'));
    assert.equal(orders.calls.length, calls);
    orders.shipmentModeId = '71';
    orders.movements.push({ movementId: '101', operationId: '9101', seatId: '1', tariffId: '31' });
    await one.forget(access.orderId);
    assert.equal((await two.known(access, 'en')).lines.length, 1);
    orders.orderState = 'ABANDONNED';
    clock.advance(299_000);
    assert.equal((await two.known(access, 'en')).state, 'open');
    clock.advance(2_000);
    await assert.rejects(
      two.beside(access, 'en', async () => undefined),
      { code: 'cart-ended' },
      'its hold is over',
    );
  },
);

/** A relay that writes down what it writes, and another one of the same database that has read the order before. */
async function twoRelays({ database, clock, openAgain }: DatabaseTrial) {
  const orders = new FakeOrders();
  clock.hearDate(Date.parse('2026-12-01T20:00:00Z'), clock.elapsed());
  const { orderId, secret: orderSecretId } = orders;
  const access = { orderId, orderSecretId };
  const recordsOf = (each: Database) => new OrderRecords({ database: each, clock, log: silent });
  const other = tryDesk(orders, clock, recordsOf(await openAgain()));
  const writing = new RecordedS360(orders, recordsOf(database).intents);
  const write = (shipmentModeId: string) =>
    writing.call(operations.setShipmentMode, { orderId, shipmentModeId });
  /** What the other relay goes by when it writes. */
  const known = async () => (await other.known(access, 'en')).shipment?.shipmentModeId;
  assert.equal(await known(), undefined);
  return { orders, write, known };
}

onBothDatabases(
  'a write that nobody knows the end of leaves no relay with the order as it was before',
  async (trial) => {
    const { orders, write, known } = await twoRelays(trial);
    orders.loss = () => 'after';
    await assert.rejects(write('71'));
    orders.loss = () => undefined;
    assert.equal(await known(), '71');
  },
);

onBothDatabases('what is read while a write is on its way is read again after it', async (trial) => {
  const { orders, write, known } = await twoRelays(trial);
  let meanwhile: string | undefined = 'not read';
  orders.delay = async (operation) => {
    if (operation === 'setShipmentMode') meanwhile = await known();
  };
  await write('71');
  assert.equal(meanwhile, undefined);
  assert.equal(await known(), '71');
});

onBothDatabases(
  'a change that can not be told to other relays is not taken for known by them either',
  async (trial) => {
    const { write, known } = await twoRelays(trial);
    const { schema } = trial.database.query;
    await schema.alterTable('order_change').renameTo('away').execute();
    await write('71');
    await schema.alterTable('away').renameTo('order_change').execute();
    assert.equal(await known(), '71');
  },
);

test('what an answer has told of an order is no word of S-360 about the order itself, and opens nothing to others', async () => {
  const orders = new FakeOrders();
  const clock = createManualClock('2026-12-01T20:00:00Z');
  const desk = tryDesk(orders, clock, await trialRecords(clock));
  const access = { orderId: orders.orderId, orderSecretId: orders.secret };
  const before = await desk.read(access, 'en');
  await desk.take({ ...before, state: 'paying' }, 'en');
  assert.equal((await desk.read(access, 'en')).state, 'paying');
  assert.equal((await desk.locked(access.orderId)).state, 'paying');
  assert.equal(orders.count('getOrderDetails'), 1);
  assert.equal((await desk.inspect(access.orderId)).state, 'open');
  await assert.rejects(desk.read({ ...access, orderSecretId: 'another' }, 'en'), {
    code: 'cart-token-invalid',
  });
  await desk.take({ ...before, state: 'paying' }, 'en');
  await desk.forget(access.orderId);
  assert.equal((await desk.locked(access.orderId)).state, 'open', 'a relay has moved it on since');
});
