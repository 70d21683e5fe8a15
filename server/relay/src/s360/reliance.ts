import type { ServiceName } from './services.js';

/** What the relay relies on in one operation. Both are selections as GraphQL writes them. */
export interface Reliance {
  /** Arguments that the relay sends, always or sometimes. */
  readonly takes?: string;
  /** Fields of the result without which the answer is of no use. What is left out here may be missing. */
  readonly gives?: string;
  /** Holds seats or asks for money: not called while anything of this table is missing, since the rest of the sale needs all of it. */
  readonly isCommitment?: true;
}

const name = 'externalName { translations { locale value } }';
const seats = 'audienceSubCategoryId performanceId physicalSeatIds quantity seatCategoryId';
const order = `
  orderId orderSecretId orderState creationDateTime expirationDate
  operationDatas { operationId kind productId audienceSubCategoryId unitPrice }
  movementDatas { movementId operationId }
  shipments { shipmentModeId }
  payments { paymentId paymentStatus }`;

/**
 * Every operation that the relay calls, with the arguments that it gives and the fields that it can't do without. This is the
 * one home of that list: the WSDLs are held against it at start, and a call of what is not in it is a mistake.
 */
export const reliances: Partial<Record<ServiceName, Readonly<Record<string, Reliance>>>> = {
  CatalogService: {
    getPOSConfig: {
      gives: 'posConfigData { posId currencyCode countries { code } paymentMethods { id code } }',
    },
    getLastSetupUpdate: {},
    getCatalogDetailed: {
      gives: `catalogData { seasons {
        id
        audienceCategories { audienceSubCategories { id ${name} } }
        products {
          id state ${name}
          event { performances { id state start seatCategories { id ${name} } prices { amount audSubCatId } } }
          pass { items { itemId itemPrices { amount audSubCatId } } }
        }
      } }`,
    },
  },
  AvailabilityService: {
    getUpdatedAvailabilities: {
      takes: 'pointOfSalesId productIds referenceDate',
      gives: 'availabilityUpdateData { productId lastUpdate }',
    },
    getPerformanceAvailability: {
      takes: 'pointOfSalesId performanceIds seatCategoryIds',
      gives: 'performanceAvailabilityData { performanceAvailabilities { performanceId availability } }',
    },
    getProductAvailability: {
      takes: 'pointOfSalesId productIds',
      gives: 'productAvailabilityData { productAvailabilities { productId availability } }',
    },
    getSeatsAvailability: {
      takes: 'pointOfSalesId performanceId',
      gives: 'seatsAvailabilityData { seatAvailabilities { seatId } }',
    },
  },
  ExternalOrderFacade: {
    createOrUpdateOrder: {
      takes: `
        pointOfSalesId orderId orderType purchasersInfo { contactReference }
        singleEntryAttributionOperations { operationAttributions { ${seats} } preferedAreas }
        simpleProductOperations { audienceSubCategoryId itemId quantity timeslotId }`,
      gives: 'orderUpdateData { orderId orderSecretId movementDataUpdates { movementId } }',
      isCommitment: true,
    },
    createPaymentsAndCloseOrder: {
      takes: `
        orderId isConvertedReservation createToken orderType maxWaitingTime
        payments { amount paymentMethodId } purchasersInfo { contactReference }
        paymentParams { contactNumber totalAmount paymentParametersMap { entry { key value } } }`,
      gives: 'paymentId identification epcTransactionData { transactionId }',
      isCommitment: true,
    },
  },
  ExternalOrderService: {
    getOrderDetails: { takes: 'orderId', gives: `orderDetailsData { ${order} }` },
    abandonMovements: { takes: 'orderId movementIds' },
    closeOrder: {
      takes: 'orderId purchaserInfo { contactReference } generateBarCodes maxWaitingTime orderType',
    },
    notifyOrder: { takes: 'orderId paymentId identification success' },
    reopenOrder: { takes: 'orderId' },
  },
  ExternalPaymentService: {
    checkPayment: {
      takes: 'orderId payments { paymentIdentifier }',
      gives: 'paymentDetails { paymentId paymentStatus }',
    },
    cancelPayment: { takes: 'paymentIds' },
  },
  ContactInformationPublicService: {
    saveIndividualContact: {
      takes: `
        contactNumber pointOfSalesId
        individualContact { email firstName lastName language phone }
        address { countryCode main shippingAddress street1 street2 town zipCode }`,
      gives: 'contactNumber contactAddressId',
    },
    getContactData: {
      takes: 'contactNumber details',
      gives: `
        individualContact { email firstName lastName }
        addresses { contactAddressId countryCode street1 zipCode town }`,
    },
  },
  ShipmentPublicService: {
    getAvailableShipmentModes: {
      takes: 'pointOfSalesId orderId shipmentContents destinationCountryCode',
      gives: 'shipmentModes { shipmentModeId }',
    },
    setShipmentMode: { takes: 'orderId shipmentModeId contactAddressId' },
  },
  ProductionPublicService: {
    getTickets: { takes: 'orderId', gives: 'tickets { movementId barcode }' },
    printTickets: { takes: 'orderId movementIds', gives: 'documents { data }' },
  },
};

/** Services that the relay calls; only their WSDLs must be there. */
export const reliedServices = Object.keys(reliances) as ServiceName[];

/** What the relay relies on in an operation. Throws a TypeError where the table has none of that name: a mistake of the caller. */
export function relianceOn(service: ServiceName, operation: string): Reliance {
  const reliance = reliances[service]?.[operation];
  if (!reliance)
    throw new TypeError(`${service}.${operation} is not in the table of what the relay relies on`);
  return reliance;
}

/** `a { b c }` as the paths `a`, `a.b`, `a.c`. Throws on brackets that do not match: the table above is wrong then. */
export function pathsOf(selection = ''): string[] {
  const paths: string[] = [];
  const around: string[] = [];
  for (const token of selection.match(/[{}]|[^\s{}]+/g) ?? []) {
    if (token === '{') around.push(paths.at(-1) ?? '');
    else if (token === '}') around.pop();
    else paths.push([...around.slice(-1), token].join('.'));
  }
  return paths;
}
