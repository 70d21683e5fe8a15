import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VirtualTime } from './virtual-time.js';

test('what is due comes in the order of its time, and of two at once the first asked for', async () => {
  const time = new VirtualTime(1_000);
  const heard: string[] = [];
  const work = new Promise<void>((resolve) => {
    const hear = (name: string) => () => void heard.push(`${name} at ${time.now()}`);
    time.after(50, hear('late'));
    time.after(10, hear('early'));
    time.after(10, hear('early too'));
    const never = time.after(20, hear('called off'));
    never.cancel();
    time.after(60, resolve);
  });
  await time.runUntil(work);
  assert.deepEqual(heard, ['early at 1010', 'early too at 1010', 'late at 1050']);
  assert.equal(time.now(), 1_060);
});

test('time stands still while anything is done about what was due', async () => {
  const time = new VirtualTime(0);
  const instants: number[] = [];
  const work = new Promise<void>((resolve) => {
    time.after(100, () => void resolve());
    time.after(1, () => {
      void Promise.resolve()
        .then(() => new Promise(setImmediate))
        .then(() => instants.push(time.now()));
    });
  });
  await time.runUntil(work);
  assert.deepEqual(instants, [1]);
});

test('work that waits for nothing that will ever come is told of', async () => {
  const time = new VirtualTime(0);
  await assert.rejects(time.runUntil(new Promise(() => undefined)), /nothing is due any more/);
});
