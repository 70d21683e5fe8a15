import { outcomeOf, type Attempt, type OrderDesk } from '../order/index.js';
import type { Clock } from '../state/index.js';
import { moneyDueMs, raise, type Standing } from './checkout.attempts.js';
import type { Finaliser } from './checkout.finalise.js';
import type { LateCharges } from './checkout.late.js';
import type { TakenBack } from './checkout.taken-back.js';
import type { RaisedUndo } from './checkout.undo.js';

export interface SweepParts {
  readonly desk: OrderDesk;
  readonly finaliser: Pick<Finaliser, 'settle' | 'giveUp' | 'current'>;
  readonly late: Pick<LateCharges, 'look'>;
  readonly takenBack: Pick<TakenBack, 'look'>;
  readonly undo: Pick<RaisedUndo, 'look' | 'isWanted'>;
  readonly clock: Clock;
  readonly log: { error(facts: object, message: string): void; warn(facts: object, message: string): void };
}

export interface SweepSettings {
  readonly everySeconds: number;
  /** After this a payment that S-360 still calls undecided is cancelled there. */
  readonly giveUpHours: number;
}

const second = 1_000;
const hour = 3_600 * second;
/** A "no" may be taken back for so long. */
const watchNoMs = 48 * hour;
/** A payment may begin for so long after its answer was lost: no order stays open longer. */
const watchLostMs = 2 * hour;
/** S-360 has called a payment undecided, and refused to cancel it, for so long that no machine will mend it. */
const leaveToPeopleMs = 7 * 24 * hour;
/** Looks at a time: an order that hangs takes one of them and no more. */
const mostLooks = 8;

/** How long until the next look, by how many were made: ever longer, up to a longest. */
const growing = (firstMs: number, factor: number, longestMs: number) => (looks: number) =>
  Math.round(Math.min(longestMs, firstMs * factor ** looks));
const whileUndecided = growing(5 * second, 1.5, 600 * second);
const afterNo = growing(30 * second, 2, hour);
const afterLoss = growing(60 * second, 2, hour / 2);

/**
 * Looks after payments that nobody asks about: the browser was closed, or the relay was. Each undecided payment is looked at often at
 * first and then ever less, down to once in ten minutes, so that the call budget stays with visitors. Undecided for a day: cancelled at
 * S-360. Still undecided after a week: left to people. A payment that S-360 calls paid is never given up, and looked at once more after a
 * day and after a week; one that it refused is asked about for two days more. Any number of relays share the work.
 */
export class Sweep {
  readonly #stopped = new AbortController();
  readonly #looks = new Set<Promise<void>>();
  #running: Promise<void> | undefined;

  constructor(
    readonly parts: SweepParts,
    readonly settings: SweepSettings,
  ) {}

  /** Begins with a round at once. */
  start(): void {
    this.#running ??= this.#run();
  }

  /** Resolves when the looks under way are over. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#running;
    await Promise.all(this.#looks);
  }

  /** One look at every payment whose turn it is, as far as there is room beside those that are still being looked at. */
  async round(): Promise<void> {
    const due = await this.parts.desk.records.attempts.takeDue(mostLooks - this.#looks.size);
    const looks = due.map((attempt) => {
      const look = this.#look(attempt).finally(() => this.#looks.delete(look));
      this.#looks.add(look);
      return look;
    });
    await Promise.all(looks);
  }

  async #run(): Promise<void> {
    while (!this.#stopped.signal.aborted) {
      // Not waited for: what hangs in one round is no reason to put the next one off.
      this.round().catch((error: unknown) => this.parts.log.error({ err: error }, 'the sweep failed'));
      const { everySeconds } = this.settings;
      await this.parts.clock.wait(everySeconds * second, this.#stopped.signal).catch(() => undefined);
    }
  }

  async #look(attempt: Attempt): Promise<void> {
    const { desk, log } = this.parts;
    const { orderId } = attempt;
    try {
      await desk.alone(orderId, () => this.#lookAt(attempt));
    } catch (error) {
      log.warn({ orderId, err: error }, 'a payment could not be looked at');
    }
    await this.#putOff(attempt).catch((error: unknown) =>
      log.warn({ orderId, err: error }, 'a payment could not be put off'),
    );
  }

  async #putOff(attempt: Attempt): Promise<void> {
    const isOver = attempt.state === 'raised' && !(await this.parts.undo.isWanted(attempt));
    await this.parts.desk.records.attempts.putOff(attempt, isOver ? null : this.#pauseOf(attempt));
  }

  async #lookAt(attempt: Attempt): Promise<void> {
    const { orderId, state } = attempt;
    if (state === 'void') return this.#lookForLost(attempt);
    if (state === 'raised') return this.parts.undo.look(attempt);
    if (state === 'paid') return this.parts.takenBack.look(attempt);
    if (outcomeOf(attempt)) return void (await this.parts.late.look(orderId));
    const isOld = this.#ageOf(attempt) > this.settings.giveUpHours * hour;
    const standing = await (isOld
      ? this.parts.finaliser.giveUp(orderId)
      : this.parts.finaliser.settle(orderId));
    if (standing === 'waiting' && this.#ageOf(attempt) > leaveToPeopleMs) await this.#leaveToPeople(orderId);
  }

  /** A payment that began after the relay had stopped waiting: nobody can pay it, since nobody was told of it. */
  async #lookForLost({ orderId, attemptId }: Attempt): Promise<void> {
    const { finaliser } = this.parts;
    const standing: Standing = await finaliser.settle(orderId);
    if (standing === 'waiting' && (await finaliser.current(orderId))?.attemptId === attemptId)
      await finaliser.giveUp(orderId);
  }

  async #leaveToPeople(orderId: string): Promise<void> {
    const current = await this.parts.finaliser.current(orderId);
    if (current && !outcomeOf(current)) await raise(current, 'undecided', this.parts);
  }

  /** Until the next look at an attempt that is still as it was; null where none is needed any more. */
  #pauseOf(attempt: Attempt): number | null {
    const { state, looks, decidedAt } = attempt;
    if (state === 'intent' || state === 'begun') return whileUndecided(looks);
    if (state === 'void') return this.#ageOf(attempt) < watchLostMs ? afterLoss(looks) : null;
    if (state === 'raised') return afterNo(looks);
    if (state === 'paid') return looks === 0 ? moneyDueMs.last - moneyDueMs.first : null;
    const isWatched = decidedAt !== null && this.parts.clock.now() - decidedAt < watchNoMs;
    return isWatched ? afterNo(looks) : null;
  }

  /** Milliseconds since the payment was begun, restarts or not. */
  #ageOf({ startedAt }: Attempt): number {
    return this.parts.clock.now() - startedAt;
  }
}
