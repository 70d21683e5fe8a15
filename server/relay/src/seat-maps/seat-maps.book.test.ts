import assert from 'node:assert/strict';
import { test } from 'node:test';
import { free, held, notForSale, SeatBook, taken } from './seat-maps.book.js';

const opened = 1_000;

/** What a browser does with an answer: all states, or changes over what it had. */
function apply(states: number[], changes: readonly number[]): number[] {
  const next = [...states];
  let seat = -1;
  for (let at = 0; at < changes.length; at += 2) {
    seat += changes[at] ?? 0;
    next[seat] = changes[at + 1] ?? 0;
  }
  return next;
}

function decode(all: string, count: number): number[] {
  const bytes = Buffer.from(all, 'base64');
  return Array.from({ length: count }, (_, seat) => ((bytes[seat >> 2] ?? 0) >> ((seat & 3) * 2)) & 3);
}

function book(...states: number[]): SeatBook {
  const made = new SeatBook(states.length, opened);
  made.refresh(Uint8Array.from(states), opened);
  return made;
}

const shown = (of: SeatBook, count: number) => decode(of.all(), count);

test('states are two bits a seat, four a byte, the first in the lowest', () => {
  const all = book(taken, held, notForSale, free, taken).all();
  assert.deepEqual([...Buffer.from(all, 'base64')], [0b00_11_10_01, 0b01]);
});

test('changes since any version give what all would give', () => {
  const seats = 50;
  const of = new SeatBook(seats, opened);
  const seen = [{ version: of.version, states: shown(of, seats) }];
  for (let round = 1; round <= 40; round++) {
    const states = Uint8Array.from({ length: seats }, (_, seat) => ((seat * round) % 3 === 0 ? free : taken));
    if (round % 3 === 0) of.refresh(states, opened + round);
    else of.hold(`o${round % 5}`, [round, round + 1], 10_000, opened + round);
    seen.push({ version: of.version, states: shown(of, seats) });
  }
  for (const { version, states } of seen) {
    const changes = of.changesSince(version);
    assert.ok(changes);
    assert.deepEqual(apply(states, changes), shown(of, seats));
  }
});

test('a version counts up only when something changed', () => {
  const of = book(free, taken);
  const { version } = of;
  of.refresh(Uint8Array.of(free, taken), opened + 1);
  assert.equal(of.version, version);
  of.markTaken([0], opened + 2);
  assert.equal(of.version, version + 1);
});

test('a version of another book, or of none, is not known', () => {
  const of = book(free);
  assert.equal(of.changesSince(opened - 1), undefined);
  assert.equal(of.changesSince(of.version + 1), undefined);
  const later = new SeatBook(1, opened + 5_000);
  assert.equal(later.changesSince(of.version), undefined);
});

test('a seat in a basket shows as such at once, and is free again when it is given back', () => {
  const of = book(free, free, free);
  of.hold('a', [0, 2], 9_000, 2_000);
  assert.deepEqual(shown(of, 3), [held, free, held]);
  of.hold('a', [2], 9_000, 3_000);
  assert.deepEqual(shown(of, 3), [free, free, held]);
});

test('a basket whose time is up holds nothing', () => {
  const of = book(free, free);
  of.hold('a', [0], 9_000, 2_000);
  of.hold('b', [1], Number.POSITIVE_INFINITY, 2_000);
  of.expire(8_999);
  assert.deepEqual(shown(of, 2), [held, held]);
  of.expire(9_000);
  assert.deepEqual(shown(of, 2), [free, held]);
});

test('an answer of S-360 from before a seat was given back does not take it away again', () => {
  const of = book(free, free);
  of.hold('a', [0], 9_000, 2_000);
  of.hold('a', [], 9_000, 4_000);
  of.refresh(Uint8Array.of(taken, free), 3_000);
  assert.deepEqual(shown(of, 2), [free, free]);
  of.refresh(Uint8Array.of(taken, free), 5_000);
  assert.deepEqual(shown(of, 2), [taken, free]);
});

test('a basket stays in view although S-360 lists its seats as gone', () => {
  const of = book(free, free);
  of.hold('a', [1], 9_000, 2_000);
  of.refresh(Uint8Array.of(free, taken), 3_000);
  assert.deepEqual(shown(of, 2), [free, held]);
});

test('seats of a paid order are taken, and a refused seat is too', () => {
  const of = book(free, free, free);
  of.hold('a', [0], 9_000, 2_000);
  of.sell('a', [0], 3_000);
  of.markTaken([2], 3_000);
  assert.deepEqual(shown(of, 3), [taken, free, taken]);
});

test('a seat that is not for sale never becomes free', () => {
  const of = book(notForSale);
  of.hold('a', [0], 2_500, 2_000);
  of.expire(3_000);
  assert.deepEqual(shown(of, 1), [notForSale]);
});
