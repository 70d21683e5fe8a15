import type { Lookup } from '../catalog/lookup.js';
import { Refusal, required } from '../refusal.js';
import type { CatalogSeason, Product } from '../season/season.types.js';

/** Throws for an id that no season has. */
export function seasonOf(seasonId: string | undefined, { season }: Lookup): CatalogSeason {
  const id = required(seasonId, 'seasonId');
  const found = season.catalog.seasons.find((candidate) => candidate.id === id);
  if (!found) throw new Refusal('error.sim.invalidParameter', `season ${id} is unknown`);
  return found;
}

/** In any state, with the season that it is in. */
export function productOf(
  productId: string | undefined,
  { season, products }: Lookup,
): { product: Product; season: CatalogSeason } {
  const product = products.get(required(productId, 'productId'));
  const found = season.catalog.seasons.find((one) => one.products.some(({ id }) => id === productId));
  if (!product || !found) throw new Refusal('error.sim.invalidParameter', `product ${productId} is unknown`);
  return { product, season: found };
}
