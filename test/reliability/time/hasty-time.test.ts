import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HastyTime, machineNow, type Pace } from './hasty-time.js';

const pace = (rate: number): Pace => ({ machineMs: machineNow(), timeMs: 1_000_000, rate });
const calledAt = (time: HastyTime, ms: number) =>
  new Promise<number>((resolve) => void time.after(ms, () => resolve(time.now())));

test('an hour is over in a moment, and nothing comes before it is due', async () => {
  const time = new HastyTime(pace(36_000));
  const began = machineNow();
  assert.ok((await calledAt(time, 3_600_000)) >= 1_000_000 + 3_600_000);
  assert.ok(machineNow() - began < 30_000);
});

test('what is called off does not come', async () => {
  const time = new HastyTime(pace(1_000));
  const heard: string[] = [];
  time.after(10, () => void heard.push('called off')).cancel();
  await calledAt(time, 20);
  assert.deepEqual(heard, []);
});

test('another pace begins for all who were told of it at one instant, also for what they wait for', async () => {
  const first = pace(1);
  const [here, there] = [new HastyTime(first), new HastyTime(first)];
  const waited = calledAt(here, 3_600_000);
  const next = here.paceFrom(machineNow() + 20, 360_000);
  here.keep(next);
  there.keep(next);
  assert.ok((await waited) >= 1_000_000 + 3_600_000);
  const [before, now, after] = [there.now(), here.now(), there.now()];
  assert.ok(before >= 1_000_000 + 3_600_000 && before <= now && now <= after);
});
