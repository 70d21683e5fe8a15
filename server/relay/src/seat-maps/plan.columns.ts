/** The codings of the contract's `seat-plan.ts`, in the direction of writing. */

/** a, b, c → a, b − a, c − b. */
export function differences(values: readonly number[]): number[] {
  return values.map((value, k) => value - (values[k - 1] ?? 0));
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

/** Rising indices as the way from one to the next. */
export function gaps(indices: readonly number[]): number[] {
  return differences(indices);
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
