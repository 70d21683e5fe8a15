import { operations, type CallOptions, type Omit, type S360 } from '../s360/index.js';
import {
  toPerformanceStock,
  toTours,
  toUpdates,
  toVisitStock,
  type PerformanceStock,
  type TimedTour,
  type VisitStock,
} from './availability.mapping.js';
import { askInParts, type PartialAnswer, type Questions } from './availability.parts.js';

/** Performances asked about in one call. */
const chunk = 300;
/** Longer than the budget holds a call back that S-360 did not serve. */
const patienceMs = 15_000;

/** The operations of AvailabilityService that count, in the name of one point of sale. */
export class AvailabilityAdapter {
  constructor(
    readonly s360: S360,
    readonly pointOfSalesId: () => string,
    /** Hears of lines that could not be read. */
    readonly omit: Omit = () => undefined,
  ) {}

  /** Which of the products changed since an instant of S-360's clock. At most once a minute. */
  async getUpdates(productIds: readonly string[], referenceDate: string) {
    const args = { pointOfSalesId: this.pointOfSalesId(), productIds: [...productIds], referenceDate };
    const { omit } = this;
    return toUpdates(await this.s360.call(operations.getUpdatedAvailabilities, args, { omit }));
  }

  /** What is left, by seat category. At most once a minute for each performance. */
  getPerformances(questions: Questions<PerformanceStock>): Promise<PartialAnswer> {
    return askInParts(questions, chunk, async (ids, isRepeated) => {
      const args = {
        pointOfSalesId: this.pointOfSalesId(),
        performanceIds: [...ids],
        // −1 splits over all categories.
        seatCategoryIds: ['-1'],
      };
      const options = this.#optionsFor(isRepeated);
      return toPerformanceStock(await this.s360.call(operations.getPerformanceAvailability, args, options));
    });
  }

  /** What is left of passes, by item and timeslot. At most once a minute. */
  getPasses(questions: Questions<VisitStock>): Promise<PartialAnswer> {
    return askInParts(questions, questions.ids.length || 1, async (ids, isRepeated) => {
      const args = { pointOfSalesId: this.pointOfSalesId(), productIds: [...ids] };
      const options = this.#optionsFor(isRepeated);
      return toVisitStock(await this.s360.call(operations.getProductAvailability, args, options));
    });
  }

  /** What can be had of the guided visits of a pass. At most once a minute for each pass. */
  async getTours(passId: string, timeslotIds: readonly string[]): Promise<TimedTour[]> {
    const args = { passId, timeslotIds: [...timeslotIds] };
    const { omit } = this;
    return toTours(await this.s360.call(operations.getAvailableThemeAndLanguage, args, { omit }));
  }

  /** A question that is asked again in parts waits for room in the budget. */
  #optionsFor(isRepeated: boolean): CallOptions {
    return { omit: this.omit, patienceMs: isRepeated ? patienceMs : 0 };
  }
}
