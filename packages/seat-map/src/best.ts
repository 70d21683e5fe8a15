import { isBeside, loneSeats } from './lone.js';
import { COMPANION, type Plan, RESTRICTED, WHEELCHAIR } from './plan.js';

export interface BestOptions {
  /** How many seats. */
  count: number;
  /** Only this category (index), and only this section (index). */
  category?: number;
  section?: number;
}

/**
 * What makes a place worse, in pitches of distance from the stage. A seat left alone costs more than any way
 * to the back of a section, so it is left only where nothing else would keep the party together.
 */
const WEIGHT = { lone: 60, restricted: 25, aside: 0.8, front: 4 };

/**
 * A proposal: the best free seats, in the order of the plan. Seats side by side come first, then two groups as near to
 * each other as can be, then whatever is free nearest to the best seat. Null where fewer than `count` are free.
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
    !(plan.marks[seat]! & (WHEELCHAIR | COMPANION)) &&
    (category === undefined || plan.category[seat] === category) &&
    (section === undefined || plan.sectionOf[seat] === section);
  const together = bestGroup(plan, isFree, isFit, count);
  if (together || count < 2) return together;
  for (let size = count - 1; size >= Math.ceil(count / 2); size--) {
    const group = bestGroup(plan, isFree, isFit, size);
    if (group) return withNearest(plan, isFit, group, count);
  }
  const single = bestGroup(plan, isFree, isFit, 1);
  return single && withNearest(plan, isFit, single, count);
}

/** The best `count` neighbours of one row. */
function bestGroup(
  plan: Plan,
  isFree: (seat: number) => boolean,
  isFit: (seat: number) => boolean,
  count: number,
): number[] | null {
  let best: number[] | null = null;
  let least = Infinity;
  let run = 0;
  for (let seat = 0; seat < plan.size; seat++) {
    if (!isFit(seat)) run = 0;
    else run = run > 0 && isBeside(plan, seat - 1, seat) ? run + 1 : 1;
    if (run < count) continue;
    const group = Array.from({ length: count }, (_, k) => seat - count + 1 + k);
    const cost = costOf(plan, group);
    if (cost >= least) continue;
    const lone = loneSeats(plan, isFree, group).length * WEIGHT.lone;
    if (cost + lone >= least) continue;
    least = cost + lone;
    best = group;
  }
  return best;
}

/**
 * Distance from the stage's middle, and how far aside of its axis; the very first rows of all are too near. A stage
 * looks down the plan's longer way from it to the middle of the audience.
 */
function costOf(plan: Plan, group: readonly number[]): number {
  const { bounds, focus, pitch } = plan;
  const [first, last] = [group[0]!, group.at(-1)!];
  const dx = (plan.x[first]! + plan.x[last]!) / 2 - focus.x;
  const dy = (plan.y[first]! + plan.y[last]!) / 2 - focus.y;
  const axis = {
    x: (bounds.left + bounds.right) / 2 - focus.x,
    y: (bounds.top + bounds.bottom) / 2 - focus.y,
  };
  const length = Math.hypot(axis.x, axis.y);
  // In the round the audience's middle is the stage's: then the long sides of the pitch are best, so "aside" is the level way.
  const aside = length < pitch ? Math.abs(dx) : Math.abs(dx * axis.y - dy * axis.x) / length;
  const distance = Math.hypot(dx, dy) / pitch;
  const rank = plan.rowOf[first]! - plan.sections[plan.sectionOf[first]!]!.firstRow;
  const restricted = group.filter((seat) => plan.marks[seat]! & RESTRICTED).length;
  return (
    distance +
    (WEIGHT.aside * aside) / pitch +
    Math.max(0, WEIGHT.front - rank) +
    (WEIGHT.restricted * restricted) / group.length
  );
}

/** Fills a group up with the free seats nearest to its middle. */
function withNearest(
  plan: Plan,
  isFit: (seat: number) => boolean,
  group: number[],
  count: number,
): number[] | null {
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
