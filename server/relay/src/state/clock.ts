/** Time as the relay sees it: passed in everywhere, so that a test owns it. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Resolves after `ms`, or rejects with the signal's reason as soon as it is aborted. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's own clock. Its timers keep no process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
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
};

/** A clock that moves only when told, or when someone waits: `wait` moves it and resolves at once. For tests. */
export function createManualClock(startsAt: string | number): Clock & { advance(ms: number): void } {
  let now = new Date(startsAt).getTime();
  return {
    now: () => now,
    advance(ms) {
      now += ms;
    },
    async wait(ms) {
      now += ms;
    },
  };
}

/** An instant of the clock in the contract's form: ISO 8601 in UTC. */
export const toInstant = (milliseconds: number): string => new Date(milliseconds).toISOString();
