import type { Inventory } from '../availability/inventory.js';
import type { Lookup, SoldItem } from '../catalog/lookup.js';
import { Refusal, required } from '../refusal.js';
import type { Tour } from '../season/season.types.js';
import type { Tariff } from './order.js';
import type { SimpleProductOperation } from './order.arguments.js';
import { checkTimeslot, tariffOf } from './sale-rules.js';

/** Units of an item asked for, checked: there is such a thing. Nothing is taken yet. */
export interface Visit {
  sold: SoldItem;
  tariff: Tariff;
  timeslotId?: string;
  tour?: Tour;
  quantity: number;
}

/** Reads and checks one operation on a simple product. Whether the item is on sale is for the caller to check. */
export function readVisit(lookup: Lookup, operation: SimpleProductOperation): Visit {
  const itemId = required(operation.itemId, 'itemId');
  const sold = lookup.items.get(itemId);
  if (!sold) throw new Refusal('error.sim.invalidParameter', `item ${itemId} is unknown`);
  const tariff = tariffOf(lookup, required(operation.audienceSubCategoryId, 'audienceSubCategoryId'));
  const quantity = required(operation.quantity, 'quantity');
  if (quantity < 1) throw new Refusal('error.sim.invalidParameter', `quantity ${quantity} is out of range`);
  const { timeslotId } = operation;
  checkTimeslot(sold, timeslotId);
  return { sold, tariff, timeslotId, tour: tourOf(sold, operation), quantity };
}

/** A guided visit needs a language and a theme that are given together at its time; any other visit has neither. */
function tourOf(
  { item }: SoldItem,
  { timeslotId, languageCode, themeId }: SimpleProductOperation,
): Tour | undefined {
  const { tours } = item.timeslots.find((slot) => slot.timeslotId === timeslotId) ?? {};
  if (!tours && !languageCode && !themeId) return undefined;
  const tour = tours?.find((one) => one.languageCode === languageCode && one.themeId === themeId);
  if (tour) return { languageCode: tour.languageCode, themeId: tour.themeId };
  const wish = `language ${languageCode} and theme ${themeId}`;
  throw new Refusal('error.sim.invalidParameter', `timeslot ${timeslotId} is not given in ${wish}`);
}

/** All units of a call together must fit what is left. */
export function checkQuotas(inventory: Inventory, visits: Visit[]): void {
  const wanted = new Map<string, number>();
  for (const { sold, timeslotId, tour, quantity } of visits) {
    const { itemId } = sold.item;
    const key = [itemId, timeslotId, tour?.languageCode, tour?.themeId].join(' ');
    const total = (wanted.get(key) ?? 0) + quantity;
    wanted.set(key, total);
    const left = tour
      ? inventory.toursLeft(itemId, timeslotId, tour)
      : inventory.visitsLeft(itemId, timeslotId);
    if (left !== undefined && total > left) {
      throw new Refusal(
        'error.order.availability',
        `only ${left} left of ${timeslotId ? `timeslot ${timeslotId}` : `item ${itemId}`}`,
      );
    }
  }
}
