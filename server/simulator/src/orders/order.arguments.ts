/** What the order services receive, in the WSDL's words. Nothing can be relied on to be there; ids are decimal strings. */
export interface ContactArgs {
  contactReference?: string;
}

/** One tariff in one seat category of one performance. */
export interface OperationAttribution {
  performanceId?: string;
  seatCategoryId?: string;
  audienceSubCategoryId?: string;
  contingentId?: string;
  quantity?: number;
  /** Chosen seats. Without them the best ones are given. */
  physicalSeatIds?: string[];
}

/** One group: its attributions are seated together. `preferedAreas` is spelled so. */
export interface SingleEntryAttribution {
  operationAttributions?: OperationAttribution[];
  preferedAreas?: string[];
}

/** Units of an item: visits of a pass, services, goods, memberships. */
export interface SimpleProductOperation {
  audienceSubCategoryId?: string;
  itemId?: string;
  quantity?: number;
  timeslotId?: string;
  /** Of a guided visit. GUESS: both names, taken from ThemeAndLanguage. */
  languageCode?: string;
  themeId?: string;
}

/** Season tickets or packages of one item at one tariff. Their parts are the call's other operations at that tariff. GUESS but for the id. */
export interface ComposedProductOperation {
  audienceSubCategoryId?: string;
  itemId?: string;
  quantity?: number;
}

/** Without orderId an order is created, in the file that is given or in one of its own; else its operations are added to that one. */
export interface CreateOrUpdateArgs {
  pointOfSalesId?: string;
  orderId?: string;
  fileId?: string;
  orderType?: string;
  purchasersInfo?: ContactArgs[];
  externalReference?: string;
  /** GUESS: a promo code, in place of the one before; an empty one takes it away. */
  advantageCode?: string;
  singleEntryAttributionOperations?: SingleEntryAttribution[];
  simpleProductOperations?: SimpleProductOperation[];
  composedProductOperations?: ComposedProductOperation[];
  transportProductOperations?: object[];
  chargeOperations?: object[];
  origin?: { toCreateToken?: boolean };
}

/** GUESS: ORDER and OPERATION; only MOVEMENT is attested. */
export type Granularity = 'ORDER' | 'OPERATION' | 'MOVEMENT';

/** `amount` is in thousandths, a decimal string like every long. */
export interface PaymentInfo {
  amount?: string;
  paymentMethodId?: string;
  paymentIdentifier?: string;
}
