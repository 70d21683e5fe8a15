import type { PlanColumns } from '@s360-widgets/seat-codec';
import * as z from 'zod';
import { id, language } from './ids.js';

/**
 * A venue's plan as it travels: where each seat stands and what it is called. It never changes for a hash,
 * so it is cached for ever; what is free travels apart (`seat-map.ts`). What its columns say, and how they are coded, stands in
 * `@s360-widgets/seat-codec`.
 */

const integer = z.int();
const index = integer.nonnegative();
/** Names by language: `{ "en": "Stalls", "fr": "Parterre" }`. At least one. */
const names = z.record(language, z.string()).refine((all) => Object.keys(all).length > 0, 'needs a name');
/** A closed polygon as `[x, y, dx, dy, dx, dy, …]`: first corner, then steps from corner to corner. */
const polygon = z.array(integer).min(6);

const area = z.strictObject({ id, name: names });

const section = z.strictObject({
  /** Index into `areas`. */
  area: index,
  blockId: id.optional(),
  /** Absent where the section is the whole area and carries its name. */
  name: names.optional(),
  rows: integer.positive(),
  /** The floor under the seats, about half a pitch around them. */
  outline: polygon,
});

const runs = z.strictObject({
  seats: z.array(integer),
  x: z.array(integer),
  y: z.array(integer),
  dx: z.array(integer),
  dy: z.array(integer),
  bulge: z.array(integer),
  first: z.array(integer),
  step: z.array(integer),
  joined: z.array(index),
  loose: z.array(integer),
});

const marks = z.strictObject({
  restricted: z.array(index),
  wheelchair: z.array(index),
  companion: z.array(index),
});
const decor = z.strictObject({ kind: z.enum(['stage', 'pitch']), name: names, outline: polygon });
const zone = z.strictObject({ areaId: id, name: names, categoryId: id.optional(), outline: polygon });

export const seatPlan = z.strictObject({
  format: z.literal(1),
  name: names,
  seatCount: index,
  pitch: integer.positive(),
  areas: z.array(area),
  sections: z.array(section),
  rows: z.array(z.string()),
  runs,
  ids: z.array(integer),
  numbers: z.array(z.union([z.string(), index])),
  categories: z.array(id),
  category: z.array(index),
  marks,
  decor: z.array(decor),
  zones: z.array(zone),
}) satisfies z.ZodType<PlanColumns>;

export type SeatPlan = z.infer<typeof seatPlan>;
