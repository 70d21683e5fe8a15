import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HastyTime, machineNow, machineWait, type Pace } from '../time/hasty-time.js';
import { Pacemaker } from './pacemaker.js';

const visited = { mostRate: 12, lookMs: 700 };

/** What is told, until it is `wished`. */
async function toldUntil(told: readonly Pace[], wished: (rate: number) => boolean): Promise<void> {
  while (!wished(told.at(-1)?.rate ?? Number.NaN)) await machineWait(50);
}

test('time slows down as far as the relays do, and goes as fast as is allowed once they follow again', async () => {
  const told: Pace[] = [];
  let lookTakesMs = 500;
  const time = new HastyTime({ machineMs: machineNow(), timeMs: 0, rate: 12 });
  const pacemaker = new Pacemaker({
    ...{ time, allowed: visited, look: () => machineWait(lookTakesMs) },
    tell: (pace) => Promise.resolve(void told.push(pace)),
  });
  const run = pacemaker.run();
  await toldUntil(told, (rate) => rate < 4);
  lookTakesMs = 0;
  await toldUntil(told, (rate) => rate === 12);
  assert.ok(told.every(({ rate }) => rate >= 1));
  pacemaker.stop();
  await run;
});

test('a look that nothing comes back from says nothing of the machine', async () => {
  const told: Pace[] = [];
  const time = new HastyTime({ machineMs: machineNow(), timeMs: 0, rate: 12 });
  const look = async () => {
    await machineWait(700);
    throw new TypeError('fetch failed');
  };
  const pacemaker = new Pacemaker({
    ...{ time, allowed: visited, look },
    tell: (pace) => Promise.resolve(void told.push(pace)),
  });
  const run = pacemaker.run();
  await machineWait(3_000);
  pacemaker.stop();
  await run;
  assert.deepEqual(told, []);
});

test('time that nobody waits in goes on faster at the same machine, at once', async () => {
  const told: Pace[] = [];
  const time = new HastyTime({ machineMs: machineNow(), timeMs: 0, rate: 12 });
  const pacemaker = new Pacemaker({
    ...{ time, allowed: visited, look: () => machineWait(200) },
    tell: (pace) => Promise.resolve(void told.push(pace)),
  });
  const run = pacemaker.run();
  await toldUntil(told, (rate) => rate < 4);
  await pacemaker.allow({ mostRate: 120, lookMs: 2_000 });
  assert.ok((told.at(-1)?.rate ?? 0) > 6, 'faster than anybody could buy in');
  pacemaker.stop();
  await run;
});
