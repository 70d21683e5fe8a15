import { fitArc, spotsOnArc } from './plan.fit.js';
import type { PlanSeat } from './plan.geojson.js';

/** A stretch of a row that one arc and one count describe. */
export interface PlanRun {
  seats: readonly PlanSeat[];
  /** Quarters of a plane unit. */
  bulge: number;
  first: number;
  /** Undefined where a single plain number leaves it open. */
  step?: number;
  /** Goes on with the row of the run before. */
  isJoined: boolean;
  /** Offsets of the inner seats from a line, for runs that no arc describes. */
  loose?: number[];
}

/** Columns that a further run costs; an irregular seat costs two numbers. */
const RUN_COST = 7;

/** Cuts a row into as few runs as it needs; a row that falls into too many small ones becomes irregular instead. */
export function runsOf(row: readonly PlanSeat[], tolerance: number): PlanRun[] {
  const runs: PlanRun[] = [];
  for (let from = 0; from < row.length; ) {
    const run = longestRun(row, from, tolerance);
    runs.push({ ...run, isJoined: from > 0 });
    from += run.seats.length;
  }
  return (runs.length - 1) * RUN_COST > row.length * 2 ? looseRuns(row) : runs;
}

/** The number on a seat's back, if it is a plain one. */
export function plainNumber({ number }: PlanSeat): number | undefined {
  return /^(0|[1-9]\d{0,5})$/.test(number) ? Number(number) : undefined;
}

/** From seat `from` on as far as numbers and arc allow; what fits at all is found by halving. */
function longestRun(row: readonly PlanSeat[], from: number, tolerance: number): Omit<PlanRun, 'isJoined'> {
  const counted = countedFrom(row, from);
  let fits = 1;
  let bulge = 0;
  for (
    let tooMany = counted.length + 1, next = counted.length;
    fits < tooMany - 1;
    next = (fits + tooMany) >> 1
  ) {
    const fitted = fitArc(row.slice(from, from + next), tolerance);
    if (fitted === undefined) tooMany = next;
    else [fits, bulge] = [next, fitted];
  }
  return { seats: row.slice(from, from + fits), bulge, first: counted.first, step: counted.step };
}

/** How many seats from `from` on are counted by one step. Seats with odd names go along with any. */
function countedFrom(
  row: readonly PlanSeat[],
  from: number,
): { length: number; first: number; step?: number } {
  let start: { at: number; value: number } | undefined;
  let step: number | undefined;
  let length = 0;
  for (; from + length < row.length; length++) {
    const value = plainNumber(row[from + length]!);
    if (value === undefined) continue;
    if (!start) start = { at: length, value };
    else if (step === undefined) {
      const perSeat = (value - start.value) / (length - start.at);
      if (!Number.isInteger(perSeat)) break;
      step = perSeat;
    } else if (value !== start.value + step * (length - start.at)) break;
  }
  return { length, first: (start?.value ?? 0) - (start?.at ?? 0) * (step ?? 0), step };
}

function looseRuns(row: readonly PlanSeat[]): PlanRun[] {
  const runs: PlanRun[] = [];
  for (let from = 0; from < row.length; ) {
    const { length, first, step } = countedFrom(row, from);
    const seats = row.slice(from, from + length);
    // Decoders hold places as 32-bit floats when they round, so the offsets are taken from the same.
    const line = spotsOnArc(seats[0]!, seats.at(-1)!, length, 0);
    const loose = line.slice(1, -1).flatMap(({ x, y }, i) => {
      const { x: atX, y: atY } = seats[i + 1]!;
      return [atX - Math.round(Math.fround(x)), atY - Math.round(Math.fround(y))];
    });
    runs.push({
      seats,
      bulge: 0,
      first,
      step,
      isJoined: from > 0,
      loose: loose.some((by) => by !== 0) ? loose : undefined,
    });
    from += length;
  }
  return runs;
}
