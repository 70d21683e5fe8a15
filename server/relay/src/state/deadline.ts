import { Along } from './along.js';
import type { Clock } from './clock.js';

const running = new Along<Deadline>();

export interface DeadlineParts {
  readonly clock: Pick<Clock, 'elapsed'>;
  /** How long somebody waits from now on; without it, as long as it takes. */
  readonly seconds?: number;
  /** Whether whoever waited has left. */
  readonly isGone?: () => boolean;
}

/**
 * How long somebody waits for what is done for them. It travels with the work that `run` begins, through whatever lies between: calls
 * of S-360 end at it, until the first write is sent. From then on the work is carried through, so that what it did is told, taken
 * back, or found where the order is read next.
 */
export class Deadline {
  readonly #endsAt: number;
  #isCommitted = false;

  constructor(readonly parts: DeadlineParts) {
    const { clock, seconds } = parts;
    this.#endsAt = seconds === undefined ? Number.POSITIVE_INFINITY : clock.elapsed() + seconds * 1_000;
  }

  /** That of the work under way; undefined where nobody set a time, as for the relay's own errands. */
  static get current(): Deadline | undefined {
    return running.current;
  }

  /** Whether what comes now comes too late: the time is over, or the visitor has left. */
  get isOver(): boolean {
    return this.parts.isGone?.() === true || this.parts.clock.elapsed() >= this.#endsAt;
  }

  /** Milliseconds in which something may still be begun and waited for; unlimited for work that must be carried through. */
  get leftMs(): number {
    return this.#isCommitted ? Number.POSITIVE_INFINITY : this.#endsAt - this.parts.clock.elapsed();
  }

  /** From here on the work must be carried through. */
  commit(): void {
    this.#isCommitted = true;
  }

  /** Does the work within this deadline. What the work leaves running behind it has none, and neither has what nobody set a time for. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.parts.seconds === undefined) return work();
    try {
      return await running.run(this, work);
    } finally {
      this.commit();
    }
  }
}
