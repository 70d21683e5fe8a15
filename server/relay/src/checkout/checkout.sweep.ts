import { ProblemError } from '@s360-widgets/contract';
import type { OrderDesk, PaymentEntry } from '../order/index.js';
import type { Clock } from '../state/index.js';
import type { Finaliser } from './checkout.finalise.js';

export interface SweepParts {
  readonly desk: OrderDesk;
  readonly finaliser: Pick<Finaliser, 'finalise' | 'giveUp'>;
  readonly clock: Clock;
  readonly log: { error(facts: object, message: string): void; warn(facts: object, message: string): void };
}

export interface SweepSettings {
  readonly everySeconds: number;
  /** After this a payment that S-360 still calls undecided is cancelled there. */
  readonly giveUpHours: number;
}

const hour = 3_600_000;
/** A decided payment is remembered this long, for pages that ask late. */
const keepMs = 48 * hour;
/** S-360 has called a payment undecided, and refused to cancel it, for so long that no machine will mend it. */
const handOverToPeopleMs = 7 * 24 * hour;
const slowestMs = 600_000;

/**
 * Looks after payments that nobody asks about: the browser was closed, or the relay was. Runs once at the start (so the
 * journal is replayed) and every few seconds; each undecided payment is looked at often at first and then ever less, down to
 * once in ten minutes, so that the call budget stays with visitors. Undecided for a day: cancelled at S-360. Still undecided after
 * a week: logged as an error with the order's id, and left to people. A payment that S-360 calls paid is never given up.
 */
export class Sweep {
  /** By the clock's `elapsed`. */
  readonly #lookAt = new Map<string, { at: number; wait: number }>();
  readonly #stopped = new AbortController();
  #running: Promise<void> | undefined;

  constructor(
    readonly parts: SweepParts,
    readonly settings: SweepSettings,
  ) {}

  /** Begins with a round at once. */
  start(): void {
    this.#running ??= this.#run();
  }

  /** Resolves when the round under way is over. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#running;
  }

  /** One look at every payment whose turn it is. */
  async round(): Promise<void> {
    const entries = await this.parts.desk.records.payments.all();
    const { clock } = this.parts;
    for (const entry of entries) {
      if (this.#stopped.signal.aborted) return;
      if (entry.outcome) await this.#forgetOld(entry);
      else if (this.#isDue(entry, clock.elapsed()) && !(await this.#look(entry))) return;
    }
  }

  #isDue({ orderId }: PaymentEntry, elapsed: number): boolean {
    const look = this.#lookAt.get(orderId);
    return !look || look.at <= elapsed;
  }

  async #run(): Promise<void> {
    while (!this.#stopped.signal.aborted) {
      await this.round().catch((error: unknown) => this.parts.log.error({ err: error }, 'the sweep failed'));
      await this.parts.clock
        .wait(this.settings.everySeconds * 1000, this.#stopped.signal)
        .catch(() => undefined);
    }
  }

  /** False when S-360 has no room for more calls now: the round ends. */
  async #look(entry: PaymentEntry): Promise<boolean> {
    const { orderId } = entry;
    const isOld = this.#ageOf(entry) > this.settings.giveUpHours * hour;
    const { finaliser, desk, log } = this.parts;
    try {
      const standing = await (isOld
        ? desk.alone(orderId, () => finaliser.giveUp(orderId))
        : finaliser.finalise(orderId));
      if (standing === 'waiting') this.#postpone(entry);
      else this.#lookAt.delete(orderId);
      return true;
    } catch (error) {
      this.#postpone(entry);
      log.warn({ orderId, err: error }, 'a payment could not be looked at');
      return !(error instanceof ProblemError && error.code === 'box-office-busy');
    }
  }

  /** Waits half as long again as the last time. */
  #postpone(entry: PaymentEntry): void {
    const elapsed = this.parts.clock.elapsed();
    const first = this.settings.everySeconds * 1000;
    const wait = Math.min(slowestMs, (this.#lookAt.get(entry.orderId)?.wait ?? first / 1.5) * 1.5);
    this.#lookAt.set(entry.orderId, { at: elapsed + wait, wait });
    if (this.#ageOf(entry) > handOverToPeopleMs) {
      this.parts.log.error(
        { orderId: entry.orderId },
        'a payment is undecided after a week: ask the box office',
      );
      this.#lookAt.set(entry.orderId, { at: elapsed + 24 * hour, wait: slowestMs });
    }
  }

  async #forgetOld(entry: PaymentEntry): Promise<void> {
    this.#lookAt.delete(entry.orderId);
    if (this.#ageOf(entry) > keepMs) await this.parts.desk.records.payments.remove(entry.orderId);
  }

  /** Milliseconds since the payment was begun, restarts or not. */
  #ageOf({ startedAt }: PaymentEntry): number {
    return this.parts.clock.now() - startedAt;
  }
}
