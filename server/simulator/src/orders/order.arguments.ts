/** What the order services receive, in the WSDL's words. Nothing can be relied on to be there; ids are decimal strings. */
export interface ContactArgs {
  contactReference?: string;
}

export interface OperationAttribution {
  performanceId?: string;
  seatCategoryId?: string;
  audienceSubCategoryId?: string;
  contingentId?: string;
  quantity?: number;
  /** Chosen seats. Without them the best ones are given. */
  physicalSeatIds?: string[];
}

export interface SingleEntryAttribution {
  operationAttributions?: OperationAttribution[];
  preferedAreas?: string[];
}

export interface SimpleProductOperation {
  audienceSubCategoryId?: string;
  itemId?: string;
  quantity?: number;
  timeslotId?: string;
}

export interface CreateOrUpdateArgs {
  pointOfSalesId?: string;
  orderId?: string;
  orderType?: string;
  purchasersInfo?: ContactArgs[];
  externalReference?: string;
  singleEntryAttributionOperations?: SingleEntryAttribution[];
  simpleProductOperations?: SimpleProductOperation[];
  composedProductOperations?: object[];
  transportProductOperations?: object[];
  chargeOperations?: object[];
  origin?: { toCreateToken?: boolean };
}

export interface PaymentInfo {
  amount?: string;
  paymentMethodId?: string;
  paymentIdentifier?: string;
}
