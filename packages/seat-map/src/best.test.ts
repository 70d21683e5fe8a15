import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bestSeats } from './best.js';
import { loneSeats } from './lone.js';
import { smallHall } from './small-hall.fixture.js';

const plan = smallHall();
const all = (): boolean => true;
const only =
  (...seats: number[]) =>
  (seat: number): boolean =>
    seats.includes(seat);
const except =
  (...seats: number[]) =>
  (seat: number): boolean =>
    !seats.includes(seat);

describe('the best seats', () => {
  it('are side by side in one row, in the middle of the house', () => {
    const seats = bestSeats(plan, all, { count: 3 })!;
    assert.deepEqual(seats, [seats[0]!, seats[0]! + 1, seats[0]! + 2]);
    assert.ok(seats.every((seat) => plan.rowOf[seat] === plan.rowOf[seats[0]!]));
    assert.ok(seats.every((seat) => Math.abs(plan.x[seat]! - plan.focus.x) <= 2 * plan.pitch));
  });

  it('never reach over an aisle', () => {
    // Seats 3 and 4 are nearer to the middle, but an aisle lies between them.
    assert.deepEqual(bestSeats(plan, only(3, 4, 14, 15), { count: 2 }), [14, 15]);
  });

  it('leave no lone seat where another place does not', () => {
    // Of 9 … 13, taking 10 and 11 leaves 9 alone; both ends leave nobody alone.
    const seats = bestSeats(plan, only(9, 10, 11, 12, 13), { count: 2 })!;
    assert.deepEqual(loneSeats(plan, only(9, 10, 11, 12, 13), seats), []);
  });

  it('are never wheelchair spaces or their companions', () => {
    assert.equal(bestSeats(plan, only(22, 23), { count: 1 }), null);
  });

  it('prefer a clear view', () => {
    assert.deepEqual(bestSeats(plan, only(24, 25, 56, 57), { count: 2 }), [56, 57]);
  });

  it('keep to one category or section when asked', () => {
    assert.ok(bestSeats(plan, all, { count: 2, category: 1 })!.every((seat) => plan.category[seat] === 1));
    assert.ok(bestSeats(plan, all, { count: 2, section: 1 })!.every((seat) => plan.sectionOf[seat] === 1));
  });

  it('come in two near groups where no row has enough', () => {
    assert.deepEqual(bestSeats(plan, only(9, 10, 17, 18, 60), { count: 4 }), [9, 10, 17, 18]);
  });

  it('are null where too few are free', () => {
    assert.equal(bestSeats(plan, only(9, 30), { count: 3 }), null);
    assert.deepEqual(bestSeats(plan, only(9, 30), { count: 2 }), [9, 30]);
  });
});

describe('seats left alone', () => {
  it('are the ones between a choice and a taken seat, an aisle or the end of the row', () => {
    assert.deepEqual(loneSeats(plan, except(12), [9, 10]), [8, 11]);
    assert.deepEqual(loneSeats(plan, all, [1, 2]), [0, 3]);
  });

  it('are none where a neighbour stays free', () => {
    assert.deepEqual(loneSeats(plan, all, [10, 11]), []);
  });

  it('are between two of the own choice as well', () => {
    assert.deepEqual(loneSeats(plan, all, [10, 12]), [11]);
  });

  it('are never wheelchair spaces or companions’ seats', () => {
    assert.deepEqual(loneSeats(plan, all, [21, 22]), []);
    assert.deepEqual(loneSeats(plan, only(21, 22, 23), [22]), [21]);
  });

  it('have no company in a wheelchair space or a companion’s seat', () => {
    assert.deepEqual(loneSeats(plan, all, [19, 20]), [21]);
  });

  it('do not count where they were alone before', () => {
    assert.deepEqual(loneSeats(plan, except(9), [10]), []);
  });
});
