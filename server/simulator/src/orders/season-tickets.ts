import type { Inventory } from '../availability/inventory.js';
import type { Lookup, SoldSeasonTicket } from '../catalog/lookup.js';
import { Refusal, required } from '../refusal.js';
import type { Tariff } from './order.js';
import type { ComposedProductOperation } from './order.arguments.js';
import { checkSeasonTicketOnSale, isAhead, tariffOf } from './sale-rules.js';
import { type SeatRequest, type Seating, takeBestOfAll, takeChosen } from './seating.js';

/** Season tickets asked for at one tariff, with the seats that belong to them. Nothing is taken yet. */
export interface SeasonTicketRequest {
  sold: SoldSeasonTicket;
  tariff: Tariff;
  quantity: number;
  /** One for each performance, all in one seat category. */
  parts: SeatRequest[];
  seatCategoryId: string;
  unitPrice: number;
}

/**
 * Reads and checks the season tickets of a call. GUESS: all of its single entries are their seats, each of the season ticket with the same
 * tariff; a season ticket of N performances at choice comes with those that were chosen.
 */
export function readSeasonTickets(
  lookup: Lookup,
  operations: ComposedProductOperation[],
  seats: SeatRequest[],
  now: number,
): SeasonTicketRequest[] {
  const read = operations.map((operation) => readSeasonTicket(lookup, operation, seats, now));
  const own = new Set(read.flatMap(({ parts }) => parts));
  const foreign = seats.find((seat) => !own.has(seat));
  if (foreign && operations.length > 0) {
    const { performance } = foreign.sold;
    throw new Refusal('error.sim.invalidParameter', `performance ${performance.id} is of no season ticket`);
  }
  return read;
}

function readSeasonTicket(
  lookup: Lookup,
  operation: ComposedProductOperation,
  seats: SeatRequest[],
  now: number,
): SeasonTicketRequest {
  const itemId = required(operation.itemId, 'itemId');
  const sold = lookup.seasonTickets.get(itemId);
  if (!sold) throw new Refusal('error.sim.invalidParameter', `season ticket ${itemId} is unknown`);
  const tariff = tariffOf(lookup, required(operation.audienceSubCategoryId, 'audienceSubCategoryId'));
  const quantity = required(operation.quantity, 'quantity');
  if (quantity < 1) throw new Refusal('error.sim.invalidParameter', `quantity ${quantity} is out of range`);
  const parts = seats.filter((seat) => seat.tariff.id === tariff.id);
  checkParts(sold, parts, quantity);
  const isLate = parts.some((part) => !isAhead(part.sold, now));
  if (isLate) throw new Refusal('error.sim.notOnSale', `a performance of season ticket ${itemId} is over`);
  checkSeasonTicketOnSale(sold, tariff, now);
  const seatCategoryId = parts[0]?.seatCategoryId ?? '';
  return { sold, tariff, quantity, parts, seatCategoryId, unitPrice: priceOf(sold, tariff, seatCategoryId) };
}

/** As many different performances as the season ticket is good for, with a seat for each of them, in one category. */
function checkParts({ item, performances }: SoldSeasonTicket, parts: SeatRequest[], quantity: number): void {
  const wrong = (detail: string) => new Refusal('error.sim.invalidParameter', detail);
  const held = new Set(performances.map(({ performance }) => performance.id));
  const wanted = new Set(parts.map(({ sold }) => sold.performance.id));
  const stranger = [...wanted].find((id) => !held.has(id));
  if (stranger) throw wrong(`performance ${stranger} is not of season ticket ${item.itemId}`);
  const count = item.performanceQuantity ?? held.size;
  if (wanted.size !== count || parts.length !== count) {
    throw wrong(`season ticket ${item.itemId} is of ${count} performances, not of ${parts.length}`);
  }
  if (parts.some((part) => part.quantity !== quantity)) {
    throw wrong(`not ${quantity} seats for each performance of season ticket ${item.itemId}`);
  }
  if (new Set(parts.map((part) => part.seatCategoryId)).size > 1) {
    throw wrong(`the seats of season ticket ${item.itemId} are of several categories`);
  }
}

/** Of the whole ticket, in thousandths. */
function priceOf({ item }: SoldSeasonTicket, tariff: Tariff, seatCategoryId: string): number {
  const price = item.prices.find(
    (cell) => cell.audSubCatId === tariff.id && (cell.seatCatId ?? seatCategoryId) === seatCategoryId,
  );
  if (price) return price.amount;
  const what = `season ticket ${item.itemId} in category ${seatCategoryId}`;
  throw new Refusal('error.sim.notOnSale', `no price for tariff ${tariff.code} in ${what}`);
}

/** All season tickets of a call together must fit what is left of each item. */
export function checkStock(inventory: Inventory, requests: SeasonTicketRequest[]): void {
  for (const { sold } of requests) {
    const { itemId } = sold.item;
    const wanted = requests
      .filter((one) => one.sold === sold)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    const left = inventory.visitsLeft(itemId, undefined);
    if (left !== undefined && wanted > left) {
      throw new Refusal('error.order.availability', `only ${left} left of season ticket ${itemId}`);
    }
  }
}

/**
 * Takes the seats of the season tickets: the same ones on every performance, together over all tariffs, or none. What is taken is put into
 * `taken` at once, so that the caller can give it back.
 */
export function takeSeasonSeats(
  inventory: Inventory,
  requests: SeasonTicketRequest[],
  taken: Seating[],
): void {
  const parts = requests.flatMap((request) => request.parts);
  for (const part of parts) if (part.chosen) taken.push(takeChosen(inventory, part, part.chosen));
  const open = parts.filter(({ chosen }) => !chosen);
  const categories = new Set(open.map(({ seatCategoryId }) => seatCategoryId));
  for (const category of categories) {
    const group = open.filter(({ seatCategoryId }) => seatCategoryId === category);
    takeBestOfAll(inventory, group, taken);
  }
}
