import { randomUUID } from 'node:crypto';
import type { Clock } from './clock.js';
import type { Database } from './database.js';

export interface LeaseParts {
  readonly database: Database;
  readonly clock: Pick<Clock, 'elapsed'>;
}

/** How long a lease lasts unless it is held on to, which is written down three times as often. */
const leaseMs = 15_000;
/** So long before its end the holder takes it for lost: to act on it takes time. */
const marginMs = 2_000;

/**
 * What one relay of all does, by name. Who has it calls `hold` again and again; of who does not any more, another one takes it over. By
 * the database's even count: relays whose own clocks disagree do not rob each other. One that ends later than any can is from before that
 * count began anew, and binds nobody.
 */
export class Lease {
  readonly #holder = randomUUID();
  /** By the clock's `elapsed`. */
  #renewedAt = Number.NEGATIVE_INFINITY;

  constructor(
    readonly parts: LeaseParts,
    readonly name: string,
  ) {}

  /** Nobody else does it now. */
  get isHeld(): boolean {
    return this.parts.clock.elapsed() - this.#renewedAt < leaseMs - marginMs;
  }

  /** Takes it where nobody has it, and keeps it; whether this relay has it now. */
  async hold(): Promise<boolean> {
    const askedAt = this.parts.clock.elapsed();
    if (askedAt - this.#renewedAt < leaseMs / 3) return true;
    // A look costs no write, and most of the time another relay has it.
    if (await this.#isElsewhere()) return false;
    if (await this.#take()) this.#renewedAt = askedAt;
    return this.isHeld;
  }

  /** Another relay need not wait for its end. */
  async release(): Promise<void> {
    this.#renewedAt = Number.NEGATIVE_INFINITY;
    const leases = this.parts.database.query.deleteFrom('lease');
    await leases.where('name', '=', this.name).where('holder', '=', this.#holder).execute();
  }

  async #isElsewhere(): Promise<boolean> {
    const { database } = this.parts;
    const other = await database.query
      .selectFrom('lease')
      .select('holder')
      .where('name', '=', this.name)
      .where('holder', '!=', this.#holder)
      .where('until', '>', database.elapsed())
      .where('until', '<=', database.elapsed(leaseMs))
      .executeTakeFirst();
    return other !== undefined;
  }

  async #take(): Promise<boolean> {
    const { name, parts } = this;
    const { database } = parts;
    const taken = { holder: this.#holder, until: database.elapsed(leaseMs) };
    const row = await database.query
      .insertInto('lease')
      .values({ name, ...taken })
      .onConflict((conflict) =>
        conflict
          .column('name')
          .doUpdateSet(taken)
          .where((or) =>
            or.or([
              or('lease.holder', '=', this.#holder),
              or('lease.until', '<=', database.elapsed()),
              or('lease.until', '>', database.elapsed(leaseMs)),
            ]),
          ),
      )
      .returning('holder')
      .executeTakeFirst();
    return row !== undefined;
  }
}
