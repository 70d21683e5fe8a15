/**
 * The catalog between S-360 and the contract: every language, no HTML, prices in minor units, ids as text. This is what the
 * relay keeps in memory and on disk; the answers are made from it.
 */
import type {
  Currency,
  Id,
  Instant,
  ProductKind,
  RichText,
  SaleState,
  TariffPrice,
  UnsoldFamily,
} from '@s360-widgets/contract';

/** A text by language; languages without a text are left out. */
export type Texts = Readonly<Record<string, string>>;

/** Words of S-360 for the life of a season, product or performance. */
export type ObjectState =
  | 'PREPARING'
  | 'VALIDATED'
  | 'RUNNING'
  | 'SUSPENDED'
  | 'CANCELED'
  | 'CLOSED'
  | 'CANCELED_CLOSED';

/** When something is sold; an open end is null. */
export interface SalePeriod {
  readonly startAt: Instant | null;
  readonly endAt: Instant | null;
}

/** What decides the sale state of a performance or product, apart from what is left. */
export interface Selling {
  readonly state: ObjectState;
  readonly salePeriods: readonly SalePeriod[];
  /** Set by hand in the back office (custom variable `AddState`). */
  readonly override: SaleState | null;
}

export interface CatalogTariff {
  readonly id: Id;
  readonly name: Texts;
  readonly description: Texts;
  readonly kind: 'full' | 'reduced' | 'free';
  readonly requiresTariffIds: readonly Id[];
  readonly membersOnly: boolean;
  readonly rank: number;
}

export interface CatalogSeatCategory {
  readonly id: Id;
  readonly name: Texts;
  /** How much there was to sell; null = not known. */
  readonly capacity: number | null;
  readonly prices: readonly TariffPrice[];
}

export interface CatalogPerformance extends Selling {
  readonly id: Id;
  readonly startAt: Instant;
  readonly durationMinutes: number | null;
  readonly name: Texts;
  readonly venueId: Id | null;
  /** Names the seats and zones on sale, and so the seat plan. */
  readonly logicalConfigurationId: Id | null;
  /** How much there was to sell; null = not known. */
  readonly capacity: number | null;
  /** Dearest first. */
  readonly seatCategories: readonly CatalogSeatCategory[];
}

export interface CatalogTimeslot {
  readonly id: Id;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly quota: number | null;
}

export interface CatalogItem {
  readonly id: Id;
  readonly name: Texts;
  /** None where its prices are by seat category. */
  readonly prices: readonly TariffPrice[];
  /** Of a season ticket, or a package with seats, dearest first; none of all else. */
  readonly seatCategories: readonly CatalogSeatCategory[];
  /** How many performances a season ticket is good for; 0 for all else. */
  readonly performanceCount: number;
  /** First and last day on which its prices are good; null = not said. */
  readonly firstAt: Instant | null;
  readonly lastAt: Instant | null;
  /** How many there were to sell, where there are no timeslots; null = not known, or any number. */
  readonly quota: number | null;
  readonly timeslots: readonly CatalogTimeslot[];
}

/** A performance that a season ticket holds, whether it is sold by itself as well or not. */
export interface CatalogIncluded {
  readonly id: Id;
  /** The worse of its own and its product's. */
  readonly state: ObjectState;
  readonly eventId: Id;
  readonly title: Texts;
  readonly startAt: Instant;
  readonly venueId: Id | null;
  /** How much there was to sell; null = not known. */
  readonly capacity: number | null;
}

/** A performance or an item of another product that a package holds, whether it is sold by itself as well or not. */
export interface CatalogPart {
  readonly id: Id;
  /** The worse of its own and its product's. */
  readonly state: ObjectState;
  readonly eventId: Id;
  readonly kind: ProductKind;
  readonly title: Texts;
  /** The item's own. */
  readonly name: Texts;
  readonly startAt: Instant | null;
  readonly venueId: Id | null;
  /** How much there was to sell; null = not known. */
  readonly capacity: number | null;
}

/** What a package holds: all of the parts, or `choiceCount` of them, each in a quantity. */
export interface CatalogPackageLine {
  readonly quantity: number;
  readonly choiceCount: number;
  readonly parts: readonly CatalogPart[];
}

/** What the catalog says of guided visits: it may name nothing of what can be had. */
export interface CatalogGuided {
  readonly languageCodes: readonly string[];
  readonly themes: readonly CatalogNamed[];
}

/** Another product that is offered along, from and until when; null = no limit. */
export interface CatalogCrossSell extends SalePeriod {
  readonly eventId: Id;
}

/** A product of S-360 that the kit can sell: an event with performances, or another kind with items. */
export interface CatalogEvent extends Selling {
  readonly id: Id;
  readonly code: string;
  readonly kind: ProductKind;
  readonly title: Texts;
  readonly description: Readonly<Record<string, RichText>>;
  readonly pictureUrl: string | null;
  readonly seasonId: Id;
  readonly topicId: Id | null;
  /** Percent of what is left below which it counts as limited; null = the relay's default. */
  readonly alertPercent: number | null;
  readonly performances: readonly CatalogPerformance[];
  readonly items: readonly CatalogItem[];
  /** Of guided visits; null for all else. */
  readonly guided: CatalogGuided | null;
  /** What a season ticket holds, by start; nothing for all else. */
  readonly included: readonly CatalogIncluded[];
  /** Of a package; none of all else. */
  readonly packageLines: readonly CatalogPackageLine[];
  /** In the order in which they are offered. */
  readonly crossSells: readonly CatalogCrossSell[];
}

/** All that has prices of its own in a product: seat categories of its performances or items, and items. */
export const pricedIn = ({
  performances,
  items,
}: CatalogEvent): { readonly prices: readonly TariffPrice[] }[] => [
  ...performances.flatMap(({ seatCategories }) => seatCategories),
  ...items.flatMap((item) => [item, ...item.seatCategories]),
];

export interface CatalogVenue {
  readonly id: Id;
  readonly name: Texts;
  readonly address: string;
  readonly capacity: number | null;
}

export interface CatalogNamed {
  readonly id: Id;
  readonly name: Texts;
}

export interface Catalog {
  /** Of all its amounts. */
  readonly currency: Currency;
  readonly seasons: readonly CatalogNamed[];
  readonly topics: readonly CatalogNamed[];
  readonly venues: ReadonlyMap<Id, CatalogVenue>;
  readonly tariffs: ReadonlyMap<Id, CatalogTariff>;
  readonly events: ReadonlyMap<Id, CatalogEvent>;
  /** Every performance with its event. */
  readonly performances: ReadonlyMap<Id, { event: CatalogEvent; performance: CatalogPerformance }>;
  /** What S-360 has of families that are not sold here. */
  readonly unsold: readonly UnsoldFamily[];
}

/** The parts of a catalog, as they are kept on disk. */
export type CatalogRecord =
  | { kind: 'season'; value: CatalogNamed }
  | { kind: 'topic'; value: CatalogNamed }
  | { kind: 'venue'; value: CatalogVenue }
  | { kind: 'tariff'; value: CatalogTariff }
  | { kind: 'event'; value: CatalogEvent }
  | { kind: 'unsold'; value: UnsoldFamily };

/** Puts the parts together. A product that stands in two seasons is kept once, as the first one says. */
export function toCatalog(currency: Currency, records: Iterable<CatalogRecord>): Catalog {
  const catalog = {
    currency,
    seasons: [] as CatalogNamed[],
    topics: [] as CatalogNamed[],
    venues: new Map<Id, CatalogVenue>(),
    tariffs: new Map<Id, CatalogTariff>(),
    events: new Map<Id, CatalogEvent>(),
    performances: new Map<Id, { event: CatalogEvent; performance: CatalogPerformance }>(),
    unsold: [] as UnsoldFamily[],
  };
  for (const { kind, value } of records) {
    if (kind === 'season') catalog.seasons.push(value);
    else if (kind === 'topic') catalog.topics.push(value);
    else if (kind === 'venue') catalog.venues.set(value.id, value);
    else if (kind === 'tariff') catalog.tariffs.set(value.id, value);
    else if (kind === 'unsold') catalog.unsold.push(value);
    else if (!catalog.events.has(value.id)) {
      catalog.events.set(value.id, value);
      for (const performance of value.performances) {
        catalog.performances.set(performance.id, { event: value, performance });
      }
    }
  }
  return catalog;
}

/** The records of a catalog, for the disk. */
export function* toRecords(catalog: Catalog): Generator<CatalogRecord> {
  for (const value of catalog.seasons) yield { kind: 'season', value };
  for (const value of catalog.topics) yield { kind: 'topic', value };
  for (const value of catalog.venues.values()) yield { kind: 'venue', value };
  for (const value of catalog.tariffs.values()) yield { kind: 'tariff', value };
  for (const value of catalog.events.values()) yield { kind: 'event', value };
  for (const value of catalog.unsold) yield { kind: 'unsold', value };
}

/** The text in a language, else in the main language, else in any, else empty. */
export function inLanguage<T>(
  texts: Readonly<Record<string, T>>,
  language: string,
  main: string,
): T | undefined {
  return texts[language] ?? texts[main] ?? Object.values(texts)[0];
}
