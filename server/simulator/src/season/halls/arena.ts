import { sameText, text } from '../text.js';
import { type BowlBlock, bowlBlocks, roundedRectangle, type Tier, trimToCount } from './bowl.js';
import { finishPlan, type HallPlan, planArea, planBlock, planCategories, type SeatDraft } from './plan.js';

/** The arena's middle, and its number of seats. */
const middle = 20_000;
const capacity = 12_000;

/** An oval: the short sides are half circles. */
const oval = {
  halfLong: 5000,
  halfShort: 0,
  rowPitch: 228,
  seatPitch: 188,
  blocksLong: 5,
  blocksShort: 0,
  stairs: 330,
};

const tiers: Tier[] = [
  { ...oval, radius: 5800, rows: 16, blocksCorner: 3 },
  { ...oval, radius: 10_350, rows: 16, blocksCorner: 4 },
];

const areas = [
  planArea('ARENA', 1, 'LOWER', text('Lower tier', 'Gradin inférieur', 'Unterrang', 'Anello inferiore')),
  planArea('ARENA', 2, 'UPPER', text('Upper tier', 'Gradin supérieur', 'Oberrang', 'Anello superiore')),
] as const;

/** Index of the price category: by row and side below, by distance from the long sides above. */
function categoryOf(tier: number, block: BowlBlock, row: number): number {
  if (tier === 0) return block.corner ? (row < 8 ? 1 : 2) : row < 8 ? 0 : 1;
  if (!block.corner) return row < 8 ? 2 : 3;
  return row < 8 ? 3 : 4;
}

/** Wheelchair spaces with a companion's seat beside each, in the last row of the lower tier's straight blocks. */
function kindOf(tier: number, block: BowlBlock, row: number, seat: number): SeatDraft['kind'] {
  if (tier > 0 || block.corner || row < block.rows.length - 1 || seat >= 4) return 'SEAT';
  return seat % 2 === 0 ? 'WHEELCHAIR' : 'COMPANION';
}

function draftBlock(tier: number, block: BowlBlock, categories: HallPlan['categories']): SeatDraft[] {
  const number = (tier + 1) * 100 + block.position + 1;
  const planned = planBlock('ARENA', number, sameText(String(number)));
  return block.rows.flatMap((row, r) => {
    const category = categoryOf(tier, block, r);
    return row.map((place, s) => ({
      area: areas[tier as 0 | 1],
      block: planned,
      row: String(r + 1),
      number: s + 1,
      x: middle + place.x,
      y: middle + place.y,
      rotation: place.rotation,
      category: categories[category] as SeatDraft['category'],
      value: category * 1_000_000 + block.offset * 100_000 + r * 100 + (r % 2 === 0 ? s : row.length - 1 - s),
      kind: kindOf(tier, block, r, s),
      restrictedView:
        tier === 1 && block.corner !== undefined && r === block.rows.length - 1 && block.offset % 2 === 1,
    }));
  });
}

/** Riverside Arena: 12,000 seats in two tiers, an oval bowl around an ice rink. */
export function drawArena(): HallPlan {
  const bowl = tiers.map((tier) => bowlBlocks(tier));
  trimToCount(bowl.flat(), bowl[1]?.filter((block) => block.corner) ?? [], capacity);
  const categories = planCategories('ARENA', 5);
  const drafts = bowl.flatMap((blocks, tier) =>
    blocks.flatMap((block) => draftBlock(tier, block, categories)),
  );
  const blocks = [...new Map(drafts.map(({ block }) => [block?.id, block])).values()].filter(
    (block) => block !== undefined,
  );
  const rink = {
    role: 'pitch' as const,
    name: text('Ice rink', 'Patinoire', 'Eisfläche', 'Pista di ghiaccio'),
    ring: roundedRectangle(middle, 9400, 4700, 2600),
  };
  const name = sameText('Riverside Arena');
  return finishPlan('ARENA', { name, areas: [...areas], blocks, categories, shapes: [rink] }, drafts);
}
