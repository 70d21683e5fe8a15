/**
 * The geometry of bowls: tiers of blocks on a rounded rectangle. A block lies wholly on a straight side, where its
 * rows are lines, or wholly in a corner, where its rows are arcs about one centre; so each row keeps one seat pitch.
 */

export interface Tier {
  /** Half lengths of the straight sides, the same for all tiers of a bowl; `halfShort` 0 makes the ends half circles. */
  halfLong: number;
  halfShort: number;
  /** Radius of the first row in the corners, which is its distance from the straight sides' axis. */
  radius: number;
  rows: number;
  rowPitch: number;
  seatPitch: number;
  /** Blocks on each long side (odd, so that one is in the middle), each short side, and in each corner. */
  blocksLong: number;
  blocksShort: number;
  blocksCorner: number;
  /** Width of the stairs between two blocks. */
  stairs: number;
}

export type Side = 'top' | 'right' | 'bottom' | 'left';

export type Corner = 'top-right' | 'bottom-right' | 'bottom-left' | 'top-left';

export interface Place {
  /** Relative to the bowl's middle. */
  x: number;
  y: number;
  /** Degrees, 0 = facing smaller y. */
  rotation: number;
}

export interface BowlBlock {
  /** 0, 1, 2 … clockwise from the middle of the top side. */
  position: number;
  side: Side;
  /** Clockwise from the top right; undefined on a straight side. */
  corner?: Corner;
  /** How far the block is from the middle of its straight side, in blocks; in a corner, from the corner's start. */
  offset: number;
  /** First row first; in a row clockwise. */
  rows: Place[][];
}

type Line = (distance: number, along: number) => Place;

const degrees = 180 / Math.PI;

/** Places of one row: as many as fit into `length`, one pitch apart, centred. */
function fill(length: number, tier: Tier, place: (along: number) => Place): Place[] {
  const count = Math.floor((length - tier.stairs) / tier.seatPitch);
  const first = (length - (count - 1) * tier.seatPitch) / 2;
  return Array.from({ length: count }, (_, n) => place(first + n * tier.seatPitch));
}

function rowsOf(tier: Tier, row: (distance: number) => Place[]): Place[][] {
  return Array.from({ length: tier.rows }, (_, n) => row(tier.radius + n * tier.rowPitch));
}

function straightBlocks(
  tier: Tier,
  side: Side,
  length: number,
  count: number,
  line: Line,
): Omit<BowlBlock, 'position'>[] {
  const width = length / count;
  return Array.from({ length: count }, (_, n) => ({
    side,
    offset: Math.abs(n - (count - 1) / 2),
    rows: rowsOf(tier, (distance) => fill(width, tier, (along) => line(distance, n * width + along))),
  }));
}

const corners = {
  'top-right': { sides: ['top', 'right'], from: -90, right: 1, down: -1 },
  'bottom-right': { sides: ['right', 'bottom'], from: 0, right: 1, down: 1 },
  'bottom-left': { sides: ['bottom', 'left'], from: 90, right: -1, down: 1 },
  'top-left': { sides: ['left', 'top'], from: 180, right: -1, down: -1 },
} as const;

/** The blocks of a corner, on arcs about the corner's own centre; `from` is in degrees, clockwise from the right. */
function cornerBlocks(tier: Tier, corner: Corner): Omit<BowlBlock, 'position'>[] {
  const { sides, from, right, down } = corners[corner];
  const x = right * tier.halfLong;
  const y = down * tier.halfShort;
  const sweep = Math.PI / 2 / tier.blocksCorner;
  return Array.from({ length: tier.blocksCorner }, (_, n) => ({
    side: n < tier.blocksCorner / 2 ? sides[0] : sides[1],
    corner,
    offset: n,
    rows: rowsOf(tier, (radius) =>
      fill(sweep * radius, tier, (along) => {
        const angle = from / degrees + n * sweep + along / radius;
        return {
          x: x + radius * Math.cos(angle),
          y: y + radius * Math.sin(angle),
          rotation: angle * degrees - 90,
        };
      }),
    ),
  }));
}

/** All blocks of a tier, clockwise from the middle of the top side. */
export function bowlBlocks(tier: Tier): BowlBlock[] {
  const { halfLong: a, halfShort: b } = tier;
  const long = (side: Side, line: Line) => straightBlocks(tier, side, 2 * a, tier.blocksLong, line);
  const short = (side: Side, line: Line) =>
    b > 0 ? straightBlocks(tier, side, 2 * b, tier.blocksShort, line) : [];
  const round = [
    ...long('top', (distance, along) => ({ x: along - a, y: -b - distance, rotation: 180 })),
    ...cornerBlocks(tier, 'top-right'),
    ...short('right', (distance, along) => ({ x: a + distance, y: along - b, rotation: 270 })),
    ...cornerBlocks(tier, 'bottom-right'),
    ...long('bottom', (distance, along) => ({ x: a - along, y: b + distance, rotation: 0 })),
    ...cornerBlocks(tier, 'bottom-left'),
    ...short('left', (distance, along) => ({ x: -a - distance, y: b - along, rotation: 90 })),
    ...cornerBlocks(tier, 'top-left'),
  ];
  const first = Math.floor(tier.blocksLong / 2);
  return [...round.slice(first), ...round.slice(0, first)].map((block, position) => ({ ...block, position }));
}

/** Shortens the last rows of the given blocks, one seat a block in turn, until the bowl holds exactly `count` seats. */
export function trimToCount(all: readonly BowlBlock[], shortened: readonly BowlBlock[], count: number): void {
  let excess =
    all.reduce((sum, block) => sum + block.rows.reduce((seats, row) => seats + row.length, 0), 0) - count;
  if (excess < 0) throw new RangeError(`The bowl lacks ${-excess} seats.`);
  for (let turn = 0; excess > 0; turn += 1, excess -= 1) {
    shortened[turn % shortened.length]?.rows.at(-1)?.pop();
  }
}

/** A closed ring of a rounded rectangle, for what lies in the middle of a bowl. */
export function roundedRectangle(
  middle: number,
  halfWidth: number,
  halfHeight: number,
  radius: number,
): [number, number][] {
  const ring: [number, number][] = [];
  const steps = radius > 0 ? 12 : 0;
  for (const { right, down, from } of Object.values(corners)) {
    for (let step = 0; step <= steps; step += 1) {
      const angle = (from + (steps ? (90 * step) / steps : 0)) / degrees;
      const x = middle + right * (halfWidth - radius) + radius * Math.cos(angle);
      const y = middle + down * (halfHeight - radius) + radius * Math.sin(angle);
      ring.push([Math.round(x), Math.round(y)]);
    }
  }
  return [...ring, ring[0] as [number, number]];
}
