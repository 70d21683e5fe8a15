/**
 * What the season hands to the services: the institution's static data, in S-360's own words and units.
 * Ids are decimal strings (xs:long on the wire), amounts thousandths of the currency, instants ISO 8601.
 */

/** A text in several languages: S-360's ExternalName. */
export interface ExternalName {
  translations: { locale: string; value: string }[];
}

export const objectStates = [
  'PREPARING',
  'VALIDATED',
  'RUNNING',
  'SUSPENDED',
  'CANCELED',
  'CLOSED',
  'CANCELED_CLOSED',
] as const;

export type ObjectState = (typeof objectStates)[number];

/** S-360's CurrencyData. Amounts are thousandths in every currency; `fractionDigit` says how many digits people are shown. */
export interface CurrencyData {
  currencyCode: string;
  fractionDigit: number;
  minAmount: number;
  symbol: string;
}

/** A cell of a performance's price grid; `seatCatId` is absent where there are no seats. */
export interface Price {
  amount: number;
  audSubCatId: string;
  seatCatId?: string;
}

export interface SalePeriod {
  audienceSubCatIds: string[];
  start: string;
  end: string;
}

export interface SeatCategory {
  id: string;
  code: string;
  externalName: ExternalName;
}

export interface Performance {
  id: string;
  code: string;
  state: ObjectState;
  start: string;
  /** Seconds. */
  duration: number;
  externalName: ExternalName;
  logicalConfigurationId: string;
  physicalConfigurationId: string;
  seatCategories: SeatCategory[];
  prices: Price[];
  SalePeriods: SalePeriod[];
  /** The `AddState` override of a custom variable, if any (MOVED_OR_POSTPONED, SOLD_OUT, ...). */
  comfortVariableValues?: { code: string; value: string }[];
  alwaysAllowIsolatedSeats: boolean;
}

/** One thing that can be bought without a seat: a day pass, timed visits, a book, a membership. */
export interface ProductItem {
  itemId: string;
  externalName: ExternalName;
  itemPrices: {
    amount: number;
    audSubCatId: string;
    minQty: number;
    maxQty: number;
    /** GUESS: it is the price of guided visits in every language and on every theme. */
    allVisitLanguages?: boolean;
    allVisitThemes?: boolean;
    startDate: string;
    endDate: string;
    /** How many there are, where there are no timeslots; absent = any number. */
    quota?: number;
  }[];
  timeslots: Timeslot[];
}

/** A time at which visits begin. The `quota` of one with guides is what they take along together. */
export interface Timeslot {
  timeslotId: string;
  start: string;
  end: string;
  quota: number;
  /** Of a guided visit: what can be chosen of themes and languages. Told by getAvailableThemeAndLanguage, not by the catalog. */
  tours?: (Tour & { quota: number })[];
}

/** What guided visits are about. GUESS: all but the id. */
export interface VisitTheme {
  themeId: string;
  externalName: ExternalName;
}

/** One of the guided visits of a timeslot. */
export interface Tour {
  languageCode: string;
  themeId: string;
}

/** A way in which a season ticket or a package is sold. GUESS but for its id, which it is ordered by, and that it has prices. */
export interface ComposedItem {
  itemId: string;
  externalName: ExternalName;
  /** Of the whole, by seat category where it holds seats. */
  prices: Price[];
  /** How many there are to sell; absent = as many as there is of what it holds. */
  quota?: number;
}

export interface SeasonTicketItem extends ComposedItem {
  /** How many of the performances it is good for, at the buyer's choice; absent = all of them. */
  performanceQuantity?: number;
}

/** What a season ticket holds of one product. On the wire that product stands here with these performances. */
export interface SeasonTicketLine {
  productId: string;
  performanceIds: string[];
}

/**
 * What a package holds of some products: each of their performances and items that are named, or so many of these at the buyer's choice.
 * On the wire the products stand here with them. GUESS but that a package holds lines of products.
 */
export interface PackageLine {
  /** How many of each belong to one package. */
  quantity: number;
  /** How many are chosen; absent = all. */
  choiceQuantity?: number;
  products: { productId: string; performanceIds?: string[]; itemIds?: string[] }[];
}

/** What is offered along with a product. Its fields' names are attested; GUESS: the words in `type` and `targetQuantityType`. */
export interface CrossSellProductLink {
  id: string;
  externalName: ExternalName;
  type: string;
  baseMinQuantity: number;
  targetProductId: string;
  /** The order in which they are offered. */
  targetProductRank: number;
  targetQuantityType: string;
  targetSameDateAsBase: boolean;
  start: string;
  end: string;
}

/** Families whose products are chosen by item. */
export type SimpleFamily = 'PASS' | 'SERVICE' | 'GOODS' | 'MEMBERSHIP';

export interface Product {
  id: string;
  code: string;
  productFamilyType: 'SINGLE_ENTRY' | 'SEASONTICKET' | 'PACKAGE' | SimpleFamily;
  productFamilySubType: string;
  state: ObjectState;
  smallImageUrl: string;
  mediumImageUrl: string;
  largeImageUrl: string;
  vatCodeId: string;
  externalName: ExternalName;
  /** HTML, as editors write it. */
  description: ExternalName;
  topicId: string;
  salePeriods: SalePeriod[];
  /** Percent of the remaining availability below which the product counts as limited. */
  alertRatio: number;
  crossSellProductLinks?: CrossSellProductLink[];
  event?: { activityId: string; performances: Performance[] };
  pass?: {
    consecutive: string;
    dateMandatory: boolean;
    guided: boolean;
    items: ProductItem[];
    /** GUESS: that the catalog tells the languages and themes of guided visits, and here. */
    visitLanguages?: readonly string[];
    visitThemes?: readonly VisitTheme[];
  };
  /** GUESS: that these hold items as a pass does; goods and memberships as a whole. */
  service?: { items: ProductItem[] };
  goods?: { items: ProductItem[] };
  membership?: { items: ProductItem[] };
  /** GUESS: the names of both lists; their types are attested. */
  seasonTicket?: { items: SeasonTicketItem[]; lines: SeasonTicketLine[] };
  /** GUESS: that a package has items, as a season ticket has; `packageLine` is attested. */
  package?: { items: ComposedItem[]; packageLine: PackageLine[] };
}

export interface AudienceSubCategory {
  id: string;
  code: string;
  externalName: ExternalName;
  externalDescription?: ExternalName;
  audienceCategoryKind: 'FULL' | 'REDUCED' | 'FREE';
  requiredAudienceSubCategoryIds: string[];
  crossSeatCategory: boolean;
  rank: number;
}

export interface CatalogSeason {
  id: string;
  code: string;
  state: ObjectState;
  start: string;
  end: string;
  externalName: ExternalName;
  audienceCategories: {
    id: string;
    code: string;
    mainCategory: string;
    secondaryCategory: string;
    externalName: ExternalName;
    audienceSubCategories: AudienceSubCategory[];
  }[];
  topics: { id: string; code: string; externalName: ExternalName }[];
  products: Product[];
}

export interface PhysicalConfiguration {
  id: string;
  code: string;
  externalName: ExternalName;
  siteCode: string;
  siteExternalName: ExternalName;
  spaceCode: string;
  spaceExternalName: ExternalName;
  street: string;
  town: string;
  zipcode: string;
  countryCode: string;
  physicalGauge: number;
  areas: { id: string; code: string }[];
}

export interface CatalogData {
  seasons: CatalogSeason[];
  physicalConfigurations: PhysicalConfiguration[];
}

/** A seat as sold in a hall's logical configuration, in optimal-selection order when sorted by `rank`. */
export interface Seat {
  id: string;
  areaId: string;
  area: string;
  blockId?: string;
  block?: string;
  row: string;
  number: string;
  seatCategoryId: string;
  contingentId: string;
  /** Lower is better: optimal-selection value, then block order and snake order. */
  rank: number;
  /** Plane units; neighbours in a row are consecutive in the hall's seat list. */
  x: number;
  y: number;
  kind: 'SEAT' | 'WHEELCHAIR' | 'COMPANION';
  restrictedView: boolean;
}

/** A logical configuration: its seats (none in a hall without seats) and its unnumbered zones. */
export interface Hall {
  logicalConfigurationId: string;
  physicalConfigurationId: string;
  code: string;
  /** In plan order: area, block, row, then along the row. */
  seats: Seat[];
  /** Unnumbered zones: sold by quantity up to the gauge. */
  zones: { areaId: string; area: string; seatCategoryId: string; contingentId: string; gauge: number }[];
}

export interface ShipmentMode {
  shipmentModeId: string;
  code: string;
  type: 'MOBILE' | 'PRINT_AT_HOME' | 'PICK UP AT CONTROL' | 'BY_MAIL';
  externalName: ExternalName;
  description: ExternalName;
  contactAddressRequired: boolean;
  deliveryTimeInDays: number;
  /** Countries it mails to; empty = not tied to a country. */
  countryCodes: string[];
  amount: number;
}

/**
 * A promotion that a code opens. Attested: that there is such a thing, its id, and CODE as its type. GUESS: its terms, and that one counts for
 * all that an order holds of single entries and simple products.
 */
export interface Advantage {
  advantageId: string;
  /** Compared without regard to capitals. */
  code: string;
  externalName: ExternalName;
  percentOff: number;
  start: string;
  end: string;
  /** Most tickets of an order that it makes cheaper; absent = all. */
  maxTickets?: number;
  /** Most orders that it is good for; absent = any number. */
  maxOrders?: number;
  /** Whether a buyer, told by e-mail, may use it again. */
  isOncePerBuyer?: boolean;
}

/** Everything the services serve. Made once from a seed and a day, so that the same two give the same season. */
export interface Season {
  catalog: CatalogData;
  /** When it was set up: milliseconds since 1970. Another catalog has another instant. */
  setUpAt: number;
  /** POSConfigData, wire shape. */
  posConfig: Record<string, unknown>;
  /** What everything is sold in. */
  currency: CurrencyData;
  halls: Hall[];
  /** Where visits of a pass are made. */
  visitedVenueId: string;
  /** By contingentId. */
  contingentNames: Record<string, string>;
  shipmentModes: ShipmentMode[];
  advantages: Advantage[];
  /** General fee for each ticket, thousandths. */
  bookingFeePerTicket: number;
  /** VAT rate by vatCodeId, thousandths of a percent. */
  vatRates: Record<string, number>;
  /** What every fee is taxed by: a key of `vatRates`. */
  feeVatCodeId: string;
  /** Whether the seat (or the n-th place of a zone) is already sold in a performance when the simulator starts. Pure. */
  isSoldAtStart(performance: Performance, seatIndex: number): boolean;
}
