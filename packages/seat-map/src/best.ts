import { isBeside } from './beside.js';
import { loneSeats } from './lone.js';
import { isAccessible, type Plan, RESTRICTED } from './plan.js';

export interface BestOptions {
  /** How many seats. */
  count: number;
  /** Only this category (index), and only this section (index). */
  category?: number;
  section?: number;
}

/**
 * What makes a place worse, all in pitches. A seat left alone costs more than any way to the back of a section, so it
 * is left only where nothing else would keep the party together.
 */
const WEIGHT = { lone: 60, restricted: 25, aside: 0.8 };
/** The best place is this far (in pitches) behind the seats nearest to the stage: not in the very first rows. */
const BEHIND_FRONT = 4;

/**
 * A proposal: the best free seats, in the order of the plan. Seats side by side come first; where no
 * row has enough of them, the largest group there is, and the free seats nearest to it. Null where fewer than `count` are free.
 * Wheelchair spaces and companions' seats are never proposed. S-360 decides when the seats are held.
 */
export function bestSeats(
  plan: Plan,
  isFree: (seat: number) => boolean,
  options: BestOptions,
): number[] | null {
  const { count, category, section } = options;
  const isFit = (seat: number): boolean =>
    isFree(seat) &&
    !isAccessible(plan, seat) &&
    (category === undefined || plan.category[seat] === category) &&
    (section === undefined || plan.sectionOf[seat] === section);
  for (let size = count; size > 0; size--) {
    const group = bestGroup(plan, isFree, isFit, size);
    if (group) return withNearest(plan, isFit, group, count);
  }
  return null;
}

/** The best `count` neighbours of one row. */
function bestGroup(
  plan: Plan,
  isFree: (seat: number) => boolean,
  isFit: (seat: number) => boolean,
  count: number,
): number[] | null {
  const costOfGroup = costOf(plan);
  let best: number[] | null = null;
  let least = Infinity;
  let run = 0;
  for (let seat = 0; seat < plan.size; seat++) {
    if (!isFit(seat)) run = 0;
    else run = run > 0 && isBeside(plan, seat - 1, seat) ? run + 1 : 1;
    if (run < count) continue;
    const group = Array.from({ length: count }, (_, k) => seat - count + 1 + k);
    const cost = costOfGroup(group);
    if (cost >= least) continue;
    const lone = loneSeats(plan, isFree, group).length * WEIGHT.lone;
    if (cost + lone >= least) continue;
    least = cost + lone;
    best = group;
  }
  return best;
}

type Cost = (group: readonly number[]) => number;

/**
 * How far a group is from the best distance to the stage, and how far aside of the stage's axis. The axis runs from the
 * stage to the middle of all seats; in the round, where both are one, across the longer sides of the field.
 */
function costOf({ focus, pitch, x, y, size, marks }: Plan): Cost {
  const axis = { x: 0, y: 0 };
  let front = Infinity;
  for (let seat = 0; seat < size; seat++) {
    const [dx, dy] = [x[seat]! - focus.x, y[seat]! - focus.y];
    axis.x += dx / size;
    axis.y += dy / size;
    front = Math.min(front, Math.hypot(dx, dy));
  }
  const length = Math.hypot(axis.x, axis.y);
  return (group) => {
    const [first, last] = [group[0]!, group.at(-1)!];
    const dx = (x[first]! + x[last]!) / 2 - focus.x;
    const dy = (y[first]! + y[last]!) / 2 - focus.y;
    const aside = length < 3 * pitch ? Math.abs(dx) : Math.abs(dx * axis.y - dy * axis.x) / length;
    const away = Math.abs(Math.hypot(dx, dy) - front - BEHIND_FRONT * pitch);
    const restricted = group.filter((seat) => marks[seat]! & RESTRICTED).length / group.length;
    return (away + WEIGHT.aside * aside) / pitch + WEIGHT.restricted * restricted;
  };
}

/** Fills a group up with the free seats nearest to its middle. */
function withNearest(
  plan: Plan,
  isFit: (seat: number) => boolean,
  group: number[],
  count: number,
): number[] | null {
  if (group.length === count) return group;
  const x = group.reduce((sum, seat) => sum + plan.x[seat]!, 0) / group.length;
  const y = group.reduce((sum, seat) => sum + plan.y[seat]!, 0) / group.length;
  const others: { seat: number; distance: number }[] = [];
  for (let seat = 0; seat < plan.size; seat++) {
    if (!isFit(seat) || group.includes(seat)) continue;
    others.push({ seat, distance: (plan.x[seat]! - x) ** 2 + (plan.y[seat]! - y) ** 2 });
  }
  if (others.length < count - group.length) return null;
  others.sort((a, b) => a.distance - b.distance || a.seat - b.seat);
  const added = others.slice(0, count - group.length).map(({ seat }) => seat);
  return [...group, ...added].sort((a, b) => a - b);
}
