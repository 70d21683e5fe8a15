import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError } from '@s360-widgets/contract/problem';
import { createManualClock, type ManualClock } from './clock.js';
import { atRest, emptyDatabase, onBothDatabases } from './database.trial.js';
import type { Database } from './database.js';
import { SharedSnapshot, type Answer } from './shared-snapshot.js';

/** A relay that shows one thing of an S-360 that the test sets; it looks by itself only when the test lets a wait of its clock end. */
function relayOn(database: Database, time: ManualClock, answers: { next: () => Answer | Promise<Answer> }) {
  const seen = {
    shown: undefined as unknown,
    asked: 0,
    failures: [] as number[],
    waits: [] as number[],
    isFresh: 0,
    everyMs: 600_000,
  };
  const told: string[] = [];
  let endWait: () => void = () => undefined;
  const clock = {
    ...time,
    wait: (ms: number) =>
      new Promise<void>((resolve) => {
        seen.waits.push(ms);
        endWait = resolve;
      }),
  };
  const tell = (_: object, message: string) => void told.push(message);
  const snapshot = new SharedSnapshot(
    { database, clock, log: { warn: tell, error: tell } },
    {
      ...{ kind: 'things/1', everyMs: () => seen.everyMs, retryMs: 10_000 },
      async ask() {
        seen.asked++;
        const answer = await answers.next();
        if (typeof answer === 'object') seen.shown = [...answer.records()][0];
        return answer;
      },
      take: ({ records }) => void (seen.shown = records[0]),
      onFreshness: () => void seen.isFresh++,
      onFailure: (_, failures) => void seen.failures.push(failures),
    },
  );
  return { snapshot, seen, told, look: () => endWait() };
}

const saying = (thing: string, time: ManualClock) => ({
  next: (): Answer => ({ facts: {}, asOf: time.now(), records: () => [thing] }),
});
const silent = { next: (): Answer => assert.fail('S-360 was asked') };

onBothDatabases(
  'one relay asks, and another shows what it heard within five seconds, by itself',
  async ({ database, clock, openAgain }) => {
    const answers = saying('first', clock);
    const here = relayOn(database, clock, answers);
    const there = relayOn(await openAgain(), clock, silent);
    await here.snapshot.start();
    await there.snapshot.start();
    assert.deepEqual([there.seen.shown, there.snapshot.isStale, here.seen.asked], ['first', false, 1]);
    Object.assign(answers, saying('second', clock));
    clock.advance(5_000);
    await here.snapshot.refresh();
    there.look();
    while (there.seen.shown !== 'second') await new Promise(setImmediate);
    assert.equal(there.snapshot.asOf, clock.now());
    for (const pause of [...here.seen.waits, ...there.seen.waits]) assert.ok(pause < 2_500, `${pause} ms`);
    await Promise.all([here, there].map(({ snapshot }) => snapshot.stop()));
  },
);

onBothDatabases(
  'a relay starts though its database goes away meanwhile, and says so',
  async ({ clock, openAgain }) => {
    const database = await openAgain();
    const { snapshot, told, look } = relayOn(database, clock, silent);
    await database.close();
    await snapshot.start();
    assert.deepEqual([told, snapshot.isStale], [['no news from other relays'], true]);
    const stopped = snapshot.stop();
    look();
    await stopped;
  },
);

onBothDatabases(
  'where the relay that asks is gone, another one asks as soon as its lease has ended and it is time',
  async ({ database, clock, openAgain }) => {
    const here = relayOn(database, clock, saying('first', clock));
    const there = relayOn(await openAgain(), clock, saying('second', clock));
    await here.snapshot.start();
    await there.snapshot.start();
    clock.advance(14_000);
    await there.snapshot.refresh();
    assert.equal(there.seen.asked, 0, 'it may be alive still');
    clock.advance(2_000);
    await there.snapshot.refresh();
    assert.deepEqual([there.seen.asked, there.seen.shown], [1, 'second']);
    await here.snapshot.follow();
    assert.equal(here.seen.shown, 'second', 'should it come back, it follows');
    await there.snapshot.stop();
  },
);

onBothDatabases(
  'a relay that stops leaves the asking to another at once',
  async ({ database, clock, openAgain }) => {
    const here = relayOn(database, clock, saying('first', clock));
    const there = relayOn(await openAgain(), clock, saying('second', clock));
    await here.snapshot.start();
    await there.snapshot.start();
    await here.snapshot.stop();
    clock.advance(600_000);
    there.look();
    while (there.seen.shown !== 'second') await new Promise(setImmediate);
    await there.snapshot.stop();
  },
);

onBothDatabases(
  'that S-360 could not be asked, and when it could, is known at all relays',
  async ({ database, clock, openAgain }) => {
    const answers: { next: () => Answer } = saying('first', clock);
    const here = relayOn(database, clock, answers);
    const there = relayOn(await openAgain(), clock, silent);
    await here.snapshot.start();
    await there.snapshot.start();
    const { asOf } = there.snapshot;
    clock.advance(10_000);
    answers.next = () => {
      throw new ProblemError('box-office-down');
    };
    await here.snapshot.refresh();
    await there.snapshot.follow();
    assert.deepEqual([there.snapshot.isStale, there.snapshot.asOf, there.seen.shown], [true, asOf, 'first']);
    answers.next = () => 'unchanged';
    await here.snapshot.refresh();
    await there.snapshot.follow();
    assert.deepEqual([there.snapshot.isStale, there.snapshot.asOf], [false, clock.now()]);
    assert.equal(there.seen.isFresh >= 2, true);
    await Promise.all([here, there].map(({ snapshot }) => snapshot.stop()));
  },
);

onBothDatabases(
  'the last good one survives a restart of all relays',
  async ({ database, clock, openAgain }) => {
    const here = relayOn(database, clock, saying('first', clock));
    await here.snapshot.start();
    await here.snapshot.stop();
    const later = relayOn(await openAgain(), clock, silent);
    await later.snapshot.start();
    assert.deepEqual([later.seen.shown, later.snapshot.isStale], ['first', false]);
    await later.snapshot.stop();
  },
);

test('what could not be written down is shown all the same, and written at the next look', async () => {
  const clock = createManualClock('2026-12-05T19:00:00Z');
  const database = await emptyDatabase(clock);
  const answers: { next: () => Answer } = { next: () => 'not-yet' };
  const here = relayOn(database, clock, answers);
  await here.snapshot.start();
  Object.assign(answers, saying('first', clock));
  await database.query.schema.alterTable('snapshot').renameTo('hidden').execute();
  await here.snapshot.refresh();
  await database.query.schema.alterTable('hidden').renameTo('snapshot').execute();
  assert.deepEqual([here.seen.shown, here.told], ['first', ['what S-360 said was not saved']]);
  here.look();
  const there = relayOn(database, clock, silent);
  while (there.seen.shown !== 'first') await there.snapshot.follow();
  await here.snapshot.stop();
});

test('an answer that is in doubt changes nothing, and is no reason to ask at once again', async () => {
  const clock = createManualClock('2026-12-05T19:00:00Z');
  const answers: { next: () => Answer } = saying('first', clock);
  const here = relayOn(await emptyDatabase(clock), clock, answers);
  await here.snapshot.start();
  const { asOf } = here.snapshot;
  clock.advance(10_000);
  answers.next = () => 'doubtful';
  await here.snapshot.refresh();
  assert.deepEqual([here.snapshot.asOf, here.snapshot.isStale], [asOf, false]);
  await here.snapshot.stop();
});

test('who is woken asks when it is time by then, and no sooner', async () => {
  const clock = createManualClock('2026-12-05T19:00:00Z');
  const database = await emptyDatabase(clock);
  const here = relayOn(database, clock, saying('first', clock));
  here.seen.everyMs = 3_600_000;
  await here.snapshot.start();
  clock.advance(600_000);
  here.snapshot.wake();
  await atRest(database);
  assert.equal(here.seen.asked, 1);
  here.seen.everyMs = 60_000;
  here.snapshot.wake();
  await atRest(database);
  assert.equal(here.seen.asked, 2);
  await here.snapshot.stop();
});
