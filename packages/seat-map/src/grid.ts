import type { Plan } from './plan.js';
import type { Rect } from './shape.js';

/** What is where on a plan. */
export interface Grid {
  /** The seat nearest to a point and at most `reach` plan units away, or −1. */
  seatAt(x: number, y: number, reach: number): number;
  /** Calls `visit` for each seat whose centre lies in the rectangle, edges included, in no given order. */
  seatsIn(rect: Rect, visit: (seat: number) => void): void;
}

interface Cells {
  left: number;
  top: number;
  size: number;
  columns: number;
  lines: number;
  /** Seats sorted by cell; those of cell c are `seats[start[c]] … seats[start[c + 1] − 1]`. */
  start: Uint32Array;
  seats: Uint32Array;
}

/** About two seats across a cell: small enough for few misses, large enough for few cells. */
const CELL_IN_PITCHES = 2.5;

const grids = new WeakMap<Plan, Grid>();

/** A uniform grid over the seats, kept with its plan and built at the first question (about 1 ms for 60,000 seats). */
export function gridOf(plan: Plan): Grid {
  const grid = grids.get(plan) ?? createGrid(plan);
  grids.set(plan, grid);
  return grid;
}

function createGrid(plan: Plan): Grid {
  let built: Cells | undefined;
  const seatsIn: Grid['seatsIn'] = (rect, visit) => {
    const cells = (built ??= sortIntoCells(plan));
    const column = (x: number): number => clamp(Math.floor((x - cells.left) / cells.size), cells.columns - 1);
    const line = (y: number): number => clamp(Math.floor((y - cells.top) / cells.size), cells.lines - 1);
    const [from, to] = [column(rect.left), column(rect.right)];
    for (let l = line(rect.top); l <= line(rect.bottom); l++) {
      const end = cells.start[l * cells.columns + to + 1]!;
      for (let k = cells.start[l * cells.columns + from]!; k < end; k++) {
        const seat = cells.seats[k]!;
        const [x, y] = [plan.x[seat]!, plan.y[seat]!];
        if (x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom) visit(seat);
      }
    }
  };
  const seatAt: Grid['seatAt'] = (x, y, reach) => {
    let best = -1;
    let nearest = reach * reach;
    seatsIn({ left: x - reach, top: y - reach, right: x + reach, bottom: y + reach }, (seat) => {
      const distance = (plan.x[seat]! - x) ** 2 + (plan.y[seat]! - y) ** 2;
      if (distance > nearest) return;
      nearest = distance;
      best = seat;
    });
    return best;
  };
  return { seatAt, seatsIn };
}

/** The seats whose centres lie in the rectangle, in the order of the plan. */
export function inOrder(plan: Plan, rect: Rect): number[] {
  const found: number[] = [];
  gridOf(plan).seatsIn(rect, (seat) => found.push(seat));
  return found.sort((a, b) => a - b);
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}

function sortIntoCells({ x, y, size: count, pitch, bounds }: Plan): Cells {
  const { left, top, right, bottom } = bounds;
  const size = pitch * CELL_IN_PITCHES;
  const columns = Math.max(1, Math.ceil((right - left) / size));
  const lines = Math.max(1, Math.ceil((bottom - top) / size));
  const start = new Uint32Array(columns * lines + 2);
  const cellOf = new Uint32Array(count);
  for (let seat = 0; seat < count; seat++) {
    const column = clamp(Math.floor((x[seat]! - left) / size), columns - 1);
    const cell = clamp(Math.floor((y[seat]! - top) / size), lines - 1) * columns + column;
    cellOf[seat] = cell;
    start[cell + 2]!++;
  }
  for (let cell = 2; cell < start.length; cell++) start[cell]! += start[cell - 1]!;
  // Filling moves each start one cell on, which is where it belongs.
  const seats = new Uint32Array(count);
  for (let seat = 0; seat < count; seat++) seats[start[cellOf[seat]! + 1]!++] = seat;
  return { left, top, size, columns, lines, start, seats };
}
