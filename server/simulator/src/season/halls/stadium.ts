import { sameText, text } from '../text.js';
import { type BowlBlock, roundedRectangle, type Side, type Tier } from './bowl.js';
import { drawBowl } from './bowl.plan.js';
import { awayContingentId, type HallPlan, type PlanArea, planArea } from './plan.js';

const middle = 20_000;

/** What the tiers have in common, in plane units. The pitches leave just over 60,000 places. */
const ground = {
  halfLong: 7900,
  halfShort: 4990,
  rowPitch: 117,
  seatPitch: 96,
  blocksLong: 9,
  blocksShort: 5,
  stairs: 176,
};

/** Lower, middle and upper tier: 36, 40 and 44 blocks. */
const tiers: Tier[] = [
  { ...ground, radius: 1450, rows: 24, blocksCorner: 2 },
  { ...ground, radius: 4850, rows: 22, blocksCorner: 3 },
  { ...ground, radius: 8150, rows: 25, blocksCorner: 4 },
];

/** The four stands by the side of the drawing; a corner's blocks belong to the nearer stand. */
const stands = {
  top: planArea('STADIUM', 1, 'WEST', text('West stand', 'Tribune ouest', 'Westtribüne', 'Tribuna ovest')),
  right: planArea('STADIUM', 2, 'NORTH', text('North stand', 'Tribune nord', 'Nordtribüne', 'Tribuna nord')),
  bottom: planArea('STADIUM', 3, 'EAST', text('East stand', 'Tribune est', 'Osttribüne', 'Tribuna est')),
  left: planArea('STADIUM', 4, 'SOUTH', text('South stand', 'Tribune sud', 'Südtribüne', 'Tribuna sud')),
} satisfies Record<Side, PlanArea>;

const awayName = text('Away fans', 'Secteur visiteurs', 'Gästesektor', 'Settore ospiti');
const away = planArea('STADIUM', 5, 'AWAY', awayName);

/** The corner between the north and the east stand, in the two lower tiers, is kept for the guests' supporters. */
function areaOf(tier: number, block: BowlBlock): PlanArea {
  return tier < 2 && block.corner === 'bottom-right' ? away : stands[block.side];
}

/** The middle of the long sides is dearest, the corners of the upper tier are cheapest. */
function categoryOf(tier: number, { corner, side, offset }: BowlBlock): number {
  const isLong = !corner && (side === 'top' || side === 'bottom');
  if (tier < 2 && isLong) return offset <= 1 ? 0 : 1;
  if (tier < 2) return tier === 0 && corner ? 2 : 3;
  if (isLong) return offset <= 2 ? 2 : 3;
  // The first and the last block of an upper corner still look along the pitch.
  return corner && offset % 3 !== 0 ? 5 : 4;
}

/** Lumen Stadium: 60,000 seats in 120 blocks, three tiers, four stands around a football pitch. */
export function drawStadium(): HallPlan {
  const pitch = text('Pitch', 'Terrain', 'Spielfeld', 'Campo');
  return drawBowl({
    code: 'STADIUM',
    name: sameText('Lumen Stadium'),
    middle,
    capacity: 60_000,
    tiers,
    areas: [...Object.values(stands), away],
    categoryCount: 6,
    shapes: [{ role: 'pitch', name: pitch, ring: roundedRectangle(middle, 8400, 5440, 0) }],
    areaOf,
    categoryOf,
    wheelchairSpaces: 3,
    contingentOf: (area) => (area === away ? awayContingentId : undefined),
  });
}
