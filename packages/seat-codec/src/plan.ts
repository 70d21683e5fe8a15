/**
 * A venue's plan as it travels. Two ideas keep it near 20 kB brotli for 50,000 seats.
 *
 * 1. **Columns, not objects.** Seats have no record of their own. The *seat index* counts them in the order
 *    section by section, row by row (front first), along the row. Every list below follows that order.
 * 2. **Runs.** A run is a stretch of one row whose seats stand evenly on one arc and whose numbers grow by one
 *    step. A line is an arc without bulge. A row is one run, or several: the first of a row starts it,
 *    the others are listed in `runs.joined`.
 *
 * The codings named below are those of `columns.ts`. Lengths are plane units; `y` grows downwards. Outlines are closed polygons,
 * `[x, y, dx, dy, dx, dy, …]`: first corner, then steps from corner to corner. The contract's `seatPlan` checks one member by member.
 */
export interface PlanColumns {
  name: Names;
  /** Number of seats: how far the columns reach. */
  seatCount: number;
  /** The usual distance of two neighbours. Painters and pointers take all sizes from it. */
  pitch: number;
  areas: { id: string; name: Names }[];
  /**
   * Blocks, or whole areas that have none and so carry the name. Each owns the next `rows` rows; `area` is an index into `areas`,
   * the outline is the floor under the seats, about half a pitch around them.
   */
  sections: { area: number; blockId?: string; name?: Names; rows: number; outline: number[] }[];
  /** Name of each row. */
  rows: string[];
  /** One entry a run unless said otherwise. */
  runs: {
    /** Seats in the run; differences. */
    seats: number[];
    /** Place of the first seat; differences. */
    x: number[];
    y: number[];
    /** From the first seat to the last; differences. Both 0 for a single seat. */
    dx: number[];
    dy: number[];
    /**
     * How far the arc's middle stands off the middle of its chord, in quarters of a plane unit; differences.
     * Positive is to the left of one who walks from the first seat to the last, towards (dy, −dx). 0 is a line.
     */
    bulge: number[];
    /** Number of the first seat; differences. */
    first: number[];
    /** From number to number along the run; repeats over the runs. */
    step: number[];
    /** Runs that go on with the row of the run before them; gaps. */
    joined: number[];
    /**
     * Runs whose inner seats don't stand evenly; their bulge is 0. The run's gap, then `[ox, oy]` for each seat but the
     * first and the last, to be added to the even place, which is first held as a 32-bit float and rounded to whole units.
     */
    loose: number[];
  };
  /**
   * Seat ids; differences from seat to seat, then repeats. The first difference is the first id itself.
   * The importer takes care that each is below 2^53, so that sums in doubles lose no digit.
   */
  ids: number[];
  /** Numbers that are no step of their run, such as "12A": the seat's gap, then its text. */
  numbers: (string | number)[];
  /** Seat category ids, in the order of first use. */
  categories: string[];
  /** Index into `categories` of each seat; repeats. */
  category: number[];
  /** Spans of seats with a restricted view, of wheelchair spaces, and of seats for a wheelchair user's companion. */
  marks: { restricted: number[]; wheelchair: number[]; companion: number[] };
  /** What is drawn and not sold: it tells visitors which way they look. */
  decor: { kind: 'stage' | 'pitch'; name: Names; outline: number[] }[];
  /** Places without numbered seats, sold by quantity. */
  zones: { areaId: string; name: Names; categoryId?: string; outline: number[] }[];
}

/** Names by language: `{ "en": "Stalls", "fr": "Parterre" }`. */
export type Names = Record<string, string>;
