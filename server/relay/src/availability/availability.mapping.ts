import { id } from '@s360-widgets/contract';
import * as z from 'zod';
import type { WireObject } from '../s360/index.js';

/** What is left of a performance, one line for each seat category, contingents added up. */
export interface PerformanceStock {
  readonly performanceId: string;
  readonly seatCategoryId: string | undefined;
  readonly left: number;
}

/** What is left of a visit, or of a pass item without visits. */
export interface VisitStock {
  readonly productId: string;
  readonly itemId: string | undefined;
  readonly timeslotId: string | undefined;
  readonly left: number;
}

// GUESS: the fields of both lists; only the outer shape of getEventAvailability is attested.
const performances = z.object({
  performanceAvailabilityData: z.object({
    performanceAvailabilities: z.array(
      z.object({ performanceId: id, seatCategoryId: id.optional(), availability: z.number() }),
    ),
  }),
});

const products = z.object({
  productAvailabilityData: z.object({
    productAvailabilities: z.array(
      z.object({ productId: id, itemId: id.optional(), timeslotId: id.optional(), availability: z.number() }),
    ),
  }),
});

const updates = z.object({
  availabilityUpdateData: z.array(z.object({ productId: id, lastUpdate: z.string().optional() })),
});

/** @throws ZodError where S-360's answer is not as expected; so do the others */
export function toPerformanceStock(raw: WireObject): PerformanceStock[] {
  const data = performances.parse(raw).performanceAvailabilityData;
  return data.performanceAvailabilities.map(({ performanceId, seatCategoryId, availability }) => ({
    performanceId,
    seatCategoryId,
    left: Math.max(0, availability),
  }));
}

/** What is left of each visit, or of an item that is good on any day. S-360 may count below zero: that is none left. */
export function toVisitStock(raw: WireObject): VisitStock[] {
  const data = products.parse(raw).productAvailabilityData;
  return data.productAvailabilities.map(({ availability, ...visit }) => ({
    productId: visit.productId,
    itemId: visit.itemId,
    timeslotId: visit.timeslotId,
    left: Math.max(0, availability),
  }));
}

/** Products that changed, and the latest change of all to the last digit; undefined if nothing changed. */
export function toUpdates(raw: WireObject): { productIds: string[]; lastUpdateAt: string | undefined } {
  const data = updates.parse(raw).availabilityUpdateData;
  const instants = data.flatMap(({ lastUpdate }) => (lastUpdate ? [lastUpdate] : []));
  const last = instants.sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
  return { productIds: data.map(({ productId }) => productId), lastUpdateAt: last };
}
