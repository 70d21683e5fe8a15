import { ProblemError } from '@s360-widgets/contract/problem';
import { LRUCache } from 'lru-cache';
import type { Clock, Database } from '../state/index.js';
import { VisitorRows, type Counted } from './visitors.rows.js';

export interface MetersParts {
  readonly database: Database;
  readonly clock: Pick<Clock, 'elapsed'>;
}

/** What is counted for somebody, and how much of it a minute may see. */
export interface Meter {
  /** The kind of work, and a digest of whose it is. */
  readonly key: string;
  readonly most: number;
}

/** What this relay knows of a meter without asking. */
interface Known {
  /** As all relays have counted, when the database last said so. */
  calls: number;
  /** Counted here alone: what has cost this relay something, and S-360 nothing. */
  own: number;
  /** Work that was let in and has not cost anything yet. */
  underWay: number;
  /** By the clock's `elapsed`. */
  endsAt: number;
}

const minuteMs = 60_000;
const forgetEveryMs = 600_000;
/** Meters that are remembered here; of one that is not, the database tells with the next call. */
const mostKnown = 20_000;

/**
 * Counts what visitors cost by the minute. Calls are counted in the database, so that every relay sees the same; what costs none touches
 * it neither to write nor to read. So a relay learns what others have counted with the next call that it counts itself.
 */
export class Meters {
  readonly #rows: VisitorRows;
  readonly #known = new LRUCache<string, Known>({ max: mostKnown });
  #turn: Promise<unknown> = Promise.resolve();
  #forgotAt = 0;

  constructor(readonly parts: MetersParts) {
    this.#rows = new VisitorRows(parts.database);
  }

  /** @throws ProblemError `too-many-requests` where one of them is known to be used up, by what is under way as well */
  refuseSpent(meters: readonly Meter[]): void {
    for (const { key, most } of meters) {
      const { calls, own, underWay, endsAt } = this.#knownOf(key);
      if (calls + own + underWay >= most) throw tooMany(endsAt - this.parts.clock.elapsed());
    }
  }

  /** Work that will cost something for certain is let in, or has begun to cost. */
  note(meters: readonly Meter[], underWay: 1 | -1): void {
    for (const { key } of meters) this.#knownOf(key).underWay += underWay;
  }

  /** Counts one more for this relay alone. */
  countOwn(meters: readonly Meter[]): void {
    for (const { key } of meters) this.#knownOf(key).own++;
  }

  /**
   * Counts a call. Of calls that come at once each is counted when what the last one came to is known.
   * @param mayRefuse gives back what it took and throws `too-many-requests`, where it is one too many
   */
  count(meters: readonly Meter[], mayRefuse: boolean): Promise<void> {
    const counting = this.#turn.then(() => this.#count(meters, mayRefuse));
    this.#turn = counting.catch(() => undefined);
    return counting;
  }

  async #count(meters: readonly Meter[], mayRefuse: boolean): Promise<void> {
    if (mayRefuse) this.refuseSpent(meters);
    this.#forgetEnded();
    const keys = meters.map(({ key }) => key);
    const counted = await this.#rows.add(keys);
    for (const count of counted) this.#learn(count);
    const isSpent = ({ key, most }: Meter) => this.#knownOf(key).calls > most;
    if (!mayRefuse || !meters.some(isSpent)) return;
    await this.#rows.takeBack(keys);
    for (const { key } of meters) this.#knownOf(key).calls--;
    this.refuseSpent(meters);
  }

  #learn({ meter, calls, leftMs }: Counted): void {
    const known = this.#knownOf(meter);
    known.calls = calls;
    known.endsAt = this.parts.clock.elapsed() + leftMs;
  }

  /** A minute that nobody has begun yet begins now. */
  #knownOf(key: string): Known {
    const now = this.parts.clock.elapsed();
    const known = this.#known.get(key);
    if (known && now < known.endsAt) return known;
    const anew = { calls: 0, own: 0, underWay: known?.underWay ?? 0, endsAt: now + minuteMs };
    this.#known.set(key, anew);
    return anew;
  }

  /** Now and then; nobody waits for it, and what stays is dropped the next time. */
  #forgetEnded(): void {
    const now = this.parts.clock.elapsed();
    if (now - this.#forgotAt < forgetEveryMs) return;
    this.#forgotAt = now;
    this.#rows.forgetEnded().catch(() => undefined);
  }
}

function tooMany(leftMs: number): ProblemError {
  return new ProblemError('too-many-requests', { retryAfterSeconds: Math.max(1, Math.ceil(leftMs / 1_000)) });
}
