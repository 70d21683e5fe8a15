import type { Plan } from './plan.js';

/** Neighbours of a row further apart than this (in pitches) have an aisle between them. */
const TOGETHER = 1.6;

/** Whether two seats, one after the other in the plan, are neighbours of one row. */
export function isBeside({ rowOf, x, y, pitch }: Plan, seat: number, next: number): boolean {
  return (
    rowOf[seat] !== undefined &&
    rowOf[seat] === rowOf[next] &&
    Math.hypot(x[next]! - x[seat]!, y[next]! - y[seat]!) <= pitch * TOGETHER
  );
}
