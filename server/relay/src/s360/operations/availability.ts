/** What is left: what the relay asks, and reads. */
import * as z from 'zod';
import { asItCame, reading } from '../answer.js';
import { stated } from '../paths.js';
import { wireId, wireNumber } from '../reading.js';
import { id } from './values.js';

export const getUpdatedAvailabilities = {
  args: z.strictObject({ pointOfSalesId: id, productIds: z.array(id), referenceDate: z.string() }),
  answer: reading(({ list }) => {
    const update = z.object({ productId: wireId, lastUpdate: stated(z.string().optional()) });
    return z.object({ availabilityUpdateData: stated(list(update, 'update of a product')) });
  }),
};

export const getPerformanceAvailability = {
  args: z.strictObject({
    pointOfSalesId: id,
    performanceIds: z.array(id),
    seatCategoryIds: z.array(z.string()),
  }),
  // GUESS: the fields of a line; only the outer shape of getEventAvailability is attested.
  answer: reading(({ list, optional }) => {
    const line = z.object({
      performanceId: wireId,
      seatCategoryId: optional(wireId, 'seat category'),
      availability: stated(optional(wireNumber, 'availability')),
    });
    const lines = stated(list(line, 'availability of a performance'));
    return z.object({ performanceAvailabilityData: z.object({ performanceAvailabilities: lines }) });
  }),
};

export const getProductAvailability = {
  args: z.strictObject({ pointOfSalesId: id, productIds: z.array(id) }),
  // GUESS: the fields of a line.
  answer: reading(({ list, optional }) => {
    const line = z.object({
      productId: wireId,
      itemId: optional(wireId, 'pass item'),
      timeslotId: optional(wireId, 'timeslot'),
      availability: wireNumber,
    });
    const lines = stated(list(line, 'availability of a pass'));
    return z.object({ productAvailabilityData: z.object({ productAvailabilities: lines }) });
  }),
};

/** Its seats are handed on one by one: a stadium's answer is 20 MB. */
export const getSeatsAvailability = {
  args: z.strictObject({ pointOfSalesId: id, performanceId: id }),
  answer: asItCame('seatsAvailabilityData { seatAvailabilities { seatId } }'),
};
