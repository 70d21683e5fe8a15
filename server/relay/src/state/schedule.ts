import type { Clock } from './clock.js';
import type { Database } from './database.js';
import { Refresher } from './refresher.js';

/** Hours of each day in which nobody needs news, in minutes since midnight; they may begin in the evening. */
export interface QuietHours {
  readonly from: number;
  readonly until: number;
}

export interface ScheduleParts {
  readonly clock: Clock;
  readonly database: Database;
  readonly quietHours: QuietHours | undefined;
  /** Whose hours they are; undefined before it is known. */
  timeZone(): string | undefined;
}

/** Nobody has looked for so long: nobody is there. */
const idleMs = 15 * 60_000;
/** How often news is asked for then. */
export const seldomMs = 3_600_000;
/** So often a look is told to the other relays, and theirs are heard of. */
const tellMs = 60_000;
const lookId = 'shop';

/**
 * How often S-360 is asked for news: as usual while somebody looks at the shop, at whichever relay, and once an hour while nobody does, or in
 * quiet hours. The next look wakes who asks; one at another relay within a minute.
 */
export class Schedule {
  readonly #wakers: (() => void)[] = [];
  /** By the clock's `elapsed`, as the next one. */
  #lookedAt = Number.NEGATIVE_INFINITY;
  #toldAt = Number.NEGATIVE_INFINITY;
  /** What was last said of how often; the relay before this one may have said seldom, and who asks goes on with that. */
  #wasSeldom = true;
  readonly #hearing: Refresher;

  constructor(readonly parts: ScheduleParts) {
    this.#hearing = new Refresher({
      ...{ clock: parts.clock, everyMs: tellMs, retryMs: tellMs },
      refresh: () => this.#hear(),
      // Without the database this relay goes by its own visitors.
      onFailure: () => undefined,
    });
  }

  /** Hears of looks at other relays from now on. */
  start(): Promise<void> {
    return this.#hearing.start();
  }

  stop(): void {
    this.#hearing.stop();
  }

  /** @param usualMs while somebody looks */
  everyMs(usualMs: number): number {
    this.#wasSeldom = this.#isSeldom();
    return this.#wasSeldom ? Math.max(usualMs, seldomMs) : usualMs;
  }

  /** Called when news may be wanted more often than was said before. */
  onWake(wake: () => void): void {
    this.#wakers.push(wake);
  }

  /** A visitor looks at the shop. */
  look(): void {
    this.#lookedAt = this.parts.clock.elapsed();
    this.#wakeWhereNeeded();
    if (this.#lookedAt - this.#toldAt < tellMs) return;
    this.#toldAt = this.#lookedAt;
    // The visitor is answered, whether the others hear of it or not.
    this.#tell().catch(() => undefined);
  }

  async #hear(): Promise<void> {
    const { clock, database } = this.parts;
    const look = await database.query
      .selectFrom('shop_look')
      .select(['looked_at', database.elapsed().as('now')])
      .executeTakeFirst();
    // One that is still to come was told before the count began anew.
    if (!look || look.looked_at > look.now) return;
    this.#lookedAt = Math.max(this.#lookedAt, clock.elapsed() - (look.now - look.looked_at));
    this.#wakeWhereNeeded();
  }

  #wakeWhereNeeded(): void {
    if (!this.#wasSeldom || this.#isSeldom()) return;
    this.#wasSeldom = false;
    for (const wake of this.#wakers) wake();
  }

  #isSeldom(): boolean {
    return this.parts.clock.elapsed() - this.#lookedAt >= idleMs || this.#isQuiet();
  }

  #isQuiet(): boolean {
    const { quietHours, clock } = this.parts;
    const timeZone = this.parts.timeZone();
    if (!quietHours || timeZone === undefined) return false;
    const { from, until } = quietHours;
    const minute = minuteOfDay(clock.now(), timeZone);
    return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
  }

  async #tell(): Promise<void> {
    const { database } = this.parts;
    const look = { looked_at: database.elapsed() };
    await database.query
      .insertInto('shop_look')
      .values({ look_id: lookId, ...look })
      .onConflict((conflict) => conflict.column('look_id').doUpdateSet(look))
      .execute();
  }
}

function minuteOfDay(instant: number, timeZone: string): number {
  const wall = new Intl.DateTimeFormat('sv', { timeZone, hour: '2-digit', minute: '2-digit' });
  const [hour, minute] = wall.format(instant).split(':').map(Number);
  return (hour ?? 0) * 60 + (minute ?? 0);
}
