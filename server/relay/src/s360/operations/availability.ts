/** What is left: what the relay asks, and reads. */
import * as z from 'zod';
import { asItCame } from '../answer.js';
import { id } from './values.js';

export const getUpdatedAvailabilities = {
  args: z.strictObject({ pointOfSalesId: id, productIds: z.array(id), referenceDate: z.string() }),
  answer: asItCame('availabilityUpdateData { productId lastUpdate }'),
};

export const getPerformanceAvailability = {
  args: z.strictObject({
    pointOfSalesId: id,
    performanceIds: z.array(id),
    seatCategoryIds: z.array(z.string()),
  }),
  answer: asItCame(
    'performanceAvailabilityData { performanceAvailabilities { performanceId availability } }',
  ),
};

export const getProductAvailability = {
  args: z.strictObject({ pointOfSalesId: id, productIds: z.array(id) }),
  answer: asItCame('productAvailabilityData { productAvailabilities { productId availability } }'),
};

/** Its seats are handed on one by one: a stadium's answer is 20 MB. */
export const getSeatsAvailability = {
  args: z.strictObject({ pointOfSalesId: id, performanceId: id }),
  answer: asItCame('seatsAvailabilityData { seatAvailabilities { seatId } }'),
};
