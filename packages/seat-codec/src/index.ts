/** How seat plans and seat states travel, both ways: the relay writes with it, the seat map reads with it. */
export { differences, eachRepeat, eachSpan, gaps, repeats, spans, sums } from './columns.js';
export type { Names, PlanColumns } from './plan.js';
export {
  applyChanges,
  CLOSED,
  FREE,
  HELD,
  packStates,
  type SeatState,
  TAKEN,
  toChanges,
  unpackStates,
} from './states.js';
