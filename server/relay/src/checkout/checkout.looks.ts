import type { Clock } from '../state/index.js';

/**
 * Least time between two looks at an undecided payment, by its age in ms, so that pages that ask every second don't eat
 * the call budget. A page that reports something is believed enough for a look, once a second.
 */
const lookEveryMs = (ageMs: number): number => (ageMs < 30_000 ? 2_000 : ageMs < 120_000 ? 4_000 : 10_000);
const eagerLookEveryMs = 1_000;
const mostWaiting = 5_000;

/** By the clock's `elapsed`. */
export interface Look {
  readonly since: number;
  readonly at: number;
  /** When a page's report was last a reason to look. */
  readonly eagerAt: number;
}

function isDue({ since, at, eagerAt }: Look, now: number, isEager: boolean): boolean {
  return isEager ? now - eagerAt >= eagerLookEveryMs : now - at >= lookEveryMs(now - since);
}

/** When each undecided payment was first and last looked at, here in memory. */
export class Looks {
  readonly #looks = new Map<string, Look>();

  constructor(readonly clock: Pick<Clock, 'elapsed'>) {}

  /** The look to make now; undefined where it is too soon for one. @param isEager a page reports something */
  due(orderId: string, isEager: boolean): Look | undefined {
    const now = this.clock.elapsed();
    const last = this.#looks.get(orderId);
    if (last && !isDue(last, now, isEager)) return undefined;
    const eagerAt = isEager ? now : (last?.eagerAt ?? Number.NEGATIVE_INFINITY);
    return { since: last?.since ?? now, at: now, eagerAt };
  }

  /** The look was made, and the payment is still undecided. */
  note(orderId: string, look: Look): void {
    this.#looks.set(orderId, look);
    const [oldest] = this.#looks.keys();
    if (this.#looks.size > mostWaiting && oldest) this.#looks.delete(oldest);
  }

  /** The payment is decided. */
  forget(orderId: string): void {
    this.#looks.delete(orderId);
  }
}
