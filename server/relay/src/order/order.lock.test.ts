import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OrderQueue } from './order.lock.js';

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
