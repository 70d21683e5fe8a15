import { layOut } from './plan.layout.js';
import { type Point, type Rect, type Shape, shapeOf, union } from './shape.js';
import { eachRepeat, eachSpan, type Names, type PlanColumns } from '@s360-widgets/seat-codec';

/** Bits of `Plan.marks`. */
export const RESTRICTED = 1;
export const WHEELCHAIR = 2;
export const COMPANION = 4;

/** Whether a seat is a wheelchair space or a companion's: kept for those who need it, and never proposed to others. */
export function isAccessible({ marks }: Pick<Plan, 'marks'>, seat: number): boolean {
  return (marks[seat]! & (WHEELCHAIR | COMPANION)) !== 0;
}

/** A block, or an area without blocks. Its rows are `firstRow … endRow − 1`, its seats `firstSeat … endSeat − 1`. */
export interface Section extends Shape {
  index: number;
  /** Index into `Plan.areas`. */
  area: number;
  blockId?: string;
  firstRow: number;
  endRow: number;
  firstSeat: number;
  endSeat: number;
}

/** All sections of one area, as far as a visitor sees them as one thing. */
export interface Area {
  id: string;
  name: Names;
  sections: Section[];
  bounds: Rect;
  anchor: Point;
}

/** A plan ready for use: a few objects for sections and rows, typed arrays for seats. Never changed after decoding. */
export interface Plan {
  name: Names;
  /** The usual distance of two neighbours, in plan units. */
  pitch: number;
  /** Number of seats; a seat is an index below it. Rows are front first, seats in order along the row. */
  size: number;
  x: Float32Array;
  y: Float32Array;
  rowOf: Uint16Array;
  sectionOf: Uint16Array;
  /** Index into `categories`. */
  category: Uint8Array;
  /** RESTRICTED, WHEELCHAIR and COMPANION, or-ed. */
  marks: Uint8Array;
  /** First seat of each row, and one entry more: row r is `rowStart[r] … rowStart[r + 1] − 1`. */
  rowStart: Uint32Array;
  rowName: string[];
  /** Section of each row. */
  rowSection: Uint16Array;
  areas: Area[];
  sections: Section[];
  categories: string[];
  decor: (Shape & { kind: 'stage' | 'pitch' })[];
  zones: (Shape & { areaId: string; categoryId?: string })[];
  /** Everything that is drawn. */
  bounds: Rect;
  /** Where the audience looks: the middle of the stage or pitch, else the top of the plan. */
  focus: Point;
  seatId(seat: number): string;
  /** As printed on the ticket: "14", "12A". */
  seatNumber(seat: number): string;
  /** The seat with this id, or −1. The first call builds the look-up. */
  indexOfSeat(id: string): number;
}

/** Takes a plan apart. 60,000 seats take about 10 ms; trusts that the relay's importer has checked the plan. */
export function decodePlan(wire: PlanColumns): Plan {
  const layout = layOut(wire);
  const ids = idsOf(wire);
  const category = new Uint8Array(wire.seatCount);
  eachRepeat(wire.category, (value, from, to) => category.fill(value, from, to));
  const decor = wire.decor.map((item) => ({ ...shapeOf(item.name, item.outline), kind: item.kind }));
  const zones = wire.zones.map(({ areaId, categoryId, name, outline }) => ({
    ...shapeOf(name, outline),
    areaId,
    categoryId,
  }));
  const { sections, rowSection } = sectionsOf(wire, layout.rowStart);
  const bounds = union([...sections, ...decor, ...zones].map((item) => item.bounds));
  let byId: Map<number, number> | undefined;
  return {
    name: wire.name,
    pitch: wire.pitch,
    size: wire.seatCount,
    ...layout,
    sectionOf: layout.rowOf.map((row) => rowSection[row]!),
    category,
    marks: marksOf(wire),
    rowName: wire.rows,
    rowSection,
    areas: areasOf(wire, sections),
    sections,
    categories: wire.categories,
    decor,
    zones,
    bounds,
    focus: decor[0]?.anchor ?? { x: (bounds.left + bounds.right) / 2, y: bounds.top },
    seatId: (seat) => String(ids[seat]),
    seatNumber: numbersOf(wire, layout.number),
    indexOfSeat(wanted) {
      byId ??= new Map(Array.from(ids, (value, seat) => [value, seat]));
      return byId.get(Number(wanted)) ?? -1;
    },
  };
}

/** Ids are below 2^53, so doubles hold them exactly. */
function idsOf(wire: PlanColumns): Float64Array {
  const ids = new Float64Array(wire.seatCount);
  let id = 0;
  eachRepeat(wire.ids, (step, from, to) => {
    for (let seat = from; seat < to; seat++) ids[seat] = id += step;
  });
  return ids;
}

/** Or-s the three kinds of marks into one byte a seat. */
function marksOf(wire: PlanColumns): Uint8Array {
  const marks = new Uint8Array(wire.seatCount);
  const put = (spans: number[], bit: number): void =>
    eachSpan(spans, (from, to) => {
      for (let seat = from; seat < to; seat++) marks[seat]! |= bit;
    });
  put(wire.marks.restricted, RESTRICTED);
  put(wire.marks.wheelchair, WHEELCHAIR);
  put(wire.marks.companion, COMPANION);
  return marks;
}

/** The numbers as text: counted along the run, unless the plan spells one out. */
function numbersOf(wire: PlanColumns, number: Int32Array): (seat: number) => string {
  const spelt = new Map<number, string>();
  let seat = 0;
  for (let k = 0; k + 1 < wire.numbers.length; k += 2) {
    seat += wire.numbers[k] as number;
    spelt.set(seat, String(wire.numbers[k + 1]));
  }
  return (seat) => spelt.get(seat) ?? String(number[seat]);
}

/** Hands rows and seats out to the sections, in the order of the wire. */
function sectionsOf(wire: PlanColumns, rowStart: Uint32Array): Pick<Plan, 'sections' | 'rowSection'> {
  const rowSection = new Uint16Array(wire.rows.length);
  let firstRow = 0;
  const sections = wire.sections.map((item, index): Section => {
    const endRow = firstRow + item.rows;
    rowSection.fill(index, firstRow, endRow);
    const section = {
      ...shapeOf(item.name ?? wire.areas[item.area]!.name, item.outline),
      index,
      area: item.area,
      blockId: item.blockId,
      firstRow,
      endRow,
      firstSeat: rowStart[firstRow]!,
      endSeat: rowStart[endRow]!,
    };
    firstRow = endRow;
    return section;
  });
  return { sections, rowSection };
}

/** Gathers the sections of each area and places its name. */
function areasOf(wire: PlanColumns, all: Section[]): Area[] {
  return wire.areas.map(({ id, name }, index) => {
    const sections = all.filter((section) => section.area === index);
    const bounds = union(sections.map((section) => section.bounds));
    // The name stands on the section nearest to the area's middle, so never on a hole in a ring of blocks.
    const middle = { x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2 };
    const far = ({ anchor }: Section): number => Math.hypot(anchor.x - middle.x, anchor.y - middle.y);
    const nearest = sections.reduce<Section | undefined>(
      (a, b) => (a && far(a) <= far(b) ? a : b),
      undefined,
    );
    return { id, name, sections, bounds, anchor: nearest?.anchor ?? middle };
  });
}
