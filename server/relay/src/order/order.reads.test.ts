import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createManualClock } from '../state/index.js';
import { FakeOrders } from './order.fake.js';
import { memoryRecords, tryDesk } from './order.trial.js';

test('an order in an unknown state is complete where the relay itself knows that it was paid', async () => {
  const orders = new FakeOrders();
  orders.orderState = 'PART_SOLDED';
  const clock = createManualClock('2026-12-01T20:00:00Z');
  const records = memoryRecords();
  const desk = tryDesk(orders, clock, records);
  const access = { orderId: orders.orderId, orderSecretId: orders.secret };
  assert.equal((await desk.read(access, 'en')).state, 'unclear');
  await records.payments.put({
    ...{ orderId: orders.orderId, reference: 'r', amountMinor: 5_000, currency: 'EUR', language: 'en' },
    ...{ handOver: 'widget', startedAt: clock.now(), payment: null, outcome: 'paid' },
  });
  clock.advance(60_000);
  assert.equal((await desk.read(access, 'en')).state, 'completed');
  orders.orderState = 'ABANDONNED';
  clock.advance(60_000);
  assert.equal((await desk.read(access, 'en')).state, 'ended', 'a state that is known has the last word');
});
