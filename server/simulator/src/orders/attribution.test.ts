import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { indexHall } from '../availability/hall-index.js';
import { IDS, seatId, smallHall } from '../fixtures/small-season.js';
import type { Hall, Seat } from '../season/season.types.js';
import { type Wish, attributeSeats, attributeZone, contiguities } from './attribution.js';

type Name = `${'A' | 'B' | 'C'}${number}`;

/** Seats of the best groups as `A1 A2`, with all seats free but those named. */
function best(
  wish: Partial<Wish> & { quantity: number },
  taken: Name[] = [],
  hall: Hall = smallHall,
): string[] | undefined {
  const index = indexHall(hall);
  const gone = new Set(taken.map((name) => index.placeOfSeat.get(idOf(name))));
  const groups = attributeSeats(index, (place) => !gone.has(place), { seatCategoryId: IDS.stalls, ...wish });
  return groups?.map((group) => group.map((place) => nameOf(hall.seats[place])).join(' '));
}

function idOf(name: Name): string {
  return seatId(name.charAt(0) as 'A' | 'B' | 'C', Number(name.slice(1)));
}

function nameOf(seat: Seat | undefined): string {
  return `${seat?.row}${seat?.number}`;
}

/** Every seat of a row but some. */
function allBut(row: 'A' | 'B', ...free: number[]): Name[] {
  const numbers = Array.from({ length: 10 }, (_, index) => index + 1);
  return numbers.filter((number) => !free.includes(number)).map((number): Name => `${row}${number}`);
}

/** The hall with the ranks that a function gives. */
function ranked(rank: (seat: Seat, index: number) => number): Hall {
  return {
    ...smallHall,
    seats: smallHall.seats.map((seat, index) => ({ ...seat, rank: rank(seat, index) })),
  };
}

describe('the optimal selection', () => {
  it('gives the seats of best rank, side by side', () => {
    assert.deepEqual(best({ quantity: 2 }), ['A1 A2']);
  });

  it('gives only seats of the category asked for', () => {
    assert.deepEqual(best({ quantity: 2, seatCategoryId: IDS.balcony }), ['C1 C2']);
    assert.equal(best({ quantity: 5, seatCategoryId: IDS.balcony }), undefined);
  });

  it('gives only seats of the contingent asked for', () => {
    const seats = smallHall.seats.map((seat) => ({ ...seat, contingentId: seat.row === 'B' ? '77' : '66' }));
    assert.deepEqual(best({ quantity: 2, contingentId: '77' }, [], { ...smallHall, seats }), ['B1 B2']);
  });

  it('gives only seats of the areas asked for', () => {
    assert.equal(best({ quantity: 1, areaIds: [IDS.balconyArea] }), undefined);
    assert.deepEqual(best({ quantity: 1, areaIds: [IDS.stallsArea] }), ['A1']);
  });

  it('seats three together in the last row rather than apart in the first', () => {
    assert.deepEqual(best({ quantity: 3 }, ['A3', 'A6', 'A9']), ['B1 B2 B3']);
  });

  it('leaves no single seat alone, though a better rank would', () => {
    const bestInMiddle = ranked((_seat, index) => Math.abs(index - 2));
    assert.deepEqual(best({ quantity: 2 }, [], bestInMiddle), ['A3 A4']);
  });

  it('leaves a single seat alone before it seats people apart', () => {
    assert.deepEqual(best({ quantity: 2 }, [...allBut('A', 1, 2, 3), ...allBut('B')]), ['A1 A2']);
  });

  it('does not join seats across two rows', () => {
    assert.deepEqual(best({ quantity: 2 }, [...allBut('A', 10), ...allBut('B', 1, 2)]), ['B1 B2']);
  });

  it('does not call seats next to each other together when their categories differ', () => {
    const seats = smallHall.seats.map((seat, index) => ({
      ...seat,
      seatCategoryId: index === 1 ? '99' : seat.seatCategoryId,
    }));
    assert.deepEqual(best({ quantity: 2 }, allBut('B'), { ...smallHall, seats }), ['A3 A4']);
  });

  it('splits a group of ten in two halves, seated by the same rules', () => {
    const groups = best({ quantity: 10 }, ['A6']);
    assert.deepEqual(groups, ['A1 A2 A3 A4 A5', 'B1 B2 B3 B4 B5']);
  });

  it('names two halves that come to lie side by side as one group', () => {
    assert.deepEqual(best({ quantity: 10 }), ['A1 A2 A3 A4 A5 A6 A7 A8 A9 A10']);
  });

  it('splits a group as evenly as there is room when no row holds it', () => {
    const taken: Name[] = [...allBut('A', 1, 2, 4, 5, 6), ...allBut('B', 1)];
    assert.deepEqual(best({ quantity: 4 }, taken), ['A1 A2', 'A4 A5']);
  });

  it('seats people one by one when single seats are all there is', () => {
    assert.deepEqual(best({ quantity: 3 }, [...allBut('A', 1, 3, 5), ...allBut('B')]), ['A1', 'A3', 'A5']);
  });

  it('gives nothing when there are too few seats', () => {
    assert.equal(best({ quantity: 3 }, [...allBut('A', 1), ...allBut('B', 1)]), undefined);
  });

  it('fills a hall to the last seat', () => {
    assert.equal(best({ quantity: 20 })?.join(' ').split(' ').length, 20);
    assert.equal(best({ quantity: 21 }), undefined);
  });
});

describe('an unnumbered zone', () => {
  const hall = indexHall({
    ...smallHall,
    zones: [
      { areaId: 'F', area: 'Floor', seatCategoryId: IDS.floor, contingentId: IDS.contingent, gauge: 3 },
      { areaId: 'G', area: 'Gallery', seatCategoryId: IDS.floor, contingentId: IDS.contingent, gauge: 2 },
    ],
  });

  it('gives its first free places up to its gauge', () => {
    const isFree = (place: number) => place !== 25;
    assert.deepEqual(attributeZone(hall, isFree, { quantity: 2, seatCategoryId: IDS.floor }), [24, 26]);
    assert.equal(attributeZone(hall, isFree, { quantity: 5, seatCategoryId: IDS.floor }), undefined);
  });

  it('keeps to the area asked for', () => {
    const wish = { quantity: 2, seatCategoryId: IDS.floor, areaIds: ['G'] };
    assert.deepEqual(
      attributeZone(hall, () => true, wish),
      [27, 28],
    );
    assert.equal(hall.zoneOf(27)?.area, 'Gallery');
  });
});

describe('the groups of neighbours', () => {
  it('are told apart by gaps and rows', () => {
    assert.deepEqual(contiguities(indexHall(smallHall), [11, 1, 9, 10, 0]), [[0, 1], [9], [10, 11]]);
  });
});
