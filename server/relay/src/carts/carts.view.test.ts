import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OrderQueue } from './carts.queue.js';
import { tariffsWithoutCompanion } from './carts.view.js';

const requires = (tariffId: string) => (tariffId === 'child' ? ['adult', 'senior'] : []);
const at = (place: string, tariffId: string) => ({ place, tariffId });

test('a child needs an adult or a senior of the same performance', () => {
  assert.deepEqual(tariffsWithoutCompanion([at('p1', 'child')], requires), ['child']);
  assert.deepEqual(tariffsWithoutCompanion([at('p1', 'child'), at('p1', 'child')], requires), ['child']);
  assert.deepEqual(tariffsWithoutCompanion([at('p1', 'child'), at('p2', 'adult')], requires), ['child']);
  assert.deepEqual(tariffsWithoutCompanion([at('p1', 'child'), at('p1', 'senior')], requires), []);
  assert.deepEqual(tariffsWithoutCompanion([at('p1', 'adult')], requires), []);
});

test('work on one order runs in turn, also after work that failed; orders do not wait for each other', async () => {
  const queue = new OrderQueue();
  const done: string[] = [];
  const slow = async (name: string) => {
    await new Promise(setImmediate);
    done.push(name);
  };
  const failing = queue.run('a', async () => {
    await slow('a1');
    throw new Error('no');
  });
  const work = [queue.run('a', () => slow('a2')), queue.run('b', () => Promise.resolve(done.push('b1')))];
  await assert.rejects(failing);
  await Promise.all(work);
  assert.deepEqual(done, ['b1', 'a1', 'a2']);
  await new Promise(setImmediate);
  assert.equal(queue.size, 0);
});
