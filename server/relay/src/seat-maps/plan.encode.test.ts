import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { encodePlan } from './plan.encode.js';
import type { PlanHall, PlanSeat } from './plan.geojson.js';
import { isInside } from './plan.hull.js';

const area = { id: '1', name: { en: 'Stalls' } };

function hall(...seats: Partial<PlanSeat>[]): PlanHall {
  return {
    code: 'HALL',
    logicalConfigurationId: '12',
    name: { en: 'Hall' },
    seats: seats.map((seat, index) => ({
      index,
      id: String(500 + index),
      x: 1000,
      y: 1000,
      area,
      row: 'A',
      number: String(index + 1),
      categoryId: '7',
      kind: 'SEAT',
      isRestricted: false,
      ...seat,
    })),
    shapes: [
      {
        role: 'stage',
        name: { en: 'Stage' },
        outline: [
          [900, 0],
          [1500, 0],
          [1500, 200],
          [900, 200],
        ],
      },
    ],
  };
}

describe('encoding a plan', () => {
  it('makes one run of an even row, whatever the order of the file', () => {
    const { plan, summary } = encodePlan(
      hall({ x: 1200, number: '3' }, { x: 1000, number: '1' }, { x: 1100, number: '2' }),
    );
    assert.deepEqual(
      [plan.runs.seats, plan.runs.x, plan.runs.dx, plan.runs.first, plan.runs.step],
      [[3], [1000], [200], [1], [1, 1]],
    );
    assert.deepEqual(plan.ids, [501, 1, 1, 1, -2, 1]);
    assert.deepEqual(summary, { seats: 3, sections: 1, rows: 1, arcs: 0, lines: 1, irregular: 0 });
  });

  it('begins a new run of the same row behind an aisle and where the numbers skip', () => {
    const row = [0, 100, 200, 500, 600, 700, 800].map((x, i) => ({
      x,
      number: String(i < 5 ? i + 1 : i + 10),
    }));
    const { plan } = encodePlan(hall(...row));
    assert.deepEqual(plan.rows, ['A']);
    assert.deepEqual(
      [plan.runs.seats, plan.runs.joined],
      [
        [3, -1, 0],
        [1, 1],
      ],
    );
  });

  it('spells only the numbers that can not be counted', () => {
    const { plan } = encodePlan(
      hall({ x: 0 }, { x: 100, number: '2' }, { x: 200, number: '2A' }, { x: 300, number: '07' }),
    );
    assert.deepEqual(plan.numbers, [2, '2A', 1, '07']);
  });

  it('counts backwards and in twos where the house does', () => {
    const { plan } = encodePlan(
      hall({ x: 0, number: '9' }, { x: 100, number: '7' }, { x: 200, number: '5' }),
    );
    assert.deepEqual([plan.runs.first, plan.runs.step], [[9], [-2, 1]]);
  });

  it('keeps a crooked row as one run with the offsets of its inner seats', () => {
    const row = [0, 130, 180, 330, 360, 500].map((x, i) => ({ x, y: 1000 + (i % 2) * 30 }));
    const { plan, summary } = encodePlan(hall(...row));
    assert.equal(summary.irregular, 1);
    assert.equal(plan.runs.loose.length, 1 + 2 * 4);
  });

  it('puts the row that is nearest to the stage first', () => {
    const { plan } = encodePlan(
      hall({ y: 1400, row: 'B' }, { y: 1400, x: 1100, row: 'B' }, { y: 1000 }, { y: 1000, x: 1100 }),
    );
    assert.deepEqual(plan.rows, ['A', 'B']);
  });

  it('turns all rows of a section the same way', () => {
    const seats = [0, 1, 2].flatMap((n) => [
      { x: 1000 + n * 100, y: 900, row: 'A' },
      { x: 1300 - n * 100, y: 1100, row: 'B' },
    ]);
    const { plan } = encodePlan(hall(...seats));
    assert.deepEqual(plan.runs.dx, [200, 0]);
  });

  it('marks the places that are not plain seats', () => {
    const { plan } = encodePlan(
      hall(
        { x: 0, kind: 'WHEELCHAIR' },
        { x: 100, kind: 'COMPANION' },
        { x: 200 },
        { x: 300, isRestricted: true },
      ),
    );
    assert.deepEqual(plan.marks, { wheelchair: [0, 1], companion: [1, 1], restricted: [3, 1] });
  });

  it('draws the floor of a block around its rows and slants over ragged ends', () => {
    const rows = [4, 5, 6, 7].flatMap((count, r) =>
      Array.from({ length: count }, (_, n) => ({ x: 1000 + n * 100, y: 1000 + r * 100, row: String(r) })),
    );
    const { plan } = encodePlan(hall(...rows));
    // Four corners, and one more where the slant begins or ends.
    assert.ok(plan.sections[0]!.outline.length <= 2 * 7, String(plan.sections[0]!.outline));
  });

  it('keeps every seat on the floor, also of boxes that lie here and there', () => {
    const boxes = [
      [1000, 1000],
      [3000, 1100],
      [1200, 2500],
      [2600, 2000],
      [1900, 1500],
    ].flatMap(([x, y], box) => [
      { x, y, row: String(box), number: '1' },
      { x: x! + 70, y: y! + 70, row: String(box), number: '2' },
      { x, y: y! + 100, row: String(box), number: '3' },
    ]);
    const { plan } = encodePlan(hall(...boxes));
    const floor: { x: number; y: number }[] = [];
    const steps = plan.sections[0]!.outline;
    for (let k = 0; k < steps.length; k += 2) {
      const { x, y } = floor.at(-1) ?? { x: 0, y: 0 };
      floor.push({ x: x + steps[k]!, y: y + steps[k + 1]! });
    }
    for (const { x, y } of boxes) assert.ok(isInside({ x: x!, y: y! }, floor), `${x}, ${y}`);
  });

  it('holds a hall without numbered seats', () => {
    const { plan } = encodePlan(hall());
    assert.deepEqual([plan.seatCount, plan.sections, plan.ids], [0, [], []]);
    assert.equal(plan.decor.length, 1);
  });
});
