import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createManualClock } from './clock.js';

const start = Date.parse('2026-12-05T19:00:00Z');
const minutes = (count: number) => count * 60_000;
/** A Date header knows whole seconds only. */
const inSeconds = (date: number) => Math.floor(date / 1_000) * 1_000;

for (const step of [-10, 10]) {
  test(`setting the machine's date ${step} minutes off moves neither durations nor S-360's time`, () => {
    const clock = createManualClock(start);
    const before = { now: clock.now(), elapsed: clock.elapsed() };
    clock.setDateBy(minutes(step));
    clock.advance(7_000);
    assert.equal(clock.now() - before.now, 7_000);
    assert.equal(clock.elapsed() - before.elapsed, 7_000);
  });
}

for (const apart of [-16, 16]) {
  test(`with S-360 ${apart} minutes off, the clock is at S-360's time after one answer, to half a second`, () => {
    const clock = createManualClock(start);
    const sentAt = clock.elapsed();
    clock.advance(120);
    clock.hearDate(inSeconds(clock.now() + minutes(apart)), sentAt);
    assert.ok(Math.abs(clock.now() - (start + 120 + minutes(apart))) <= 600);
  });
}

test('a clock that agrees with S-360 keeps its own, finer time', () => {
  const clock = createManualClock(start);
  for (let answer = 0; answer < 50; answer++) {
    const sentAt = clock.elapsed();
    clock.advance(333);
    clock.hearDate(inSeconds(clock.now()), sentAt);
  }
  assert.equal(clock.now(), start + 50 * 333);
});

test('many answers together tell the time more finely than one, and a slow answer spoils nothing', () => {
  const clock = createManualClock(start);
  const truth = () => start + minutes(16) + 437 + (clock.elapsed() - beganAt);
  const beganAt = clock.elapsed();
  for (let answer = 0; answer < 40; answer++) {
    const sentAt = clock.elapsed();
    clock.advance(answer === 20 ? 35_000 : 70);
    clock.hearDate(inSeconds(truth()), sentAt);
    clock.advance(211);
  }
  assert.ok(Math.abs(clock.now() - truth()) <= 60, `${clock.now() - truth()} ms off`);
});

test("durations go on evenly when S-360's time moves", () => {
  const clock = createManualClock(start);
  const before = clock.elapsed();
  clock.hearDate(start + minutes(16), clock.elapsed());
  clock.hearDate(start - minutes(16), clock.elapsed());
  assert.equal(clock.elapsed(), before);
});
