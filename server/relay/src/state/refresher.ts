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
  #pauseMs: number;
  #hasSucceeded = false;
  #running: Promise<void> | undefined;
  readonly #stopped = new AbortController();

  constructor(readonly options: RefresherOptions) {
    this.#pauseMs = options.everyMs;
  }

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
      await clock.wait(this.#pauseMs, this.#stopped.signal).catch(() => undefined);
      if (!this.#stopped.signal.aborted) await this.run();
    }
  }

  async #once(): Promise<void> {
    try {
      await this.options.refresh();
      this.#failures = 0;
      this.#pauseMs = this.options.everyMs;
      this.#hasSucceeded = true;
    } catch (error) {
      this.#failures++;
      this.#pauseMs = pauseAfter(error, this.#failures, this.options);
      this.options.onFailure(error, this.#failures);
    }
  }
}

/** However long a failure says to wait. */
const longestPauseMs = 3_600_000;

/** How long to wait after failures in a row: as long as the last one says, else ever longer up to the usual pace; with jitter. */
export function pauseAfter(
  error: unknown,
  failures: number,
  { everyMs, retryMs }: Pick<RefresherOptions, 'everyMs' | 'retryMs'>,
): number {
  const seconds = error instanceof ProblemError ? error.details.retryAfterSeconds : undefined;
  if (seconds !== undefined) return Math.min(longestPauseMs, seconds * 1_000 * (1 + Math.random() / 4));
  return Math.min(everyMs, retryMs * 2 ** (failures - 1)) * (0.75 + Math.random() / 2);
}
