import { text } from '../text.js';
import { type HousePart, placeAt, rowLetters } from './opera.house.js';
import { categoryAt, type PlanCategory, planArea, planBlock, type SeatDraft } from './plan.js';

/** All lengths in seat pitches. The rows are arcs about one point far behind the stage, so they curve gently. */
const frontRow = -6.1;
const rowPitch = 1.22;
const bend = 60;
/** Seats of the centre block, first seat of a side block measured from the middle, and most seats of a side block. */
const centreSeats = 10;
const sideStart = 6.56;
const sideSeats = 7;
/** The front rows are shorter towards the walls; the back rows end before the horseshoe of the first balcony. */
const frontTaper = [4, 5, 6];
const reach = 14.15;
/** The row whose side blocks begin with wheelchair spaces, each beside the seat of its companion. */
const wheelchairRow = 10;
const wheelchairKinds: SeatDraft['kind'][] = ['WHEELCHAIR', 'COMPANION', 'COMPANION', 'WHEELCHAIR'];

/** A point on a row's arc, `along` from the middle of the house. */
function onRow(row: number, along: number): { right: number; down: number } {
  const radius = bend + row * rowPitch;
  const angle = along / radius;
  return { right: radius * Math.sin(angle), down: frontRow - bend + radius * Math.cos(angle) };
}

/** Distances from the middle of the seats of a row's side block, the aisle first. */
function sideOf(row: number): number[] {
  return Array.from({ length: frontTaper[row] ?? sideSeats }, (_, n) => sideStart + n).filter((along) => {
    const { right, down } = onRow(row, along);
    return Math.hypot(right, down) <= reach || down < 0;
  });
}

/** Index of the seat category: the centre is one step dearer, and every six rows cost a step less. */
function categoryIndex(centre: boolean, row: number): number {
  if (centre) return row < 6 ? 0 : row < 12 ? 1 : 2;
  return row < 6 ? 1 : row < 12 ? 2 : 3;
}

/** Stalls in three blocks; seats are numbered through from left to right, row by row. */
export function drawStalls(categories: readonly PlanCategory[]): HousePart {
  const area = planArea('OPERA', 1, 'STALLS', text('Stalls', 'Parterre', 'Parkett', 'Platea'));
  const blocks = [
    planBlock('OPERA', 1, text('left', 'gauche', 'links', 'sinistra')),
    planBlock('OPERA', 2, text('centre', 'centre', 'Mitte', 'centro')),
    planBlock('OPERA', 3, text('right', 'droite', 'rechts', 'destra')),
  ] as const;
  const drafts: SeatDraft[][] = [[], [], []];
  for (const [row, letter] of rowLetters.entries()) {
    const side = sideOf(row);
    const centre = Array.from({ length: centreSeats }, (_, n) => n - (centreSeats - 1) / 2);
    const parts = [side.map((along) => -along).reverse(), centre, side];
    let number = 0;
    for (const [b, part] of parts.entries()) {
      const index = categoryIndex(b === 1, row);
      for (const along of part) {
        const { right, down } = onRow(row, along);
        number += 1;
        drafts[b]?.push({
          area,
          block: blocks[b],
          row: letter,
          number,
          ...placeAt(right, down),
          category: categoryAt(categories, index),
          value: index * 1000 + Math.abs(row - 4) * 20 + Math.abs(along),
          kind:
            b !== 1 && row === wheelchairRow
              ? wheelchairKinds[Math.round(Math.abs(along) - sideStart)]
              : 'SEAT',
        });
      }
    }
  }
  return { areas: [area], blocks: [...blocks], drafts: drafts.flat() };
}
