import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gridOf } from './grid.js';
import { smallHall } from './small-hall.fixture.js';

describe('what is under a point', () => {
  const plan = smallHall();
  const grid = gridOf(plan);

  it('is the nearest seat within reach', () => {
    assert.equal(grid.seatAt(4300, 4240, 90), 8);
    assert.equal(grid.seatAt(4399, 4240, 120), 8);
    assert.equal(grid.seatAt(4401, 4240, 120), 9);
  });

  it('is nothing in an aisle, on the stage or beyond the hall', () => {
    for (const [x, y] of [
      [5050, 4000],
      [5000, 2500],
      [-9000, 0],
      [99999, 99999],
    ] as const) {
      assert.equal(grid.seatAt(x, y, 90), -1);
    }
  });

  it('finds every seat at its own place', () => {
    for (let seat = 0; seat < plan.size; seat++)
      assert.equal(grid.seatAt(plan.x[seat]!, plan.y[seat]!, 1), seat);
  });

  it('finds exactly the seats of a rectangle, edges included', () => {
    const found: number[] = [];
    grid.seatsIn({ left: 4300, top: 4100, right: 4700, bottom: 4480 }, (seat) => found.push(seat));
    assert.deepEqual(
      found.sort((a, b) => a - b),
      [8, 9, 10, 16, 17, 18],
    );
  });
});
