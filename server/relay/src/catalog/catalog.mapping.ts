import type { Availability, Id, ProductKind, SaleState } from '@s360-widgets/contract';
import { toInstant, toProductKind, type AnswerOf } from '../s360/index.js';
import type {
  CatalogEvent,
  CatalogGuided,
  CatalogIncluded,
  CatalogNamed,
  CatalogItem,
  CatalogPackageLine,
  CatalogPerformance,
  CatalogTariff,
  SalePeriod,
} from './catalog.model.js';
import { CatalogVenues } from './catalog.venues.js';
import { withCompanions } from './catalog.companions.js';
import { categoriesOf, toPrices, toSeatCategories, type ProductContext } from './catalog.prices.mapping.js';
import { toRichText } from './catalog.rich-text.js';
import { toPackage } from './catalog.packages.mapping.js';
import { toSeasonTicket } from './catalog.season-tickets.mapping.js';
import type {
  RawFrame,
  RawProduct,
  RawItem,
  RawPerformance,
  RawSalePeriods,
  RawSeason,
} from '../s360/index.js';

/** What is on sale to the public, and to members who sign in; other categories are not shown here. */
const membersOnly: Record<string, boolean> = { OCCASIONAL: false, SUBSCRIBER: true, MEMBER: true };

/** Everything of the answer but the products, which are streamed. */
export interface CatalogFrame {
  /** In the order of the answer, which products name their season by; undefined where one could not be read. */
  readonly seasons: readonly (FrameSeason | undefined)[];
  readonly topics: readonly CatalogNamed[];
  readonly venues: CatalogVenues;
  readonly tariffs: readonly CatalogTariff[];
}

export interface FrameSeason {
  readonly named: CatalogNamed;
  readonly publicPriceLevelIds: ReadonlySet<Id>;
}

export function toFrame({
  catalogData: { seasons: places, physicalConfigurations },
}: RawFrame): CatalogFrame {
  const seasons = places.filter((season) => season !== undefined);
  return {
    seasons: places.map((season) => season && toSeason(season)),
    topics: seasons.flatMap(({ topics }) =>
      topics.map((topic) => ({ id: topic.id, name: topic.externalName })),
    ),
    venues: new CatalogVenues(physicalConfigurations),
    tariffs: seasons.flatMap(({ audienceCategories }) => audienceCategories.flatMap(toTariffs)),
  };
}

const toSeason = ({ id, externalName, priceLevels }: RawSeason): FrameSeason => ({
  named: { id, name: externalName },
  publicPriceLevelIds: new Set(
    priceLevels.filter(({ mainCategory }) => mainCategory === 'OCCASIONAL').map((level) => level.id),
  ),
});

function toTariffs(category: RawSeason['audienceCategories'][number]): CatalogTariff[] {
  const isForMembers = membersOnly[category.mainCategory ?? 'OCCASIONAL'];
  if (isForMembers === undefined) return [];
  return category.audienceSubCategories.map((tariff) => ({
    id: tariff.id,
    name: tariff.externalName,
    description: tariff.externalDescription,
    kind: ({ FULL: 'full', REDUCED: 'reduced', FREE: 'free' } as const)[tariff.audienceCategoryKind],
    requiresTariffIds: tariff.requiredAudienceSubCategoryIds,
    membersOnly: isForMembers,
    rank: tariff.rank,
  }));
}

/** A product as an event of the catalog; undefined where it has nothing that the kit can sell. */
export function toEvent(parsed: RawProduct, context: ProductContext): CatalogEvent | undefined {
  const content = contentOf(parsed, context);
  if (!content) return undefined;
  const description = Object.entries(parsed.description).map(
    ([locale, html]) => [locale, toRichText(html)] as const,
  );
  const periods = toPeriods(parsed.salePeriods, context);
  return {
    id: parsed.id,
    code: parsed.code,
    kind: content.kind,
    state: parsed.state,
    override: null,
    salePeriods: periods,
    title: parsed.externalName,
    description: Object.fromEntries(description),
    pictureUrl: parsed.largeImageUrl ?? parsed.mediumImageUrl ?? parsed.smallImageUrl ?? null,
    seasonId: context.seasonId,
    topicId: parsed.topicId ?? null,
    alertPercent: parsed.alertRatio ?? null,
    performances: content.performances
      .map((one) => toPerformance(one, periods, context))
      .sort((a, b) => a.startAt.localeCompare(b.startAt)),
    items: content.items,
    guided: toGuided(parsed.pass),
    included: content.included,
    packageLines: content.packageLines,
    crossSells: [...parsed.crossSellProductLinks]
      .sort((a, b) => a.targetProductRank - b.targetProductRank)
      .map(({ targetProductId, start, end }) => ({ eventId: targetProductId, startAt: start, endAt: end })),
  };
}

interface Content {
  readonly kind: ProductKind;
  readonly performances: readonly RawPerformance[];
  readonly items: readonly CatalogItem[];
  readonly included: readonly CatalogIncluded[];
  readonly packageLines: readonly CatalogPackageLine[];
}

const nothing: Omit<Content, 'kind'> = { performances: [], items: [], included: [], packageLines: [] };

/**
 * What is to be chosen of a product; undefined where there is nothing. The family says what it is; where that is not known, the object
 * that it has.
 */
function contentOf(
  { event, pass, service, goods, membership, seasonTicket, package: bundle, productFamilyType }: RawProduct,
  context: ProductContext,
): Content | undefined {
  if (event) return { ...nothing, kind: 'event', performances: event.performances };
  const composed = seasonTicket
    ? { kind: 'season-ticket' as const, ...toSeasonTicket(seasonTicket, context) }
    : bundle && { kind: 'package' as const, ...toPackage(bundle, context) };
  if (composed) return composed.items.length > 0 ? { ...nothing, ...composed } : undefined;
  const simple = Object.entries({ pass, service, goods, membership }).find(([, content]) => content);
  if (!simple?.[1]?.items.length) return undefined;
  const family = toProductKind(productFamilyType);
  const kind = family && isSimple(family) ? family : (simple[0] as ProductKind);
  const items = simple[1].items.flatMap((item) => withCompanions([toItem(item, context)], context.tariffs));
  return { ...nothing, kind, items };
}

/** GUESS: what is called guided, or has languages or themes, is asked about by them. */
function toGuided(pass: RawProduct['pass']): CatalogGuided | null {
  if (!pass) return null;
  const { guided = false, visitLanguages: languageCodes, visitThemes } = pass;
  const themes = visitThemes.map(({ themeId, externalName }) => ({ id: themeId, name: externalName }));
  return guided || languageCodes.length + themes.length > 0 ? { languageCodes, themes } : null;
}

const isSimple = (kind: ProductKind): boolean => !['event', 'season-ticket', 'package'].includes(kind);

/** Periods that concern tariffs which are not shown here say nothing about the sale here. */
function toPeriods(periods: RawSalePeriods, { tariffs }: ProductContext): SalePeriod[] {
  return periods
    .filter(({ audienceSubCatIds: ids }) => ids.length === 0 || ids.some((tariffId) => tariffs.has(tariffId)))
    .map(({ start, end }) => ({ startAt: start, endAt: end }));
}

function toPerformance(
  one: RawPerformance,
  eventPeriods: readonly SalePeriod[],
  context: ProductContext,
): CatalogPerformance {
  const own = toPeriods(one.SalePeriods, context);
  const { id: venueId = null, capacity = null } = context.venues.of(one) ?? {};
  return {
    id: one.id,
    state: one.state,
    override: toOverride(one.comfortVariableValues),
    salePeriods: own.length > 0 ? own : eventPeriods,
    startAt: one.start,
    // The unit is a client's assumption: seconds.
    durationMinutes: one.duration === undefined ? null : Math.round(one.duration / 60),
    name: one.externalName,
    venueId,
    capacity,
    logicalConfigurationId: one.logicalConfigurationId ?? null,
    seatCategories: toSeatCategories(categoriesOf(one, capacity), one.prices, context),
  };
}

function toItem(item: RawItem, context: ProductContext): CatalogItem {
  const starts = item.itemPrices.flatMap(({ startDate }) => startDate ?? []).sort();
  const ends = item.itemPrices.flatMap(({ endDate }) => endDate ?? []).sort();
  return {
    id: item.itemId,
    name: item.externalName,
    prices: toPrices(item.itemPrices, context),
    seatCategories: [],
    performanceCount: 0,
    firstAt: starts[0] ?? null,
    lastAt: ends.at(-1) ?? null,
    quota: item.itemPrices.find(({ quota }) => quota !== undefined)?.quota ?? null,
    timeslots: item.timeslots
      .map(({ timeslotId, start, end, quota }) => ({
        id: timeslotId,
        startAt: start,
        endAt: end,
        quota: quota ?? null,
      }))
      .sort((a, b) => a.startAt.localeCompare(b.startAt)),
  };
}

/** The vendor's words for a state set by hand. TOO_LATE_FOR_SHIPPING stops no sale: tickets can be had without post. */
const overrides: Record<string, SaleState> = {
  MOVED_OR_POSTPONED: 'moved',
  ONLY_AVAI_AT_BOXOFFICE: 'box-office',
  SOLD_OUT: 'sold-out',
};

function toOverride(variables: RawPerformance['comfortVariableValues']): SaleState | null {
  const word = variables.find(({ code }) => code === 'AddState')?.value ?? '';
  return overrides[word] ?? null;
}

/**
 * Good, limited or none. GUESS: limited is at or below the alert percentage of the capacity; the vendor documents the
 * threshold, not what it is a part of. What is not known counts as good: the order is checked again anyway.
 */
export function toAvailability(
  left: number | undefined,
  capacity: number | null,
  alertPercent: number,
): Availability {
  if (left === undefined) return 'good';
  if (left <= 0) return 'none';
  return capacity !== null && left * 100 <= capacity * alertPercent ? 'limited' : 'good';
}

/** When something in the setup last changed; undefined if S-360 does not say. GUESS: the field's name. */
export function toLastSetupUpdate({ lastSetupUpdate }: AnswerOf<'getLastSetupUpdate'>): string | undefined {
  return typeof lastSetupUpdate === 'string' ? toInstant(lastSetupUpdate) : undefined;
}
