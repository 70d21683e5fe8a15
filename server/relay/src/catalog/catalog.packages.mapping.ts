/** Packages of S-360. Its words end here. */
import type { ProductKind } from '@s360-widgets/contract';
import type { RawItem, RawPackage, RawPerformance } from '../s360/index.js';
import { withCompanions } from './catalog.companions.js';
import type { CatalogItem, CatalogPackageLine, CatalogPart } from './catalog.model.js';
import { toPrices, toSeatCategories, type ProductContext } from './catalog.prices.mapping.js';
import { worseState } from './catalog.sale-state.js';
import { categoriesOfAll } from './catalog.season-tickets.mapping.js';

type RawHeld = RawPackage['packageLine'][number]['products'][number];

/**
 * What is chosen of a package, and what it holds. Nothing is to be chosen where a line has less than it asks for, or an item that is for a
 * time, which can't be chosen here.
 */
export function toPackage(
  { items, packageLine }: RawPackage,
  context: ProductContext,
): { items: CatalogItem[]; packageLines: CatalogPackageLine[] } {
  const packageLines = packageLine.map(({ products, quantity = 1, choiceQuantity }) => {
    const parts = products.flatMap((product) => toParts(product, context));
    return { quantity, choiceCount: choiceQuantity ?? parts.length, parts };
  });
  const isSold =
    packageLines.length > 0 &&
    packageLines.every(({ parts, choiceCount }) => choiceCount > 0 && choiceCount <= parts.length) &&
    !packageLine.some(({ products }) => products.some(isTimed));
  if (!isSold) return { items: [], packageLines: [] };
  const performances = packageLine.flatMap(({ products }) =>
    products.flatMap(({ event }) => event?.performances ?? []),
  );
  return { items: items.flatMap((item) => toItem(item, performances, context)), packageLines };
}

const isTimed = ({ pass, service, goods, membership }: RawHeld): boolean =>
  [pass, service, goods, membership].some((content) =>
    content?.items.some(({ timeslots }) => timeslots.length > 0),
  );

/** By seat category where it holds seats. One that nobody could buy is left out. */
function toItem(
  { itemId, externalName, prices, quota }: RawPackage['items'][number],
  performances: readonly RawPerformance[],
  context: ProductContext,
): CatalogItem[] {
  const isSeated = performances.length > 0;
  const item: CatalogItem = {
    id: itemId,
    name: externalName,
    prices: isSeated ? [] : toPrices(prices, context),
    seatCategories: isSeated ? toSeatCategories(categoriesOfAll(performances, context), prices, context) : [],
    performanceCount: 0,
    firstAt: null,
    lastAt: null,
    quota: quota ?? null,
    timeslots: [],
  };
  return withCompanions([item], context.tariffs).filter(
    (one) => one.prices.length + one.seatCategories.length > 0,
  );
}

/** The performances and items of a product that stand in a line. */
function toParts(product: RawHeld, context: ProductContext): CatalogPart[] {
  const { event, pass, service, goods, membership } = product;
  const simple = Object.entries({ pass, service, goods, membership }) as [ProductKind, typeof pass][];
  return [
    ...(event?.performances ?? []).map((performance) => performancePart(product, performance, context)),
    ...simple.flatMap(([kind, content]) =>
      (content?.items ?? []).map((item) => itemPart(product, kind, item)),
    ),
  ];
}

function performancePart(
  product: RawHeld,
  performance: RawPerformance,
  { venues }: ProductContext,
): CatalogPart {
  const { id: venueId = null, capacity = null } = venues.of(performance) ?? {};
  return {
    ...{ id: performance.id, eventId: product.id, kind: 'event' },
    state: worseState(product.state, performance.state),
    ...{ title: product.externalName, name: {}, startAt: performance.start, venueId, capacity },
  };
}

/** How many of it there are is known of what is sold by itself alone. */
const itemPart = (product: RawHeld, kind: ProductKind, item: RawItem): CatalogPart => ({
  ...{ id: item.itemId, eventId: product.id, kind, state: product.state },
  ...{ title: product.externalName, name: item.externalName },
  ...{ startAt: null, venueId: null, capacity: null },
});
