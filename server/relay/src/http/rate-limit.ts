import type { Clock } from '../state/clock.js';

/** A token bucket for each client: full at first, one token a write, refilled evenly over a minute. */
export class RateLimit {
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(
    readonly perMinute: number,
    readonly clock: Clock,
  ) {}

  /** Takes a token; gives 0, or the seconds after which there is one again. */
  take(client: string): number {
    const bucket = this.#refilled(client);
    if (bucket.tokens < 1) return Math.ceil((60 * (1 - bucket.tokens)) / this.perMinute);
    bucket.tokens--;
    return 0;
  }

  #refilled(client: string): { tokens: number; at: number } {
    const now = this.clock.elapsed();
    const bucket = this.#buckets.get(client) ?? { tokens: this.perMinute, at: now };
    bucket.tokens = Math.min(this.perMinute, bucket.tokens + ((now - bucket.at) / 60_000) * this.perMinute);
    bucket.at = now;
    if (this.#buckets.size >= 10_000) this.#forget(now);
    this.#buckets.set(client, bucket);
    return bucket;
  }

  /** A bucket that was not touched for a minute is full again, like a new one. */
  #forget(now: number): void {
    for (const [client, { at }] of this.#buckets) if (now - at >= 60_000) this.#buckets.delete(client);
  }
}
