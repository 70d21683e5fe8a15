import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createManualClock } from '../state/index.js';
import { FakeOrders } from './order.fake.js';
import type { PaymentEntry } from './order.records.js';
import { MemoryJournal, memoryRecords, tryDesk } from './order.trial.js';

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

test('a mistake of ours in reading an order is not told as trouble of the box office', async () => {
  const orders = new FakeOrders();
  orders.orderState = 'PART_SOLDED';
  const mistake = new TypeError("Cannot read properties of undefined (reading 'outcome')");
  class Mistaken extends MemoryJournal<PaymentEntry> {
    override get(): Promise<never> {
      return Promise.reject(mistake);
    }
  }
  const records = memoryRecords({ payments: new Mistaken() });
  const desk = tryDesk(orders, createManualClock('2026-12-01T20:00:00Z'), records);
  const access = { orderId: orders.orderId, orderSecretId: orders.secret };
  await assert.rejects(desk.read(access, 'en'), (error) => error === mistake);
});
