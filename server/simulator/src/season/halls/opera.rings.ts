import { text } from '../text.js';
import { type HousePart, placeAt, rowLetters } from './opera.house.js';
import {
  categoryAt,
  type PlanArea,
  type PlanBlock,
  type PlanCategory,
  planArea,
  planBlock,
  type SeatDraft,
} from './plan.js';

/** Rows around the horseshoe, by their radius in seat pitches. */
const rings = {
  lower: [15.6, 16.8],
  upper: [19.4, 20.6, 21.8],
  balcony: [24.4, 25.6, 26.8],
  gallery: [29.6, 30.8, 32],
};

/** Seats of each gallery row: it closes the house at 1,186. */
const gallerySeats = [63, 65, 67];

/** Left and right of the house, seen from the seats: the sign of the distance from its axis. */
type Side = -1 | 1;

/** Beside the stage the rows run straight: `n` seats, the first nearest the stage. */
function straight(radius: number, side: Side, n: number): { right: number; down: number }[] {
  return Array.from({ length: n }, (_, seat) => ({ right: side * radius, down: seat + 0.5 - n }));
}

/** `n` seats on the arc, one pitch apart, from left to right, centred on the axis of the house. */
function arc(radius: number, n: number): { right: number; down: number; turn: number }[] {
  return Array.from({ length: n }, (_, seat) => {
    const turn = (seat - (n - 1) / 2) / radius;
    return {
      right: radius * Math.sin(turn),
      down: radius * Math.cos(turn),
      turn: (Math.abs(turn) * 180) / Math.PI,
    };
  });
}

/** As many seats as the half circle takes when one pitch stays free at either end. */
function arcSeats(radius: number): number {
  return Math.floor(Math.PI * radius - 2) + 1;
}

/** The boxes of one side: the straight ends of the dress circle's rows, front row nearest the stalls. */
function boxes(
  area: PlanArea,
  side: Side,
  blocks: PlanBlock[],
  categories: readonly PlanCategory[],
): SeatDraft[] {
  const tiers = [rings.lower, rings.upper];
  return tiers.flatMap((radii, tier) =>
    radii.flatMap((radius, r) =>
      straight(radius, side, 7).map(({ right, down }, n) => ({
        area,
        block: blocks[tier],
        row: rowLetters[tier * 2 + r] ?? '',
        number: n + 1,
        ...placeAt(right, down),
        category: categoryAt(categories, tier === 1 && n < 2 ? 4 : 3),
        // Further from the stage is better here, for one sees more of it.
        value: 3500 + tier * 200 + r * 40 - n,
        // Leaning out near the stage, one sees only part of it.
        restrictedView: n < 3,
      })),
    ),
  );
}

/** The boxes on both sides of the stalls, in two tiers. */
export function drawBoxes(categories: readonly PlanCategory[]): HousePart {
  const left = planArea(
    'OPERA',
    2,
    'BOX_L',
    text('Boxes left', 'Loges gauche', 'Logen links', 'Palchi sinistra'),
  );
  const right = planArea(
    'OPERA',
    3,
    'BOX_R',
    text('Boxes right', 'Loges droite', 'Logen rechts', 'Palchi destra'),
  );
  const names = [
    text('lower tier', 'rang inférieur', 'unterer Rang', 'ordine inferiore'),
    text('upper tier', 'rang supérieur', 'oberer Rang', 'ordine superiore'),
  ];
  const leftBlocks = names.map((name, n) => planBlock('OPERA', 10 + n, name));
  const rightBlocks = names.map((name, n) => planBlock('OPERA', 20 + n, name));
  return {
    areas: [left, right],
    blocks: [...leftBlocks, ...rightBlocks],
    drafts: [...boxes(left, -1, leftBlocks, categories), ...boxes(right, 1, rightBlocks, categories)],
  };
}

/**
 * A curved row, numbered from `first` on. `grade` gives the category's index by the degrees from the axis. What lies
 * nearly beside the stage has a restricted view.
 */
function curvedRow(
  place: { area: PlanArea; block?: PlanBlock; row: string; first?: number },
  seats: { right: number; down: number; turn: number }[],
  categories: readonly PlanCategory[],
  grade: (turn: number) => number,
): SeatDraft[] {
  const { first = 1, ...rest } = place;
  return seats.map(({ right, down, turn }, n) => ({
    ...rest,
    number: first + n,
    ...placeAt(right, down),
    category: categoryAt(categories, grade(turn)),
    value: grade(turn) * 1000 + 300 + Math.hypot(right, down) * 5 + turn,
    restrictedView: down < 2.5,
  }));
}

/** The dress circle's front and rear block, one ring each; the rear is a category cheaper. */
function drawCircle(area: PlanArea, blocks: PlanBlock[], categories: readonly PlanCategory[]): SeatDraft[] {
  return [rings.lower, rings.upper].flatMap((radii, tier) =>
    radii.flatMap((radius, r) => {
      const row = rowLetters[tier * 2 + r] ?? '';
      const grade = (turn: number) => tier + (turn < 34 ? 0 : turn < 64 ? 1 : 2);
      return curvedRow({ area, block: blocks[tier], row }, arc(radius, arcSeats(radius)), categories, grade);
    }),
  );
}

/** The balcony's rows also run straight beside the stage: blocks left and right of the curved one, numbered through. */
function drawBalcony(area: PlanArea, blocks: PlanBlock[], categories: readonly PlanCategory[]): SeatDraft[] {
  const sideSeats = 6;
  const parts: SeatDraft[][] = [[], [], []];
  for (const [r, radius] of rings.balcony.entries()) {
    const row = rowLetters[r] ?? '';
    const count = arcSeats(radius);
    const side = (at: Side, first: number): SeatDraft[] => {
      const seats = straight(radius, at, sideSeats);
      return (at < 0 ? seats : seats.reverse()).map(({ right, down }, n) => ({
        area,
        block: blocks[at < 0 ? 0 : 2],
        row,
        number: first + n,
        ...placeAt(right, down),
        category: categoryAt(categories, 4),
        value: 4600 + r * 20 - down,
        restrictedView: true,
      }));
    };
    const grade = (turn: number) => (turn < 38 ? 2 : turn < 68 ? 3 : 4);
    parts[0]?.push(...side(-1, 1));
    parts[1]?.push(
      ...curvedRow(
        { area, block: blocks[1], row, first: sideSeats + 1 },
        arc(radius, count),
        categories,
        grade,
      ),
    );
    parts[2]?.push(...side(1, sideSeats + count + 1));
  }
  return parts.flat();
}

/** Dress circle, balcony and gallery: the three balconies, each curved around the stalls. */
export function drawRings(categories: readonly PlanCategory[]): HousePart {
  const circle = planArea(
    'OPERA',
    4,
    'CIRCLE',
    text('Dress circle', 'Corbeille', 'Balkon', 'Prima galleria'),
  );
  const balcony = planArea('OPERA', 5, 'BALCONY', text('Balcony', 'Balcon', 'Rang', 'Seconda galleria'));
  const gallery = planArea('OPERA', 6, 'GALLERY', text('Gallery', 'Galerie', 'Galerie', 'Loggione'));
  const circleBlocks = [
    planBlock('OPERA', 30, text('front', 'avant', 'vorne', 'anteriore')),
    planBlock('OPERA', 31, text('rear', 'arrière', 'hinten', 'posteriore')),
  ];
  const balconyBlocks = [
    planBlock('OPERA', 40, text('left', 'gauche', 'links', 'sinistra')),
    planBlock('OPERA', 41, text('centre', 'centre', 'Mitte', 'centro')),
    planBlock('OPERA', 42, text('right', 'droite', 'rechts', 'destra')),
  ];
  const galleryRows = rings.gallery.flatMap((radius, r) =>
    curvedRow(
      { area: gallery, row: rowLetters[r] ?? '' },
      arc(radius, gallerySeats[r] ?? 0),
      categories,
      (turn) => (r < 2 && turn < 40 ? 4 : 5),
    ),
  );
  return {
    areas: [circle, balcony, gallery],
    blocks: [...circleBlocks, ...balconyBlocks],
    drafts: [
      ...drawCircle(circle, circleBlocks, categories),
      ...drawBalcony(balcony, balconyBlocks, categories),
      ...galleryRows,
    ],
  };
}
