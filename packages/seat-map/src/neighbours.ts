import { gridOf } from './grid.js';
import type { Plan } from './plan.js';
import type { Point } from './shape.js';

/** The arrow keys, and Home and End. */
export type Direction = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

/** How far to look for a seat across an aisle or a gangway, in pitches. */
const REACH = 14;
/** A seat counts as ahead when it lies no more than this far aside, as a share of the way to it. */
const SPREAD = 1.2;

/**
 * The seat that a key leads to, or `seat` itself where there is none. Left and right go along the row, then across
 * the aisle to the row that goes on there; up and down go to the nearest seat of the row before or behind, as
 * they lie on the plan. A seat's state is of no account: taken seats can be visited too.
 */
export function neighbour(plan: Plan, seat: number, direction: Direction): number {
  const row = plan.rowOf[seat]!;
  const [first, last] = [plan.rowStart[row]!, plan.rowStart[row + 1]! - 1];
  switch (direction) {
    case 'first':
      return first;
    case 'last':
      return last;
    case 'left':
      return seat > first ? seat - 1 : ahead(plan, seat, turned(along(plan, seat), 2));
    case 'right':
      return seat < last ? seat + 1 : ahead(plan, seat, along(plan, seat));
    case 'up':
    case 'down':
      return acrossRows(plan, seat, turned(along(plan, seat), direction === 'up' ? 3 : 1));
  }
}

/**
 * The next seat for which `isFit` holds, on (1) or back (−1) in the order of the plan and round its end; `seat` itself where
 * there is no other.
 */
export function nextSeat(
  { size }: Pick<Plan, 'size'>,
  isFit: (seat: number) => boolean,
  seat: number,
  by: 1 | -1,
): number {
  for (let step = 1; step < size; step++) {
    const candidate = (seat + by * step + size) % size;
    if (isFit(candidate)) return candidate;
  }
  return seat;
}

/** The direction of the row at a seat, of length 1; to the right where a row is a single seat. */
function along({ rowOf, rowStart, x, y }: Plan, seat: number): Point {
  const row = rowOf[seat]!;
  const from = Math.max(rowStart[row]!, seat - 1);
  const to = Math.min(rowStart[row + 1]! - 1, seat + 1);
  const [dx, dy] = [x[to]! - x[from]!, y[to]! - y[from]!];
  const length = Math.hypot(dx, dy);
  return length === 0 ? { x: 1, y: 0 } : { x: dx / length, y: dy / length };
}

/** Turned by quarters, clockwise on the screen. */
function turned({ x, y }: Point, quarters: number): Point {
  if (quarters === 1) return { x: -y, y: x };
  return quarters === 2 ? { x: -x, y: -y } : { x: y, y: -x };
}

/** The nearest seat of the next row of the section that lies that way; beyond the last row, whatever lies ahead. */
function acrossRows(plan: Plan, seat: number, way: Point): number {
  const row = plan.rowOf[seat]!;
  let best = seat;
  let nearest = Infinity;
  for (const other of [row - 1, row + 1]) {
    if (plan.rowSection[other] !== plan.rowSection[row]) continue;
    for (let candidate = plan.rowStart[other]!; candidate < plan.rowStart[other + 1]!; candidate++) {
      const [dx, dy] = [plan.x[candidate]! - plan.x[seat]!, plan.y[candidate]! - plan.y[seat]!];
      const distance = Math.hypot(dx, dy);
      // At least 30 degrees towards the way, or a row that runs on beside this one would count as before it.
      if (dx * way.x + dy * way.y < distance / 2 || distance >= nearest) continue;
      nearest = distance;
      best = candidate;
    }
  }
  return nearest <= plan.pitch * REACH ? best : ahead(plan, seat, way);
}

/** The seat of another row that lies best in a direction: near, and not far aside; a row of the same name is preferred. */
function ahead(plan: Plan, seat: number, way: Point): number {
  const reach = plan.pitch * REACH;
  const [x, y] = [plan.x[seat]!, plan.y[seat]!];
  const row = plan.rowOf[seat]!;
  let best = seat;
  let least = Infinity;
  gridOf(plan).seatsIn(
    { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach },
    (candidate) => {
      const [dx, dy] = [plan.x[candidate]! - x, plan.y[candidate]! - y];
      const forward = dx * way.x + dy * way.y;
      const aside = Math.abs(dx * way.y - dy * way.x);
      if (plan.rowOf[candidate] === row || forward <= plan.pitch / 4 || aside > forward * SPREAD) return;
      const isSameName = plan.rowName[plan.rowOf[candidate]!] === plan.rowName[row];
      const cost = forward + 2 * aside - (isSameName ? plan.pitch : 0);
      if (cost > least || (cost === least && candidate > best)) return;
      least = cost;
      best = candidate;
    },
  );
  return best;
}
