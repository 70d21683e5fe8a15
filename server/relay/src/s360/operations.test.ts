import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod';
import { reading } from './answer.js';
import { operations } from './index.js';
import { thingsOf, toArguments, type Operation } from './operation.js';
import { allOperations } from './operations.js';
import { fieldsOf, stated } from './paths.js';
import { wireId } from './reading.js';

test('the relay calls each operation by its own name', () => {
  for (const [name, operation] of Object.entries<Operation>(operations)) assert.equal(operation.name, name);
});

test('what holds seats, takes money or ends an order is never sent twice', () => {
  const reads = allOperations.filter(({ kind }) => kind === 'read').map(({ name }) => name);
  assert.deepEqual(
    reads.filter((name) => !/^(get|check)[A-Z]/.test(name)),
    [],
  );
});

test('what an operation is spaced by is one of its arguments', () => {
  for (const { spacing, args } of allOperations)
    if (spacing?.each) assert.ok(fieldsOf(args).some(({ path }) => path === spacing.each));
});

test('each performance asked about counts for itself, and so does the one of a seat map', () => {
  const { getPerformanceAvailability, getSeatsAvailability, getProductAvailability } = operations;
  assert.deepEqual(thingsOf(getPerformanceAvailability, { performanceIds: ['1', '2'] }), ['1', '2']);
  assert.deepEqual(thingsOf(getSeatsAvailability, { performanceId: '7' }), ['7']);
  assert.deepEqual(thingsOf(getProductAvailability, { productIds: ['1', '2'] }), []);
});

test('an argument of a wrong kind, or none, is a mistake of ours that names the argument and not its value', () => {
  const { setShipmentMode } = operations;
  assert.throws(() => toArguments(setShipmentMode, { orderId: '1' }), {
    name: 'TypeError',
    message: /ShipmentPublicService\.setShipmentMode .*shipmentModeId/,
  });
  const secret = { orderId: '1', shipmentModeId: '2', contactAddressId: { street: 'Rue Secrète' } };
  assert.throws(
    () => toArguments(setShipmentMode, secret),
    (error) =>
      error instanceof TypeError && /contactAddressId/.test(error.message) && !/Secr/.test(error.message),
  );
});

test('of an answer the WSDL must have what is required and what is marked as stated, and no more', () => {
  const { gives } = reading(({ list, optional }) =>
    z.object({
      id: wireId,
      name: z.string().optional(),
      state: stated(z.string().default('')),
      parts: stated(list(z.object({ id: wireId, note: optional(z.string(), 'note') }), 'part')),
      extras: list(z.object({ id: wireId }), 'extra'),
    }),
  );
  assert.deepEqual(gives, ['id', 'state', 'parts', 'parts.id']);
});
