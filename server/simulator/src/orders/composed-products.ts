import type { Inventory } from '../availability/inventory.js';
import type { Lookup, SoldComposed, SoldLine } from '../catalog/lookup.js';
import { Refusal, required } from '../refusal.js';
import type { Tariff } from './order.js';
import type { ComposedProductOperation } from './order.arguments.js';
import { checkComposedOnSale, isAhead, isSold, tariffOf } from './sale-rules.js';
import { type SeatRequest, type Seating, takeBestOfAll, takeChosen } from './seating.js';
import type { Visit } from './visits.js';

/** What a call asks for beside composed products. */
export interface Parts {
  seats: SeatRequest[];
  visits: Visit[];
}

/** Composed products asked for at one tariff, with what belongs to them. Nothing is taken yet. */
export interface ComposedRequest extends Parts {
  sold: SoldComposed;
  tariff: Tariff;
  quantity: number;
  /** Of all its seats; absent where it holds none. */
  seatCategoryId?: string;
  unitPrice: number;
}

const wrong = (detail: string) => new Refusal('error.sim.invalidParameter', detail);

/**
 * Reads and checks the composed products of a call. GUESS: all of its single entries and simple products are their parts, each of the one
 * with the same tariff; of a choice comes what was chosen.
 */
export function readComposed(
  lookup: Lookup,
  operations: ComposedProductOperation[],
  parts: Parts,
  now: number,
): ComposedRequest[] {
  const read = operations.map((operation) => readOne(lookup, operation, parts, now));
  const own = new Set(read.flatMap(({ seats, visits }) => [...seats, ...visits]));
  const foreign = [...parts.seats, ...parts.visits].find((part) => !own.has(part));
  if (foreign && operations.length > 0) throw wrong(`part ${idOf(foreign)} is of no composed product`);
  return read;
}

function readOne(
  lookup: Lookup,
  operation: ComposedProductOperation,
  parts: Parts,
  now: number,
): ComposedRequest {
  const itemId = required(operation.itemId, 'itemId');
  const sold = lookup.composed.get(itemId);
  if (!sold) throw wrong(`item ${itemId} is of no composed product`);
  const tariff = tariffOf(lookup, required(operation.audienceSubCategoryId, 'audienceSubCategoryId'));
  const quantity = required(operation.quantity, 'quantity');
  if (quantity < 1) throw wrong(`quantity ${quantity} is out of range`);
  const seats = parts.seats.filter((seat) => seat.tariff.id === tariff.id);
  const visits = parts.visits.filter((visit) => visit.tariff.id === tariff.id);
  checkParts(sold, { seats, visits }, quantity);
  const isLate =
    seats.some((seat) => !isAhead(seat.sold, now)) || visits.some((visit) => !isSold(visit.sold));
  if (isLate) throw new Refusal('error.sim.notOnSale', `a part of item ${itemId} is over`);
  checkComposedOnSale(sold, tariff, now);
  const seatCategoryId = seats[0]?.seatCategoryId;
  const unitPrice = priceOf(sold, tariff, seatCategoryId);
  return { sold, tariff, quantity, seats, visits, seatCategoryId, unitPrice };
}

/** As many different parts of each line as it is good for, in its quantity; all seats in one category. */
function checkParts({ item, lines }: SoldComposed, { seats, visits }: Parts, quantity: number): void {
  const wanted = [...seats, ...visits];
  const ofLine = lines.map((line) => wanted.filter((part) => isOf(line, part)));
  const stranger = wanted.find((part) => !ofLine.some((own) => own.includes(part)));
  if (stranger) throw wrong(`part ${idOf(stranger)} is not of item ${item.itemId}`);
  lines.forEach((line, n) => {
    const own = ofLine[n] ?? [];
    const count = new Set(own.map(idOf)).size;
    if (count !== line.choiceQuantity || own.length !== count) {
      throw wrong(`item ${item.itemId} is of ${line.choiceQuantity} of these parts, not of ${own.length}`);
    }
    if (own.some((part) => part.quantity !== quantity * line.quantity)) {
      throw wrong(`not ${quantity * line.quantity} of each part of item ${item.itemId}`);
    }
  });
  if (new Set(seats.map((seat) => seat.seatCategoryId)).size > 1) {
    throw wrong(`the seats of item ${item.itemId} are of several categories`);
  }
}

const isOf = ({ performances, items }: SoldLine, part: SeatRequest | Visit): boolean =>
  'seatCategoryId' in part ? performances.includes(part.sold) : items.includes(part.sold);

const idOf = (part: SeatRequest | Visit): string =>
  'seatCategoryId' in part ? part.sold.performance.id : part.sold.item.itemId;

/** Of the whole, in thousandths. */
function priceOf({ item }: SoldComposed, tariff: Tariff, seatCategoryId: string | undefined): number {
  const price = item.prices.find(
    (cell) => cell.audSubCatId === tariff.id && (cell.seatCatId ?? seatCategoryId) === seatCategoryId,
  );
  if (price) return price.amount;
  const what = `item ${item.itemId} in category ${seatCategoryId}`;
  throw new Refusal('error.sim.notOnSale', `no price for tariff ${tariff.code} in ${what}`);
}

/** All composed products of a call together must fit what is left of each item. */
export function checkStock(inventory: Inventory, requests: ComposedRequest[]): void {
  for (const { sold } of requests) {
    const { itemId } = sold.item;
    const wanted = requests
      .filter((one) => one.sold === sold)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    const left = inventory.visitsLeft(itemId, undefined);
    if (left !== undefined && wanted > left) {
      throw new Refusal('error.order.availability', `only ${left} left of item ${itemId}`);
    }
  }
}

/**
 * Takes the seats of composed products: of one line the same ones on every performance, together over all tariffs, or none. What is taken
 * is put into `taken` at once, so that the caller can give it back.
 */
export function takeComposedSeats(inventory: Inventory, requests: ComposedRequest[], taken: Seating[]): void {
  const seats = requests.flatMap((request) => request.seats);
  for (const seat of seats) if (seat.chosen) taken.push(takeChosen(inventory, seat, seat.chosen));
  const open = seats.filter(({ chosen }) => !chosen);
  const lines = new Set(requests.flatMap(({ sold }) => sold.lines));
  for (const line of lines) {
    const ofLine = open.filter((seat) => isOf(line, seat));
    const categories = new Set(ofLine.map(({ seatCategoryId }) => seatCategoryId));
    for (const category of categories) {
      const group = ofLine.filter(({ seatCategoryId }) => seatCategoryId === category);
      takeBestOfAll(inventory, group, taken);
    }
  }
}
