import type { Lookup, SoldComposed, SoldItem, SoldLine, SoldPerformance } from '../catalog/lookup.js';
import { Refusal } from '../refusal.js';
import type { SalePeriod } from '../season/season.types.js';
import {
  type AdmittingOperation,
  admittingOperations,
  type Order,
  type SeatOperation,
  type Tariff,
  ticketOperations,
} from './order.js';

/** The tariff (audience subcategory) of an id. Throws invalidParameter. */
export function tariffOf(lookup: Lookup, id: string | undefined): Tariff {
  const tariff = lookup.tariffs.get(id ?? '');
  if (!tariff) throw new Refusal('error.sim.invalidParameter', `audienceSubCategoryId ${id} is unknown`);
  return tariff;
}

/** Only RUNNING is sold, within a sale period that is open for the tariff, until the performance begins. */
export function checkPerformanceOnSale(sold: SoldPerformance, tariff: Tariff, now: number): void {
  const { product, performance } = sold;
  const periods = performance.SalePeriods.length > 0 ? performance.SalePeriods : product.salePeriods;
  if (!isAhead(sold, now) || !isOpen(periods, tariff, now)) {
    throw new Refusal(
      'error.sim.notOnSale',
      `performance ${performance.id} is not on sale at ${tariff.code}`,
    );
  }
}

/** Its own sale periods count, not those of what it holds; of this as much must be to come as it is good for. */
export function checkComposedOnSale(
  { product, item, lines }: SoldComposed,
  tariff: Tariff,
  now: number,
): void {
  const isWhole = lines.every((line) => aheadOf(line, now) >= line.choiceQuantity);
  if (product.state !== 'RUNNING' || !isWhole || !isOpen(product.salePeriods, tariff, now)) {
    throw new Refusal('error.sim.notOnSale', `item ${item.itemId} is not on sale at ${tariff.code}`);
  }
}

function aheadOf({ performances, items }: SoldLine, now: number): number {
  return performances.filter((sold) => isAhead(sold, now)).length + items.filter(isSold).length;
}

/** As a part of something else, whose sale periods count then. */
export const isSold = ({ product }: SoldItem): boolean => product.state === 'RUNNING';

/** It will be played, and has not begun. */
export function isAhead({ product, performance }: SoldPerformance, now: number): boolean {
  return (
    product.state === 'RUNNING' && performance.state === 'RUNNING' && Date.parse(performance.start) > now
  );
}

/** A timed item needs one of its timeslots. */
export function checkTimeslot({ item }: SoldItem, timeslotId: string | undefined): void {
  if (item.timeslots.length > 0 && !item.timeslots.some((slot) => slot.timeslotId === timeslotId)) {
    throw new Refusal('error.sim.invalidParameter', `item ${item.itemId} needs one of its timeslots`);
  }
}

/** A timed item is sold until the visit is over. */
export function checkItemOnSale(
  { product, item }: SoldItem,
  timeslotId: string | undefined,
  tariff: Tariff,
  now: number,
): void {
  const slot = item.timeslots.find((candidate) => candidate.timeslotId === timeslotId);
  const isOver = slot !== undefined && Date.parse(slot.end) <= now;
  if (product.state !== 'RUNNING' || isOver || !isOpen(product.salePeriods, tariff, now)) {
    throw new Refusal('error.sim.notOnSale', `item ${item.itemId} is not on sale at ${tariff.code}`);
  }
}

/** No period at all means no restriction; a period without tariffs is open to every tariff. */
function isOpen(periods: SalePeriod[], tariff: Tariff, now: number): boolean {
  if (periods.length === 0) return true;
  return periods.some(({ audienceSubCatIds, start, end }) => {
    const isForTariff = audienceSubCatIds.length === 0 || audienceSubCatIds.includes(tariff.id);
    return isForTariff && Date.parse(start) <= now && now < Date.parse(end);
  });
}

/** The cell of the performance's price grid, in thousandths. No cell means that the tariff is not sold there. */
export function seatPrice({ performance }: SoldPerformance, tariff: Tariff, seatCategoryId: string): number {
  const price = performance.prices.find(
    (cell) => cell.audSubCatId === tariff.id && (cell.seatCatId ?? seatCategoryId) === seatCategoryId,
  );
  if (!price)
    throw new Refusal(
      'error.sim.notOnSale',
      `no price for tariff ${tariff.code} in category ${seatCategoryId}`,
    );
  return price.amount;
}

/** The item's price of today, or else the next one to come, in thousandths. Its least and greatest quantity bind. */
export function itemPrice({ item }: SoldItem, tariff: Tariff, quantity: number, now: number): number {
  const prices = item.itemPrices.filter((price) => price.audSubCatId === tariff.id);
  const price = prices.find(
    (candidate) => Date.parse(candidate.startDate) <= now && now <= Date.parse(candidate.endDate),
  );
  const current = price ?? prices.find((candidate) => Date.parse(candidate.endDate) >= now);
  if (!current)
    throw new Refusal('error.sim.notOnSale', `no price for tariff ${tariff.code} in item ${item.itemId}`);
  if (quantity < current.minQty || (current.maxQty > 0 && quantity > current.maxQty)) {
    throw new Refusal(
      'error.sim.quantityExceeded',
      `${current.minQty} to ${current.maxQty} of item ${item.itemId}`,
    );
  }
  return current.amount;
}

/** Counts all seats of the performance in the order, those about to be added included. */
export function checkSeatLimit(
  order: Order | undefined,
  added: { sold: SoldPerformance; quantity: number }[],
  max: number,
) {
  const totals = new Map<string, number>();
  const add = (sold: SoldPerformance, quantity: number) =>
    totals.set(sold.performance.id, (totals.get(sold.performance.id) ?? 0) + quantity);
  for (const operation of order ? ticketOperations(order) : []) {
    if (operation.kind === 'SINGLE_ENTRY') add(operation.sold, operation.movements.length);
  }
  for (const { sold, quantity } of added) add(sold, quantity);
  for (const [performanceId, total] of totals) {
    if (total > max)
      throw new Refusal('error.sim.quantityExceeded', `at most ${max} seats of performance ${performanceId}`);
  }
}

/**
 * A tariff such as "child" is sold together with one of its required companions only: on the same performance or item,
 * in the same seat category unless the tariff may cross. Checked when the order is paid or closed, not when an
 * operation is added, so that a buyer may add the child first (GUESS: the vendor's moment is not documented).
 */
export function checkCompanions(order: Order): void {
  const operations = admittingOperations(order);
  for (const operation of operations) {
    const { tariff } = operation;
    if (tariff.requiredAudienceSubCategoryIds.length === 0) continue;
    if (!operations.some((other) => accompanies(other, operation))) {
      const ids = tariff.requiredAudienceSubCategoryIds.join(', ');
      throw new Refusal(
        'error.sim.requiredTariffMissing',
        `tariff ${tariff.code} needs one of the tariffs ${ids}`,
      );
    }
  }
}

/** Whether `other` is a companion that lets `operation` be sold. */
function accompanies(other: AdmittingOperation, operation: AdmittingOperation): boolean {
  if (!operation.tariff.requiredAudienceSubCategoryIds.includes(other.tariff.id)) return false;
  if (operation.kind === 'SIMPLE') {
    return (
      other.kind === 'SIMPLE' &&
      other.sold.item.itemId === operation.sold.item.itemId &&
      other.timeslotId === operation.timeslotId &&
      other.tour?.languageCode === operation.tour?.languageCode &&
      other.tour?.themeId === operation.tour?.themeId
    );
  }
  return other.kind === 'SINGLE_ENTRY' && sharesSeating(other, operation);
}

function sharesSeating(other: SeatOperation, operation: SeatOperation): boolean {
  const isSamePerformance = other.sold.performance.id === operation.sold.performance.id;
  return (
    isSamePerformance &&
    (operation.tariff.crossSeatCategory || other.seatCategoryId === operation.seatCategoryId)
  );
}
