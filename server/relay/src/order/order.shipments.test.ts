import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createManualClock } from '../state/index.js';
import type { Order } from './order.model.js';
import { trialRecords } from './order.trial.js';

const post = { shipmentModeId: '71', contactAddressId: '9' };
const mobile = { shipmentModeId: '72', contactAddressId: null };
const lines = [{ id: 'p1' }] as unknown as Order['lines'];
const order = (orderId: string, shipment: Order['shipment'] = null) => ({ orderId, lines, shipment });

test('where S-360 never says what was chosen, the choice that it took counts', async () => {
  const { shipments: remembered } = await trialRecords(createManualClock(0));
  assert.equal((await remembered.complete(order('1'))).shipment, null);
  await remembered.remember('1', post);
  assert.deepEqual((await remembered.complete(order('1'))).shipment, post);
  assert.equal((await remembered.complete(order('2'))).shipment, null, 'another order has no choice');
  assert.equal(
    (await remembered.complete({ ...order('1'), lines: [] })).shipment,
    null,
    'nothing is left to send',
  );
});

test('where S-360 says it, its word alone counts', async () => {
  const { shipments: remembered } = await trialRecords(createManualClock(0));
  await remembered.remember('1', post);
  assert.deepEqual((await remembered.complete(order('1', mobile))).shipment, mobile);
  assert.equal((await remembered.complete(order('1'))).shipment, null, 'it was taken back');
});
