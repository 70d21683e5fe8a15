import { eachRepeat, sums, type PlanColumns } from '@s360-widgets/seat-codec';

/** Where the seats stand, row by row, and their numbers where these are plain ones. */
export interface Layout {
  x: Float32Array;
  y: Float32Array;
  number: Int32Array;
  rowOf: Uint16Array;
  rowStart: Uint32Array;
}

/** One run, decoded: `count` seats from `start` on, on an arc from (x, y) to (x + dx, y + dy). */
interface Run {
  start: number;
  count: number;
  x: number;
  y: number;
  dx: number;
  dy: number;
  /** Height of the arc over the middle of its chord, in plan units. */
  height: number;
}

/** Walks the runs once and puts every seat in its place. */
export function layOut({ seatCount, rows, runs }: PlanColumns): Layout {
  const layout: Layout = {
    x: new Float32Array(seatCount),
    y: new Float32Array(seatCount),
    number: new Int32Array(seatCount),
    rowOf: new Uint16Array(seatCount),
    rowStart: new Uint32Array(rows.length + 1),
  };
  const counts = sums(runs.seats);
  const [xs, ys] = [sums(runs.x), sums(runs.y)];
  const [dxs, dys, bulges, firsts] = [sums(runs.dx), sums(runs.dy), sums(runs.bulge), sums(runs.first)];
  const joined = new Set(sums(runs.joined));
  const steps = new Int32Array(counts.length);
  eachRepeat(runs.step, (step, from, to) => steps.fill(step, from, to));
  let start = 0;
  let row = -1;
  for (let k = 0; k < counts.length; k++) {
    const count = counts[k]!;
    if (!joined.has(k)) layout.rowStart[++row] = start;
    layout.rowOf.fill(row, start, start + count);
    for (let i = 0; i < count; i++) layout.number[start + i] = firsts[k]! + i * steps[k]!;
    place(layout, { start, count, x: xs[k]!, y: ys[k]!, dx: dxs[k]!, dy: dys[k]!, height: bulges[k]! / 4 });
    start += count;
  }
  layout.rowStart[rows.length] = seatCount;
  loosen(layout, counts, runs.loose);
  return layout;
}

/** Spreads a run evenly over its arc. */
function place({ x: xs, y: ys }: Layout, { start, count, x, y, dx, dy, height }: Run): void {
  const last = count - 1;
  const chord = Math.hypot(dx, dy);
  if (height === 0 || chord === 0) {
    for (let i = 0; i <= last; i++) {
      xs[start + i] = x + (last ? (dx * i) / last : 0);
      ys[start + i] = y + (last ? (dy * i) / last : 0);
    }
    return;
  }
  // The circle through both ends whose arc rises `height` over the chord, towards the normal (dy, −dx).
  const radius = (chord * chord) / 8 / height + height / 2;
  const half = 2 * Math.atan((2 * height) / chord);
  const [ux, uy] = [dx / chord, dy / chord];
  const cx = x + dx / 2 + uy * (height - radius);
  const cy = y + dy / 2 - ux * (height - radius);
  for (let i = 0; i <= last; i++) {
    const angle = half * ((2 * i) / last - 1);
    const [along, across] = [radius * Math.sin(angle), radius * Math.cos(angle)];
    xs[start + i] = cx + ux * along + uy * across;
    ys[start + i] = cy + uy * along - ux * across;
  }
}

/** Moves the inner seats of irregular runs off the even places. */
function loosen({ x, y }: Layout, counts: readonly number[], loose: readonly number[]): void {
  let run = 0;
  let start = 0;
  for (let k = 0; k < loose.length; ) {
    for (let gap = loose[k++]!; gap > 0; gap--) start += counts[run++]!;
    for (let i = 1; i < counts[run]! - 1; i++) {
      x[start + i] = Math.round(x[start + i]!) + loose[k++]!;
      y[start + i] = Math.round(y[start + i]!) + loose[k++]!;
    }
  }
}
