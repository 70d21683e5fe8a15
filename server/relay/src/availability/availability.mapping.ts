import type { Tour } from '@s360-widgets/contract';
import type { AnswerOf } from '../s360/index.js';

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

/** A guided visit that can be had, and when. */
export interface TimedTour extends Tour {
  readonly timeslotId: string;
}

export function toPerformanceStock({
  performanceAvailabilityData: data,
}: AnswerOf<'getPerformanceAvailability'>): PerformanceStock[] {
  return data.performanceAvailabilities.map(({ performanceId, seatCategoryId, availability }) => ({
    performanceId,
    seatCategoryId,
    left: availability === undefined ? null : Math.max(0, availability),
  }));
}

/** What is left of each visit, or of an item that is good on any day. S-360 may count below zero: that is none left. */
export function toVisitStock({
  productAvailabilityData: data,
}: AnswerOf<'getProductAvailability'>): VisitStock[] {
  return data.productAvailabilities.map(({ availability, ...visit }) => ({
    productId: visit.productId,
    itemId: visit.itemId,
    timeslotId: visit.timeslotId,
    left: Math.max(0, availability),
  }));
}

/** What can be had of guided visits, by timeslot. */
export const toTours = ({
  listThemeAndLanguage: tours,
}: AnswerOf<'getAvailableThemeAndLanguage'>): TimedTour[] =>
  tours.map(({ timeslotId, languageCode, themeId }) => ({
    timeslotId,
    languageCode: languageCode ?? null,
    themeId: themeId ?? null,
  }));

/** Products that changed, and the latest change of all to the last digit; undefined if nothing changed. */
export function toUpdates({ availabilityUpdateData: data }: AnswerOf<'getUpdatedAvailabilities'>): {
  productIds: string[];
  lastUpdateAt: string | undefined;
} {
  const instants = data.flatMap(({ lastUpdate }) =>
    lastUpdate && !Number.isNaN(Date.parse(lastUpdate)) ? [lastUpdate] : [],
  );
  const last = instants.sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
  return { productIds: data.map(({ productId }) => productId), lastUpdateAt: last };
}
