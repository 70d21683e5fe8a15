import assert from 'node:assert/strict';
import { createManualClock } from './clock.js';
import { onBothDatabases } from './database.trial.js';
import { Lease } from './lease.js';

onBothDatabases(
  'of several relays one has the lease, for as long as it holds on to it',
  async ({ database, clock, openAgain }) => {
    const other = await openAgain();
    const [here, there] = [new Lease({ database, clock }, 'a'), new Lease({ database: other, clock }, 'a')];
    assert.deepEqual([await here.hold(), await there.hold()], [true, false]);
    for (let seconds = 0; seconds < 60; seconds += 6) {
      clock.advance(6_000);
      assert.deepEqual([await here.hold(), await there.hold()], [true, false], `after ${seconds} s`);
    }
    assert.equal(await new Lease({ database, clock }, 'b').hold(), true, 'another name is another lease');
  },
);

onBothDatabases(
  'who does not hold on loses it to another relay, and knows before that',
  async ({ database, clock, openAgain }) => {
    const other = await openAgain();
    const [here, there] = [new Lease({ database, clock }, 'a'), new Lease({ database: other, clock }, 'a')];
    await here.hold();
    clock.advance(14_000);
    assert.deepEqual([here.isHeld, await there.hold()], [false, false]);
    clock.advance(2_000);
    assert.equal(await there.hold(), true);
    assert.equal(await here.hold(), false);
  },
);

onBothDatabases('a lease that is given back is free at once', async ({ database, clock, openAgain }) => {
  const other = await openAgain();
  const [here, there] = [new Lease({ database, clock }, 'a'), new Lease({ database: other, clock }, 'a')];
  await here.hold();
  await there.release();
  assert.equal(await there.hold(), false, "nobody gives back another one's");
  await here.release();
  assert.deepEqual([here.isHeld, await there.hold()], [false, true]);
});

onBothDatabases(
  'a relay whose own clock has run ahead takes no lease early',
  async ({ database, clock, openAgain }) => {
    const fast = createManualClock(clock.now() + 3_600_000);
    const here = new Lease({ database, clock }, 'a');
    const there = new Lease({ database: await openAgain(), clock: fast }, 'a');
    await here.hold();
    fast.advance(60_000);
    assert.equal(await there.hold(), false);
  },
);

onBothDatabases(
  'a lease from before the count of time began anew binds nobody',
  async ({ database, clock, openAgain }) => {
    const other = await openAgain();
    await new Lease({ database, clock }, 'a').hold();
    await database.query
      .updateTable('lease')
      .set({ until: clock.elapsed() + 3_600_000 })
      .execute();
    assert.equal(await new Lease({ database: other, clock }, 'a').hold(), true);
  },
);
