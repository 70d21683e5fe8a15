import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { COMPANION, decodePlan, RESTRICTED, WHEELCHAIR } from './plan.js';
import { holds } from './shape.js';
import { smallHall, smallHallWire } from './small-hall.fixture.js';

describe('a decoded plan', () => {
  const plan = smallHall();
  const place = (seat: number): number[] => [Math.round(plan.x[seat]!), Math.round(plan.y[seat]!)];

  it('puts seats evenly on lines', () => {
    assert.deepEqual([8, 9, 15].map(place), [
      [4300, 4240],
      [4500, 4240],
      [5700, 4240],
    ]);
  });

  it('puts seats evenly on arcs', () => {
    const middle = { x: 5000, y: 2500 };
    for (let seat = 24; seat < 38; seat++) {
      assert.ok(Math.abs(Math.hypot(plan.x[seat]! - middle.x, plan.y[seat]! - middle.y) - 2760) < 1.5);
      const gap = Math.hypot(plan.x[seat + 1]! - plan.x[seat]!, plan.y[seat + 1]! - plan.y[seat]!);
      if (seat < 37) assert.ok(Math.abs(gap - 200) < 1, String(gap));
    }
  });

  it('leaves the aisle of a row free, and crooked seats where they are', () => {
    assert.deepEqual([3, 4].map(place), [
      [4800, 4000],
      [5300, 4000],
    ]);
    assert.deepEqual([58, 59, 60, 61, 62, 63].map(place), [
      [4400, 6140],
      [4610, 6180],
      [4780, 6140],
      [5040, 6180],
      [5190, 6140],
      [5450, 6180],
    ]);
  });

  it('knows each seat by its id, row and number', () => {
    assert.equal(plan.seatId(0), '10229400000001');
    assert.equal(plan.indexOfSeat('10229400000016'), 15);
    assert.equal(plan.indexOfSeat('1'), -1);
    assert.deepEqual([0, 7, 8, 15].map(plan.seatNumber), ['1', '8', '16', '2']);
    assert.deepEqual([53, 54, 55, 56, 57].map(plan.seatNumber), ['1', '1A', '2', '3', 'X']);
    assert.deepEqual(
      [0, 8, 23, 24, 63].map((seat) => plan.rowName[plan.rowOf[seat]!]),
      ['A', 'B', 'C', 'A', 'D'],
    );
  });

  it('knows what kind of place a seat is', () => {
    assert.deepEqual(
      [21, 22, 23, 24, 26].map((seat) => plan.marks[seat]),
      [0, COMPANION, WHEELCHAIR, RESTRICTED, 0],
    );
  });

  it('lists sections with their rows and seats, and areas with their sections', () => {
    assert.deepEqual(
      plan.sections.map(({ firstRow, endRow, firstSeat, endSeat }) => [firstRow, endRow, firstSeat, endSeat]),
      [
        [0, 3, 0, 24],
        [3, 7, 24, 64],
      ],
    );
    assert.deepEqual(
      plan.sections.map(({ name }) => name.en),
      ['centre', 'Circle'],
    );
    assert.deepEqual(
      plan.areas.map(({ name, sections }) => [name.en, sections.length]),
      [
        ['Stalls', 1],
        ['Circle', 1],
      ],
    );
  });

  it('stands names on the floor of their section, also where it is bowed', () => {
    for (const { outline, anchor } of plan.sections) assert.ok(holds(outline, anchor.x, anchor.y));
  });

  it('looks at the stage, and reaches over all that is drawn', () => {
    assert.deepEqual([Math.round(plan.focus.x), Math.round(plan.focus.y)], [5000, 2509]);
    assert.deepEqual([plan.bounds.top, plan.bounds.right], [2200, 7600]);
  });

  it('holds a hall without numbered seats', () => {
    const wire = smallHallWire;
    const none: number[] = [];
    const runs = Object.fromEntries(
      Object.keys(wire.runs).map((key) => [key, none]),
    ) as unknown as typeof wire.runs;
    const marks = { restricted: [], wheelchair: [], companion: [] };
    const empty = {
      ...wire,
      seatCount: 0,
      areas: [],
      sections: [],
      rows: [],
      runs,
      ids: [],
      numbers: [],
      category: [],
      marks,
    };
    const club = decodePlan(empty);
    assert.deepEqual([club.size, club.zones.length, club.bounds.bottom], [0, 1, 3800]);
  });
});
