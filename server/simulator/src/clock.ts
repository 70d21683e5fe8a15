/** Where the simulator reads the time from: milliseconds since 1970. */
export interface Clock {
  now(): number;
}

/** A clock that the control port can move forward, so that holds run out without waiting. */
export interface AdjustableClock extends Clock {
  advance(seconds: number): void;
  /** Back to the clock it was made from. */
  reset(): void;
}

export const systemClock: Clock = { now: () => Date.now() };

export function adjustableClock(base: Clock): AdjustableClock {
  let offsetMs = 0;
  return {
    now: () => base.now() + offsetMs,
    advance: (seconds) => {
      offsetMs += seconds * 1000;
    },
    reset: () => {
      offsetMs = 0;
    },
  };
}
