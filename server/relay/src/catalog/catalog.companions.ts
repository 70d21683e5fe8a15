import type { Id, TariffPrice } from '@s360-widgets/contract';
import type { CatalogTariff } from './catalog.model.js';

type Tariffs = ReadonlyMap<Id, Pick<CatalogTariff, 'requiresTariffIds' | 'membersOnly'>>;

interface Priced {
  readonly prices: readonly TariffPrice[];
}

/**
 * Leaves out what nobody could buy: prices of a tariff that is sold only along with one of some others, where none of those has a price.
 * @param places what is sold together: the seat categories of a performance, or one visit, since a companion counts only there
 */
export function withCompanions<Place extends Priced>(places: readonly Place[], tariffs: Tariffs): Place[] {
  const priced = new Set(places.flatMap(({ prices }) => prices.map(({ tariffId }) => tariffId)));
  const sold = soldTogether(priced, tariffs);
  return places.map((place) => ({
    ...place,
    prices: place.prices.filter(({ tariffId }) => sold.has(tariffId)),
  }));
}

/** A tariff that goes may take others with it. */
function soldTogether(priced: ReadonlySet<Id>, tariffs: Tariffs): ReadonlySet<Id> {
  const left = [...priced].filter((tariffId) => hasCompanion(tariffId, priced, tariffs));
  return left.length === priced.size ? priced : soldTogether(new Set(left), tariffs);
}

/** A member's tariff is no companion of one that is sold to everybody. */
function hasCompanion(tariffId: Id, priced: ReadonlySet<Id>, tariffs: Tariffs): boolean {
  const { requiresTariffIds = [], membersOnly = false } = tariffs.get(tariffId) ?? {};
  const isCompanion = (id: Id) => priced.has(id) && (membersOnly || !tariffs.get(id)?.membersOnly);
  return requiresTariffIds.length === 0 || requiresTariffIds.some(isCompanion);
}
