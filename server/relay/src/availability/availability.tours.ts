import { ProblemError, type Tour } from '@s360-widgets/contract';
import type { Logger } from '../http/index.js';
import { namedByRefusal } from '../s360/index.js';
import type { Clock } from '../state/index.js';
import type { TimedTour } from './availability.mapping.js';

/** A pass with guided visits, as the catalog has it. */
export interface GuidedPass {
  readonly productId: string;
  readonly timeslotIds: readonly string[];
}

/** What was heard of a pass. A pass without any tour, booked out or with nothing to choose, is told by its timeslots' counts alone. */
export interface PassTours {
  readonly productId: string;
  /** What was asked about. */
  readonly timeslotIds: readonly string[];
  readonly tours: readonly TimedTour[];
}

export interface AvailabilityToursOptions {
  readonly getTours: (passId: string, timeslotIds: readonly string[]) => Promise<readonly TimedTour[]>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Until a pass that S-360 would not answer for is asked about once more. */
const askAgainMs = 60 * 60_000;

/** What can be had of guided visits. A pass is asked about when it is new, and when it was counted again. */
export class AvailabilityTours {
  readonly #passes = new Map<string, PassTours>();
  /** By timeslot, of passes that have tours. */
  readonly #byTimeslot = new Map<string, Tour[]>();
  readonly #pending = new Set<string>();
  readonly #refusedUntil = new Map<string, number>();

  constructor(readonly options: AvailabilityToursOptions) {}

  /** What can be had at a time; undefined = not known, or there is nothing to choose. */
  of(timeslotId: string): readonly Tour[] | undefined {
    return this.#byTimeslot.get(timeslotId);
  }

  /** Some products were counted again, so that what was heard of their tours may be no longer true. */
  expect(productIds: readonly string[]): void {
    for (const id of productIds) this.#pending.add(id);
  }

  /**
   * Asks about the passes that are due, one call each. What S-360 has no time for is asked about in the next round.
   * @returns whether anything was heard
   */
  async ask(passes: readonly GuidedPass[]): Promise<boolean> {
    const { getTours, clock, log } = this.options;
    let isHeard = false;
    for (const { productId, timeslotIds } of passes.filter((pass) => this.#isDue(pass))) {
      try {
        this.keep({ productId, timeslotIds, tours: await getTours(productId, timeslotIds) });
        this.#pending.delete(productId);
        isHeard = true;
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        log.warn({ productId, problem: error.code }, 'languages and themes not refreshed');
        if (!namedByRefusal(error)) break;
        this.#refusedUntil.set(productId, clock.now() + askAgainMs);
      }
    }
    return isHeard;
  }

  keep(pass: PassTours): void {
    this.#passes.set(pass.productId, pass);
    for (const id of pass.timeslotIds) {
      if (pass.tours.length > 0) this.#byTimeslot.set(id, []);
      else this.#byTimeslot.delete(id);
    }
    for (const { timeslotId, ...tour } of pass.tours) this.#byTimeslot.get(timeslotId)?.push(tour);
  }

  clear(): void {
    for (const memory of [this.#passes, this.#byTimeslot, this.#pending, this.#refusedUntil]) memory.clear();
  }

  records(): Iterable<PassTours> {
    return this.#passes.values();
  }

  #isDue({ productId, timeslotIds }: GuidedPass): boolean {
    if (this.options.clock.now() < (this.#refusedUntil.get(productId) ?? 0)) return false;
    const asked = new Set(this.#passes.get(productId)?.timeslotIds);
    return this.#pending.has(productId) || timeslotIds.some((id) => !asked.has(id));
  }
}
