import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSeal } from './seal.js';

const secret = 'a secret that is at least 32 characters';
const seal = createSeal('one thing', { secret });

test('what was sealed for one purpose opens for no other', () => {
  const sealed = seal.seal('Ünïcode');
  assert.equal(seal.open(sealed), 'Ünïcode');
  assert.equal(createSeal('another', { secret }).open(sealed), undefined);
});

test('what was never sealed opens nothing', () => {
  for (const odd of [undefined, '', 'x', 'A'.repeat(3_000)]) assert.equal(seal.open(odd), undefined);
});
