import type { Named, PlanHall, PlanSeat } from './plan.geojson.js';
import type { Spot } from './plan.fit.js';

export interface PlanRow {
  name: string;
  /** From left to right, as far as the plan has a left. */
  seats: PlanSeat[];
}

export interface PlanSection {
  area: Named;
  block?: Named;
  /** Front first. */
  rows: PlanRow[];
}

/** Where the audience looks: the middle of the stage or pitch, else the middle of the plan's upper edge. */
export function focusOf({ seats, shapes }: PlanHall): Spot {
  const stage = shapes.find(({ role }) => role !== 'zone');
  if (stage) return middle(stage.outline.map(([x, y]) => ({ x, y })));
  const xs = seats.map(({ x }) => x);
  return { x: (least(xs) + most(xs)) / 2, y: least(seats.map(({ y }) => y)) };
}

/** Sections in the order of the file, their rows front first, the seats of a row from left to right. */
export function sectionsOf(hall: PlanHall): PlanSection[] {
  const focus = focusOf(hall);
  const sections = groupBy(hall.seats, ({ area, block }) => `${area.id}/${block?.id ?? ''}`).map((seats) => {
    const { area, block } = seats[0]!;
    const rows = groupBy(seats, ({ row }) => row).map((row) => ({ name: row[0]!.row, seats: chain(row) }));
    turn(rows);
    const distance = new Map(rows.map((row) => [row, distanceTo(focus, row.seats[row.seats.length >> 1]!)]));
    rows.sort((a, b) => distance.get(a)! - distance.get(b)!);
    return { area, block, rows };
  });
  return groupBy(sections, ({ area }) => area.id).flat();
}

/** The usual distance of two neighbours in a row: the median. */
export function pitchOf(sections: readonly PlanSection[]): number {
  const distances = sections.flatMap(({ rows }) =>
    rows.flatMap(({ seats }) => seats.slice(1).map((seat, i) => distanceTo(seat, seats[i]!))),
  );
  distances.sort((a, b) => a - b);
  return Math.max(1, Math.round(distances[distances.length >> 1] ?? 100));
}

/**
 * Seats in the order in which they stand, whatever their numbers: from an end of the row always to the nearest seat left.
 * An end is the seat farthest from any other one.
 */
function chain(seats: readonly PlanSeat[]): PlanSeat[] {
  const left = [...seats];
  const end = left.reduce((a, b) => (distanceTo(a, left[0]!) >= distanceTo(b, left[0]!) ? a : b));
  const ordered: PlanSeat[] = [];
  for (let next = end; ; ) {
    ordered.push(next);
    left.splice(left.indexOf(next), 1);
    if (left.length === 0) return ordered;
    const from = next;
    next = left.reduce((a, b) => (distanceTo(a, from) <= distanceTo(b, from) ? a : b));
  }
}

/** Turns the rows of a section the same way: to the right, or downwards where they run up and down. */
function turn(rows: readonly PlanRow[]): void {
  const across = ({ seats }: PlanRow): Spot => ({
    x: seats.at(-1)!.x - seats[0]!.x,
    y: seats.at(-1)!.y - seats[0]!.y,
  });
  const widest = rows.map(across).reduce((a, b) => (Math.hypot(a.x, a.y) >= Math.hypot(b.x, b.y) ? a : b));
  const isUpright = Math.abs(widest.x) < Math.abs(widest.y) / 4;
  const way = Math.sign(isUpright ? widest.y : widest.x) || 1;
  for (const row of rows) {
    const { x, y } = across(row);
    if ((x * widest.x + y * widest.y) * way < 0) row.seats.reverse();
  }
}

export function distanceTo(a: Spot, b: Spot): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** The mean of the spots, in plane units; NaN for none. */
export function middle(spots: readonly Spot[]): Spot {
  const sum = spots.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 });
  return { x: sum.x / spots.length, y: sum.y / spots.length };
}

/** Groups in the order of their first members. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);
