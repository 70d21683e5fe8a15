import { type HallIndex, indexHall } from '../availability/hall-index.js';
import type {
  AudienceSubCategory,
  ComposedItem,
  ExternalName,
  PackageLine,
  ProductItem,
  Performance,
  PhysicalConfiguration,
  Product,
  Season,
} from '../season/season.types.js';

/** A performance with all that it hangs on. */
export interface SoldPerformance {
  product: Product;
  performance: Performance;
  hall: HallIndex;
  venue?: PhysicalConfiguration;
}

/** An item with its product, and where it is visited. */
export interface SoldItem {
  product: Product;
  item: ProductItem;
  venue?: PhysicalConfiguration;
}

/** What a composed product holds: all of it, or so many at the buyer's choice. */
export interface SoldLine {
  performances: SoldPerformance[];
  items: SoldItem[];
  /** How many of these are chosen; all where it is their number. */
  choiceQuantity: number;
  /** How many of each belong to one of the composed product. */
  quantity: number;
}

/** A season ticket, which holds one line of performances, or a package. */
export interface SoldComposed {
  product: Product;
  item: ComposedItem;
  lines: SoldLine[];
}

/** The season by id. Made once, and kept in step by CatalogEdits. */
export interface Lookup {
  season: Season;
  /** Keys are ids, in all five. */
  performances: Map<string, SoldPerformance>;
  items: Map<string, SoldItem>;
  /** By item. */
  composed: Map<string, SoldComposed>;
  tariffs: Map<string, AudienceSubCategory & { categoryId: string }>;
  products: Map<string, Product>;
}

/** Throws when a performance refers to a hall that the season does not have. */
export function createLookup(season: Season): Lookup {
  const halls = new Map(season.halls.map((hall) => [hall.logicalConfigurationId, indexHall(hall)]));
  const venues = new Map(season.catalog.physicalConfigurations.map((venue) => [venue.id, venue]));
  const lookup: Lookup = {
    season,
    performances: new Map(),
    items: new Map(),
    composed: new Map(),
    tariffs: new Map(),
    products: new Map(),
  };
  for (const catalogSeason of season.catalog.seasons) {
    for (const category of catalogSeason.audienceCategories) {
      for (const tariff of category.audienceSubCategories) {
        lookup.tariffs.set(tariff.id, { ...tariff, categoryId: category.id });
      }
    }
    for (const product of catalogSeason.products) {
      lookup.products.set(product.id, product);
      for (const performance of product.event?.performances ?? []) {
        const hall = halls.get(performance.logicalConfigurationId);
        if (!hall) throw new Error(`performance ${performance.id} has no hall`);
        const venue = venues.get(performance.physicalConfigurationId);
        lookup.performances.set(performance.id, { product, performance, hall, venue });
      }
      const visited = product.pass ? venues.get(season.visitedVenueId) : undefined;
      for (const item of itemsOf(product)) {
        lookup.items.set(item.itemId, { product, item, venue: visited });
      }
    }
  }
  for (const product of lookup.products.values()) addComposed(product, lookup);
  return lookup;
}

function addComposed(product: Product, lookup: Lookup): void {
  const { seasonTicket, package: bundle } = product;
  const performances = performancesOf(product, lookup);
  for (const item of seasonTicket?.items ?? []) {
    const choiceQuantity = item.performanceQuantity ?? performances.length;
    const lines = [{ performances, items: [], choiceQuantity, quantity: 1 }];
    lookup.composed.set(item.itemId, { product, item, lines });
  }
  for (const item of bundle?.items ?? []) {
    const lines = bundle?.packageLine.map((line) => lineOf(line, lookup)) ?? [];
    lookup.composed.set(item.itemId, { product, item, lines });
  }
}

function lineOf({ products, quantity, choiceQuantity }: PackageLine, lookup: Lookup): SoldLine {
  const performances = products.flatMap(({ performanceIds = [] }) =>
    performanceIds.flatMap((id) => lookup.performances.get(id) ?? []),
  );
  const items = products.flatMap(({ itemIds = [] }) => itemIds.flatMap((id) => lookup.items.get(id) ?? []));
  const all = performances.length + items.length;
  return { performances, items, choiceQuantity: choiceQuantity ?? all, quantity };
}

/** The products that a season ticket or a package holds something of. */
export const heldIn = ({ seasonTicket, package: bundle }: Product): HeldProduct[] => [
  ...(seasonTicket?.lines ?? []),
  ...(bundle?.packageLine.flatMap(({ products }) => products) ?? []),
];

interface HeldProduct {
  productId: string;
  performanceIds?: string[];
}

/** The performances that a season ticket or a package holds, in the order of its lines; none of any other product. */
export const performancesOf = (
  product: Product,
  { performances }: Pick<Lookup, 'performances'>,
): SoldPerformance[] =>
  heldIn(product).flatMap(({ performanceIds = [] }) =>
    performanceIds.flatMap((id) => performances.get(id) ?? []),
  );

/** What is chosen of a simple product. */
export const itemsOf = ({ pass, service, goods, membership }: Product): ProductItem[] =>
  (pass ?? service ?? goods ?? membership)?.items ?? [];

/** Flat names use the institution's favourite language when the request names none. */
export function flatName(name: ExternalName, locale = 'en'): string {
  const texts = name.translations;
  return (texts.find((text) => text.locale === locale) ?? texts[0])?.value ?? '';
}
