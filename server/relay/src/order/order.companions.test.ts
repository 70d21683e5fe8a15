import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tariffsWithoutCompanion } from './order.companions.js';

const requires = (tariffId: string) => (tariffId === 'child' ? ['adult', 'senior'] : []);
const at = (place: string, tariffId: string) => ({ place, tariffId });

test('a child needs an adult or a senior of the same performance', () => {
  assert.deepEqual(tariffsWithoutCompanion([at('p1', 'child')], requires), ['child']);
  assert.deepEqual(tariffsWithoutCompanion([at('p1', 'child'), at('p1', 'child')], requires), ['child']);
  assert.deepEqual(tariffsWithoutCompanion([at('p1', 'child'), at('p2', 'adult')], requires), ['child']);
  assert.deepEqual(tariffsWithoutCompanion([at('p1', 'child'), at('p1', 'senior')], requires), []);
  assert.deepEqual(tariffsWithoutCompanion([at('p1', 'adult')], requires), []);
});
