/**
 * The plan as it travels, as far as this package reads it. It is the contract's `SeatPlan`, restated because
 * this package imports nothing; the codings (differences, repeats, gaps, spans) are explained there.
 */
export interface WirePlan {
  name: Names;
  seatCount: number;
  pitch: number;
  areas: { id: string; name: Names }[];
  sections: { area: number; blockId?: string; name?: Names; rows: number; outline: number[] }[];
  rows: string[];
  runs: {
    seats: number[];
    x: number[];
    y: number[];
    dx: number[];
    dy: number[];
    bulge: number[];
    first: number[];
    step: number[];
    joined: number[];
    loose: number[];
  };
  ids: number[];
  numbers: (string | number)[];
  categories: string[];
  category: number[];
  marks: { restricted: number[]; wheelchair: number[]; companion: number[] };
  decor: { kind: 'stage' | 'pitch'; name: Names; outline: number[] }[];
  zones: { areaId: string; name: Names; categoryId?: string; outline: number[] }[];
}

/** Names by language. */
export type Names = Record<string, string>;

/** `[a, b, c]` → a, a + b, a + b + c. */
export function sums(differences: readonly number[]): number[] {
  let at = 0;
  return differences.map((step) => (at += step));
}

/** Calls `visit` for each stretch of `[value, times, …]` with the index that it starts at and the one after it. */
export function eachRepeat(
  repeats: readonly number[],
  visit: (value: number, from: number, to: number) => void,
): void {
  let from = 0;
  for (let k = 0; k + 1 < repeats.length; k += 2) {
    const to = from + repeats[k + 1]!;
    visit(repeats[k]!, from, to);
    from = to;
  }
}

/** Calls `visit` for each span of `[gap, length, …]`. */
export function eachSpan(spans: readonly number[], visit: (from: number, to: number) => void): void {
  let at = 0;
  for (let k = 0; k + 1 < spans.length; k += 2) {
    const from = at + spans[k]!;
    at = from + spans[k + 1]!;
    visit(from, at);
  }
}
