import type { Clock } from '../clock.js';
import { Refusal } from '../refusal.js';
import type {
  CatalogSeason,
  PackageLine,
  Performance,
  Product,
  ProductItem,
} from '../season/season.types.js';
import type { Handlers } from '../wire/dispatch.js';
import { location } from './location.js';
import { itemsOf, type Lookup } from './lookup.js';

/** Codes restrict the answer to one season or one product; an unknown code gives an empty list, not an error. */
interface CatalogArgs {
  seasonCode?: string;
  productCode?: string;
  scope?: string;
}

/** What tests change of the setup. */
export interface Setup {
  /** When it was last changed, in milliseconds since 1970. */
  changedAt: number;
  /** How many products each season exports, the first ones; Infinity for all. */
  products: number;
}

/** What the catalog is read from. */
export interface CatalogParts {
  lookup: Lookup;
  clock: Clock;
  setup: Setup;
  /** CatalogData as XML text. */
  toXml(catalogData: object): string;
}

/** CatalogService v1_33: the sellable catalog of the operator's point of sales, and its configuration. */
export function catalogService({ lookup, clock, setup, toXml }: CatalogParts): Handlers {
  const { season } = lookup;
  const catalogData = (args: CatalogArgs) => {
    const seasons = season.catalog.seasons
      .filter((candidate) => !args.seasonCode || candidate.code === args.seasonCode)
      .map((candidate) => exported(candidate, args, { lookup, now: clock.now() }))
      .map((season) => ({ ...season, products: season.products.slice(0, setup.products) }));
    return { seasons, physicalConfigurations: season.catalog.physicalConfigurations };
  };
  return {
    /** Documented: the catalog as XML text to parse, and no scope. GUESS: that it holds what getCatalogDetailed tells. */
    getCatalog: ({ seasonCode, productCode }: CatalogArgs) => ({
      catalogData: toXml(catalogData({ seasonCode, productCode })),
    }),
    getCatalogDetailed: (args: CatalogArgs) => ({ catalogData: catalogData(args) }),
    getPOSConfig: () => ({ posConfigData: season.posConfig }),
    getLastSetupUpdate: () => ({ lastSetupUpdate: setup.changedAt }),
    isCatalogServiceAlive: () => ({}),
  };
}

const usualStates = ['RUNNING', 'SUSPENDED'];
/** GUESS: what will be on sale and what was called off are among these, since the vendor's mapping for external sites has a code for each. */
const extendedStates = [...usualStates, 'VALIDATED', 'CANCELED'];

/** Documented: RUNNING and SUSPENDED objects, with EXTENDED also events that are no longer on sale. */
function exported(
  season: CatalogSeason,
  { productCode, scope }: CatalogArgs,
  { lookup, now }: { lookup: Lookup; now: number },
) {
  if (scope !== undefined && scope !== 'EXTENDED' && scope !== 'STANDARD') {
    throw new Refusal('error.sim.invalidParameter', `scope ${scope} is unknown`);
  }
  const isExtended = scope === 'EXTENDED';
  const states = isExtended ? extendedStates : usualStates;
  const isOver = (product: Product) =>
    product.event !== undefined && product.event.performances.every((one) => Date.parse(one.start) < now);
  const products = season.products
    .filter((product) => !productCode || product.code === productCode)
    .filter((product) => states.includes(product.state) && (isExtended || !isOver(product)))
    .map((product) => withContent(product, states, lookup));
  return { ...season, products };
}

/** A product as it is told, with the performances in some states, since they have states of their own. */
export function withContent(product: Product, states: readonly string[], lookup: Lookup) {
  const { event, pass, seasonTicket, package: bundle } = product;
  return {
    ...product,
    event: event && {
      ...event,
      performances: event.performances
        .filter(({ state }) => states.includes(state))
        .map((one) => withLocation(one, lookup)),
    },
    pass: pass && { ...pass, items: pass.items.map(withTimeslotIds) },
    seasonTicket: seasonTicket && {
      ...seasonTicket,
      lines: seasonTicket.lines.map((line) => ({ product: heldProduct(line, lookup) })),
    },
    package: bundle && {
      ...bundle,
      packageLine: bundle.packageLine.map((line) => ({
        ...line,
        products: line.products.map((held) => heldProduct(held, lookup)),
      })),
    },
  };
}

/** A line's product with what is held of it, whatever its state. GUESS: how much of it is told there: no prices. */
function heldProduct(
  { productId, performanceIds, itemIds }: PackageLine['products'][number],
  lookup: Lookup,
): object {
  const product = lookup.products.get(productId);
  if (!product) throw new Error(`a composed product holds product ${productId}, which is unknown`);
  const { id, code, productFamilyType, externalName, state } = product;
  const performances = performanceIds
    ?.flatMap((performanceId) => lookup.performances.get(performanceId)?.performance ?? [])
    .map(({ prices: _, ...performance }) => withLocation(performance, lookup));
  const items = itemsOf(product)
    .filter(({ itemId }) => itemIds?.includes(itemId))
    .map(({ itemPrices: _, ...item }) => withTimeslotIds(item));
  const simple = (['pass', 'service', 'goods', 'membership'] as const).find((family) => product[family]);
  return {
    ...{ id, code, productFamilyType, externalName, state },
    event: performances && { performances },
    ...(simple && { [simple]: { items } }),
  };
}

function withLocation(performance: Omit<Performance, 'prices'>, { performances }: Lookup): object {
  const venue = performances.get(performance.id)?.venue;
  return venue ? { ...performance, location: location(venue) } : performance;
}

/** The documented list of ids beside our own list with times and quotas. */
function withTimeslotIds(item: Omit<ProductItem, 'itemPrices'>): object {
  return { ...item, timeslotIds: item.timeslots.map((slot) => slot.timeslotId) };
}
