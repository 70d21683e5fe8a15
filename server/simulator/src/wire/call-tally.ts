const MINUTE = 60_000;

/** The most calls that any sixty seconds held, and how many calls were refused for it. */
export interface CallCount {
  mostInAMinute: number;
  refused: number;
}

export interface CallTotals extends CallCount {
  /** Calls that the institution may make in any sixty seconds. */
  limit: number;
  /** By the minute of the simulator's clock in which the sixty seconds ended; `at` is its begin, ISO 8601. */
  minutes: ({ at: string } & CallCount)[];
}

export interface CallTally {
  /** `inAMinute`: calls of the sixty seconds before `now`, a moment in milliseconds since 1970, with this one. */
  add(now: number, inAMinute: number, isRefused: boolean): void;
  totals(): CallTotals;
  reset(): void;
}

/** What a budget is held against afterwards. */
export function createCallTally(limit: number): CallTally {
  const minutes = new Map<number, CallCount>();
  return {
    add(now, inAMinute, isRefused) {
      const minute = Math.floor(now / MINUTE);
      const { mostInAMinute = 0, refused = 0 } = minutes.get(minute) ?? {};
      minutes.set(minute, {
        mostInAMinute: Math.max(mostInAMinute, inAMinute),
        refused: refused + (isRefused ? 1 : 0),
      });
    },
    totals() {
      const counts = [...minutes].map(([minute, count]) => {
        return { at: new Date(minute * MINUTE).toISOString(), ...count };
      });
      return {
        limit,
        mostInAMinute: Math.max(0, ...counts.map(({ mostInAMinute }) => mostInAMinute)),
        refused: counts.reduce((sum, { refused }) => sum + refused, 0),
        minutes: counts,
      };
    },
    reset: () => minutes.clear(),
  };
}
