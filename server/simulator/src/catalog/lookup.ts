import { type HallIndex, indexHall } from '../availability/hall-index.js';
import type {
  AudienceSubCategory,
  ExternalName,
  ProductItem,
  Performance,
  PhysicalConfiguration,
  Product,
  Season,
  SeasonTicketItem,
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

/** A season ticket with the performances that it holds. */
export interface SoldSeasonTicket {
  product: Product;
  item: SeasonTicketItem;
  performances: SoldPerformance[];
}

/** The season by id. Made once, and kept in step by CatalogEdits. */
export interface Lookup {
  season: Season;
  /** Keys are ids, in all five. */
  performances: Map<string, SoldPerformance>;
  items: Map<string, SoldItem>;
  seasonTickets: Map<string, SoldSeasonTicket>;
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
    seasonTickets: new Map(),
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
  for (const product of lookup.products.values()) addSeasonTickets(product, lookup);
  return lookup;
}

function addSeasonTickets(product: Product, lookup: Lookup): void {
  const performances = performancesOf(product, lookup);
  for (const item of product.seasonTicket?.items ?? [])
    lookup.seasonTickets.set(item.itemId, { product, item, performances });
}

/** The performances that a season ticket holds, in the order of its lines; none of any other product. */
export const performancesOf = (
  { seasonTicket }: Product,
  { performances }: Pick<Lookup, 'performances'>,
): SoldPerformance[] =>
  (seasonTicket?.lines ?? []).flatMap(({ performanceIds }) =>
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
