import { idOf } from '../ids.js';
import type { Hall, Seat } from '../season.types.js';
import { type Text, text } from '../text.js';

/** A hall as drawn: what the season sells and what the plan file shows come from this one description. */
export interface HallPlan {
  hall: Hall;
  name: Text;
  areas: PlanArea[];
  blocks: PlanBlock[];
  categories: PlanCategory[];
  /** Degrees, by seat index: the way a seat faces, 0 = towards smaller y. */
  rotations: Int16Array;
  shapes: PlanShape[];
}

/** Part of a hall, as the catalogue lists it under the venue. */
export interface PlanArea {
  id: string;
  code: string;
  name: Text;
}

/** Part of an area. Its name follows the area's: "Stalls" and "left", "West stand" and "204". */
export interface PlanBlock {
  id: string;
  name: Text;
}

/** A price zone; `color` is what the shop's own map paints it with. */
export interface PlanCategory {
  id: string;
  code: string;
  name: Text;
  color: string;
}

/** What is drawn besides seats; the ring is closed. */
export interface PlanShape {
  role: 'stage' | 'pitch' | 'zone';
  name: Text;
  ring: [number, number][];
}

/** A seat before it has an id and a rank. Drafts come in plan order: neighbours of a row one after the other. */
export interface SeatDraft {
  area: PlanArea;
  block?: PlanBlock;
  row: string;
  number: number;
  /** Plane units, not yet rounded. */
  x: number;
  y: number;
  /** Degrees, 0 = facing smaller y. */
  rotation: number;
  category: PlanCategory;
  /** Optimal-selection value: lower is better. Seats of equal value keep the order in which they were drawn. */
  value: number;
  /** An ordinary seat unless said. */
  kind?: Seat['kind'];
  restrictedView?: boolean;
  /** The public contingent unless said. */
  contingentId?: string;
}

/** The halls in the order of their ids. Ids depend on this order and on the drawing, never on a seed or a day. */
export const hallNumbers = { OPERA: 1, ARENA: 2, STADIUM: 3, CLUB: 4, MUSEUM: 5 } as const;

export type HallCode = keyof typeof hallNumbers;

/** Price ramp of the reference look, dearest first. */
const colors = ['#592021', '#8c3227', '#b05323', '#db9848', '#e8c275', '#f1e5b8'];

/** The contingent that the web point of sale sells from. */
export const publicContingentId = idOf('contingent', 1);

/** Seats kept for the visiting club's supporters. */
export const awayContingentId = idOf('contingent', 2);

export const contingentNames = { [publicContingentId]: 'Public', [awayContingentId]: 'Visiting club' };

/** The n-th area of a hall, `n` from 1 to 99. */
export function planArea(code: HallCode, n: number, areaCode: string, name: Text): PlanArea {
  return { id: idOf('area', hallNumbers[code] * 100 + n), code: areaCode, name };
}

/** The n-th block of a hall, `n` from 1 to 999. */
export function planBlock(code: HallCode, n: number, name: Text): PlanBlock {
  return { id: idOf('block', hallNumbers[code] * 1000 + n), name };
}

/** Seat categories A, B, C … of a hall; a category never serves two halls. */
export function planCategories(code: HallCode, count: number): PlanCategory[] {
  return colors.slice(0, count).map((color, n) => {
    const letter = 'ABCDEF'.charAt(n);
    return {
      id: idOf('seatCategory', hallNumbers[code] * 10 + n),
      code: `CAT_${letter}`,
      name: text(`Category ${letter}`, `Catégorie ${letter}`, `Kategorie ${letter}`, `Categoria ${letter}`),
      color,
    };
  });
}

/** The category by its index, 0 = dearest; the hall must have so many. */
export function categoryAt(categories: readonly PlanCategory[], index: number): PlanCategory {
  const category = categories[index];
  if (!category) throw new RangeError(`No seat category ${index}.`);
  return category;
}

/** Ids of a hall as built and as sold; the museum has them too, though it has no plan. */
export function configurationIds(code: HallCode) {
  return {
    logicalConfigurationId: idOf('logicalConfiguration', hallNumbers[code]),
    physicalConfigurationId: idOf('physicalConfiguration', hallNumbers[code]),
  };
}

/** Rank of each draft by its optimal-selection value, 0 = first to be offered. */
function ranksOf(drafts: readonly SeatDraft[]): Int32Array {
  const order = drafts.map((_, index) => index);
  order.sort((a, b) => (drafts[a]?.value ?? 0) - (drafts[b]?.value ?? 0) || a - b);
  const ranks = new Int32Array(drafts.length);
  order.forEach((index, rank) => {
    ranks[index] = rank;
  });
  return ranks;
}

/** Turns the drawn seats, in plan order, into a hall with ids and ranks. */
export function finishPlan(
  code: HallCode,
  parts: Pick<HallPlan, 'name' | 'areas' | 'blocks' | 'categories' | 'shapes'>,
  drafts: readonly SeatDraft[],
): HallPlan {
  const ranks = ranksOf(drafts);
  const seats = drafts.map((draft, index): Seat => {
    const block = draft.block ? { blockId: draft.block.id, block: draft.block.name.en } : {};
    return {
      id: idOf('seat', hallNumbers[code] * 1_000_000 + index + 1),
      areaId: draft.area.id,
      area: draft.area.name.en,
      ...block,
      row: draft.row,
      number: String(draft.number),
      seatCategoryId: draft.category.id,
      contingentId: draft.contingentId ?? publicContingentId,
      rank: ranks[index] ?? 0,
      x: Math.round(draft.x),
      y: Math.round(draft.y),
      kind: draft.kind ?? 'SEAT',
      restrictedView: draft.restrictedView ?? false,
    };
  });
  const rotations = Int16Array.from(drafts, (draft) => Math.round(draft.rotation));
  return { ...parts, hall: { ...configurationIds(code), code, seats, zones: [] }, rotations };
}
