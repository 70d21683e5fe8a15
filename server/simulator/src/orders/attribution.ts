import type { HallIndex } from '../availability/hall-index.js';

/** What a group wants: so many seats of one category, of one contingent if given, in some areas if given. */
export interface Wish {
  quantity: number;
  seatCategoryId: string;
  contingentId?: string;
  areaIds?: string[];
}

/** Seats of one row side by side, in plan order. */
export type Contiguity = number[];

/** Larger groups are split in two and each half is seated by itself. */
const MAX_GROUP = 9;

/**
 * Seats a group by S-360's optimal selection, an earlier rule beating a later one:
 * 1. right seat category and contingent; 2. together; 3. no single seat left alone in its row; 4. best rank.
 * Gives the contiguities, best effort when no row has enough room, or undefined when there are not enough seats.
 */
export function attributeSeats(
  hall: HallIndex,
  isFree: (place: number) => boolean,
  wish: Wish,
): Contiguity[] | undefined {
  const eligible = eligibility(hall, isFree, wish);
  const seats = seatGroup(hall, eligible, wish.quantity);
  return seats && mergeNeighbours(hall, seats);
}

/** The places of an unnumbered zone: the first free ones. Undefined when there are not enough. */
export function attributeZone(
  hall: HallIndex,
  isFree: (place: number) => boolean,
  wish: Wish,
): number[] | undefined {
  const places: number[] = [];
  for (
    let place = hall.hall.seats.length;
    place < hall.placeCount && places.length < wish.quantity;
    place += 1
  ) {
    const zone = hall.zoneOf(place);
    const fits =
      zone?.seatCategoryId === wish.seatCategoryId && (!wish.areaIds || wish.areaIds.includes(zone.areaId));
    if (fits && isFree(place)) places.push(place);
  }
  return places.length === wish.quantity ? places : undefined;
}

/** Groups of places that sit side by side in one row. */
export function contiguities(hall: HallIndex, places: readonly number[]): Contiguity[] {
  return mergeNeighbours(hall, [[...places].sort((one, other) => one - other)]);
}

/** Rule 1. One byte a seat: the number of its category and contingent plus one, or 0 when it may not be given. */
function eligibility(hall: HallIndex, isFree: (place: number) => boolean, wish: Wish): Uint8Array {
  const { seats } = hall.hall;
  const groups = hall.groups.map(
    (group) =>
      group.seatCategoryId === wish.seatCategoryId &&
      (wish.contingentId === undefined || group.contingentId === wish.contingentId),
  );
  const areas = wish.areaIds && new Set(wish.areaIds);
  const eligible = new Uint8Array(seats.length);
  for (let place = 0; place < eligible.length; place += 1) {
    const group = hall.groupOf[place] ?? 0;
    if (!groups[group] || !isFree(place)) continue;
    if (!areas || areas.has(seats[place]?.areaId ?? '')) eligible[place] = group + 1;
  }
  return eligible;
}

/** Marks what it takes in `eligible`, so that halves do not collide. */
function seatGroup(hall: HallIndex, eligible: Uint8Array, quantity: number): Contiguity[] | undefined {
  const run = quantity <= MAX_GROUP ? bestRun(hall, eligible, quantity) : undefined;
  if (run) return [taken(eligible, run)];
  if (quantity === 1) return undefined;
  if (quantity > MAX_GROUP)
    return seatParts(hall, eligible, Math.ceil(quantity / 2), Math.floor(quantity / 2));
  // GUESS: the vendor's split table is a picture. The evenest split that finds room, so that nobody sits alone if
  // that can be had.
  for (let larger = Math.ceil(quantity / 2); larger < quantity; larger += 1) {
    const attempt = eligible.slice();
    const first = bestRun(hall, attempt, larger);
    if (!first) break;
    taken(attempt, first);
    const second = bestRun(hall, attempt, quantity - larger);
    if (second) return [taken(eligible, first), taken(eligible, second)];
  }
  return seatParts(hall, eligible, Math.ceil(quantity / 2), Math.floor(quantity / 2));
}

function seatParts(
  hall: HallIndex,
  eligible: Uint8Array,
  first: number,
  second: number,
): Contiguity[] | undefined {
  const one = seatGroup(hall, eligible, first);
  const other = one && seatGroup(hall, eligible, second);
  return other && [...one, ...other];
}

function taken(eligible: Uint8Array, run: Contiguity): Contiguity {
  for (const place of run) eligible[place] = 0;
  return run;
}

/** Rules 2 to 4: of all runs of the length, one that leaves the fewest lone seats, then the one of best rank. */
function bestRun(hall: HallIndex, eligible: Uint8Array, length: number): Contiguity | undefined {
  let best: { first: number; holes: number; rank: number } | undefined;
  let start = 0;
  while (start < eligible.length) {
    const end = endOfFreeRun(hall, eligible, start);
    let rank = 0;
    // A window of the length slides over the free seats; `rank` is the sum of its ranks.
    for (let last = start; last < end; last += 1) {
      rank += hall.rankOf[last] ?? 0;
      const first = last - length + 1;
      if (first < start) continue;
      if (first > start) rank -= hall.rankOf[first - 1] ?? 0;
      const holes = (first - start === 1 ? 1 : 0) + (end - last === 2 ? 1 : 0);
      if (!best || holes < best.holes || (holes === best.holes && rank < best.rank))
        best = { first, holes, rank };
    }
    start = Math.max(end, start + 1);
  }
  const first = best?.first;
  return first === undefined ? undefined : Array.from({ length }, (_, index) => first + index);
}

/** The end (exclusive) of the free seats of one row, category and contingent that begin at `start`. */
function endOfFreeRun(hall: HallIndex, eligible: Uint8Array, start: number): number {
  if (!eligible[start]) return start;
  let end = start + 1;
  while (end < eligible.length && eligible[end] === eligible[start] && hall.rowOf[end] === hall.rowOf[start])
    end += 1;
  return end;
}

/** Two parts that happen to lie next to each other are one contiguity. */
function mergeNeighbours(hall: HallIndex, parts: Contiguity[]): Contiguity[] {
  const merged: Contiguity[] = [];
  for (const place of parts.flat().sort((one, other) => one - other)) {
    const last = merged.at(-1);
    const neighbour = last?.at(-1);
    const isNext =
      neighbour === place - 1 && hall.rowOf[place] !== -1 && hall.rowOf[place] === hall.rowOf[neighbour];
    if (last && isNext) last.push(place);
    else merged.push([place]);
  }
  return merged;
}
