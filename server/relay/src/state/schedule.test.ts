import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createManualClock } from './clock.js';
import { emptyDatabase, onBothDatabases, type DatabaseTrial } from './database.trial.js';
import { Schedule, type QuietHours } from './schedule.js';

const [minute, hour] = [60_000, 3_600_000];

/** Of one relay; `wakes` counts how often it woke who asks. */
function relay({ database, clock }: Pick<DatabaseTrial, 'database' | 'clock'>, quietHours?: QuietHours) {
  const schedule = new Schedule({ database, clock, quietHours, timeZone: () => 'Europe/Zurich' });
  const woken = { times: 0 };
  schedule.onWake(() => void woken.times++);
  return { schedule, woken, every: () => schedule.everyMs(minute) };
}

const alone = async (startsAt = '2026-12-05T19:00:00Z') => {
  const clock = createManualClock(startsAt);
  return { clock, database: await emptyDatabase(clock) };
};

test('where nobody looks news is asked for once an hour; the next look wakes who asks, once', async () => {
  const trial = await alone();
  const { schedule, woken, every } = relay(trial);
  assert.equal(every(), hour);
  schedule.look();
  schedule.look();
  assert.equal(woken.times, 1);
  assert.equal(every(), minute);
  trial.clock.advance(14 * minute);
  assert.equal(every(), minute, 'who has just looked may look again');
  trial.clock.advance(minute);
  assert.equal(every(), hour);
  assert.equal(schedule.everyMs(6 * hour), 6 * hour, 'what is asked for more rarely anyway stays so');
});

test('in quiet hours of the house news is asked for once an hour, whoever looks', async () => {
  const trial = await alone('2026-06-05T22:50:00Z');
  const { schedule, woken, every } = relay(trial, { from: 60, until: 6 * 60 });
  schedule.look();
  assert.equal(every(), minute, 'ten to one in Zurich');
  trial.clock.advance(10 * minute);
  schedule.look();
  assert.equal(every(), hour);
  trial.clock.advance(5 * hour - minute);
  schedule.look();
  assert.deepEqual([every(), woken.times], [hour, 1]);
  trial.clock.advance(minute);
  schedule.look();
  assert.deepEqual([every(), woken.times], [minute, 2]);
});

test('quiet hours may begin in the evening', async () => {
  const trial = await alone('2026-12-05T21:00:00Z');
  const { schedule, every } = relay(trial, { from: 22 * 60 + 30, until: 5 * 60 });
  const asked = [0, 1, 6, 7].map((hours) => {
    trial.clock.advance(Date.parse('2026-12-05T21:00:00Z') + hours * hour - trial.clock.now());
    schedule.look();
    return every();
  });
  assert.deepEqual(asked, [minute, hour, hour, minute]);
});

test('a relay that starts wakes who asks when it hears of a look: its forerunner may have put the next question off for an hour', async () => {
  const trial = await alone();
  const { schedule, woken } = relay(trial);
  schedule.look();
  assert.equal(woken.times, 1);
});

onBothDatabases('a look at one relay is heard of at the others', async (trial) => {
  const { schedule: here } = relay(trial);
  here.look();
  const look = trial.database.query.selectFrom('shop_look').selectAll();
  while (!(await look.executeTakeFirst())) await new Promise(setImmediate);
  const clock = { ...trial.clock, wait: () => new Promise<void>(() => undefined) };
  const { schedule, woken, every } = relay({ clock, database: await trial.openAgain() });
  assert.equal(every(), hour);
  await schedule.start();
  schedule.stop();
  assert.deepEqual([every(), woken.times], [minute, 1]);
  trial.clock.advance(15 * minute);
  assert.equal(every(), hour);
});
