import { itemsOf, type Lookup, performancesOf, type SoldPerformance } from '../catalog/lookup.js';
import { Refusal, required } from '../refusal.js';
import type { Handlers } from '../wire/dispatch.js';
import type { FreeCount, Inventory } from './inventory.js';

/** Of the documented parameters, eventIds and advantageId change nothing here. */
interface PerformancesArgs {
  pointOfSalesId?: string;
  performanceIds?: string[];
  seatCategoryIds?: string[];
  contingentIds?: string[];
  composedProductId?: string;
}

interface SeatsArgs {
  pointOfSalesId?: string;
  performanceId?: string;
  seatCategoryIds?: string[];
  contingentIds?: string[];
  areaIds?: string[];
  blockIds?: string[];
}

interface ToursArgs {
  passId?: string;
  timeslotIds?: string[];
}

interface ProductsArgs {
  pointOfSalesId?: string;
  productIds?: string[];
  referenceDate?: string;
}

/** What the service counts from. */
export interface AvailabilityParts {
  lookup: Lookup;
  inventory: Inventory;
  /** Lets holds that ran out go, before anything is counted. */
  releaseExpired(): void;
}

/** What is answered for an item without quota. GUESS: the vendor's word for "any number" is not known. */
const PLENTY = 9999;

/** AvailabilityService v1_33. Options and open orders count as taken; suspended performances are counted all the same. */
export function availabilityService({ lookup, inventory, releaseExpired }: AvailabilityParts): Handlers {
  const posId = String(lookup.season.posConfig.posId);

  const start = (pointOfSalesId: string | undefined) => {
    if (required(pointOfSalesId, 'pointOfSalesId') !== posId) {
      throw new Refusal('error.sim.invalidParameter', `pointOfSalesId ${pointOfSalesId} is unknown`);
    }
    releaseExpired();
  };
  const performances = (args: PerformancesArgs) => {
    start(args.pointOfSalesId);
    return countPerformances(lookup, inventory, args);
  };
  return {
    /** Documented. eventId in the answer is the product's id. */
    getEventAvailability: (args: PerformancesArgs) => ({
      eventAvailabilityData: { eventAvailabilities: performances(args) },
    }),
    /** GUESS: as getEventAvailability, under other names. */
    getPerformanceAvailability: (args: PerformancesArgs) => ({
      performanceAvailabilityData: { performanceAvailabilities: performances(args) },
    }),
    /** For what is sold by item. GUESS but for its purpose. */
    getProductAvailability(args: ProductsArgs) {
      start(args.pointOfSalesId);
      const productIds = required(args.productIds, 'productIds');
      const lines = productIds.flatMap((id) => countProduct(lookup, inventory, id));
      return { productAvailabilityData: { productAvailabilities: lines } };
    },
    /** Only free seats are listed, as on the vendor's own seat map. GUESS for the fields. */
    getSeatsAvailability(args: SeatsArgs) {
      start(args.pointOfSalesId);
      return { seatsAvailabilityData: { seatAvailabilities: freeSeats(lookup, inventory, args) } };
    },
    /** Documented. GUESS: `passId` is the product's id. Only what can still be had is listed. */
    getAvailableThemeAndLanguage(args: ToursArgs) {
      releaseExpired();
      return { listThemeAndLanguage: availableTours(lookup, inventory, args) };
    },
    /** Documented: no upper bound, products must be named. Holds, releases and sales count as changes. */
    getUpdatedAvailabilities(args: ProductsArgs) {
      start(args.pointOfSalesId);
      const since = Date.parse(required(args.referenceDate, 'referenceDate'));
      return { availabilityUpdateData: updates(inventory, required(args.productIds, 'productIds'), since) };
    },
  };
}

/** For a composed product's performances alone. GUESS: with no contingents of its own, it is sold from what all are sold from. */
function checkComposed(lookup: Lookup, { composedProductId, performanceIds = [] }: PerformancesArgs): void {
  if (composedProductId === undefined) return;
  const product = lookup.products.get(composedProductId);
  const held = new Set(product ? performancesOf(product, lookup).map((sold) => sold.performance.id) : []);
  const stranger = performanceIds.find((id) => !held.has(id));
  if (held.size > 0 && stranger === undefined) return;
  const detail = `composed product ${composedProductId} holds no performance ${stranger ?? 'at all'}`;
  throw new Refusal('error.sim.invalidParameter', detail);
}

function countPerformances(lookup: Lookup, inventory: Inventory, args: PerformancesArgs): object[] {
  checkComposed(lookup, args);
  const ids = required(args.performanceIds, 'performanceIds');
  return ids.flatMap((id) => countPerformance(lookup, inventory, id, args));
}

/** One line for each category and contingent that `grouped` makes. */
function countPerformance(
  lookup: Lookup,
  inventory: Inventory,
  performanceId: string,
  args: PerformancesArgs,
): object[] {
  const sold = performanceOf(lookup, performanceId);
  const lines = grouped(inventory.count(sold), args.seatCategoryIds, args.contingentIds);
  return lines.map(({ free, ...line }) => ({
    ...line,
    eventId: sold.product.id,
    performanceId,
    availability: free,
  }));
}

/** Only products that changed after the date. */
function updates(inventory: Inventory, productIds: string[], since: number): object[] {
  return productIds.flatMap((productId) => {
    const lastUpdate = inventory.changedAt(productId);
    return lastUpdate !== undefined && lastUpdate > since ? [{ productId, lastUpdate }] : [];
  });
}

/**
 * Documented for categories and contingents alike: an empty list gives one total over all, a list that contains -1
 * splits over every one, explicit ids keep those only.
 */
function grouped(counts: FreeCount[], seatCategoryIds: string[] = [], contingentIds: string[] = []) {
  const lines = new Map<string, { seatCategoryId?: string; contingentId?: string; free: number }>();
  for (const count of counts) {
    if (!isAsked(seatCategoryIds, count.seatCategoryId) || !isAsked(contingentIds, count.contingentId))
      continue;
    const seatCategoryId = seatCategoryIds.length > 0 ? count.seatCategoryId : undefined;
    const contingentId = contingentIds.length > 0 ? count.contingentId : undefined;
    const key = `${seatCategoryId} ${contingentId}`;
    const line = lines.get(key) ?? { seatCategoryId, contingentId, free: 0 };
    line.free += count.free;
    lines.set(key, line);
  }
  return [...lines.values()];
}

/** A place without contingent belongs to no contingent that is named. */
function isAsked(ids: string[], id: string | undefined): boolean {
  return ids.length === 0 || ids.includes('-1') || (id !== undefined && ids.includes(id));
}

/** One line for each timeslot, or for the item where visits are not timed, or for each item of a composed product. A product of events has no line. */
function countProduct(lookup: Lookup, inventory: Inventory, productId: string): object[] {
  const product = lookup.products.get(productId);
  if (!product) throw new Refusal('error.sim.invalidParameter', `product ${productId} is unknown`);
  const composed = [...lookup.composed.values()].filter((sold) => sold.product === product);
  if (composed.length > 0) {
    return composed.map((sold) => ({
      ...{ productId, itemId: sold.item.itemId },
      availability: Math.min(inventory.composedLeft(sold), PLENTY),
    }));
  }
  return itemsOf(product).flatMap(({ itemId, timeslots }): object[] => {
    if (timeslots.length === 0) {
      return [{ productId, itemId, availability: inventory.visitsLeft(itemId, undefined) ?? PLENTY }];
    }
    return timeslots.map(({ timeslotId }) => {
      return { productId, itemId, timeslotId, availability: inventory.visitsLeft(itemId, timeslotId) };
    });
  });
}

/** GUESS: no timeslot asked for is as good as all. */
function availableTours(
  lookup: Lookup,
  inventory: Inventory,
  { passId, timeslotIds = [] }: ToursArgs,
): object[] {
  const product = lookup.products.get(required(passId, 'passId'));
  if (!product?.pass) throw new Refusal('error.sim.invalidParameter', `pass ${passId} is unknown`);
  const slots = product.pass.items.flatMap(({ itemId, timeslots }) =>
    timeslots.map((slot) => ({ itemId, ...slot })),
  );
  const known = new Set(slots.map(({ timeslotId }) => timeslotId));
  const stranger = timeslotIds.find((id) => !known.has(id));
  if (stranger) throw new Refusal('error.sim.invalidParameter', `timeslot ${stranger} is not of ${passId}`);
  return slots
    .filter(({ timeslotId }) => timeslotIds.length === 0 || timeslotIds.includes(timeslotId))
    .flatMap(({ itemId, timeslotId, tours = [] }) =>
      tours
        .filter((tour) => (inventory.toursLeft(itemId, timeslotId, tour) ?? 0) > 0)
        .map(({ languageCode, themeId }) => ({ languageCode, themeId, timeslotId })),
    );
}

/** The free seats in plan order. Zones have no seats, so none of their places is listed. */
function freeSeats(lookup: Lookup, inventory: Inventory, args: SeatsArgs): object[] {
  const sold = performanceOf(lookup, required(args.performanceId, 'performanceId'));
  const wanted = [
    setOf(args.seatCategoryIds),
    setOf(args.contingentIds),
    setOf(args.areaIds),
    setOf(args.blockIds),
  ];
  const [categories, contingents, areas, blocks] = wanted;
  const free: object[] = [];
  const isFree = inventory.freePlaces(sold);
  sold.hall.hall.seats.forEach((seat, place) => {
    if (!isFree(place)) return;
    if (categories && !categories.has(seat.seatCategoryId)) return;
    if (contingents && !contingents.has(seat.contingentId)) return;
    if (areas && !areas.has(seat.areaId)) return;
    if (blocks && !blocks.has(seat.blockId ?? '')) return;
    free.push({
      seatId: seat.id,
      areaId: seat.areaId,
      area: seat.area,
      blockId: seat.blockId,
      block: seat.block,
      row: seat.row,
      number: seat.number,
      seatCategoryId: seat.seatCategoryId,
      contingentId: seat.contingentId,
      availability: true,
    });
  });
  return free;
}

/** Undefined when the list keeps everything: absent, or with -1. */
function setOf(ids: string[] | undefined): Set<string> | undefined {
  return ids && ids.length > 0 && !ids.includes('-1') ? new Set(ids) : undefined;
}

function performanceOf(lookup: Lookup, id: string): SoldPerformance {
  const sold = lookup.performances.get(id);
  if (!sold) throw new Refusal('error.sim.invalidParameter', `performance ${id} is unknown`);
  return sold;
}
