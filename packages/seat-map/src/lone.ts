import { isBeside } from './beside.js';
import { isAccessible, type Plan } from './plan.js';

/**
 * Free seats that the choice would leave on their own: no free neighbour remains, and at least one neighbour is among the
 * chosen. A seat that had no free neighbour before is none of the visitor's doing. `isFree` tells the sale's
 * state, the choice apart. Wheelchair spaces and companions' seats are for nobody else to fill: they are never lone, and keep no
 * other seat company. In the order of the plan.
 */
export function loneSeats(plan: Plan, isFree: (seat: number) => boolean, chosen: Iterable<number>): number[] {
  const own = new Set(chosen);
  const isLeft = (seat: number): boolean => isFree(seat) && !own.has(seat) && !isAccessible(plan, seat);
  const isLone = (seat: number): boolean => {
    if (!isLeft(seat)) return false;
    const before = isBeside(plan, seat - 1, seat) && isLeft(seat - 1);
    return !before && !(isBeside(plan, seat, seat + 1) && isLeft(seat + 1));
  };
  const lone = new Set<number>();
  for (const seat of own) {
    if (isBeside(plan, seat - 1, seat) && isLone(seat - 1)) lone.add(seat - 1);
    if (isBeside(plan, seat, seat + 1) && isLone(seat + 1)) lone.add(seat + 1);
  }
  return [...lone].sort((a, b) => a - b);
}
