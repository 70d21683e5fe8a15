import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError } from '@s360-widgets/contract';
import { createCartTokens, isSameSecret } from './order.token.js';

const secret = 'a secret that is at least 32 characters';
const access = { orderId: '9223372036854775807', orderSecretId: 'k3-Üçx0' };
const tokens = createCartTokens(secret);

const refused = (token: string | undefined, by = tokens) =>
  assert.throws(
    () => by.open(token),
    (error) => error instanceof ProblemError && error.code === 'cart-token-invalid',
  );

test('a token opens the order that it was sealed for', () => {
  assert.deepEqual(tokens.open(tokens.seal(access)), access);
});

test('two tokens of one order differ, and none shows the order', () => {
  const [one, other] = [tokens.seal(access), tokens.seal(access)];
  assert.notEqual(one, other);
  assert.match(one, /^[A-Za-z0-9_-]+$/);
  assert.ok(!Buffer.from(one, 'base64url').includes(access.orderId));
});

test('a token with any one bit changed is refused', () => {
  const bytes = Buffer.from(tokens.seal(access), 'base64url');
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const changed = Buffer.from(bytes);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    refused(changed.toString('base64url'));
  }
});

test('a cut, lengthened, empty, foreign or overlong token is refused', () => {
  const token = tokens.seal(access);
  for (const wrong of [undefined, '', token.slice(0, -1), `${token}A`, `${token}=`, ' ', access.orderId]) {
    refused(wrong);
  }
  refused('A'.repeat(100_000));
  refused(createCartTokens('another secret of at least 32 characters').seal(access));
});

test('the former secret still opens after a change, and no longer seals', () => {
  const old = tokens.seal(access);
  const changed = createCartTokens('another secret of at least 32 characters', secret);
  assert.deepEqual(changed.open(old), access);
  refused(changed.seal(access));
});

test('secrets are the same only when every character is', () => {
  assert.ok(isSameSecret('k3x', 'k3x'));
  assert.ok(!isSameSecret('k3x', 'k3y'));
  assert.ok(!isSameSecret('k3x', 'k3x '));
});
