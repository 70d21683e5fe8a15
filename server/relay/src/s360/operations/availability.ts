/** What is left: what the relay asks, and reads. */
import * as z from 'zod';
import { asItCame, reading } from '../answer.js';
import { itemsOf } from '../items.js';
import { guessed, seenIn, stated } from '../paths.js';
import { wireId, wireNumber } from '../reading.js';
import { id } from './values.js';

export const getUpdatedAvailabilities = {
  args: seenIn(
    'clients',
    z.strictObject({ pointOfSalesId: id, productIds: z.array(id), referenceDate: z.string() }),
  ),
  answer: reading(({ list }) => {
    const update = z.object({ productId: wireId, lastUpdate: stated(z.string().optional()) });
    return seenIn(
      'clients',
      z.object({ availabilityUpdateData: stated(list(update, 'update of a product')) }),
    );
  }),
};

export const getPerformanceAvailability = {
  // GUESS: its arguments, and the fields of a line; only the outer shape of getEventAvailability is attested.
  args: guessed(
    z.strictObject({
      pointOfSalesId: id,
      performanceIds: z.array(id),
      seatCategoryIds: z.array(z.string()),
    }),
  ),
  answer: reading(({ list, optional }) => {
    const line = z.object({
      performanceId: wireId,
      seatCategoryId: optional(wireId, 'seat category'),
      availability: stated(optional(wireNumber, 'availability')),
    });
    const lines = stated(list(line, 'availability of a performance'));
    return guessed(z.object({ performanceAvailabilityData: z.object({ performanceAvailabilities: lines }) }));
  }),
};

export const getProductAvailability = {
  // GUESS: its arguments, and the fields of a line.
  args: guessed(z.strictObject({ pointOfSalesId: id, productIds: z.array(id) })),
  answer: reading(({ list, optional }) => {
    const line = z.object({
      productId: wireId,
      itemId: optional(wireId, 'pass item'),
      timeslotId: optional(wireId, 'timeslot'),
      availability: wireNumber,
    });
    const lines = stated(list(line, 'availability of a pass'));
    return guessed(z.object({ productAvailabilityData: z.object({ productAvailabilities: lines }) }));
  }),
};

export const getAvailableThemeAndLanguage = {
  // GUESS: that a pass is named by its product's id.
  args: seenIn('reference', z.strictObject({ passId: id, timeslotIds: z.array(id) })),
  answer: reading(({ list, optional }) => {
    const tour = z.object({
      timeslotId: wireId,
      languageCode: optional(z.string().min(2).max(16), 'language'),
      themeId: optional(wireId, 'theme'),
    });
    return seenIn('reference', z.object({ listThemeAndLanguage: stated(list(tour, 'guided visit')) }));
  }),
};

/** Its seats are handed on one by one: a stadium's answer is 20 MB. */
export const getSeatsAvailability = {
  // GUESS: its arguments, and the fields of a seat (docs/decisions/0001).
  args: guessed(z.strictObject({ pointOfSalesId: id, performanceId: id })),
  items: itemsOf('seatsAvailabilityData.seatAvailabilities', 'seat', () =>
    guessed(z.object({ seatId: wireId, availability: z.boolean().optional().catch(undefined) })),
  ),
  answer: asItCame('seatsAvailabilityData { seatAvailabilities { seatId } }', 'guess'),
};
