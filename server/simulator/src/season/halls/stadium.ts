import { sameText, text } from '../text.js';
import { type BowlBlock, bowlBlocks, roundedRectangle, type Side, type Tier, trimToCount } from './bowl.js';
import {
  awayContingentId,
  finishPlan,
  type HallPlan,
  type PlanArea,
  planArea,
  planBlock,
  planCategories,
  type SeatDraft,
} from './plan.js';

/** The stadium's middle, and its number of seats. */
const middle = 20_000;
const capacity = 60_000;

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

const areas = {
  top: planArea('STADIUM', 1, 'WEST', text('West stand', 'Tribune ouest', 'Westtribüne', 'Tribuna ovest')),
  right: planArea('STADIUM', 2, 'NORTH', text('North stand', 'Tribune nord', 'Nordtribüne', 'Tribuna nord')),
  bottom: planArea('STADIUM', 3, 'EAST', text('East stand', 'Tribune est', 'Osttribüne', 'Tribuna est')),
  left: planArea('STADIUM', 4, 'SOUTH', text('South stand', 'Tribune sud', 'Südtribüne', 'Tribuna sud')),
} satisfies Record<Side, PlanArea>;

const away = planArea(
  'STADIUM',
  5,
  'AWAY',
  text('Away fans', 'Secteur visiteurs', 'Gästesektor', 'Settore ospiti'),
);

/** The corner between the north and the east stand, in the two lower tiers, is kept for the guests' supporters. */
function isAway(tier: number, block: BowlBlock): boolean {
  return tier < 2 && block.corner === 'bottom-right';
}

/** Index of the price category: the middle of the long sides is dearest, the corners of the upper tier cheapest. */
function categoryOf(tier: number, block: BowlBlock): number {
  const long = !block.corner && (block.side === 'top' || block.side === 'bottom');
  if (tier === 0) return long ? (block.offset <= 1 ? 0 : 1) : block.corner ? 2 : 3;
  if (tier === 1) return long ? (block.offset <= 1 ? 0 : 1) : 3;
  return long ? (block.offset <= 2 ? 2 : 3) : block.corner ? (block.offset % 3 === 0 ? 4 : 5) : 4;
}

/** Wheelchair spaces with a companion's seat beside each, in the last row of the lower tier's straight blocks. */
function kindOf(tier: number, block: BowlBlock, row: number, seat: number): SeatDraft['kind'] {
  if (tier > 0 || block.corner || row < block.rows.length - 1 || seat >= 6) return 'SEAT';
  return seat % 2 === 0 ? 'WHEELCHAIR' : 'COMPANION';
}

function draftBlock(
  tier: number,
  block: BowlBlock,
  number: number,
  category: SeatDraft['category'],
  value: number,
): SeatDraft[] {
  const planned = planBlock('STADIUM', number, sameText(String(number)));
  const area = isAway(tier, block) ? away : areas[block.side];
  return block.rows.flatMap((row, r) =>
    row.map((place, s) => ({
      area,
      block: planned,
      row: String(r + 1),
      number: s + 1,
      x: middle + place.x,
      y: middle + place.y,
      rotation: place.rotation,
      category,
      // Block order first, then the rows of the block, front row first, in snake order.
      value: value * 100_000 + r * 100 + (r % 2 === 0 ? s : row.length - 1 - s),
      kind: kindOf(tier, block, r, s),
      contingentId: area === away ? awayContingentId : undefined,
    })),
  );
}

/** Lumen Stadium: 60,000 seats in 120 blocks, three tiers, four stands around a football pitch. */
export function drawStadium(): HallPlan {
  const bowl = tiers.map((tier) => bowlBlocks(tier));
  trimToCount(bowl.flat(), bowl[2]?.filter((block) => block.corner) ?? [], capacity);
  const categories = planCategories('STADIUM', 6);
  const drafts = bowl.flatMap((blocks, tier) =>
    blocks.flatMap((block) => {
      const category = categoryOf(tier, block);
      const number = (tier + 1) * 100 + block.position + 1;
      return draftBlock(
        tier,
        block,
        number,
        categories[category] as SeatDraft['category'],
        category * 100 + block.offset * 10 + tier,
      );
    }),
  );
  const blocks = [...new Map(drafts.map(({ block }) => [block?.id, block])).values()].filter(
    (block) => block !== undefined,
  );
  const pitch = {
    role: 'pitch' as const,
    name: text('Pitch', 'Terrain', 'Spielfeld', 'Campo'),
    ring: roundedRectangle(middle, 8400, 5440, 0),
  };
  return finishPlan(
    'STADIUM',
    {
      name: sameText('Lumen Stadium'),
      areas: [...Object.values(areas), away],
      blocks,
      categories,
      shapes: [pitch],
    },
    drafts,
  );
}
