/** The catalog as S-360 sends it: what is read of each type, everything else passed over. */
import { id } from '@s360-widgets/contract';
import * as z from 'zod';
import { toInstant } from '../s360/index.js';
import type { ObjectState, Texts } from './catalog.model.js';

/** With any offset; becomes UTC. */
const instant = z.string().transform((value) => toInstant(value));
const optionalInstant = instant.nullish().transform((value) => value ?? null);

/** ExternalName by language; `en_US` counts as `en`, empty texts as none. */
const texts = z
  .object({
    translations: z.array(z.object({ locale: z.string().optional(), value: z.string().optional() })),
  })
  .optional()
  .transform((name): Texts => {
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
const state = z.enum(states).catch('SUSPENDED') satisfies z.ZodType<ObjectState>;

// GUESS: start and end of a sale period. Only its first field, the tariffs, is attested.
export const salePeriods = z.array(
  z.object({ audienceSubCatIds: z.array(id), start: optionalInstant, end: optionalInstant }),
);

/** A cell of a price grid, in thousandths; without a seat category it is for all of them. */
const price = z.object({
  amount: z.number(),
  audSubCatId: id,
  seatCatId: id.optional(),
  priceLevelId: id.optional(),
});
export type RawPrice = z.infer<typeof price>;

// GUESS: physicalConfigurationId on the performance, code and value of a comfort variable.
export const performance = z.object({
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
export const passItem = z.object({
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
export const product = z.object({
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

/** Products of the season are streamed and parsed one by one, so they are not in here. */
export const season = z.object({
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

/** The whole answer around the products. */
export const result = z.object({
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

export type RawPerformance = z.infer<typeof performance>;
export type RawPassItem = z.infer<typeof passItem>;
export type RawSeason = z.infer<typeof season>;
export type RawSalePeriods = z.infer<typeof salePeriods>;
