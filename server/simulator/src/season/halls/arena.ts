import { sameText, text } from '../text.js';
import { type BowlBlock, roundedRectangle, type Tier } from './bowl.js';
import { drawBowl } from './bowl.plan.js';
import { type HallPlan, type PlanArea, planArea } from './plan.js';

const middle = 20_000;

/** An oval, since the short sides are half circles. The pitches leave just over 12,000 places. */
const oval = {
  halfLong: 5000,
  halfShort: 0,
  rowPitch: 228,
  seatPitch: 188,
  blocksLong: 5,
  blocksShort: 0,
  stairs: 330,
};

/** Lower and upper tier: 22 and 26 blocks. */
const tiers: Tier[] = [
  { ...oval, radius: 5800, rows: 16, blocksCorner: 3 },
  { ...oval, radius: 10_350, rows: 16, blocksCorner: 4 },
];

const lower = planArea(
  'ARENA',
  1,
  'LOWER',
  text('Lower tier', 'Gradin inférieur', 'Unterrang', 'Anello inferiore'),
);
const upper = planArea(
  'ARENA',
  2,
  'UPPER',
  text('Upper tier', 'Gradin supérieur', 'Oberrang', 'Anello superiore'),
);

function areaOf(tier: number): PlanArea {
  return tier === 0 ? lower : upper;
}

/** One step cheaper behind the eighth row, one at the ends, two in the upper tier. */
function categoryOf(tier: number, { corner }: BowlBlock, row: number): number {
  return 2 * tier + (corner ? 1 : 0) + (row < 8 ? 0 : 1);
}

/** Loudspeakers hang before the last row of every other upper block of the ends. */
function isRestricted(tier: number, { corner, offset, rows }: BowlBlock, row: number): boolean {
  return tier === 1 && corner !== undefined && offset % 2 === 1 && row === rows.length - 1;
}

/** Riverside Arena: 12,000 seats in two tiers, an oval bowl around an ice rink. */
export function drawArena(): HallPlan {
  const rink = text('Ice rink', 'Patinoire', 'Eisfläche', 'Pista di ghiaccio');
  return drawBowl({
    code: 'ARENA',
    name: sameText('Riverside Arena'),
    middle,
    capacity: 12_000,
    tiers,
    areas: [lower, upper],
    categoryCount: 5,
    shapes: [{ role: 'pitch', name: rink, ring: roundedRectangle(middle, 9400, 4700, 2600) }],
    areaOf,
    categoryOf,
    wheelchairSpaces: 2,
    isRestricted,
  });
}
