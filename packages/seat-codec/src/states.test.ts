import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyChanges, CLOSED, FREE, HELD, packStates, TAKEN, toChanges, unpackStates } from './states.js';

describe('states of seats on the wire', () => {
  it('holds four seats a byte, the first in the lowest bits', () => {
    // 0b00_11_10_01 = 0x39, then 0b01.
    assert.deepEqual([...unpackStates(btoa('\x39\x01'), 5)], [TAKEN, HELD, CLOSED, FREE, TAKEN]);
  });

  it('comes back from packing as it was', () => {
    const states = Uint8Array.from({ length: 1003 }, (_, seat) => (seat * 7) % 4);
    assert.deepEqual(unpackStates(packStates(states), states.length), states);
  });

  it('counts gaps from the seat changed before, from before the first seat', () => {
    const states = new Uint8Array(6);
    assert.deepEqual(applyChanges(states, [1, TAKEN, 2, HELD, 3, TAKEN]), [0, 2, 5]);
    assert.deepEqual([...states], [TAKEN, FREE, HELD, FREE, FREE, TAKEN]);
  });

  it('tells only what really changed, and leaves out seats that do not exist', () => {
    const states = Uint8Array.of(TAKEN, FREE);
    assert.deepEqual(applyChanges(states, [1, TAKEN, 1, TAKEN, 9, TAKEN]), [1]);
  });

  it('brings another up to date by the seats that changed alone', () => {
    const before = Uint8Array.from({ length: 500 }, (_, seat) => seat % 4);
    const now = before.map((state, seat) => (seat % 7 === 0 ? (state + 1) % 4 : state));
    const changed = [...now.keys()].filter((seat) => now[seat] !== before[seat]);
    assert.deepEqual(applyChanges(before, toChanges(now, changed)), changed);
    assert.deepEqual(before, now);
  });
});
