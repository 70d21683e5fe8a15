import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyChanges, CLOSED, FREE, HELD, TAKEN, unpackStates } from '@s360-widgets/seat-codec';
import { SeatBook } from './seat-maps.book.js';

const opened = 1_000;

function book(...states: number[]): SeatBook {
  const made = new SeatBook(states.length);
  made.refresh(Uint8Array.from(states), opened);
  return made;
}

const shown = (of: SeatBook, count: number) => [...unpackStates(of.all(), count)];

test('changes since any version give what all would give', () => {
  const seats = 50;
  const of = new SeatBook(seats);
  const seen = [{ version: of.version, states: shown(of, seats) }];
  for (let round = 1; round <= 40; round++) {
    const states = Uint8Array.from({ length: seats }, (_, seat) => ((seat * round) % 3 === 0 ? FREE : TAKEN));
    if (round % 3 === 0) of.refresh(states, opened + round);
    else of.hold(`o${round % 5}`, [round, round + 1], 10_000, opened + round);
    seen.push({ version: of.version, states: shown(of, seats) });
  }
  for (const { version, states } of seen) {
    const changes = of.changesSince(version);
    assert.ok(changes);
    const followed = Uint8Array.from(states);
    applyChanges(followed, changes);
    assert.deepEqual([...followed], shown(of, seats));
  }
});

test('a version is another one only when something changed', () => {
  const of = book(FREE, TAKEN);
  const { version } = of;
  of.refresh(Uint8Array.of(FREE, TAKEN), opened + 1);
  assert.equal(of.version, version);
  of.markTaken([0], opened + 2);
  assert.notEqual(of.version, version);
});

test('a version of another book, of the future, or of none, is not known', () => {
  const [of, other] = [book(FREE, FREE, FREE), book(FREE, FREE, FREE)];
  const before = of.version;
  of.hold('a', [0], 9_000, 2_000);
  other.hold('b', [1], 9_000, 2_000);
  assert.deepEqual(of.changesSince(before), [1, HELD]);
  // Two relays that opened at the same moment and saw as many changes: held seats of the one must not be free to the other.
  assert.equal(other.changesSince(of.version), undefined);
  assert.equal(of.changesSince(other.version), undefined);
  for (const odd of [0, before - 2, of.version + 1, 999_999_999_999_999])
    assert.equal(of.changesSince(odd), undefined, String(odd));
});

test('a seat in a basket shows as such at once, and is free again when it is given back', () => {
  const of = book(FREE, FREE, FREE);
  of.hold('a', [0, 2], 9_000, 2_000);
  assert.deepEqual(shown(of, 3), [HELD, FREE, HELD]);
  of.hold('a', [2], 9_000, 3_000);
  assert.deepEqual(shown(of, 3), [FREE, FREE, HELD]);
});

test('a basket whose time is up holds nothing', () => {
  const of = book(FREE, FREE);
  of.hold('a', [0], 9_000, 2_000);
  of.hold('b', [1], Number.POSITIVE_INFINITY, 2_000);
  of.expire(8_999);
  assert.deepEqual(shown(of, 2), [HELD, HELD]);
  of.expire(9_000);
  assert.deepEqual(shown(of, 2), [FREE, HELD]);
});

test('an answer of S-360 from before a seat was given back does not take it away again', () => {
  const of = book(FREE, FREE);
  of.hold('a', [0], 9_000, 2_000);
  of.hold('a', [], 9_000, 4_000);
  of.refresh(Uint8Array.of(TAKEN, FREE), 3_000);
  assert.deepEqual(shown(of, 2), [FREE, FREE]);
  of.refresh(Uint8Array.of(TAKEN, FREE), 5_000);
  assert.deepEqual(shown(of, 2), [TAKEN, FREE]);
});

test('a basket stays in view although S-360 lists its seats as gone', () => {
  const of = book(FREE, FREE);
  of.hold('a', [1], 9_000, 2_000);
  of.refresh(Uint8Array.of(FREE, TAKEN), 3_000);
  assert.deepEqual(shown(of, 2), [FREE, HELD]);
});

test('seats of a paid order are taken, and a refused seat is too', () => {
  const of = book(FREE, FREE, FREE);
  of.hold('a', [0], 9_000, 2_000);
  of.sell('a', [0], 3_000);
  of.markTaken([2], 3_000);
  assert.deepEqual(shown(of, 3), [TAKEN, FREE, TAKEN]);
});

test('a seat that is not for sale never becomes free', () => {
  const of = book(CLOSED);
  of.hold('a', [0], 2_500, 2_000);
  of.expire(3_000);
  assert.deepEqual(shown(of, 1), [CLOSED]);
});
