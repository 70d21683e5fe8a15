import { type SeatPlan, seatPlan } from '@s360-widgets/contract';
import { differences, gaps, repeats, spans } from '@s360-widgets/seat-codec';
import type { PlanHall, PlanSeat, PlanShape } from './plan.geojson.js';
import { outlineOf } from './plan.outline.js';
import { focusOf, type PlanSection, pitchOf, sectionsOf } from './plan.rows.js';
import { type PlanRun, plainNumber, runsOf } from './plan.runs.js';

/** What an operator wants to see before trusting an import. The last three count runs. */
export interface PlanSummary {
  seats: number;
  sections: number;
  rows: number;
  arcs: number;
  lines: number;
  irregular: number;
}

/** Half a percent of the pitch; where the plane is too coarse for that, what rounding to whole units may do to three seats. */
const TOLERANCE_IN_PITCHES = 0.005;
const ROUNDING = 1.5;

/** Turns a checked hall into the plan that browsers load, and says what it found in it. */
export function encodePlan(hall: PlanHall): { plan: SeatPlan; summary: PlanSummary } {
  const sections = sectionsOf(hall);
  const rows = sections.flatMap((section) => section.rows);
  const seats = rows.flatMap((row) => row.seats);
  const pitch = pitchOf(sections);
  const tolerance = Math.max(pitch * TOLERANCE_IN_PITCHES, ROUNDING);
  const runs = rows.flatMap((row) => runsOf(row.seats, tolerance));
  const areas = [...new Map(sections.map(({ area }) => [area.id, area])).values()];
  const categories = [...new Set(seats.map((seat) => seat.categoryId))];
  const plan: SeatPlan = {
    format: 1,
    name: hall.name,
    seatCount: seats.length,
    pitch,
    areas,
    sections: sectionColumns(
      hall,
      sections,
      areas.map(({ id }) => id),
      pitch,
    ),
    rows: rows.map((row) => row.name),
    runs: runColumns(runs),
    ids: repeats(differences(seats.map((seat) => Number(seat.id)))),
    numbers: oddNumbers(runs),
    categories,
    category: repeats(seats.map((seat) => categories.indexOf(seat.categoryId))),
    marks: {
      restricted: spans(seats.map((seat) => seat.isRestricted)),
      wheelchair: spans(seats.map((seat) => seat.kind === 'WHEELCHAIR')),
      companion: spans(seats.map((seat) => seat.kind === 'COMPANION')),
    },
    ...shapeColumns(hall.shapes),
  };
  return { plan: seatPlan.parse(plan), summary: summaryOf(seats, sections, rows.length, runs) };
}

/** Areas with blocks are one section a block, others one section; only blocks carry names of their own. */
function sectionColumns(
  hall: PlanHall,
  sections: readonly PlanSection[],
  areaIds: readonly string[],
  pitch: number,
): SeatPlan['sections'] {
  const focus = focusOf(hall);
  return sections.map((section) => ({
    area: areaIds.indexOf(section.area.id),
    blockId: section.block?.id,
    name: section.block?.name,
    rows: section.rows.length,
    outline: polygon({ outline: outlineOf(section, focus, pitch).map(({ x, y }) => [x, y]) }),
  }));
}

/** Zones are sold, stage and pitch only looked at: the plan keeps them apart. */
function shapeColumns(shapes: readonly PlanShape[]): Pick<SeatPlan, 'decor' | 'zones'> {
  const decor: SeatPlan['decor'] = [];
  const zones: SeatPlan['zones'] = [];
  for (const shape of shapes) {
    const { name } = shape;
    const outline = polygon(shape);
    if (shape.role === 'zone')
      zones.push({ areaId: shape.areaId, name, categoryId: shape.categoryId, outline });
    else decor.push({ kind: shape.role, name, outline });
  }
  return { decor, zones };
}

/** One column a property: neighbours in a column are alike, so their differences are small and compress well. */
function runColumns(runs: readonly PlanRun[]): SeatPlan['runs'] {
  const firsts = runs.map(({ seats }) => seats[0]!);
  const lasts = runs.map(({ seats }) => seats.at(-1)!);
  const looseAt = runs.flatMap(({ loose }, k) => (loose ? [k] : []));
  return {
    seats: differences(runs.map(({ seats }) => seats.length)),
    x: differences(firsts.map(({ x }) => x)),
    y: differences(firsts.map(({ y }) => y)),
    dx: differences(lasts.map(({ x }, k) => x - firsts[k]!.x)),
    dy: differences(lasts.map(({ y }, k) => y - firsts[k]!.y)),
    bulge: differences(runs.map(({ bulge }) => bulge)),
    first: differences(runs.map(({ first }) => first)),
    step: repeats(stepsOf(runs)),
    joined: gaps(runs.flatMap(({ isJoined }, k) => (isJoined ? [k] : []))),
    loose: gaps(looseAt).flatMap((gap, k) => [gap, ...runs[looseAt[k]!]!.loose!]),
  };
}

/** A run that leaves its step open takes the one before, which costs nothing. */
function stepsOf(runs: readonly PlanRun[]): number[] {
  let step = 1;
  return runs.map((run) => (step = run.step ?? step));
}

/** Numbers that can't be counted, by seat. */
function oddNumbers(runs: readonly PlanRun[]): SeatPlan['numbers'] {
  const odd = runs
    .flatMap(({ seats }) => seats)
    .flatMap((seat, index) => (plainNumber(seat) === undefined ? [{ seat, index }] : []));
  return gaps(odd.map(({ index }) => index)).flatMap((gap, k) => [gap, odd[k]!.seat.number]);
}

/** First corner, then the steps from corner to corner. */
function polygon({ outline }: Pick<PlanShape, 'outline'>): number[] {
  const [xs, ys] = [differences(outline.map(([x]) => x)), differences(outline.map(([, y]) => y))];
  return xs.flatMap((x, k) => [x, ys[k]!]);
}

/** An irregular run counts as neither arc nor line. */
function summaryOf(
  seats: readonly PlanSeat[],
  sections: readonly PlanSection[],
  rows: number,
  runs: readonly PlanRun[],
): PlanSummary {
  const irregular = runs.filter(({ loose }) => loose).length;
  const arcs = runs.filter(({ bulge }) => bulge !== 0).length;
  return {
    seats: seats.length,
    sections: sections.length,
    rows,
    arcs,
    lines: runs.length - arcs - irregular,
    irregular,
  };
}
