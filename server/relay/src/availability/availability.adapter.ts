import type { S360 } from '../s360/index.js';
import {
  toPerformanceStock,
  toUpdates,
  toVisitStock,
  type PerformanceStock,
  type VisitStock,
} from './availability.mapping.js';

/** Performances asked about in one call. */
const chunk = 300;

/** The operations of AvailabilityService that count, in the name of one point of sale. */
export class AvailabilityAdapter {
  constructor(
    readonly s360: S360,
    readonly pointOfSalesId: () => string,
  ) {}

  /** Which of the products changed since an instant of S-360's clock. At most once a minute. */
  async getUpdates(productIds: readonly string[], referenceDate: string) {
    const args = { pointOfSalesId: this.pointOfSalesId(), productIds: [...productIds], referenceDate };
    return toUpdates(await this.s360.call('AvailabilityService', 'getUpdatedAvailabilities', args));
  }

  /** What is left, by seat category. At most once a minute for each performance. */
  async getPerformances(performanceIds: readonly string[]): Promise<PerformanceStock[]> {
    const stock: PerformanceStock[] = [];
    for (let from = 0; from < performanceIds.length; from += chunk) {
      const args = {
        pointOfSalesId: this.pointOfSalesId(),
        performanceIds: performanceIds.slice(from, from + chunk),
        // −1 splits over all categories.
        seatCategoryIds: ['-1'],
      };
      const raw = await this.s360.call('AvailabilityService', 'getPerformanceAvailability', args);
      stock.push(...toPerformanceStock(raw));
    }
    return stock;
  }

  /** What is left of passes, by item and timeslot. At most once a minute. */
  async getPasses(productIds: readonly string[]): Promise<VisitStock[]> {
    const args = { pointOfSalesId: this.pointOfSalesId(), productIds: [...productIds] };
    return toVisitStock(await this.s360.call('AvailabilityService', 'getProductAvailability', args));
  }
}
