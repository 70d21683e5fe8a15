/**
 * The codings of a plan's columns, each with its reverse. All numbers are integers.
 *
 * - *differences*: `[a, b, c]` stands for a, a + b, a + b + c.
 * - *repeats*: `[value, times, value, times, …]`.
 * - *gaps*: rising indices as differences, the first one from 0; *spans* are `[gap, length, …]`,
 *   each gap counted from the end of the span before.
 */

/** a, b, c → a, b − a, c − b. */
export function differences(values: readonly number[]): number[] {
  return values.map((value, k) => value - (values[k - 1] ?? 0));
}

/** `[a, b, c]` → a, a + b, a + b + c. */
export function sums(steps: readonly number[]): number[] {
  let at = 0;
  return steps.map((step) => (at += step));
}

/** Rising indices as the way from one to the next; `sums` reads them. */
export function gaps(indices: readonly number[]): number[] {
  return differences(indices);
}

/** Value and how often it stands in a row, in turn. */
export function repeats(values: readonly number[]): number[] {
  const pairs: number[] = [];
  for (const value of values) {
    if (pairs.length > 0 && pairs[pairs.length - 2] === value) pairs[pairs.length - 1]! += 1;
    else pairs.push(value, 1);
  }
  return pairs;
}

/** Calls `visit` for each stretch of `[value, times, …]` with the index that it starts at and the one after it. */
export function eachRepeat(
  pairs: readonly number[],
  visit: (value: number, from: number, to: number) => void,
): void {
  let from = 0;
  for (let k = 0; k + 1 < pairs.length; k += 2) {
    const to = from + pairs[k + 1]!;
    visit(pairs[k]!, from, to);
    from = to;
  }
}

/** Where the flags are set: gap from the end of the span before, and length, in turn. */
export function spans(flags: readonly boolean[]): number[] {
  const pairs: number[] = [];
  let end = 0;
  for (let from = flags.indexOf(true); from >= 0; from = flags.indexOf(true, end)) {
    const next = flags.indexOf(false, from);
    const to = next < 0 ? flags.length : next;
    pairs.push(from - end, to - from);
    end = to;
  }
  return pairs;
}

/** Calls `visit` for each span of `[gap, length, …]` with the index that it starts at and the one after it. */
export function eachSpan(pairs: readonly number[], visit: (from: number, to: number) => void): void {
  let at = 0;
  for (let k = 0; k + 1 < pairs.length; k += 2) {
    const from = at + pairs[k]!;
    at = from + pairs[k + 1]!;
    visit(from, at);
  }
}
