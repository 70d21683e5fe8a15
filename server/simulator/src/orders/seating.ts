import type { Inventory } from '../availability/inventory.js';
import type { Lookup, SoldPerformance } from '../catalog/lookup.js';
import { Refusal, required } from '../refusal.js';
import { attributeSeats, attributeZone } from './attribution.js';
import type { Tariff } from './order.js';
import type { OperationAttribution, SingleEntryAttribution } from './order.arguments.js';
import { tariffOf } from './sale-rules.js';

/** One attribution, checked: what it asks for is there. */
export interface SeatRequest {
  sold: SoldPerformance;
  tariff: Tariff;
  seatCategoryId: string;
  contingentId?: string;
  quantity: number;
  /** Chosen places; absent for best seats. */
  chosen?: number[];
}

/** Places found for a request. They are taken already. */
export interface Seating {
  request: SeatRequest;
  places: number[];
  attributionMatch: 'FULL' | 'PARTIAL';
}

/** Far above what a point of sales allows, and low enough to keep the search short. */
const MAX_QUANTITY = 500;

/**
 * Reads and checks one attribution: the category is one of the performance's own. With chosen seats the quantity is their count and the
 * category theirs. Whether the performance is on sale is for the caller to check.
 */
export function readSeatRequest(lookup: Lookup, attribution: OperationAttribution): SeatRequest {
  const performanceId = required(attribution.performanceId, 'performanceId');
  const sold = lookup.performances.get(performanceId);
  if (!sold) throw new Refusal('error.sim.invalidParameter', `performance ${performanceId} is unknown`);
  const tariff = tariffOf(lookup, required(attribution.audienceSubCategoryId, 'audienceSubCategoryId'));
  const chosen = attribution.physicalSeatIds && readChosen(sold, attribution);
  const quantity = chosen ? chosen.length : required(attribution.quantity, 'quantity');
  if (quantity < 1 || quantity > MAX_QUANTITY) {
    throw new Refusal('error.sim.invalidParameter', `quantity ${quantity} is out of range`);
  }
  const first = chosen && sold.hall.hall.seats[chosen[0] ?? -1];
  const seatCategoryId = first?.seatCategoryId ?? required(attribution.seatCategoryId, 'seatCategoryId');
  if (!sold.hall.groups.some((group) => group.seatCategoryId === seatCategoryId)) {
    throw new Refusal(
      'error.sim.invalidParameter',
      `seatCategoryId ${seatCategoryId} is not of this performance`,
    );
  }
  return { sold, tariff, seatCategoryId, contingentId: attribution.contingentId, quantity, chosen };
}

/** The places of the seat ids. They must be of the hall and of one category. */
function readChosen(
  sold: SoldPerformance,
  { physicalSeatIds = [], seatCategoryId, quantity }: OperationAttribution,
) {
  const places = [...new Set(physicalSeatIds)].map((id) => {
    const place = sold.hall.placeOfSeat.get(id);
    if (place === undefined) throw new Refusal('error.sim.invalidParameter', `seat ${id} is unknown`);
    return place;
  });
  if (quantity !== undefined && quantity !== places.length) {
    throw new Refusal(
      'error.sim.invalidParameter',
      `quantity ${quantity} is not the count of physicalSeatIds`,
    );
  }
  const categories = new Set(places.map((place) => sold.hall.hall.seats[place]?.seatCategoryId));
  if (seatCategoryId) categories.add(seatCategoryId);
  if (categories.size > 1)
    throw new Refusal('error.sim.invalidParameter', 'the chosen seats are of several categories');
  return places;
}

/**
 * Finds and takes the places of one group: all its attributions of one performance, category and contingent sit
 * together, whatever their tariffs. The seats are dealt to the tariffs in the order of the request. What is taken is put
 * into `taken` at once, so that the caller can give it back when this or a later group is refused.
 */
export function seatGroup(
  inventory: Inventory,
  requests: SeatRequest[],
  { preferedAreas }: SingleEntryAttribution,
  taken: Seating[],
): void {
  for (const request of requests) {
    if (request.chosen) taken.push(takeChosen(inventory, request, request.chosen));
  }
  for (const group of groupsOf(requests.filter((request) => !request.chosen))) {
    taken.push(...takeBest(inventory, group, preferedAreas));
  }
}

/** Refuses a call of which a chosen seat is gone, naming all such seats at once. */
export function refuseTaken(inventory: Inventory, requests: SeatRequest[]): void {
  const gone = requests.flatMap(({ sold, chosen = [] }) =>
    chosen.filter((place) => !inventory.isFree(sold, place)).map((place) => sold.hall.hall.seats[place]?.id),
  );
  if (gone.length > 0) throw new Refusal('error.sim.seatTaken', `taken: ${gone.join(', ')}`);
}

/** Chosen seats are given as they are: lone seats that they leave are not looked at (GUESS). */
export function takeChosen(inventory: Inventory, request: SeatRequest, chosen: number[]): Seating {
  // Again, since another part of the same call may have taken one.
  refuseTaken(inventory, [request]);
  inventory.take(request.sold, chosen);
  return { request, places: chosen, attributionMatch: 'FULL' };
}

/** Attributions that can sit together: same performance, category and contingent. */
function groupsOf(requests: SeatRequest[]): SeatRequest[][] {
  const groups = new Map<string, SeatRequest[]>();
  for (const request of requests) {
    const key = [request.sold.performance.id, request.seatCategoryId, request.contingentId].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), request]);
  }
  return [...groups.values()];
}

/**
 * Best places for a group on one performance, in the preferred areas if there is room, else anywhere: `attributionMatch` says which.
 */
function takeBest(
  inventory: Inventory,
  group: SeatRequest[],
  preferedAreas: string[] | undefined,
): Seating[] {
  const wished = preferedAreas && findBest(inventory, group, preferedAreas);
  const found = wished ?? findBest(inventory, group, undefined);
  if (!found) throw notEnough(group);
  return deal(inventory, group, found, preferedAreas !== undefined && !wished);
}

/**
 * The best places that are free on every performance of a group, together over all its tariffs. Performances in several halls are seated
 * hall by hall; what is taken is put into `taken` at once, as by `seatGroup`.
 */
export function takeBestOfAll(inventory: Inventory, group: SeatRequest[], taken: Seating[]): void {
  const halls = new Set(group.map(({ sold }) => sold.hall));
  for (const hall of halls) {
    const here = group.filter(({ sold }) => sold.hall === hall);
    const found = findBest(inventory, here, undefined);
    if (!found) throw notEnough(here);
    for (const performance of performancesIn(here)) {
      const own = here.filter(({ sold }) => sold === performance);
      taken.push(...deal(inventory, own, found, false));
    }
  }
}

const performancesIn = (group: SeatRequest[]): SoldPerformance[] => [
  ...new Set(group.map(({ sold }) => sold)),
];

/** The contiguities of as many places as the group needs on each of its performances, which are all in one hall and category. */
function findBest(
  inventory: Inventory,
  group: SeatRequest[],
  areaIds: string[] | undefined,
): number[][] | undefined {
  const [first] = group;
  if (!first) return [];
  const { sold, seatCategoryId, contingentId } = first;
  const frees = performancesIn(group).map((performance) => inventory.freePlaces(performance));
  const isFree = (place: number) => frees.every((isFreeThere) => isFreeThere(place));
  const quantity = group
    .filter((request) => request.sold === sold)
    .reduce((sum, request) => sum + request.quantity, 0);
  const wish = { quantity, seatCategoryId, contingentId, areaIds };
  const seats = attributeSeats(sold.hall, isFree, wish);
  if (seats) return seats;
  const zone = attributeZone(sold.hall, isFree, wish);
  return zone && [zone];
}

/** Takes the places on the one performance of the group, and deals them to its tariffs in the order of the request. */
function deal(
  inventory: Inventory,
  group: SeatRequest[],
  found: number[][],
  isElsewhere: boolean,
): Seating[] {
  const [first] = group;
  if (!first) return [];
  const places = found.flat();
  inventory.take(first.sold, places);
  const attributionMatch = found.length > 1 || isElsewhere ? 'PARTIAL' : 'FULL';
  let dealt = 0;
  return group.map((request) => {
    const share = places.slice(dealt, (dealt += request.quantity));
    return { request, places: share, attributionMatch };
  });
}

function notEnough(group: SeatRequest[]): Refusal {
  const { seatCategoryId } = group[0] ?? {};
  const [performance] = performancesIn(group);
  const quantity = group
    .filter(({ sold }) => sold === performance)
    .reduce((sum, request) => sum + request.quantity, 0);
  return new Refusal('error.order.availability', `not ${quantity} places left in category ${seatCategoryId}`);
}
