/** Whether there is such a thing to buy at all, as far as the relay knows without asking S-360. */
import { ProblemError, type CartItem } from '@s360-widgets/contract';

/** The catalog as far as it is about prices. Undefined while there is no catalog. */
export interface PriceCatalog {
  hasPrice(
    place: { readonly performanceId: string; readonly seatCategoryId: string },
    tariffId: string,
  ): boolean | undefined;
  hasItemPrice(
    item: { readonly eventId: string; readonly itemId: string; readonly timeslotId?: string },
    tariffId: string,
  ): boolean | undefined;
  hasSeasonTicketPrice(item: ItemOf<'season-ticket'>, tariffId: string): boolean | undefined;
  hasPackagePrice(item: ItemOf<'package'>, tariffId: string): boolean | undefined;
}

type ItemOf<Kind extends CartItem['kind']> = Extract<CartItem, { kind: Kind }>;

/** Where carts tell what S-360 has just said against the catalog. */
export interface DoubtedCatalog {
  /** S-360 does not sell what the catalog has on sale. */
  distrust(): void;
}

/** The seat maps as carts need them. */
export interface CartSeatMaps {
  /** Whether all seats stand in the performance's plan; undefined if it has none. */
  hasSeats(performanceId: string, seatIds: readonly string[]): Promise<boolean | undefined>;
  /** S-360 said that these seats are gone. */
  markTaken(performanceId: string, seatIds: readonly string[]): Promise<void>;
}

/**
 * Ids that belong to nothing are refused before S-360 is asked, which would call them an error of the relay. What neither catalog nor
 * plan can tell counts as known: S-360 has the last word.
 * @throws ProblemError `not-found`
 */
export async function refuseUnknown(
  items: readonly CartItem[],
  catalog: PriceCatalog,
  seatMaps: CartSeatMaps,
): Promise<void> {
  const known = await Promise.all(items.map((item) => isKnown(item, catalog, seatMaps)));
  if (known.includes(false)) throw new ProblemError('not-found');
}

async function isKnown(item: CartItem, catalog: PriceCatalog, seatMaps: CartSeatMaps): Promise<boolean> {
  if (item.kind === 'item') {
    return item.tariffs.every(({ tariffId }) => catalog.hasItemPrice(item, tariffId) ?? true);
  }
  if (item.kind === 'best-seats') {
    return item.tariffs.every(({ tariffId }) => catalog.hasPrice(item, tariffId) ?? true);
  }
  if (item.kind === 'season-ticket') {
    return item.tariffs.every(({ tariffId }) => catalog.hasSeasonTicketPrice(item, tariffId) ?? true);
  }
  if (item.kind === 'package') {
    return item.tariffs.every(({ tariffId }) => catalog.hasPackagePrice(item, tariffId) ?? true);
  }
  const { performanceId, seats } = item;
  const arePriced = seats.every(
    ({ seatCategoryId, tariffId }) => catalog.hasPrice({ performanceId, seatCategoryId }, tariffId) ?? true,
  );
  const seatIds = seats.map(({ seatId }) => seatId);
  return arePriced && ((await seatMaps.hasSeats(performanceId, seatIds)) ?? true);
}
