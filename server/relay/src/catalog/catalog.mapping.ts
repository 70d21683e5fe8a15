import type { Availability, Id, ProductKind, SaleState, TariffPrice } from '@s360-widgets/contract';
import { reasonOf, toInstant, toMinor, toProductKind, type AnswerOf, type Omit } from '../s360/index.js';
import type {
  CatalogEvent,
  CatalogNamed,
  CatalogItem,
  CatalogPerformance,
  CatalogTariff,
  SalePeriod,
} from './catalog.model.js';
import { CatalogVenues } from './catalog.venues.js';
import { withCompanions } from './catalog.companions.js';
import { toRichText } from './catalog.rich-text.js';
import type {
  RawFrame,
  RawProduct,
  RawItem,
  RawPerformance,
  RawPrice,
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

export interface ProductContext {
  readonly seasonId: Id;
  readonly publicPriceLevelIds: ReadonlySet<Id>;
  /** Tariffs that may be shown, by their ids; prices of others are left out. */
  readonly tariffs: ReadonlyMap<Id, CatalogTariff>;
  /** Of the currency that the catalog is sold in. */
  readonly digits: number;
  readonly venues: CatalogVenues;
  /** Hears of each price that is no whole number of minor units: a wrong price must not be a rounded one. */
  readonly omit: Omit;
}

/** A product as an event of the catalog; undefined where it has nothing that the kit can sell, as a season ticket or a package. */
export function toEvent(parsed: RawProduct, context: ProductContext): CatalogEvent | undefined {
  const content = contentOf(parsed);
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
    items: content.items.flatMap((item) => withCompanions([toItem(item, context)], context.tariffs)),
  };
}

interface Content {
  readonly kind: ProductKind;
  readonly performances: readonly RawPerformance[];
  readonly items: readonly RawItem[];
}

/**
 * What is to be chosen of a product; undefined where there is nothing. The family says what it is; where that is not known, the object
 * that it has.
 */
function contentOf({
  event,
  pass,
  service,
  goods,
  membership,
  productFamilyType,
}: RawProduct): Content | undefined {
  if (event) return { kind: 'event', performances: event.performances, items: [] };
  const simple = Object.entries({ pass, service, goods, membership }).find(([, content]) => content);
  if (!simple?.[1]?.items.length) return undefined;
  const family = toProductKind(productFamilyType);
  const kind = family && family !== 'event' ? family : (simple[0] as ProductKind);
  return { kind, performances: [], items: simple[1].items };
}

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
  const categories = one.seatCategories.map((category) => ({
    id: category.id,
    name: category.externalName,
    // GUESS: an equal part of the hall, since the catalog has the capacity of the hall only.
    capacity: capacity === null ? null : capacity / one.seatCategories.length,
    prices: toPrices(
      one.prices.filter(({ seatCatId }) => (seatCatId ?? category.id) === category.id),
      context,
    ),
  }));
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
    seatCategories: withCompanions(categories, context.tariffs)
      .filter(({ prices }) => prices.length > 0)
      .sort((a, b) => (b.prices[0]?.amountMinor ?? 0) - (a.prices[0]?.amountMinor ?? 0)),
  };
}

function toItem(item: RawItem, context: ProductContext): CatalogItem {
  const starts = item.itemPrices.flatMap(({ startDate }) => startDate ?? []).sort();
  const ends = item.itemPrices.flatMap(({ endDate }) => endDate ?? []).sort();
  return {
    id: item.itemId,
    name: item.externalName,
    prices: toPrices(item.itemPrices, context),
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

/** The price of a seat, or of an item, which may be sold in certain quantities only. */
type Cell = RawPrice & Partial<Pick<RawItem['itemPrices'][number], 'minQty' | 'maxQty'>>;

/**
 * One price a tariff, dearest first. GUESS: where a tariff has prices of several levels, the one without a level or of a
 * level for occasional buyers applies; the vendor's rule was not readable.
 */
function toPrices(prices: readonly Cell[], context: ProductContext): TariffPrice[] {
  const { tariffs, publicPriceLevelIds } = context;
  const chosen = new Map<Id, Cell>();
  const isPublic = ({ priceLevelId }: Cell) =>
    priceLevelId === undefined || publicPriceLevelIds.has(priceLevelId);
  for (const one of prices) {
    const before = chosen.get(one.audSubCatId);
    if (tariffs.has(one.audSubCatId) && (!before || (!isPublic(before) && isPublic(one)))) {
      chosen.set(one.audSubCatId, one);
    }
  }
  return [...chosen.values()]
    .flatMap((one) => toTariffPrice(one, context))
    .sort((a, b) => b.amountMinor - a.amountMinor);
}

function toTariffPrice(
  { audSubCatId, seatCatId, amount, minQty = 0, maxQty = 0 }: Cell,
  { digits, omit }: ProductContext,
): TariffPrice[] {
  try {
    return [
      {
        tariffId: audSubCatId,
        amountMinor: toMinor(amount, digits),
        ...(minQty > 1 ? { minQuantity: minQty } : {}),
        ...(maxQty > 0 ? { maxQuantity: maxQty } : {}),
      },
    ];
  } catch (error) {
    const ids = { audSubCatId, ...(seatCatId ? { seatCatId } : {}) };
    omit({ what: 'price', ids, reason: reasonOf(error) });
    return [];
  }
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
