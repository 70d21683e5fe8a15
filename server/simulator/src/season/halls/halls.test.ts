import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { Seat } from '../season.types.js';
import { hallPlan, hallPlans } from './halls.js';
import { planGeoJson } from './plan.geojson.js';

function seatsOf(code: string): readonly Seat[] {
  return hallPlan(code)?.hall.seats ?? [];
}

/** Shortest distance between any two seats, found cell by cell. */
function closest(seats: readonly Seat[]): number {
  const cell = 300;
  const cells = new Map<string, Seat[]>();
  let shortest = Number.POSITIVE_INFINITY;
  for (const seat of seats) {
    const [column, row] = [Math.floor(seat.x / cell), Math.floor(seat.y / cell)];
    for (const dx of [-1, 0, 1]) {
      for (const dy of [-1, 0, 1]) {
        for (const other of cells.get(`${column + dx} ${row + dy}`) ?? []) {
          shortest = Math.min(shortest, Math.hypot(seat.x - other.x, seat.y - other.y));
        }
      }
    }
    const key = `${column} ${row}`;
    cells.set(key, [...(cells.get(key) ?? []), seat]);
  }
  return shortest;
}

function isSameRow(a: Seat, b: Seat): boolean {
  return a.row === b.row && a.blockId === b.blockId && a.areaId === b.areaId;
}

/** Distances of neighbours in a row, in hall order. */
function rowPitches(seats: readonly Seat[]): number[] {
  return seats.flatMap((seat, n) => {
    const next = seats[n + 1];
    return next && isSameRow(seat, next) ? [Math.hypot(seat.x - next.x, seat.y - next.y)] : [];
  });
}

describe('the halls', () => {
  it('have as many seats as the house says', () => {
    assert.equal(seatsOf('OPERA').length, 1186);
    assert.equal(seatsOf('ARENA').length, 12_000);
    assert.equal(seatsOf('STADIUM').length, 60_000);
    assert.equal(seatsOf('CLUB').length, 0);
    assert.equal(hallPlan('CLUB')?.hall.zones[0]?.gauge, 300);
  });

  it('name each seat once', () => {
    const seats = hallPlans().flatMap(({ hall }) => hall.seats);
    assert.equal(new Set(seats.map(({ id }) => id)).size, seats.length);
    const places = seats.map(({ areaId, blockId, row, number }) => [areaId, blockId, row, number].join('/'));
    assert.equal(new Set(places).size, seats.length);
    for (const { id } of seats) assert.match(id, /^\d{14}$/);
  });

  it('rank each seat of a hall once, the best first', () => {
    for (const { hall } of hallPlans()) {
      const ranks = hall.seats.map(({ rank }) => rank).sort((a, b) => a - b);
      assert.deepEqual(
        ranks,
        hall.seats.map((_, n) => n),
      );
    }
    const best = seatsOf('OPERA').find(({ rank }) => rank === 0);
    assert.equal(best?.area, 'Stalls');
    assert.equal(best?.block, 'centre');
  });

  it('keep every seat clear of every other, inside the plane', () => {
    for (const [code, least] of [
      ['OPERA', 230],
      ['ARENA', 180],
      ['STADIUM', 94],
    ] as const) {
      assert.ok(closest(seatsOf(code)) >= least, code);
      assert.ok(seatsOf(code).every(({ x, y }) => x >= 0 && y >= 0 && x <= 40_000 && y <= 40_000));
    }
  });

  it('space the neighbours of a row evenly', () => {
    for (const [code, pitch] of [
      ['OPERA', 240],
      ['ARENA', 188],
      ['STADIUM', 96],
    ] as const) {
      for (const distance of rowPitches(seatsOf(code)))
        assert.ok(Math.abs(distance - pitch) < 3, `${code} ${distance}`);
    }
  });

  it('put a companion beside each wheelchair space', () => {
    for (const code of ['OPERA', 'ARENA', 'STADIUM']) {
      const seats = seatsOf(code);
      const spaces = seats.flatMap((seat, n) => (seat.kind === 'WHEELCHAIR' ? [n] : []));
      assert.ok(spaces.length > 0, code);
      for (const n of spaces) {
        const beside = [seats[n - 1], seats[n + 1]].filter(
          (seat) => seat && isSameRow(seat, seats[n] as Seat),
        );
        assert.ok(
          beside.some((seat) => seat?.kind === 'COMPANION'),
          `${code} ${n}`,
        );
      }
    }
    assert.ok(seatsOf('OPERA').some(({ restrictedView }) => restrictedView));
  });

  it('number the stadium’s blocks tier by tier', () => {
    const blocks = new Set(seatsOf('STADIUM').map(({ block }) => Number(block)));
    assert.equal(blocks.size, 120);
    assert.deepEqual([Math.min(...blocks), Math.max(...blocks)], [101, 344]);
  });

  it('are drawn in the plan files just as they are sold', () => {
    for (const plan of hallPlans()) {
      const name = `${plan.hall.code.toLowerCase()}.geojson`;
      const url = new URL(`../../../plans/${name}`, import.meta.url);
      const file =
        plan.hall.code === 'STADIUM' ? gunzipSync(readFileSync(`${url.pathname}.gz`)) : readFileSync(url);
      assert.ok(file.toString() === planGeoJson(plan), `${name} is stale: run plans.command.js`);
    }
  });
});
