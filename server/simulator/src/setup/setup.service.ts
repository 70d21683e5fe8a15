import { withContent } from '../catalog/catalog.service.js';
import type { Lookup } from '../catalog/lookup.js';
import { Refusal } from '../refusal.js';
import { objectStates, type CatalogSeason } from '../season/season.types.js';
import type { Handlers } from '../wire/dispatch.js';
import { setupEdits, type SetupEditParts } from './setup-edits.js';
import { productOf, seasonOf } from './setup-subjects.js';

interface SearchArgs {
  searchProductsCriteria?: { seasonIds?: string[]; productFamilyTypes?: string[] };
  granularity?: string;
  minIndex?: number;
  nbMaxResults?: number;
}

/** Observed: more are not told at once. */
const MOST_RESULTS = 100;

/** SetupService v1_33: all that is set up, whoever may sell it. */
export function setupService(parts: SetupEditParts): Handlers {
  const { lookup } = parts;
  const { catalog, vatRates } = lookup.season;
  return {
    ...setupEdits(parts),
    getProductDetails: ({ productId }: { productId?: string }) => ({
      product: withContent(productOf(productId, lookup).product, objectStates, lookup),
    }),
    listActivities: () => ({ activities: activitiesOf(catalog.seasons) }),
    listAudienceSubCategories: ({ seasonId }: { seasonId?: string }) => ({
      audienceSubCategories: seasonOf(seasonId, lookup).audienceCategories.flatMap(
        ({ audienceSubCategories }) => audienceSubCategories,
      ),
    }),
    /** This house has one price for each tariff and category, and so no levels. */
    listPriceLevels({ seasonId }: { seasonId?: string }) {
      seasonOf(seasonId, lookup);
      return { priceLevels: [] };
    },
    /** Observed: categories and levels stay empty here. */
    listSeasons: () => ({
      seasons: catalog.seasons.map(
        ({ products: _, audienceCategories: __, topics: ___, ...season }) => season,
      ),
    }),
    /** GUESS: how a rate is coded, and that its country is that of the halls. */
    listVatCodes: () => ({
      vatCodes: Object.entries(vatRates).map(([id, currentRate], n) => ({
        code: `VAT${n + 1}`,
        country: catalog.physicalConfigurations[0]?.countryCode,
        currentRate,
        id,
      })),
    }),
    searchProductsByCriteria: (args: SearchArgs) => ({ products: found(args, lookup) }),
  };
}

/** In the order of the seasons. COMPLETE is the one granularity that is attested; without criteria, all products. */
function found(args: SearchArgs, lookup: Lookup): object[] {
  const {
    searchProductsCriteria = {},
    granularity = 'COMPLETE',
    minIndex = 0,
    nbMaxResults = MOST_RESULTS,
  } = args;
  const { seasonIds, productFamilyTypes } = searchProductsCriteria;
  if (granularity !== 'COMPLETE')
    throw new Refusal('error.sim.invalidParameter', `granularity ${granularity} is unknown`);
  if (minIndex < 0 || nbMaxResults < 1)
    throw new Refusal('error.sim.invalidParameter', 'minIndex or nbMaxResults is out of range');
  const seasons = seasonIds?.map((id) => seasonOf(id, lookup)) ?? lookup.season.catalog.seasons;
  return seasons
    .flatMap(({ products }) => products)
    .filter(({ productFamilyType }) => productFamilyTypes?.includes(productFamilyType) ?? true)
    .slice(minIndex, minIndex + Math.min(nbMaxResults, MOST_RESULTS))
    .map((product) => searched(withContent(product, objectStates, lookup)));
}

/** Observed: the search does not fill the state of a performance. */
function searched(product: ReturnType<typeof withContent>): object {
  const { event } = product;
  const performances = event?.performances.map((performance) => ({ ...performance, state: undefined }));
  return { ...product, event: event && { ...event, performances } };
}

/** An activity groups events. GUESS: it is called as the first of them. */
function activitiesOf(seasons: readonly CatalogSeason[]): object[] {
  const activities = new Map<string, object>();
  for (const { code, externalName, event } of seasons.flatMap(({ products }) => products))
    if (event && !activities.has(event.activityId))
      activities.set(event.activityId, { code, externalName, id: event.activityId });
  return [...activities.values()];
}
