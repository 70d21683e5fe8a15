import type { Spot } from './plan.fit.js';
import { hullAround, isInside } from './plan.hull.js';
import { distanceTo, middle, type PlanSection } from './plan.rows.js';

/** How far the floor reaches beyond the seats' centres, in pitches. */
const MARGIN = 0.53;
/** Notches at the sides of a section shallower than this many pitches are filled. */
const NOTCH = 1.7;
/** What a corner may be off the straight line between its neighbours before it is kept, in pitches. */
const ALONG = 0.03;
const ASIDE = 0.12;

/**
 * The floor under a section: along its first row, down the ends of the rows, back along its last row and up again. Rows stay
 * as curved as they are; ragged ends become slants. Where rows lie too wildly for that, such as boxes here and there,
 * it is the hull around all seats: no seat ever stands beside its floor. Rounded to whole units.
 */
export function outlineOf(section: PlanSection, focus: Spot, pitch: number): Spot[] {
  const seats = section.rows.flatMap((row) => row.seats);
  const walked = walkAround(section, focus, pitch);
  return seats.every((seat) => isInside(seat, walked)) ? walked : rounded(hullAround(seats, pitch * MARGIN));
}

function walkAround({ rows }: PlanSection, focus: Spot, pitch: number): Spot[] {
  const margin = pitch * MARGIN;
  // A row of one seat is a row of two on the same spot: then every band has two ends.
  const bands = rows.map(({ seats }) =>
    (seats.length > 1 ? seats : [seats[0]!, seats[0]!]).map(({ x, y }) => ({ x, y })),
  );
  const back = backwards(bands, focus);
  const edges = bands.map((band) => edgesOf(band, back, margin));
  const [front, rear] = [edges[0]!.front, edges.at(-1)!.rear];
  const rightSide = edges.flatMap((edge) => [edge.front.at(-1)!, edge.rear.at(-1)!]);
  const leftSide = edges.flatMap((edge) => [edge.front[0]!, edge.rear[0]!]);
  const sides = [rightSide, leftSide.reverse()].map((side) =>
    simplify(fillNotches(side, pitch * NOTCH, back), pitch * ASIDE),
  );
  const corners = [
    ...simplify(front, pitch * ALONG),
    ...sides[0]!.slice(1, -1),
    ...simplify([...rear].reverse(), pitch * ALONG),
    ...sides[1]!.slice(1, -1),
  ];
  return rounded(corners);
}

/** On whole units, without corners that fall together. */
function rounded(corners: readonly Spot[]): Spot[] {
  const whole = corners.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
  return whole.filter((corner, i) => distanceTo(corner, whole.at(i - 1)!) > 0);
}

/** Whether the walk from left to right has the back on its right (+1) or on its left (−1). */
function backwards(bands: readonly Spot[][], focus: Spot): number {
  const longest = bands.reduce((a, b) => (a.length >= b.length ? a : b));
  const way = tangent(longest, longest.length >> 1);
  const from = bands.length > 1 ? middle(bands[0]!) : focus;
  const to = middle(bands.at(-1)!);
  return way.x * (to.y - from.y) - way.y * (to.x - from.x) >= 0 ? 1 : -1;
}

/** Both edges of a row's band, `margin` away from its seats and beyond its ends. */
function edgesOf(band: readonly Spot[], back: number, margin: number): { front: Spot[]; rear: Spot[] } {
  const shifted = (by: number): Spot[] => {
    const edge = band.map((spot, i) => {
      const { x, y } = tangent(band, i);
      return { x: spot.x - y * by, y: spot.y + x * by };
    });
    const [first, last] = [tangent(band, 0), tangent(band, band.length - 1)];
    const [start, end] = [edge[0]!, edge.at(-1)!];
    edge[0] = { x: start.x - first.x * margin, y: start.y - first.y * margin };
    edge[edge.length - 1] = { x: end.x + last.x * margin, y: end.y + last.y * margin };
    return edge;
  };
  return { front: shifted(-back * margin), rear: shifted(back * margin) };
}

/** The row's direction at a seat, of length 1. */
function tangent(band: readonly Spot[], at: number): Spot {
  const from = band[Math.max(0, at - 1)]!;
  const to = band[Math.min(band.length - 1, at + 1)]!;
  const length = distanceTo(from, to);
  return length === 0 ? { x: 1, y: 0 } : { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

/** Drops corners that lie inside, flattest first, until every notch left is deeper than `depth`. Inside is on the right where `back` is 1. */
function fillNotches(side: readonly Spot[], depth: number, back: number): Spot[] {
  const kept = [...side];
  for (;;) {
    let flattest = -1;
    let least = depth;
    for (let i = 1; i < kept.length - 1; i++) {
      const inside = back * offLine(kept[i]!, kept[i - 1]!, kept[i + 1]!);
      if (inside <= 0 || inside >= least) continue;
      least = inside;
      flattest = i;
    }
    if (flattest < 0) return kept;
    kept.splice(flattest, 1);
  }
}

/** Distance of a spot from the line a–b: positive on its right, for one who looks from a to b. */
function offLine({ x, y }: Spot, a: Spot, b: Spot): number {
  const length = distanceTo(a, b);
  return length === 0 ? 0 : ((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)) / length;
}

/** Douglas and Peucker (1973): the fewest corners of the line that stay within `tolerance` of all. */
function simplify(line: readonly Spot[], tolerance: number): Spot[] {
  if (line.length < 3) return [...line];
  let farthest = 0;
  let most = tolerance;
  for (let i = 1; i < line.length - 1; i++) {
    const off = Math.abs(offLine(line[i]!, line[0]!, line.at(-1)!));
    if (off <= most) continue;
    most = off;
    farthest = i;
  }
  if (farthest === 0) return [line[0]!, line.at(-1)!];
  return [
    ...simplify(line.slice(0, farthest + 1), tolerance).slice(0, -1),
    ...simplify(line.slice(farthest), tolerance),
  ];
}
