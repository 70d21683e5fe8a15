import { ProblemError } from '@s360-widgets/contract/problem';
import type { Clock } from './clock.js';

export interface RefresherOptions {
  /** Does one refresh; throwing leaves what was known in place. */
  readonly refresh: () => Promise<void>;
  readonly everyMs: number;
  /** First pause after a failure that does not say when to try again; doubled up to `everyMs` as long as it fails, with jitter. */
  readonly retryMs: number;
  readonly clock: Clock;
  /** Told of each failure in a row. */
  readonly onFailure: (error: unknown, failures: number) => void;
}

/** Refreshes something for ever: one refresh in flight, evenly when it works, backing off when it does not. */
export class Refresher {
  #failures = 0;
  /** What the last failure itself said of when to try again. */
  #retryAfterMs: number | undefined;
  #hasSucceeded = false;
  #running: Promise<void> | undefined;
  readonly #stopped = new AbortController();

  constructor(readonly options: RefresherOptions) {}

  /** The last refresh failed, or there was none yet: what is known may have moved on. */
  get isStale(): boolean {
    return this.#failures > 0 || !this.#hasSucceeded;
  }

  /** Refreshes now, or joins the refresh in flight. Never rejects: a failure is counted and told. */
  run(): Promise<void> {
    this.#running ??= this.#once().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Refreshes now and from then on. Resolves after the first refresh, well or not. */
  async start(): Promise<void> {
    await this.run();
    void this.#loop();
  }

  stop(): void {
    this.#stopped.abort();
  }

  async #loop(): Promise<void> {
    const { clock } = this.options;
    while (!this.#stopped.signal.aborted) {
      await clock.wait(this.#pauseMs(), this.#stopped.signal).catch(() => undefined);
      if (!this.#stopped.signal.aborted) await this.run();
    }
  }

  #pauseMs(): number {
    const { everyMs, retryMs } = this.options;
    if (this.#failures === 0) return everyMs;
    if (this.#retryAfterMs !== undefined)
      return Math.min(everyMs, this.#retryAfterMs * (1 + Math.random() / 4));
    const pause = Math.min(everyMs, retryMs * 2 ** (this.#failures - 1));
    return pause * (0.75 + Math.random() / 2);
  }

  async #once(): Promise<void> {
    try {
      await this.options.refresh();
      this.#failures = 0;
      this.#hasSucceeded = true;
    } catch (error) {
      this.#failures++;
      this.#retryAfterMs = retryAfterMs(error);
      this.options.onFailure(error, this.#failures);
    }
  }
}

function retryAfterMs(error: unknown): number | undefined {
  const seconds = error instanceof ProblemError ? error.details.retryAfterSeconds : undefined;
  return seconds === undefined ? undefined : seconds * 1_000;
}
