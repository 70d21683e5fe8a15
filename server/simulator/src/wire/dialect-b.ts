/** What dialect b has otherwise than our WSDL files: only what is a GUESS there. */

export interface Otherwise {
  /** Its name on the wire; `period.from` stands in an object `period` that our files do not have. */
  place: string;
  /** Its simple type, where that is another. */
  type?: 'string' | 'long';
  /** Words on the wire, by ours. */
  words?: Readonly<Record<string, string>>;
}

const at = (place: string, more: Omit<Otherwise, 'place'> = {}): Otherwise => ({ place, ...more });

/** Names of methods on the wire, by ours. */
export const methods: Readonly<Record<string, string>> = {
  createLogin: 'registerLogin',
  deleteContact: 'removeContact',
  getTickets: 'findTickets',
  linkContacts: 'attachSubsidiary',
  printTickets: 'produceTickets',
  saveIndividualContact: 'createOrUpdateIndividualContact',
  searchFilesByCriteria: 'listFilesByCriteria',
  setShipmentMode: 'chooseShipmentMode',
  unlinkContacts: 'detachSubsidiary',
  updateContactAuthorizations: 'setAuthorizations',
  updateContactCriteria: 'setCriteria',
};

/** By type or method, and by the field's name in our files. */
export const otherwise: Readonly<Record<string, Readonly<Record<string, Otherwise>>>> = {
  // CatalogService
  POSConfigData: {
    loginPosition: at('loginPosition', { words: { BEFORE_CATALOG: 'CATALOGUE', BEFORE_CHECKOUT: 'ORDER' } }),
  },
  LastSetupUpdateResult: { lastSetupUpdate: at('lastUpdateDate') },
  Topic: { id: at('topicId', { type: 'string' }), externalName: at('information.label') },
  Product: {
    alertRatio: at('alerts.lowAvailability', { type: 'string' }),
    topicId: at('classification.topic', { type: 'string' }),
    goods: at('merchandise'),
    membership: at('memberCard'),
  },
  SalePeriod: { start: at('period.from'), end: at('period.to') },
  Performance: { physicalConfigurationId: at('physicalConfId', { type: 'string' }) },
  ComfortVariableValue: { code: at('variableCode'), value: at('variableValue') },
  Timeslot: {
    timeslotId: at('id', { type: 'string' }),
    start: at('entry.opensAt'),
    end: at('entry.closesAt'),
    quota: at('placesLeft', { type: 'string' }),
  },
  PassItem: { externalName: at('itemName'), timeslots: at('visitSlots') },
  Pass: { visitLanguages: at('guidedIn'), visitThemes: at('themes') },
  VisitTheme: { themeId: at('id', { type: 'string' }), externalName: at('label') },
  SimpleProduct: { items: at('variants') },
  SeasonTicket: { items: at('offers'), lines: at('contents') },
  Package: { items: at('offers') },
  PackageItem: {
    itemId: at('id', { type: 'string' }),
    externalName: at('offerName'),
    prices: at('priceGrid'),
    quota: at('stock.left'),
  },
  PackageLine: {
    choiceQuantity: at('choice.count', { type: 'string' }),
    products: at('contents'),
    quantity: at('countEach'),
  },
  SeasonTicketItem: {
    itemId: at('id', { type: 'string' }),
    externalName: at('offerName'),
    prices: at('priceGrid'),
    performanceQuantity: at('choice.count', { type: 'string' }),
    quota: at('choice.stock'),
  },

  // SetupService
  createOrUpdateProduct: { seasonId: at('season.id', { type: 'string' }), product: at('data') },
  getProductDetails: { productId: at('id') },
  deleteNonValidatedProduct: { productId: at('id') },
  ProductDetailsResult: { product: at('details') },
  ProductUpdateResult: { productId: at('updated.id', { type: 'string' }) },
  PerformanceUpdateResult: { performanceId: at('updated.id', { type: 'string' }) },
  ActivitiesResult: { activities: at('groups') },
  Activity: { code: at('activityCode'), externalName: at('label') },

  // AvailabilityService
  getPerformanceAvailability: {
    pointOfSalesId: at('posId', { type: 'string' }),
    performanceIds: at('performances'),
    seatCategoryIds: at('filter.seatCategories'),
  },
  PerformanceAvailability: {
    performanceId: at('performance', { type: 'string' }),
    seatCategoryId: at('seatCategory'),
    availability: at('seats.free', { type: 'string' }),
  },
  PerformanceAvailabilityData: { performanceAvailabilities: at('lines') },
  PerformanceAvailabilityResult: { performanceAvailabilityData: at('availabilities') },
  getProductAvailability: { pointOfSalesId: at('posId'), productIds: at('products', { type: 'string' }) },
  ProductAvailability: {
    productId: at('product'),
    itemId: at('item.id', { type: 'string' }),
    timeslotId: at('item.slot'),
    availability: at('free', { type: 'string' }),
  },
  ProductAvailabilityData: { productAvailabilities: at('lines') },
  ProductAvailabilityResult: { productAvailabilityData: at('availabilities') },
  getSeatsAvailability: { pointOfSalesId: at('posId'), performanceId: at('performance', { type: 'string' }) },
  SeatAvailability: { seatId: at('id', { type: 'string' }), availability: at('free') },
  SeatsAvailabilityData: { seatAvailabilities: at('seats') },
  SeatsAvailabilityResult: { seatsAvailabilityData: at('hall') },

  // ExternalOrderFacade and ExternalOrderService
  OperationAttribution: { physicalSeatIds: at('seats.ids', { type: 'string' }) },
  ComposedProductOperationCreationData: {
    audienceSubCategoryId: at('tariffId'),
    itemId: at('composed.itemId', { type: 'string' }),
    quantity: at('composed.count'),
  },
  SimpleProductOperationCreationData: {
    languageCode: at('visit.language'),
    themeId: at('visit.theme', { type: 'string' }),
    timeslotId: at('slot', { type: 'string' }),
  },
  MovementData: {
    area: at('place.areaName'),
    block: at('place.blockName'),
    row: at('place.rowName'),
    seat: at('place.seatName'),
    barcode: at('ticketBarcode'),
  },
  createOrUpdateOrder: { advantageCode: at('promotion.code') },
  createOrUpdateOrderWithGranularity: { advantageCode: at('promotion.code') },
  OperationData: {
    advantage: at('promotion.label'),
    advantageId: at('promotion.id', { type: 'string' }),
    chargeType: at('charge.kind'),
    composedOperationId: at('whole.operationId', { type: 'string' }),
    performanceStart: at('performanceDate'),
    languageCode: at('visitLanguage'),
    theme: at('visitTheme.name'),
    themeId: at('visitTheme.id', { type: 'string' }),
    timeslotId: at('slot', { type: 'string' }),
    seatCategoryId: at('seatCatId', { type: 'string' }),
  },
  ShipmentData: { shipmentModeId: at('mode.id', { type: 'string' }), contactAddressId: at('addressId') },
  OrderDetailsData: {
    advantageCode: at('promotionCode'),
    shipments: at('orderShipments'),
    payments: at('orderPayments'),
  },
  notifyOrder: {
    orderId: at('order', { type: 'string' }),
    paymentId: at('payment.id'),
    identification: at('payment.reference'),
    success: at('payment.succeeded'),
  },
  reopenOrder: { orderId: at('order', { type: 'string' }) },

  // ContactInformationPublicService
  saveIndividualContact: {
    contactNumber: at('number'),
    pointOfSalesId: at('posId', { type: 'string' }),
    individualContact: at('contact.person'),
    address: at('contact.mainAddress'),
  },
  ContactSaveResult: { contactNumber: at('number'), contactAddressId: at('addressId', { type: 'string' }) },
  IndividualContactData: {
    email: at('emailAddress'),
    firstName: at('name.given'),
    lastName: at('name.family'),
    language: at('languageCode'),
    phone: at('phoneNumber'),
  },

  searchContact: { firstName: at('name.given'), lastName: at('name.family') },
  ContactSearchResult: { contacts: at('found') },
  deleteContact: { contactNumber: at('number') },
  linkContacts: { parentContactNumber: at('parent.number'), contactNumber: at('number') },
  unlinkContacts: { contactNumber: at('number') },
  updateContactAuthorizations: { contactNumber: at('number'), authorizations: at('choices') },
  updateContactCriteria: { contactNumber: at('number'), contactCriteria: at('choices') },
  ExternalContactCriterionData: { criterionCode: at('code'), selected: at('choice.isMade') },
  ContactConnectionDetailed: {
    connectionType: at('role'),
    contactNumber: at('other.number'),
    firstName: at('other.firstName'),
    lastName: at('other.lastName'),
  },
  FinancialData: { balance: at('account.balance', { type: 'string' }) },
  IndicatorData: { code: at('indicatorCode') },

  // ContactAuthenticationPublicService and ContactSocialLoginService
  createLogin: { contactNumber: at('number'), password: at('login.password') },
  SignUpData: {
    email: at('emailAddress'),
    firstName: at('name.given'),
    lastName: at('name.family'),
    language: at('languageCode'),
  },
  CreateUserResult: { contactNumber: at('user.number') },

  // ExternalOrderHistoryService
  CountFilesResult: { count: at('filesCount', { type: 'string' }) },
  FileSummariesResult: { fileSummaries: at('files'), truncated: at('page.hasMore') },
  FileSummary: {
    fileState: at('state'),
    orderIds: at('orders.ids', { type: 'string' }),
    saleAmount: at('amount', { type: 'string' }),
  },

  // ShipmentPublicService
  ShipmentModeDetailedData: {
    shipmentModeId: at('id', { type: 'string' }),
    type: at('kind'),
    externalName: at('label'),
    amount: at('fee.amount', { type: 'string' }),
  },
  setShipmentMode: {
    orderId: at('order'),
    shipmentModeId: at('mode', { type: 'string' }),
    contactAddressId: at('address'),
  },

  // ExternalAccessControlService
  AccessControlCatalogResult: { accessControlCatalogData: at('catalogData') },
  AccessControlCatalogData: { products: at('entries') },
  ControlledProduct: { productId: at('product', { type: 'string' }), performances: at('dates') },
  ControlledPerformance: {
    performanceId: at('performance', { type: 'string' }),
    start: at('admission.from'),
    end: at('admission.to'),
  },
  TimeZoneResult: { timeZone: at('zone.name') },

  // ProductionPublicService
  getTickets: { orderId: at('order', { type: 'string' }) },
  TicketsResult: { tickets: at('orderTickets') },
  Ticket: {
    movementId: at('movement', { type: 'string' }),
    barcode: at('code.value'),
    ticketState: at('state', { words: { VALID: 'ACTIVE' } }),
  },
  printTickets: { orderId: at('order'), movementIds: at('movements', { type: 'string' }) },
  PrintResult: { documents: at('files') },
  PrintedDocument: { data: at('content') },
};
