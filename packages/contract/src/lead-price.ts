import type { Tariff, TariffPrice } from './performance.js';

/**
 * The price to name for a seat category or a pass item: of the first full tariff that anyone may buy, else the dearest of what else
 * anyone may buy. Null where there is nothing but prices for members: those are not named to a visitor who may not be one.
 * @param tariffs in the order of the back office
 */
export function leadPrice(
  tariffs: Iterable<Pick<Tariff, 'id' | 'kind' | 'membersOnly'>>,
  prices: readonly TariffPrice[],
): TariffPrice | null {
  let dearest: TariffPrice | null = null;
  for (const { id, kind, membersOnly } of tariffs) {
    const price = membersOnly ? undefined : prices.find(({ tariffId }) => tariffId === id);
    if (price && kind === 'full') return price;
    if (price && price.amountMinor > (dearest?.amountMinor ?? -1)) dearest = price;
  }
  return dearest;
}
