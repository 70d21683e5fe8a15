/** The catalog as S-360 sends it: what is read of each type, everything else passed over. */
import * as z from 'zod';
import { guessed, seenIn } from '../paths.js';
import { wireId, wireInstant, wireNumber, type TolerantSchemas } from '../reading.js';
import { externalName, siteAddress } from './values.js';

/** ExternalName by language; `en_US` counts as `en`, empty texts as none. */
const texts = externalName
  .optional()
  .catch(undefined)
  .transform((name): Readonly<Record<string, string>> => {
    const entries = (name?.translations ?? []).map(
      ({ locale = '', value = '' }) => [locale.slice(0, 2).toLowerCase(), value.trim()] as const,
    );
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
const state = ({ optional }: TolerantSchemas) =>
  optional(z.enum(states), 'state').transform((word) => word ?? 'SUSPENDED');

/** A start or end that may be left out. */
const orNull = ({ optional }: TolerantSchemas) => optional(wireInstant, 'date').transform((at) => at ?? null);

// GUESS: start and end of a sale period. Only its first field, the tariffs, is attested.
const salePeriods = (schemas: TolerantSchemas) =>
  schemas.list(
    z.object({
      audienceSubCatIds: seenIn('clients', schemas.list(wireId, 'tariff of a sale period')),
      start: guessed(orNull(schemas)),
      end: guessed(orNull(schemas)),
    }),
    'sale period',
  );

/** A cell of a price grid, in thousandths. */
const cell = z.object({ amount: wireNumber, audSubCatId: wireId, priceLevelId: wireId.optional() });
/** Without a seat category it is for all of them. */
const price = cell.extend({ seatCatId: wireId.optional() });

/** Where a performance takes place, with the fields that orders have of it. */
const location = ({ optional }: TolerantSchemas) =>
  z.object({
    siteCode: z.string().optional(),
    siteExternalName: texts,
    siteAddress: optional(siteAddress, 'address of a location'),
    spaceCode: z.string().optional(),
  });

// GUESS: physicalConfigurationId on the performance, code and value of a comfort variable.
function performance(schemas: TolerantSchemas) {
  const { list, optional } = schemas;
  return seenIn(
    'reference',
    z.object({
      id: wireId,
      state: seenIn('clients', state(schemas)),
      start: seenIn('clients', wireInstant),
      duration: optional(wireNumber, 'duration'),
      externalName: texts,
      location: optional(seenIn('clients', location(schemas)), 'location'),
      logicalConfigurationId: optional(wireId, 'logical configuration'),
      physicalConfigurationId: guessed(optional(wireId, 'physical configuration')),
      seatCategories: seenIn('clients', list(z.object({ id: wireId, externalName: texts }), 'seat category')),
      prices: seenIn('clients', list(price, 'price')),
      SalePeriods: salePeriods(schemas),
      comfortVariableValues: list(
        z.object({ code: guessed(z.string().optional()), value: guessed(z.string().optional()) }),
        'custom variable',
      ),
    }),
  );
}

// GUESS: name and timeslots of an item; attested are the timeslots' ids alone, which say nothing of when they are.
function item(schemas: TolerantSchemas) {
  const { list, optional } = schemas;
  const itemPrice = cell.extend({
    startDate: orNull(schemas),
    endDate: orNull(schemas),
    minQty: optional(wireNumber, 'least quantity'),
    maxQty: optional(wireNumber, 'greatest quantity'),
    quota: optional(wireNumber, 'quota'),
  });
  const timeslot = z.object({
    timeslotId: wireId,
    start: wireInstant,
    end: wireInstant,
    quota: optional(wireNumber, 'quota'),
  });
  return z.object({
    itemId: wireId,
    externalName: guessed(texts),
    itemPrices: list(itemPrice, 'price'),
    timeslots: guessed(list(timeslot, 'timeslot')),
  });
}

/** What is chosen of a product that has no performances. */
const items = (schemas: TolerantSchemas) => schemas.list(item(schemas), 'item');

/** A pass, and of guided visits the languages and themes. GUESS: that the catalog tells these, and under which names. */
function pass(schemas: TolerantSchemas) {
  const { list } = schemas;
  const theme = z.object({ themeId: wireId, externalName: texts });
  return z.object({
    items: seenIn('clients', items(schemas)),
    guided: seenIn('clients', z.boolean().optional().catch(undefined)),
    visitLanguages: guessed(list(z.string().min(2).max(16), 'language')),
    visitThemes: guessed(list(theme, 'theme')),
  });
}

/** What S-360 offers along with a product. */
const crossSellLink = (schemas: TolerantSchemas) =>
  z.object({
    targetProductId: wireId,
    targetProductRank: schemas.optional(wireNumber, 'rank').transform((rank) => rank ?? 0),
    start: orNull(schemas),
    end: orNull(schemas),
  });

/** What a package is sold as; the prices are of the whole. GUESS but for the item's id and that it has prices. */
const packageItem = ({ list, optional }: TolerantSchemas) =>
  z.object({
    itemId: guessed(wireId),
    externalName: guessed(texts),
    prices: guessed(list(price, 'price')),
    quota: guessed(optional(wireNumber, 'quota')),
  });

/** The same of a season ticket, and for how many of its performances it is. */
const seasonTicketItem = (schemas: TolerantSchemas) =>
  packageItem(schemas).extend({
    performanceQuantity: guessed(schemas.optional(wireNumber.pipe(z.int().min(1)), 'number of performances')),
  });

/** A product of which something else holds a part. */
const held = (schemas: TolerantSchemas) => ({ id: wireId, state: state(schemas), externalName: texts });
const heldPerformances = (schemas: TolerantSchemas) =>
  z.object({ performances: schemas.list(performance(schemas), 'performance') });

/** What it holds: in each line a product, with those of its performances. */
function seasonTicketLine(schemas: TolerantSchemas) {
  const product = z.object({ ...held(schemas), event: heldPerformances(schemas) });
  return z.object({ product: seenIn('pages', product) });
}

// GUESS: the names of its two lists, of which the types are attested.
const seasonTicket = (schemas: TolerantSchemas) =>
  z.object({
    items: guessed(schemas.list(seasonTicketItem(schemas), 'item')),
    lines: guessed(schemas.list(seasonTicketLine(schemas), 'line')),
  });

/** A product with those of its performances or items that a package holds. */
function packageProduct(schemas: TolerantSchemas) {
  const simple = z.object({ items: items(schemas) }).optional();
  return z.object({
    ...held(schemas),
    productFamilyType: z.string().optional(),
    event: heldPerformances(schemas).optional(),
    pass: simple,
    service: simple,
    goods: simple,
    membership: simple,
  });
}

/** What a package holds of some products. GUESS but that it holds products. */
function packageLine(schemas: TolerantSchemas) {
  const { list, optional } = schemas;
  const count = (what: string) => optional(wireNumber.pipe(z.int().min(1)), what);
  return z.object({
    quantity: guessed(count('quantity of a line')),
    choiceQuantity: guessed(count('number of choices')),
    products: guessed(list(packageProduct(schemas), 'product of a line')),
  });
}

/** GUESS: it has items as a season ticket has. Every line is needed to order it, so that none is left out. */
const bundle = (schemas: TolerantSchemas) =>
  z.object({
    items: guessed(schemas.list(packageItem(schemas), 'item')),
    packageLine: seenIn('clients', z.array(packageLine(schemas)).default([])),
  });

// GUESS: alertRatio and topicId on the product; that a service holds items as a pass does; how goods and memberships are called.
export function product(schemas: TolerantSchemas) {
  const { list, optional } = schemas;
  return seenIn(
    'pages',
    z.object({
      id: wireId,
      code: z.string().default(''),
      productFamilyType: z.string().optional(),
      state: state(schemas),
      externalName: texts,
      description: seenIn('clients', texts),
      smallImageUrl: z.string().optional(),
      mediumImageUrl: z.string().optional(),
      largeImageUrl: z.string().optional(),
      topicId: guessed(optional(wireId, 'topic')),
      alertRatio: guessed(optional(wireNumber.pipe(z.number().min(0).max(100)), 'alert ratio')),
      salePeriods: salePeriods(schemas),
      crossSellProductLinks: seenIn('clients', list(crossSellLink(schemas), 'cross-sell link')),
      event: z
        .object({ performances: seenIn('clients', list(performance(schemas), 'performance')) })
        .optional(),
      pass: pass(schemas).optional(),
      service: z.object({ items: guessed(items(schemas)) }).optional(),
      goods: guessed(z.object({ items: items(schemas) }).optional()),
      membership: guessed(z.object({ items: items(schemas) }).optional()),
      seasonTicket: seasonTicket(schemas).optional(),
      package: bundle(schemas).optional(),
    }),
  );
}

/** Products of the season are handed on one by one, so they are not in here. */
function season({ list, optional }: TolerantSchemas) {
  const tariff = z.object({
    id: wireId,
    externalName: texts,
    externalDescription: texts,
    audienceCategoryKind: optional(z.enum(['FULL', 'REDUCED', 'FREE']), 'kind of tariff').transform(
      (kind) => kind ?? 'REDUCED',
    ),
    requiredAudienceSubCategoryIds: list(wireId, 'required tariff'),
    // Of the web shop's tariffs, which are the same.
    rank: seenIn(
      'deduced',
      optional(wireNumber, 'rank').transform((rank) => rank ?? 0),
    ),
  });
  const category = z.object({
    mainCategory: z.string().optional(),
    audienceSubCategories: list(tariff, 'tariff'),
  });
  return z.object({
    id: wireId,
    externalName: texts,
    audienceCategories: list(category, 'tariff category'),
    priceLevels: list(z.object({ id: wireId, mainCategory: z.string().optional() }), 'price level'),
    // GUESS: what a topic holds.
    topics: list(guessed(z.object({ id: wireId, externalName: texts })), 'topic'),
  });
}

const venue = ({ optional }: TolerantSchemas) =>
  z.object({
    id: wireId,
    externalName: texts,
    siteCode: z.string().optional(),
    siteExternalName: texts,
    spaceCode: z.string().optional(),
    street: z.string().optional(),
    town: z.string().optional(),
    zipcode: z.string().optional(),
    formattedAddress: z.string().optional(),
    physicalGauge: optional(wireNumber, 'capacity'),
  });

/** The whole answer around the products, which name their season by its position. */
export const frame = (schemas: TolerantSchemas) =>
  seenIn(
    'clients',
    z.object({
      catalogData: z.object({
        seasons: schemas.places(season(schemas), 'season'),
        physicalConfigurations: schemas.list(venue(schemas), 'venue'),
      }),
    }),
  );

/** A product, before the prices of its season are known. */
export type RawProduct = z.infer<ReturnType<typeof product>>;
export type RawFrame = z.infer<ReturnType<typeof frame>>;
export type RawPerformance = z.infer<ReturnType<typeof performance>>;
export type RawItem = z.infer<ReturnType<typeof item>>;
export type RawSeasonTicket = z.infer<ReturnType<typeof seasonTicket>>;
export type RawPackage = z.infer<ReturnType<typeof bundle>>;
export type RawPrice = z.infer<typeof price>;
export type RawSalePeriods = z.infer<ReturnType<typeof salePeriods>>;
export type RawSeason = z.infer<ReturnType<typeof season>>;
