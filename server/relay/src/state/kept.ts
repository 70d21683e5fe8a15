import { LRUCache } from 'lru-cache';
import type { Clock } from './clock.js';

export interface KeptOptions<Value> {
  readonly clock: Clock;
  /** Most things that are kept; the one that nobody wanted for longest goes first. */
  readonly most: number;
  /** How long a value is shown again, in milliseconds. */
  readonly freshMs: number | ((value: Value) => number);
  /** How long a failure is shown again before the next try. */
  readonly retryMs: number;
  /** Size of a value, where what counts is the sum of sizes and not the number of things. */
  readonly sizeOf?: (value: Value) => number;
}

/**
 * What was read, by key. A thing is asked for once at a time and shown again while it is fresh; one that failed is not asked for
 * again before its pause is over.
 */
export class Kept<Value> {
  readonly #values: LRUCache<string, { reading: Promise<Value>; value?: Value }>;

  constructor(readonly options: KeptOptions<Value>) {
    const { clock, most, sizeOf } = options;
    this.#values = new LRUCache({
      perf: { now: () => clock.elapsed() },
      // Asks the clock each time: it may be a test's.
      ttlResolution: 0,
      ...(sizeOf
        ? { maxSize: most, sizeCalculation: ({ value }) => (value === undefined ? 1 : sizeOf(value) + 1) }
        : { max: most }),
    });
  }

  /** What is kept under the key, or else the outcome of asking, failures included. */
  read(key: string, ask: () => Promise<Value>): Promise<Value> {
    const kept = this.#values.get(key);
    if (kept) return kept.reading;
    const reading = ask();
    const { freshMs, retryMs } = this.options;
    const entry = { reading };
    this.#values.set(key, entry);
    const settle = (settled: { reading: Promise<Value>; value?: Value }, ttl: number) => {
      // Put, forgotten or pushed out meanwhile: what was being read is of no more use.
      if (this.#values.peek(key) === entry) this.#values.set(key, settled, { ttl: Math.max(1, ttl) });
    };
    reading.then(
      (value) => settle({ reading, value }, typeof freshMs === 'number' ? freshMs : freshMs(value)),
      () => settle({ reading }, retryMs),
    );
    return reading;
  }

  /** What is kept under the key, if anything is. */
  get(key: string): Promise<Value> | undefined {
    return this.#values.get(key)?.reading;
  }

  /** Takes what is known without asking. */
  put(key: string, value: Value): void {
    const { freshMs } = this.options;
    const ttl = typeof freshMs === 'number' ? freshMs : freshMs(value);
    this.#values.set(key, { reading: Promise.resolve(value), value }, { ttl: Math.max(1, ttl) });
  }

  forget(key: string): void {
    this.#values.delete(key);
  }
}
