import { id, type Id, type SaleState, type TariffPrice } from '@s360-widgets/contract';
import * as z from 'zod';
import { toInstant, toMinor, type WireObject } from '../s360/index.js';
import type {
  CatalogEvent,
  CatalogNamed,
  CatalogPassItem,
  CatalogPerformance,
  CatalogTariff,
  CatalogVenue,
  ObjectState,
  SalePeriod,
  Texts,
} from './catalog.model.js';
import { toRichText } from './catalog.rich-text.js';

const instant = z.string().transform((value) => toInstant(value));
const optionalInstant = instant.nullish().transform((value) => value ?? null);

/** ExternalName by language; `en_US` counts as `en`, empty texts as none. */
const texts = z
  .object({
    translations: z.array(z.object({ locale: z.string().optional(), value: z.string().optional() })),
  })
  .optional()
  .transform((name): Texts => {
    const entries = (name?.translations ?? []).map(({ locale = '', value = '' }) => [
      locale.slice(0, 2).toLowerCase(),
      value.trim(),
    ]);
    return Object.fromEntries(entries.filter(([locale, value]) => locale && value));
  });

const states = [
  'PREPARING',
  'VALIDATED',
  'RUNNING',
  'SUSPENDED',
  'CANCELED',
  'CLOSED',
  'CANCELED_CLOSED',
] as const;
/** An unknown word counts as suspended: shown, but not sold. */
const state = z.enum(states).catch('SUSPENDED') satisfies z.ZodType<ObjectState>;

// GUESS: start and end of a sale period. Only its first field, the tariffs, is attested.
const salePeriods = z.array(
  z.object({ audienceSubCatIds: z.array(id), start: optionalInstant, end: optionalInstant }),
);

const price = z.object({
  amount: z.number(),
  audSubCatId: id,
  seatCatId: id.optional(),
  priceLevelId: id.optional(),
});
type Price = z.infer<typeof price>;

// GUESS: physicalConfigurationId on the performance, code and value of a comfort variable.
const performance = z.object({
  id,
  state,
  start: instant,
  duration: z.number().optional(),
  externalName: texts,
  logicalConfigurationId: id.optional(),
  physicalConfigurationId: id.optional(),
  seatCategories: z.array(z.object({ id, externalName: texts })),
  prices: z.array(price),
  SalePeriods: salePeriods,
  comfortVariableValues: z.array(z.object({ code: z.string().optional(), value: z.string().optional() })),
});

// GUESS: name and timeslots of a pass item.
const passItem = z.object({
  itemId: id,
  externalName: texts,
  itemPrices: z.array(
    z.object({
      amount: z.number(),
      audSubCatId: id,
      priceLevelId: id.optional(),
      startDate: optionalInstant,
      endDate: optionalInstant,
    }),
  ),
  timeslots: z.array(
    z.object({ timeslotId: id, start: instant, end: instant, quota: z.number().optional() }),
  ),
});

// GUESS: alertRatio and topicId on the product.
const product = z.object({
  id,
  code: z.string().default(''),
  state,
  externalName: texts,
  description: texts,
  smallImageUrl: z.string().optional(),
  mediumImageUrl: z.string().optional(),
  largeImageUrl: z.string().optional(),
  topicId: id.optional(),
  alertRatio: z.number().min(0).max(100).optional(),
  salePeriods,
  event: z.object({ performances: z.array(performance) }).optional(),
  pass: z.object({ items: z.array(passItem) }).optional(),
});

/** A product as parsed, before the prices of its season are known. */
export type ParsedProduct = z.infer<typeof product>;

const season = z.object({
  id,
  externalName: texts,
  audienceCategories: z.array(
    z.object({
      mainCategory: z.string().optional(),
      audienceSubCategories: z.array(
        z.object({
          id,
          externalName: texts,
          externalDescription: texts,
          audienceCategoryKind: z.enum(['FULL', 'REDUCED', 'FREE']).catch('REDUCED'),
          requiredAudienceSubCategoryIds: z.array(id),
          rank: z.number().default(0),
        }),
      ),
    }),
  ),
  priceLevels: z.array(z.object({ id, mainCategory: z.string().optional() })),
  topics: z.array(z.object({ id, externalName: texts })),
});

const result = z.object({
  catalogData: z.object({
    seasons: z.array(season),
    physicalConfigurations: z.array(
      z.object({
        id,
        externalName: texts,
        siteExternalName: texts,
        street: z.string().optional(),
        town: z.string().optional(),
        zipcode: z.string().optional(),
        formattedAddress: z.string().optional(),
        physicalGauge: z.number().optional(),
      }),
    ),
  }),
});

/** What is on sale to the public, and to members who sign in; other categories are not shown here. */
const membersOnly: Record<string, boolean> = { OCCASIONAL: false, SUBSCRIBER: true, MEMBER: true };

/** Everything of the answer but the products, which are streamed. */
export interface CatalogFrame {
  readonly seasons: readonly {
    readonly named: CatalogNamed;
    readonly publicPriceLevelIds: ReadonlySet<Id>;
  }[];
  readonly topics: readonly CatalogNamed[];
  readonly venues: readonly CatalogVenue[];
  readonly tariffs: readonly CatalogTariff[];
}

/** @throws ZodError where S-360's answer is not as documented */
export function toFrame(raw: WireObject): CatalogFrame {
  const { seasons, physicalConfigurations } = result.parse(raw).catalogData;
  return {
    seasons: seasons.map(({ id: seasonId, externalName, priceLevels }) => ({
      named: { id: seasonId, name: externalName },
      publicPriceLevelIds: new Set(
        priceLevels.filter(({ mainCategory }) => mainCategory === 'OCCASIONAL').map((level) => level.id),
      ),
    })),
    topics: seasons.flatMap(({ topics }) =>
      topics.map((topic) => ({ id: topic.id, name: topic.externalName })),
    ),
    venues: physicalConfigurations.map((place) => ({
      id: place.id,
      name: Object.keys(place.siteExternalName).length > 0 ? place.siteExternalName : place.externalName,
      address:
        place.formattedAddress ?? joined([place.street, joined([place.zipcode, place.town], ' ')], ', '),
      capacity: place.physicalGauge ?? null,
    })),
    tariffs: seasons.flatMap(({ audienceCategories }) => audienceCategories.flatMap(toTariffs)),
  };
}

const joined = (parts: readonly (string | undefined)[], by: string): string => parts.filter(Boolean).join(by);

function toTariffs(category: z.infer<typeof season>['audienceCategories'][number]): CatalogTariff[] {
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

/** @throws ZodError or RangeError where the product is not as documented */
export const parseProduct = (raw: WireObject): ParsedProduct => product.parse(raw);

export interface ProductContext {
  readonly seasonId: Id;
  readonly publicPriceLevelIds: ReadonlySet<Id>;
  /** Tariffs that may be shown; prices of others are left out. */
  readonly tariffIds: ReadonlySet<Id>;
  readonly fractionDigit: number;
}

/**
 * A product as an event of the catalog; undefined for kinds that the kit does not sell (season tickets, packages, goods).
 * @throws RangeError for a price that is no whole number of minor units
 */
export function toEvent(parsed: ParsedProduct, context: ProductContext): CatalogEvent | undefined {
  const { event, pass } = parsed;
  if (!event && !pass) return undefined;
  const description = Object.entries(parsed.description).map(([locale, html]) => [locale, toRichText(html)]);
  const periods = toPeriods(parsed.salePeriods, context);
  return {
    id: parsed.id,
    code: parsed.code,
    kind: event ? 'performances' : 'pass',
    state: parsed.state,
    override: null,
    salePeriods: periods,
    title: parsed.externalName,
    description: Object.fromEntries(description),
    pictureUrl: parsed.largeImageUrl ?? parsed.mediumImageUrl ?? parsed.smallImageUrl ?? null,
    seasonId: context.seasonId,
    topicId: parsed.topicId ?? null,
    alertPercent: parsed.alertRatio ?? null,
    performances: (event?.performances ?? [])
      .map((one) => toPerformance(one, periods, context))
      .sort((a, b) => a.startAt.localeCompare(b.startAt)),
    passItems: (pass?.items ?? []).map((item) => toPassItem(item, context)),
  };
}

/** Periods that concern tariffs which are not shown here say nothing about the sale here. */
function toPeriods(periods: z.infer<typeof salePeriods>, { tariffIds }: ProductContext): SalePeriod[] {
  return periods
    .filter(
      ({ audienceSubCatIds: ids }) => ids.length === 0 || ids.some((tariffId) => tariffIds.has(tariffId)),
    )
    .map(({ start, end }) => ({ startAt: start, endAt: end }));
}

function toPerformance(
  one: z.infer<typeof performance>,
  eventPeriods: readonly SalePeriod[],
  context: ProductContext,
): CatalogPerformance {
  const own = toPeriods(one.SalePeriods, context);
  const categories = one.seatCategories.map((category) => ({
    id: category.id,
    name: category.externalName,
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
    venueId: one.physicalConfigurationId ?? null,
    logicalConfigurationId: one.logicalConfigurationId ?? null,
    seatCategories: categories
      .filter(({ prices }) => prices.length > 0)
      .sort((a, b) => (b.prices[0]?.amountMinor ?? 0) - (a.prices[0]?.amountMinor ?? 0)),
  };
}

function toPassItem(item: z.infer<typeof passItem>, context: ProductContext): CatalogPassItem {
  const starts = item.itemPrices.flatMap(({ startDate }) => startDate ?? []).sort();
  const ends = item.itemPrices.flatMap(({ endDate }) => endDate ?? []).sort();
  return {
    id: item.itemId,
    name: item.externalName,
    prices: toPrices(item.itemPrices, context),
    firstAt: starts[0] ?? null,
    lastAt: ends.at(-1) ?? null,
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

/**
 * One price a tariff, dearest first. GUESS: where a tariff has prices of several levels, the one without a level or of a
 * level for occasional buyers applies; the vendor's rule was not readable.
 */
function toPrices(
  prices: readonly Price[],
  { tariffIds, publicPriceLevelIds, fractionDigit }: ProductContext,
): TariffPrice[] {
  const chosen = new Map<Id, Price>();
  const isPublic = ({ priceLevelId }: Price) =>
    priceLevelId === undefined || publicPriceLevelIds.has(priceLevelId);
  for (const one of prices) {
    const before = chosen.get(one.audSubCatId);
    if (tariffIds.has(one.audSubCatId) && (!before || (!isPublic(before) && isPublic(one)))) {
      chosen.set(one.audSubCatId, one);
    }
  }
  return [...chosen.values()]
    .map(({ audSubCatId, amount }) => ({
      tariffId: audSubCatId,
      amountMinor: toMinor(amount, fractionDigit),
    }))
    .sort((a, b) => b.amountMinor - a.amountMinor);
}

/** The vendor's words for a state set by hand. TOO_LATE_FOR_SHIPPING stops no sale: tickets can be had without post. */
const overrides: Record<string, SaleState> = {
  MOVED_OR_POSTPONED: 'moved',
  ONLY_AVAI_AT_BOXOFFICE: 'box-office',
  SOLD_OUT: 'sold-out',
};

function toOverride(variables: z.infer<typeof performance>['comfortVariableValues']): SaleState | null {
  const word = variables.find(({ code }) => code === 'AddState')?.value ?? '';
  return overrides[word] ?? null;
}
