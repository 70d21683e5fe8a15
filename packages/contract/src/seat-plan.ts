import * as z from 'zod';
import { id, language } from './ids.js';

/**
 * A venue's plan as it travels: where each seat stands and what it is called. It never changes for a hash,
 * so it is cached for ever; what is free travels apart (`seat-map.ts`).
 *
 * Two ideas keep it near 20 kB brotli for 50,000 seats.
 *
 * 1. **Columns, not objects.** Seats have no record of their own. The *seat index* counts them in the order
 *    section by section, row by row (front first), along the row. Every list below follows that order.
 * 2. **Runs.** A run is a stretch of one row whose seats stand evenly on one arc and whose numbers grow by one
 *    step. A line is an arc without bulge. A row is one run, or several: the first of a row starts it,
 *    the others are listed in `runs.joined`.
 *
 * Three codings are used. All numbers are integers; lengths are plane units, `y` grows downwards.
 *
 * - *differences*: `[a, b, c]` stands for a, a + b, a + b + c.
 * - *repeats*: `[value, times, value, times, …]`.
 * - *gaps*: rising indices as differences, the first one from 0; *spans* are `[gap, length, …]`,
 *   each gap counted from the end of the span before.
 */

const integer = z.int();
const index = integer.nonnegative();
/** Names by language: `{ "en": "Stalls", "fr": "Parterre" }`. At least one. */
const names = z.record(language, z.string()).refine((all) => Object.keys(all).length > 0, 'needs a name');
/** A closed polygon as `[x, y, dx, dy, dx, dy, …]`: first corner, then steps from corner to corner. */
const polygon = z.array(integer).min(6);

const area = z.strictObject({ id, name: names });

/** A block, or a whole area that has no blocks. Owns the next `rows` rows. */
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

/** The columns of the runs, one entry a run unless said otherwise. */
const runs = z.strictObject({
  /** Seats in the run; differences. */
  seats: z.array(integer),
  /** Place of the first seat; differences. */
  x: z.array(integer),
  y: z.array(integer),
  /** From the first seat to the last; differences. Both 0 for a single seat. */
  dx: z.array(integer),
  dy: z.array(integer),
  /**
   * How far the arc's middle stands off the middle of its chord, in quarters of a plane unit; differences.
   * Positive is to the left of one who walks from the first seat to the last, towards (dy, −dx). 0 is a line.
   */
  bulge: z.array(integer),
  /** Number of the first seat; differences. */
  first: z.array(integer),
  /** From number to number along the run; repeats over the runs. */
  step: z.array(integer),
  /** Runs that go on with the row of the run before them; gaps. */
  joined: z.array(index),
  /**
   * Runs whose inner seats don't stand evenly; their bulge is 0. The run's gap, then `[ox, oy]` for each seat but the
   * first and the last, to be added to the even place, which is first held as a 32-bit float and rounded to whole units.
   */
  loose: z.array(integer),
});

const marks = z.strictObject({
  /** Seats with a restricted view; spans. */
  restricted: z.array(index),
  /** Wheelchair spaces; spans. */
  wheelchair: z.array(index),
  /** Seats for a wheelchair user's companion; spans. */
  companion: z.array(index),
});

/** What is drawn and not sold: it tells visitors which way they look. */
const decor = z.strictObject({ kind: z.enum(['stage', 'pitch']), name: names, outline: polygon });

/** A place without numbered seats, sold by quantity. */
const zone = z.strictObject({ areaId: id, name: names, categoryId: id.optional(), outline: polygon });

export const seatPlan = z.strictObject({
  format: z.literal(1),
  name: names,
  /** Number of seats: how far the columns reach. */
  seatCount: index,
  /** The usual distance of two neighbours. Painters and pointers take all sizes from it. */
  pitch: integer.positive(),
  areas: z.array(area),
  sections: z.array(section),
  /** Name of each row. */
  rows: z.array(z.string()),
  runs,
  /**
   * Seat ids; differences from seat to seat, then repeats. The first difference is the first id itself.
   * The importer takes care that each is below 2^53, so that sums in doubles lose no digit.
   */
  ids: z.array(integer),
  /** Numbers that are no step of their run, such as "12A": the seat's gap, then its text. */
  numbers: z.array(z.union([z.string(), index])),
  /** Seat category ids, in the order of first use. */
  categories: z.array(id),
  /** Index into `categories` of each seat; repeats. */
  category: z.array(index),
  marks,
  decor: z.array(decor),
  zones: z.array(zone),
});

export type SeatPlan = z.infer<typeof seatPlan>;
