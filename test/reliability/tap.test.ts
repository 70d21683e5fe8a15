import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Tap } from './tap.js';

const envelope = (operation: string, orderId = '12') =>
  `<soap:Envelope><soap:Header>now</soap:Header><soap:Body><v1:${operation}><orderId>${orderId}</orderId></v1:${operation}></soap:Body></soap:Envelope>`;

/** When the same was sent before what is heard now; undefined where it was not, or was looked at. */
function repeats(tap: Tap, body: string, now: number): number | undefined {
  const write = tap.hear('a', body, now);
  assert.ok(write, 'a write is heard');
  return write.repeats?.beganAt;
}

test('a write that comes twice is one that was repeated, unless the order was read in between', () => {
  const tap = new Tap();
  assert.equal(repeats(tap, envelope('notifyOrder'), 10), undefined);
  assert.equal(repeats(tap, envelope('notifyOrder'), 20), 10);
  assert.equal(repeats(tap, envelope('notifyOrder', '13'), 25), undefined);
  assert.equal(tap.hear('a', envelope('getOrderDetails'), 30), undefined);
  assert.equal(repeats(tap, envelope('notifyOrder'), 40), undefined);
});

test('to ask again for what S-360 is still working on is no write', () => {
  const tap = new Tap();
  const asked = envelope('notifyOrder').replace('<orderId>', '<requestId>1001</requestId><orderId>');
  assert.equal(repeats(tap, asked, 10), undefined);
  assert.equal(repeats(tap, asked, 20), undefined);
});
