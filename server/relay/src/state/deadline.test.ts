import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createManualClock } from './clock.js';
import { Deadline } from './deadline.js';

describe('a deadline', () => {
  it('travels with the work, and is not there for anybody else', async () => {
    const clock = createManualClock('2026-12-05T19:00:00Z');
    const deadline = new Deadline({ clock, seconds: 10 });
    const seen = deadline.run(async () => {
      await Promise.resolve();
      return Deadline.current;
    });
    assert.equal(Deadline.current, undefined);
    assert.equal(await seen, deadline);
  });

  it('leaves less and less time, until the work must be carried through', () => {
    const clock = createManualClock('2026-12-05T19:00:00Z');
    const deadline = new Deadline({ clock, seconds: 10 });
    clock.advance(4_000);
    assert.equal(deadline.leftMs, 6_000);
    deadline.commit();
    assert.equal(deadline.leftMs, Number.POSITIVE_INFINITY);
    assert.equal(deadline.isOver, false);
    clock.advance(6_000);
    assert.equal(deadline.isOver, true, 'who waited is gone all the same');
  });

  it('is over as soon as the visitor has left, and never by itself where nobody set a time', () => {
    const clock = createManualClock('2026-12-05T19:00:00Z');
    let isGone = false;
    const deadline = new Deadline({ clock, isGone: () => isGone });
    clock.advance(86_400_000);
    assert.equal(deadline.isOver, false);
    assert.equal(deadline.leftMs, Number.POSITIVE_INFINITY);
    isGone = true;
    assert.equal(deadline.isOver, true);
  });

  it('does not bind what the work left running', async () => {
    const clock = createManualClock('2026-12-05T19:00:00Z');
    let goOn = () => {};
    const later = new Promise<void>((resolve) => (goOn = resolve));
    let left: Promise<number | undefined> | undefined;
    await new Deadline({ clock, seconds: 1 }).run(async () => {
      left = later.then(() => Deadline.current?.leftMs);
    });
    clock.advance(5_000);
    goOn();
    assert.equal(await left, Number.POSITIVE_INFINITY);
  });
});
