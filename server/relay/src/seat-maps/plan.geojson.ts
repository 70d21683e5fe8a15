import * as z from 'zod';
import { collection, seatFeature, shapeFeature } from './plan.schema.js';

/**
 * A hall's plan as a file: a GeoJSON FeatureCollection whose points are the seats, in the shape that the shop's own
 * map speaks, and whose polygons are the stage, the pitch and zones without seats.
 * Nothing is taken from the file unchecked, and all faults are reported at once, each with its feature.
 */

/** A seat of the file, checked. Places are whole units of the plane, ids decimal text below 2^53. */
export interface PlanSeat {
  /** Position in the file. */
  index: number;
  id: string;
  x: number;
  y: number;
  area: Named;
  block?: Named;
  row: string;
  number: string;
  categoryId: string;
  kind: 'SEAT' | 'WHEELCHAIR' | 'COMPANION';
  isRestricted: boolean;
}

/** Something of S-360's with a name in each language. */
export interface Named {
  id: string;
  name: Record<string, string>;
}

/** What is drawn beside seats; the outline is open, its last corner is not its first. */
export type PlanShape = { outline: [number, number][]; name: Record<string, string> } & (
  | { role: 'stage' | 'pitch' }
  | { role: 'zone'; areaId: string; categoryId?: string }
);

/** A whole file, checked. */
export interface PlanHall {
  code: string;
  logicalConfigurationId: string;
  name: Record<string, string>;
  seats: PlanSeat[];
  shapes: PlanShape[];
}

/** What is wrong with a feature. `index` counts from 0; −1 is the file itself. */
export interface PlanFault {
  index: number;
  id?: string;
  message: string;
}

export type PlanReading = { hall: PlanHall; faults: [] } | { hall?: undefined; faults: PlanFault[] };

/** Reads a parsed file. Either a hall without a fault, or every fault. */
export function readPlan(json: unknown): PlanReading {
  const file = collection.safeParse(json);
  if (!file.success)
    return { faults: file.error.issues.map((issue) => ({ index: -1, message: sentence(issue) })) };
  const faults: PlanFault[] = [];
  const seats: PlanSeat[] = [];
  const shapes: PlanShape[] = [];
  file.data.features.forEach((feature, index) => {
    const type = geometryType(feature);
    if (type === 'Point')
      collect(seatFeature, feature, index, faults, (seat) => seats.push(seatOf(seat, index)));
    else if (type === 'Polygon')
      collect(shapeFeature, feature, index, faults, (shape) => shapes.push(shapeOf(shape)));
    else
      faults.push({
        index,
        id: idOf(feature),
        message: `geometry.type ${type ? `${type} is neither Point nor Polygon` : 'is missing'}`,
      });
  });
  faults.push(...doubles(seats));
  if (seats.length === 0 && shapes.length === 0 && faults.length === 0)
    faults.push({ index: -1, message: 'holds no feature' });
  if (faults.length > 0) return { faults: faults.sort((a, b) => a.index - b.index) };
  return { hall: { ...file.data.hall, seats, shapes }, faults: [] };
}

/** Keeps what the schema accepts; else every one of its complaints becomes a fault of the feature. */
function collect<T>(
  schema: z.ZodType<T>,
  feature: unknown,
  index: number,
  faults: PlanFault[],
  keep: (value: T) => void,
): void {
  const parsed = schema.safeParse(feature);
  if (parsed.success) keep(parsed.data);
  else
    for (const issue of parsed.error.issues)
      faults.push({ index, id: idOf(feature), message: sentence(issue) });
}

/** Where and what: "properties.row is missing". */
function sentence({ path, message, code }: z.core.$ZodIssue): string {
  const what =
    message.startsWith('Invalid input') && code === 'invalid_type'
      ? message.replace(/^Invalid input: /, '')
      : message;
  return `${path.join('.')} ${what}`.trim();
}

/** S-360's words end here. */
function seatOf({ geometry, properties }: z.infer<typeof seatFeature>, index: number): PlanSeat {
  const [x, y] = geometry.coordinates;
  const { id, area, block, row, number, seatCategoryId, seatKind, stageVisibilityType } = properties;
  return {
    index,
    id,
    x,
    y,
    area,
    block: block ?? undefined,
    row,
    number,
    categoryId: seatCategoryId,
    kind: seatKind,
    isRestricted: stageVisibilityType !== 'VISIBLE',
  };
}

/** Rings are closed in GeoJSON and open in plans. */
function shapeOf({ geometry, properties }: z.infer<typeof shapeFeature>): PlanShape {
  const ring = geometry.coordinates[0];
  const isClosed = String(ring[0]) === String(ring.at(-1));
  const outline = isClosed ? ring.slice(0, -1) : ring;
  if (properties.role !== 'zone') return { role: properties.role, name: properties.name, outline };
  const { role, name, areaId, seatCategoryId } = properties;
  return { role, name, areaId, categoryId: seatCategoryId ?? undefined, outline };
}

/** What may stand only once: an id, a spot, a number in a row. */
function doubles(seats: readonly PlanSeat[]): PlanFault[] {
  const faults: PlanFault[] = [];
  const once = (
    keyOf: (seat: PlanSeat) => string,
    message: (seat: PlanSeat, other: PlanSeat) => string,
  ): void => {
    const seen = new Map<string, PlanSeat>();
    for (const seat of seats) {
      const key = keyOf(seat);
      const other = seen.get(key);
      if (other) faults.push({ index: seat.index, id: seat.id, message: message(seat, other) });
      else seen.set(key, seat);
    }
  };
  once(
    (seat) => seat.id,
    (_, other) => `has the id of feature ${other.index}`,
  );
  once(
    (seat) => `${seat.x},${seat.y}`,
    (seat, other) => `stands at ${seat.x}, ${seat.y} like feature ${other.index} (id ${other.id})`,
  );
  once(
    (seat) => JSON.stringify([seat.area.id, seat.block?.id, seat.row, seat.number]),
    (seat, other) =>
      `is row ${seat.row}, number ${seat.number} of its block like feature ${other.index} (id ${other.id})`,
  );
  return faults;
}

/** Only what a fault needs to name its feature. */
const loose = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  geometry: z.object({ type: z.string().optional() }).optional(),
  properties: z.object({ id: z.union([z.string(), z.number()]).optional() }).optional(),
});

function geometryType(feature: unknown): string | undefined {
  return loose.safeParse(feature).data?.geometry?.type;
}

/** The id to name a bad feature by, however bad it is. */
function idOf(feature: unknown): string | undefined {
  const read = loose.safeParse(feature).data;
  const id = read?.properties?.id ?? read?.id;
  return id === undefined ? undefined : String(id);
}
