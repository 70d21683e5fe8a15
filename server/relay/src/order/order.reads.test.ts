import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createManualClock } from '../state/index.js';
import { FakeOrders } from './order.fake.js';
import { OrderReads } from './order.reads.js';

test('an order in an unknown state is complete where the relay itself knows that it was paid', async () => {
  const orders = new FakeOrders();
  orders.orderState = 'PART_SOLDED';
  const clock = createManualClock('2026-12-01T20:00:00Z');
  const paid = new Set<string>();
  const reads = new OrderReads(orders, clock, 'en', { isPaid: async (orderId) => paid.has(orderId) });
  const access = { orderId: orders.orderId, orderSecretId: orders.secret };
  assert.equal((await reads.read(access, 'en')).state, 'unclear');
  paid.add(orders.orderId);
  clock.advance(60_000);
  assert.equal((await reads.read(access, 'en')).state, 'completed');
  orders.orderState = 'ABANDONNED';
  clock.advance(60_000);
  assert.equal((await reads.read(access, 'en')).state, 'ended', 'a state that is known has the last word');
});
