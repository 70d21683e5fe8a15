import { decodePlan, type Plan } from './plan.js';
import type { PlanColumns } from '@s360-widgets/seat-codec';

/**
 * The hall of `test/plans/small-hall.ts` as the relay's importer encodes it: 64 seats in seven rows. Seats 0–7 are row A of the stalls
 * with an aisle behind seat 3, 8–15 row B, 16–23 row C with a companion's seat and a wheelchair space at its end; then
 * the circle: 24–37 row A and 38–52 row B on arcs, 53–57 row C, 58–63 a crooked row D.
 */
export const smallHallWire: PlanColumns = {
  name: { en: 'Small hall' },
  seatCount: 64,
  pitch: 200,
  areas: [
    { id: '10229130000001', name: { en: 'Stalls', fr: 'Parterre' } },
    { id: '10229130000002', name: { en: 'Circle', fr: 'Corbeille' } },
  ],
  sections: [
    {
      area: 0,
      blockId: '10229140000001',
      name: { en: 'centre', fr: 'centre' },
      rows: 3,
      outline: [4094, 3894, 1912, 0, 0, 212, -200, 480, -1612, 0, -100, -480],
    },
    {
      area: 1,
      rows: 4,
      outline: [
        3697, 4818, 273, 128, 180, 69, 184, 54, 188, 42, 190, 28, 192, 13, 192, 0, 192, -13, 190, -28, 188,
        -42, 184, -54, 180, -69, 273, -128, 188, 413, -952, 1070, -349, -55, -150, 40, -260, -40, -170, 40,
        -334, -62, -767, -993,
      ],
    },
  ],
  rows: ['A', 'B', 'C', 'A', 'B', 'C', 'D'],
  runs: {
    seats: [4, 0, 4, 0, 6, 1, -13, 1, 3],
    x: [4200, 1100, -1000, 0, -552, -98, 950, 400, -600],
    y: [4000, 0, 240, 240, 479, 220, 721, 0, 240],
    dx: [600, 0, 800, 0, 1104, 196, -2500, 200, 650],
    dy: [0, 0, 0, 0, 0, 0, 0, 0, 40],
    bulge: [0, 0, 0, 0, -1205, -78, 1283, 0, 0],
    first: [1, 4, 11, -15, 0, 0, 0, 1, -1],
    step: [1, 2, -2, 1, 1, 6],
    joined: [1, 6],
    loose: [8, 0, 32, -40, -16, 10, 16, -50, -32],
  },
  ids: [10229400000001, 1, 1, 23, 12, 1, 1, 28, -39, 1, 1, 10],
  numbers: [54, '1A', 3, 'X'],
  categories: ['10229150000001', '10229150000002'],
  category: [0, 24, 1, 40],
  marks: { restricted: [24, 2, 10, 2], wheelchair: [23, 1], companion: [22, 1] },
  decor: [
    { kind: 'stage', name: { en: 'Stage', fr: 'Scène' }, outline: [4000, 2200, 2000, 0, 200, 600, -2400, 0] },
  ],
  zones: [
    {
      areaId: '10229130000003',
      name: { en: 'Standing' },
      categoryId: '10229150000003',
      outline: [6600, 3000, 1000, 0, 0, 800, -1000, 0],
    },
  ],
};

export function smallHall(): Plan {
  return decodePlan(smallHallWire);
}
