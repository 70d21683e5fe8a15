import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Tap } from './tap.js';

const envelope = (operation: string, orderId = '12') =>
  `<soap:Envelope><soap:Header>now</soap:Header><soap:Body><v1:${operation}><orderId>${orderId}</orderId></v1:${operation}></soap:Body></soap:Envelope>`;

test('a write that comes twice is one that was repeated, unless the order was read in between', () => {
  const tap = new Tap();
  tap.hear('a', envelope('notifyOrder'), 10);
  assert.equal(tap.hear('a', envelope('notifyOrder'), 20)?.isRepeated, true);
  assert.equal(tap.hear('a', envelope('notifyOrder', '13'), 25)?.isRepeated, false);
  assert.equal(tap.hear('a', envelope('getOrderDetails'), 30), undefined);
  assert.equal(tap.hear('a', envelope('notifyOrder'), 40)?.isRepeated, false);
});

test('to ask again for what S-360 is still working on is no write', () => {
  const tap = new Tap();
  const asked = envelope('notifyOrder').replace('<orderId>', '<requestId>1001</requestId><orderId>');
  tap.hear('a', asked, 10);
  assert.equal(tap.hear('a', asked, 20)?.isRepeated, false);
});
