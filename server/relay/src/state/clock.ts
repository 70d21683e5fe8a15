/**
 * Time as the relay sees it: passed in everywhere, so that a test owns it. The date of the relay's machine counts at the start
 * alone: when it is set anew later, forward or back, nothing here moves.
 */
export interface Clock {
  /**
   * S-360's time, as far as its answers tell: milliseconds since 1970, UTC. For instants: what is compared with S-360's, told to
   * pages, or kept on disk. May move either way when S-360's does.
   */
  now(): number;
  /**
   * Milliseconds that only ever go on, evenly, from a beginning that means nothing; the same for all processes of a machine. For how long
   * something took or may last.
   */
  elapsed(): number;
  /**
   * An answer of S-360 carried this date.
   * @param date milliseconds since 1970, cut to the second
   * @param sentAt when the question was sent, by `elapsed`
   */
  hearDate(date: number, sentAt: number): void;
  /** Resolves after `ms`, or rejects with the signal's reason as soon as it is aborted. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

/** What a machine knows of time: a date that anybody may set, and a count that nobody can. */
export interface Machine {
  date(): number;
  elapsed(): number;
  wait: Clock['wait'];
}

/**
 * A clock that starts at the machine's date and is corrected by S-360's. A date that was heard is right to a second and to the
 * time that the answer took, so it narrows what is known; one that contradicts that replaces it.
 */
export function createClock(machine: Machine): Clock {
  // S-360's time is ahead of `elapsed` by something between these two.
  let least = machine.date() - machine.elapsed();
  let most = least;
  return {
    now: () => Math.round(machine.elapsed() + (least + most) / 2),
    elapsed: () => machine.elapsed(),
    hearDate(date, sentAt) {
      const [low, high] = [date - machine.elapsed(), date + 1_000 - sentAt];
      const contradicts = low > most || high < least;
      least = contradicts ? low : Math.max(least, low);
      most = contradicts ? high : Math.min(most, high);
    },
    wait: (ms, signal) => machine.wait(ms, signal),
  };
}

/** The clock of this process. Its timers keep no process alive. */
export const createSystemClock = (): Clock =>
  createClock({
    date: () => Date.now(),
    elapsed: () => Number(process.hrtime.bigint() / 1_000_000n),
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        const stop = () => {
          clearTimeout(timer);
          const reason: unknown = signal?.reason;
          reject(reason instanceof Error ? reason : new Error('aborted', { cause: reason }));
        };
        const timer = setTimeout(() => {
          signal?.removeEventListener('abort', stop);
          resolve();
        }, ms);
        timer.unref();
        if (signal?.aborted) stop();
        else signal?.addEventListener('abort', stop, { once: true });
      }),
  });

export interface ManualClock extends Clock {
  advance(ms: number): void;
  /** Sets the machine's date forward or back by so much, as an operator or a time server does. */
  setDateBy(ms: number): void;
}

/** A clock that moves only when told, or when someone waits: `wait` moves it and resolves at once. For tests. */
export function createManualClock(startsAt: string | number): ManualClock {
  let date = new Date(startsAt).getTime();
  // Far from any date, so that a duration taken from the wrong one of the two shows.
  let elapsed = 5_000;
  const advance = (ms: number) => {
    date += ms;
    elapsed += ms;
  };
  const clock = createClock({
    date: () => date,
    elapsed: () => elapsed,
    wait: (ms) => Promise.resolve(advance(ms)),
  });
  return {
    ...clock,
    advance,
    setDateBy(ms) {
      date += ms;
    },
  };
}

/** An instant of the clock in the contract's form: ISO 8601 in UTC. */
export const toInstant = (milliseconds: number): string => new Date(milliseconds).toISOString();
