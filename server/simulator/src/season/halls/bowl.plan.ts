import { sameText } from '../text.js';
import { type BowlBlock, bowlBlocks, type Tier, trimToCount } from './bowl.js';
import {
  categoryAt,
  finishPlan,
  type HallCode,
  type HallPlan,
  type PlanArea,
  type PlanShape,
  planBlock,
  planCategories,
  type SeatDraft,
} from './plan.js';

/** What makes a bowl a certain hall. Tiers count from 0, the lowest; rows from 0, the front one. */
export interface BowlHall {
  code: HallCode;
  name: HallPlan['name'];
  /** Both coordinates of the middle, in plane units. */
  middle: number;
  /** The hall holds exactly so many seats; the tiers must have room for a few more. */
  capacity: number;
  tiers: Tier[];
  /** All areas, in the order in which the venue lists them. */
  areas: PlanArea[];
  categoryCount: number;
  shapes: PlanShape[];
  areaOf(tier: number, block: BowlBlock): PlanArea;
  /** Index of the seat category, 0 = dearest. */
  categoryOf(tier: number, block: BowlBlock, row: number): number;
  /** Wheelchair spaces of each straight block of the lowest tier, in its last row, each with a companion's seat. */
  wheelchairSpaces: number;
  /** Everything is in clear view unless the hall says otherwise. */
  isRestricted?(tier: number, block: BowlBlock, row: number): boolean;
  /** The public contingent unless the hall says otherwise. */
  contingentOf?(area: PlanArea): string | undefined;
}

/** Blocks are numbered clockwise from the middle of the top side: 101 … in the lowest tier, 201 … in the next. */
function blockNumber(tier: number, block: BowlBlock): number {
  return (tier + 1) * 100 + block.position + 1;
}

/** Spaces and companions take turns from the aisle on, so that each space has its companion beside it. */
function kindOf(
  hall: BowlHall,
  tier: number,
  block: BowlBlock,
  row: number,
  seat: number,
): SeatDraft['kind'] {
  const isPlatform = tier === 0 && !block.corner && row === block.rows.length - 1;
  if (!isPlatform || seat >= 2 * hall.wheelchairSpaces) return 'SEAT';
  return seat % 2 === 0 ? 'WHEELCHAIR' : 'COMPANION';
}

/** Seats of a block, row by row from the front, numbered clockwise from 1. */
function draftBlock(
  hall: BowlHall,
  tier: number,
  block: BowlBlock,
  categories: HallPlan['categories'],
): SeatDraft[] {
  const number = blockNumber(tier, block);
  const planned = planBlock(hall.code, number, sameText(String(number)));
  const area = hall.areaOf(tier, block);
  return block.rows.flatMap((row, r) => {
    const category = hall.categoryOf(tier, block, r);
    return row.map((place, s) => ({
      area,
      block: planned,
      row: String(r + 1),
      number: s + 1,
      x: hall.middle + place.x,
      y: hall.middle + place.y,
      rotation: place.rotation,
      category: categoryAt(categories, category),
      // Best seats first: by price, then block by block from the middle, then the rows in snake order.
      value:
        category * 1_000_000 +
        block.offset * 100_000 +
        tier * 10_000 +
        r * 100 +
        (r % 2 === 0 ? s : row.length - 1 - s),
      kind: kindOf(hall, tier, block, r, s),
      restrictedView: hall.isRestricted?.(tier, block, r),
      contingentId: hall.contingentOf?.(area),
    }));
  });
}

/** Draws a bowl. Its seats follow tier by tier, block by block clockwise, row by row from the front. */
export function drawBowl(hall: BowlHall): HallPlan {
  const bowl = hall.tiers.map((tier) => bowlBlocks(tier));
  trimToCount(bowl.flat(), bowl.at(-1)?.filter(({ corner }) => corner) ?? [], hall.capacity);
  const categories = planCategories(hall.code, hall.categoryCount);
  const drafts = bowl.flatMap((blocks, tier) =>
    blocks.flatMap((block) => draftBlock(hall, tier, block, categories)),
  );
  const blocks = bowl.flatMap((tierBlocks, tier) =>
    tierBlocks
      .map((block) => blockNumber(tier, block))
      .map((n) => planBlock(hall.code, n, sameText(String(n)))),
  );
  const { name, areas, shapes } = hall;
  return finishPlan(hall.code, { name, areas, blocks, categories, shapes }, drafts);
}
