/** For tests: time that passes when the test says so, and waits that end in it. */
import { createClock, type Clock } from './clock.js';

export interface TimedClock extends Clock {
  /** Moves on at once, past waits that end meanwhile; they end, late. */
  advance(ms: number): void;
  /**
   * Lets time pass from wait to wait, each time until what it woke has come to rest.
   * @param settle resolves when nothing is at work any more
   */
  pass(ms: number, settle: () => Promise<void>): Promise<void>;
}

interface Wait {
  readonly at: number;
  end(): void;
}

export function createTimedClock(startsAt: string | number): TimedClock {
  const start = new Date(startsAt).getTime();
  const waits = new Waits();
  const clock = createClock({
    date: () => start + waits.elapsed - startElapsed,
    elapsed: () => waits.elapsed,
    wait: (ms, signal) => waits.add(ms, signal),
  });
  return {
    ...clock,
    advance: (ms) => waits.goTo(waits.elapsed + ms),
    async pass(ms, settle) {
      const until = waits.elapsed + ms;
      await settle();
      for (let next = waits.next; next <= until; next = waits.next) {
        waits.goTo(Math.max(waits.elapsed, next));
        await settle();
      }
      waits.goTo(until);
    },
  };
}

/** Far from any date, so that a duration taken from the wrong one of the two shows. */
const startElapsed = 5_000;

class Waits {
  elapsed = startElapsed;
  #waits: Wait[] = [];

  /** When the next one ends. */
  get next(): number {
    return Math.min(...this.#waits.map(({ at }) => at));
  }

  add(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = () => {
        this.#waits = this.#waits.filter((other) => other !== wait);
        reject(new Error('aborted'));
      };
      const end = () => {
        signal?.removeEventListener('abort', stop);
        resolve();
      };
      const wait = { at: this.elapsed + ms, end };
      this.#waits.push(wait);
      signal?.addEventListener('abort', stop);
    });
  }

  goTo(elapsed: number): void {
    this.elapsed = elapsed;
    const due = this.#waits.filter(({ at }) => at <= elapsed);
    this.#waits = this.#waits.filter((wait) => !due.includes(wait));
    for (const { end } of due) end();
  }
}
