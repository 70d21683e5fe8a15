/** Price grids of S-360. Its words end here. */
import type { Id, TariffPrice } from '@s360-widgets/contract';
import {
  reasonOf,
  toMinor,
  type Omit as Omitted,
  type RawItem,
  type RawPerformance,
  type RawPrice,
} from '../s360/index.js';
import { withCompanions } from './catalog.companions.js';
import type { CatalogSeatCategory, CatalogTariff } from './catalog.model.js';
import type { CatalogVenues } from './catalog.venues.js';

export interface ProductContext {
  readonly seasonId: Id;
  readonly publicPriceLevelIds: ReadonlySet<Id>;
  /** Tariffs that may be shown, by their ids; prices of others are left out. */
  readonly tariffs: ReadonlyMap<Id, CatalogTariff>;
  /** Of the currency that the catalog is sold in. */
  readonly digits: number;
  readonly venues: CatalogVenues;
  /** Hears of each price that is no whole number of minor units: a wrong price must not be a rounded one. */
  readonly omit: Omitted;
}

/** The price of a seat, or of an item, which may be sold in certain quantities only. */
type Cell = RawPrice & Partial<Pick<RawItem['itemPrices'][number], 'minQty' | 'maxQty'>>;

/**
 * One price a tariff, dearest first. GUESS: where a tariff has prices of several levels, the one without a level or of a
 * level for occasional buyers applies; the vendor's rule was not readable.
 */
export function toPrices(prices: readonly Cell[], context: ProductContext): TariffPrice[] {
  const { tariffs, publicPriceLevelIds } = context;
  const chosen = new Map<Id, Cell>();
  const isPublic = ({ priceLevelId }: Cell) =>
    priceLevelId === undefined || publicPriceLevelIds.has(priceLevelId);
  for (const one of prices) {
    const before = chosen.get(one.audSubCatId);
    if (tariffs.has(one.audSubCatId) && (!before || (!isPublic(before) && isPublic(one)))) {
      chosen.set(one.audSubCatId, one);
    }
  }
  return [...chosen.values()]
    .flatMap((one) => toTariffPrice(one, context))
    .sort((a, b) => b.amountMinor - a.amountMinor);
}

function toTariffPrice(
  { audSubCatId, seatCatId, amount, minQty = 0, maxQty = 0 }: Cell,
  { digits, omit }: ProductContext,
): TariffPrice[] {
  try {
    return [
      {
        tariffId: audSubCatId,
        amountMinor: toMinor(amount, digits),
        ...(minQty > 1 ? { minQuantity: minQty } : {}),
        ...(maxQty > 0 ? { maxQuantity: maxQty } : {}),
      },
    ];
  } catch (error) {
    const ids = { audSubCatId, ...(seatCatId ? { seatCatId } : {}) };
    omit({ what: 'price', ids, reason: reasonOf(error) });
    return [];
  }
}

/** GUESS: each has an equal part of the hall, since the catalog has the capacity of the hall only. */
export const categoriesOf = ({ seatCategories }: RawPerformance, capacity: number | null) =>
  seatCategories.map(({ id, externalName }) => ({
    id,
    name: externalName,
    capacity: capacity === null ? null : capacity / seatCategories.length,
  }));

/** Seat categories with their prices, dearest first; those that nobody could buy are left out. */
export function toSeatCategories(
  categories: readonly Omit<CatalogSeatCategory, 'prices'>[],
  prices: readonly RawPrice[],
  context: ProductContext,
): CatalogSeatCategory[] {
  const priced = categories.map((category) => ({
    ...category,
    prices: toPrices(
      prices.filter(({ seatCatId }) => (seatCatId ?? category.id) === category.id),
      context,
    ),
  }));
  return withCompanions(priced, context.tariffs)
    .filter((category) => category.prices.length > 0)
    .sort((a, b) => (b.prices[0]?.amountMinor ?? 0) - (a.prices[0]?.amountMinor ?? 0));
}
