import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Direction, neighbour, nextSeat } from './neighbours.js';
import { smallHall } from './small-hall.fixture.js';

describe('moving the focus by keys', () => {
  const plan = smallHall();
  const go = (seat: number, ...keys: Direction[]): number =>
    keys.reduce((at, key) => neighbour(plan, at, key), seat);

  it('goes along the row, and over its aisle', () => {
    assert.equal(go(2, 'right'), 3);
    assert.equal(go(3, 'right'), 4);
    assert.equal(go(4, 'left', 'left'), 2);
  });

  it('goes to both ends of the row', () => {
    assert.equal(go(2, 'last'), 7);
    assert.equal(go(6, 'first'), 0);
  });

  it('goes to the seat behind and in front', () => {
    assert.equal(go(10, 'down'), 18);
    assert.equal(go(18, 'up', 'up'), 2);
    assert.equal(go(30, 'down', 'up'), 30);
  });

  it('goes on into the next section', () => {
    const below = go(20, 'down');
    assert.equal(plan.sectionOf[below], 1);
    assert.equal(plan.rowOf[below], 3);
    assert.equal(plan.sectionOf[go(below, 'up')], 0);
  });

  it('stays where nothing lies further', () => {
    assert.equal(go(2, 'up'), 2);
    assert.equal(go(60, 'down'), 60);
    assert.equal(go(24, 'left'), 24);
  });

  it('reaches every seat by arrows alone', () => {
    const reached = new Set([0]);
    for (const seat of reached) {
      for (const key of ['left', 'right', 'up', 'down'] as const) reached.add(neighbour(plan, seat, key));
    }
    assert.equal(reached.size, plan.size);
  });
});

describe('the next free seat', () => {
  const plan = smallHall();
  const isFree = (seat: number): boolean => [3, 20, 60].includes(seat);

  it('is found on and back, over rows and sections', () => {
    assert.equal(nextSeat(plan, isFree, 4, 1), 20);
    assert.equal(nextSeat(plan, isFree, 20, 1), 60);
    assert.equal(nextSeat(plan, isFree, 19, -1), 3);
  });

  it('is found round the end of the plan', () => {
    assert.equal(nextSeat(plan, isFree, 60, 1), 3);
    assert.equal(nextSeat(plan, isFree, 3, -1), 60);
  });

  it('is the seat itself where there is no other', () => {
    assert.equal(
      nextSeat(plan, (seat) => seat === 3, 3, 1),
      3,
    );
    assert.equal(
      nextSeat(plan, () => false, 5, -1),
      5,
    );
  });
});
