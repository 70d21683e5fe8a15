import * as z from 'zod';
import {
  tolerantSchemas,
  wireId,
  wireNumber,
  type AnswerOf,
  type Omit,
  type TolerantSchemas,
} from '../s360/index.js';

/** What is left of a performance, one line for each seat category, contingents added up. */
export interface PerformanceStock {
  readonly performanceId: string;
  readonly seatCategoryId: string | undefined;
  /** Null where S-360's number could not be read: what is left of the performance is not known then. */
  readonly left: number | null;
}

/** What is left of a visit, or of a pass item without visits. */
export interface VisitStock {
  readonly productId: string;
  readonly itemId: string | undefined;
  readonly timeslotId: string | undefined;
  readonly left: number;
}

// GUESS: the fields of both lists; only the outer shape of getEventAvailability is attested.
const performances = ({ list, optional }: TolerantSchemas) =>
  z.object({
    performanceAvailabilityData: z.object({
      performanceAvailabilities: list(
        z.object({
          performanceId: wireId,
          seatCategoryId: optional(wireId, 'seat category'),
          availability: optional(wireNumber, 'availability'),
        }),
        'availability of a performance',
      ),
    }),
  });

const products = ({ list, optional }: TolerantSchemas) =>
  z.object({
    productAvailabilityData: z.object({
      productAvailabilities: list(
        z.object({
          productId: wireId,
          itemId: optional(wireId, 'pass item'),
          timeslotId: optional(wireId, 'timeslot'),
          availability: wireNumber,
        }),
        'availability of a pass',
      ),
    }),
  });

const updates = ({ list }: TolerantSchemas) =>
  z.object({
    availabilityUpdateData: list(
      z.object({ productId: wireId, lastUpdate: z.string().optional() }),
      'update of a product',
    ),
  });

/** @throws ZodError where S-360's answer is not as expected; so do the others */
export function toPerformanceStock(
  raw: AnswerOf<'getPerformanceAvailability'>,
  omit: Omit,
): PerformanceStock[] {
  const data = performances(tolerantSchemas(omit)).parse(raw).performanceAvailabilityData;
  return data.performanceAvailabilities.map(({ performanceId, seatCategoryId, availability }) => ({
    performanceId,
    seatCategoryId,
    left: availability === undefined ? null : Math.max(0, availability),
  }));
}

/** What is left of each visit, or of an item that is good on any day. S-360 may count below zero: that is none left. */
export function toVisitStock(raw: AnswerOf<'getProductAvailability'>, omit: Omit): VisitStock[] {
  const data = products(tolerantSchemas(omit)).parse(raw).productAvailabilityData;
  return data.productAvailabilities.map(({ availability, ...visit }) => ({
    productId: visit.productId,
    itemId: visit.itemId,
    timeslotId: visit.timeslotId,
    left: Math.max(0, availability),
  }));
}

/** Products that changed, and the latest change of all to the last digit; undefined if nothing changed. */
export function toUpdates(
  raw: AnswerOf<'getUpdatedAvailabilities'>,
  omit: Omit,
): { productIds: string[]; lastUpdateAt: string | undefined } {
  const data = updates(tolerantSchemas(omit)).parse(raw).availabilityUpdateData;
  const instants = data.flatMap(({ lastUpdate }) =>
    lastUpdate && !Number.isNaN(Date.parse(lastUpdate)) ? [lastUpdate] : [],
  );
  const last = instants.sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
  return { productIds: data.map(({ productId }) => productId), lastUpdateAt: last };
}
