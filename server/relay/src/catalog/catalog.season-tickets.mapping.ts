/** Season tickets of S-360. Its words end here. */
import type { RawPerformance, RawSeasonTicket } from '../s360/index.js';
import type { CatalogIncluded, CatalogItem, CatalogSeatCategory } from './catalog.model.js';
import { categoriesOf, toSeatCategories, type ProductContext } from './catalog.prices.mapping.js';
import { worseState } from './catalog.sale-state.js';

type RawLine = RawSeasonTicket['lines'][number];

/** What is chosen of a season ticket, and the performances that it holds. */
export function toSeasonTicket(
  { items, lines }: RawSeasonTicket,
  context: ProductContext,
): { items: CatalogItem[]; included: CatalogIncluded[] } {
  const held = lines.flatMap(({ product }) =>
    product.event.performances.map((performance) => ({ product, performance })),
  );
  const included = held
    .map(({ product, performance }) => toIncluded(product, performance, context))
    .sort((a, b) => a.startAt.localeCompare(b.startAt));
  const categories = categoriesOfAll(
    held.map(({ performance }) => performance),
    context,
  );
  return {
    included,
    items: items
      .filter(({ performanceQuantity = 1 }) => performanceQuantity <= included.length)
      .map((item) => ({
        id: item.itemId,
        name: item.externalName,
        prices: [],
        seatCategories: toSeatCategories(categories, item.prices, context),
        performanceCount: item.performanceQuantity ?? included.length,
        firstAt: null,
        lastAt: null,
        quota: item.quota ?? null,
        timeslots: [],
      }))
      .filter(({ seatCategories }) => seatCategories.length > 0),
  };
}

function toIncluded(
  product: RawLine['product'],
  performance: RawPerformance,
  { venues }: ProductContext,
): CatalogIncluded {
  const { id: venueId = null, capacity = null } = venues.of(performance) ?? {};
  return {
    id: performance.id,
    state: worseState(product.state, performance.state),
    eventId: product.id,
    title: product.externalName,
    startAt: performance.start,
    venueId,
    capacity,
  };
}

/** Each category once, with the least that any performance has of it. */
export function categoriesOfAll(
  performances: readonly RawPerformance[],
  { venues }: ProductContext,
): Omit<CatalogSeatCategory, 'prices'>[] {
  const categories = new Map<string, Omit<CatalogSeatCategory, 'prices'>>();
  for (const performance of performances) {
    for (const category of categoriesOf(performance, venues.of(performance)?.capacity ?? null)) {
      const known = categories.get(category.id);
      const least = Math.min(
        category.capacity ?? Number.POSITIVE_INFINITY,
        known?.capacity ?? Number.POSITIVE_INFINITY,
      );
      categories.set(category.id, { ...category, capacity: Number.isFinite(least) ? least : null });
    }
  }
  return [...categories.values()];
}
