import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DatabaseClosed, type Database } from './database.js';
import { onDatabase, type DatabaseTrial } from './database.trial.js';
import { leaveMark, refuseOtherHosts, thisHost } from './host.js';

const beat = (database: Database, host: string) => leaveMark(database, database.query, host);

/** A clock on which something happens while somebody waits. */
function clockWith({ clock }: DatabaseTrial, meanwhile: () => Promise<void> = async () => undefined) {
  const waited: number[] = [];
  const wait = async (ms: number) => {
    waited.push(ms);
    clock.advance(ms);
    await meanwhile();
  };
  return { waited, wait };
}

test('a machine that starts while a relay of another one works on the same file is refused in words, and the other works on', () =>
  onDatabase('SQLite', async (trial) => {
    const { database, openAgain } = trial;
    await refuseOtherHosts(database, { host: 'one', clock: clockWith(trial) });
    const clock = clockWith(trial, () => beat(database, 'one'));
    await assert.rejects(refuseOtherHosts(await openAgain(), { host: 'two', clock }), (error: Error) => {
      assert.ok(error instanceof DatabaseClosed);
      assert.match(error.message, /a relay of another machine is at work on it: .*RELAY_DATABASE_URL/);
      return true;
    });
    const again = clockWith(trial);
    await refuseOtherHosts(database, { host: 'one', clock: again });
    assert.deepEqual(again.waited, [], 'who was refused has left no mark');
  }));

test('of two machines that start at once on a new file one is refused', () =>
  onDatabase('SQLite', async (trial) => {
    const { database, openAgain } = trial;
    const other = await openAgain();
    const one = clockWith(trial, () => beat(other, 'two'));
    const two = clockWith(trial, () => beat(database, 'one'));
    const started = await Promise.allSettled([
      refuseOtherHosts(database, { host: 'one', clock: one }),
      refuseOtherHosts(other, { host: 'two', clock: two }),
    ]);
    assert.equal(started.filter(({ status }) => status === 'rejected').length, 1);
  }));

test('a machine that is gone is waited for once, by whatever date it had, and then no more', () =>
  onDatabase('SQLite', async (trial) => {
    const { database, clock: time } = trial;
    time.advance(7 * 24 * 3_600_000);
    await beat(database, 'one');
    time.advance(-14 * 24 * 3_600_000);
    const waits = [];
    for (let start = 0; start < 2; start++) {
      const clock = clockWith(trial);
      await refuseOtherHosts(database, { host: 'two', clock });
      waits.push(clock.waited.length);
    }
    assert.deepEqual(waits, [1, 0]);
  }));

test('relays of one machine do not wait for each other', () =>
  onDatabase('SQLite', async (trial) => {
    const { database, openAgain } = trial;
    const clock = clockWith(trial);
    await refuseOtherHosts(database, { host: 'one', clock });
    await refuseOtherHosts(await openAgain(), { host: 'one', clock });
    assert.deepEqual(clock.waited, []);
  }));

test('relays of any machine share a PostgreSQL', () =>
  onDatabase('PostgreSQL', async (trial) => {
    const clock = clockWith(trial, () => beat(trial.database, 'one'));
    await beat(trial.database, 'one');
    await refuseOtherHosts(trial.database, { host: 'two', clock });
    assert.deepEqual(clock.waited, []);
  }));

test('a machine has one name until it is started anew', async () => {
  assert.equal(await thisHost(), await thisHost());
  assert.notEqual(await thisHost(), '');
});
