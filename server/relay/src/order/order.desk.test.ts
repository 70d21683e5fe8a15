import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError } from '@s360-widgets/contract';
import { createManualClock } from '../state/index.js';
import { FakeOrders } from './order.fake.js';
import { trialRecords, tryDesk } from './order.trial.js';

/** A desk, S-360's side of its one order, and what opens that. */
async function trial() {
  const orders = new FakeOrders();
  const warned: string[] = [];
  const log = { warn: (_: object, message: string) => void warned.push(message) };
  const clock = createManualClock('2026-12-01T20:00:00Z');
  const desk = tryDesk(orders, clock, await trialRecords(clock), log);
  return { desk, orders, clock, warned, access: { orderId: orders.orderId, orderSecretId: orders.secret } };
}

const lost = (): Promise<never> => Promise.reject(new ProblemError('box-office-timeout'));

test('a write whose answer was lost is no failure where the order shows its effect', async () => {
  const { desk, orders, access } = await trial();
  let sent = 0;
  const send = () => {
    sent++;
    orders.shipmentModeId = '71';
    orders.movements.push({ movementId: '101', operationId: '9101', seatId: '1', tariffId: '31' });
    return lost();
  };
  const after = await desk.change(access, 'en', () =>
    desk.write(access, 'en', { send, hadEffect: ({ shipment }) => shipment !== null }),
  );
  assert.equal(sent, 1, 'nothing is sent twice');
  assert.equal(after.shipment?.shipmentModeId, '71');
});

test('a write whose answer was lost fails with that where the order shows no effect', async () => {
  const { desk, access } = await trial();
  await assert.rejects(desk.write(access, 'en', { send: lost, hadEffect: () => false }), {
    code: 'box-office-timeout',
  });
});

test('a "no" of S-360 is believed without a look, unless the write may have caused it itself', async () => {
  const { desk, orders, access } = await trial();
  const send = () => Promise.reject(new ProblemError('seats-taken'));
  await assert.rejects(desk.write(access, 'en', { send, hadEffect: () => true }), { code: 'seats-taken' });
  assert.equal(orders.count('getOrderDetails'), 0);
  await desk.write(access, 'en', { send, hadEffect: () => true, doubts: ['seats-taken'] });
  assert.equal(orders.count('getOrderDetails'), 1);
});

test('a change waits for other work on its order, and sees what that left', async () => {
  const { desk, orders, access } = await trial();
  const ended = desk.alone(access.orderId, async () => {
    await new Promise(setImmediate);
    orders.orderState = 'ABANDONNED';
  });
  await assert.rejects(
    desk.change(access, 'en', async () => undefined),
    { code: 'cart-ended' },
  );
  await ended;
});

test('what a failed change made untrue is not shown again', async () => {
  const { desk, orders, access } = await trial();
  await desk.read(access, 'en');
  const failing = desk.change(access, 'en', () => {
    orders.orderState = 'ABANDONNED';
    return lost();
  });
  await assert.rejects(failing, { code: 'box-office-timeout' });
  assert.equal((await desk.read(access, 'en')).state, 'ended');
});

test('whoever follows orders hears of each read, once for however many asked, and their trouble is no reader’s', async () => {
  const { desk, warned, access } = await trial();
  const heard: string[] = [];
  desk.onRead(async ({ orderId }) => void heard.push(orderId));
  desk.onRead(() => Promise.reject(new Error('no map')));
  await Promise.all([desk.read(access, 'en'), desk.read(access, 'en'), desk.inspect(access.orderId)]);
  await new Promise(setImmediate);
  assert.deepEqual(heard, [access.orderId]);
  assert.deepEqual(warned, ['an order was not followed']);
});

test("an order is read with its own secret only, also where it was read before, and the relay's own errands need none", async () => {
  const { desk, access } = await trial();
  const foreign = { ...access, orderSecretId: 'the secret of another order' };
  await assert.rejects(desk.read(foreign, 'en'), { code: 'cart-token-invalid' });
  await assert.rejects(desk.lastRead(foreign, 'en'), { code: 'cart-token-invalid' });
  await assert.rejects(
    desk.change(foreign, 'en', async () => undefined),
    { code: 'cart-token-invalid' },
  );
  assert.equal((await desk.inspect(access.orderId)).orderId, access.orderId);
});
