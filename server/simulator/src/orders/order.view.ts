import { location } from '../catalog/location.js';
import { flatName, type Lookup } from '../catalog/lookup.js';
import { createCalendar } from '../season/calendar.js';
import type { Season } from '../season/season.types.js';
import { detailOf } from '../payments/payment.view.js';
import { shipmentData } from '../shipment/shipment.view.js';
import { contiguities } from './attribution.js';
import type { OrderChange } from './cart.js';
import type {
  AdmittingOperation,
  Movement,
  Operation,
  Order,
  SeatOperation,
  SimpleOperation,
  TicketOperation,
} from './order.js';
import { admittingOperations, isTicketOperation, quantityOf, saleAmount, themeOf } from './order.js';

/** Orders in the words of the wire. Unset fields are left out. */
export class OrderView {
  constructor(private readonly lookup: Lookup) {}

  /** What a call changed, not the whole order: a client must merge it or read the details. */
  orderUpdateData({
    order,
    updated,
    removedMovementIds,
    removedOperationIds,
    mainOperationId,
  }: OrderChange): object {
    return {
      catalogCurrency: this.lookup.season.currency,
      generatedContactQualities: {},
      generatedContiguities: contiguityData(updated),
      mainOperationId,
      movementDataUpdates: movementDatas(this.lookup, updated),
      operationDataUpdates: updated.map((operation) => operationData(this.lookup, order, operation)),
      orderId: order.id,
      orderSecretId: order.secretId,
      origin: { toCreateToken: order.toCreateToken },
      removeMovementIds: removedMovementIds,
      removeOperationIds: removedOperationIds,
    };
  }

  /** Where each of some movements of an operation stands. */
  movementDatas(operation: TicketOperation, movements: Movement[]): object[] {
    return movements.map((movement) => movementData(this.lookup, operation, movement));
  }

  /** The whole order. A closed one has no expiration date, and nothing is due. */
  orderDetailsData(order: Order, expiresAt: number): object {
    const { posConfig, currency } = this.lookup.season;
    const amount = saleAmount(order);
    const isClosed = order.state === 'CLOSED';
    return {
      advantageCode: order.advantage?.code,
      amountDue: isClosed ? 0 : amount,
      catalogCurrency: currency,
      contactReference: order.contactReference,
      creationDateTime: order.createdAt,
      expirationDate: isClosed ? undefined : expiresAt,
      externalReference: order.externalReference,
      fileId: order.fileId,
      movementDatas: movementDatas(this.lookup, order.operations),
      operationDatas: order.operations.map((operation) => operationData(this.lookup, order, operation)),
      optionAmount: 0,
      orderId: order.id,
      orderOriginData: { toCreateToken: order.toCreateToken },
      orderOriginator: 'EXTERNAL_SALE',
      orderSecretId: order.secretId,
      orderState: order.state,
      orderType: 'SALE',
      payments: order.payments.map((payment) => detailOf(payment, posConfig)),
      preSaleAmount: 0,
      referenceDate: createCalendar(new Date(order.createdAt)).at(0, '00:00'),
      reservationAmount: 0,
      saleAmount: amount,
      salesChannelCode: posConfig.salesChannelCode,
      salesChannelName: posConfig.salesChannelCode,
      shipments: order.shipments.map((shipment) => shipmentData(order, shipment)),
      waitingAccountBalanceAmount: 0,
    };
  }
}

/** Seats that sit side by side, told by their movements, over all operations on the same performance. */
function contiguityData(operations: Operation[]): object[] {
  const seated = operations.filter((one): one is SeatOperation => one.kind === 'SINGLE_ENTRY');
  return [...new Set(seated.map((operation) => operation.sold))].flatMap((sold) => {
    const movements = seated
      .filter((operation) => operation.sold === sold)
      .flatMap((operation) => operation.movements);
    const byPlace = new Map(movements.map((movement) => [movement.place, movement.id]));
    const seats = movements.flatMap(({ place }) =>
      place !== undefined && sold.hall.hall.seats[place] ? place : [],
    );
    return contiguities(sold.hall, seats).map((places) => {
      const movementIds = places.flatMap((place) => byPlace.get(place) ?? []);
      return { contiguityId: movementIds[0], movementIds };
    });
  });
}

/** Fees have no movements. */
function movementDatas(lookup: Lookup, operations: Operation[]): object[] {
  return operations
    .filter(isTicketOperation)
    .flatMap((operation) => operation.movements.map((movement) => movementData(lookup, operation, movement)));
}

/** Barcode and ticket are there once the order is closed. `type` is SEAT for a numbered one; GUESS: the word for any other. */
function movementData({ season }: Lookup, operation: TicketOperation, movement: Movement): object {
  const common = {
    barcode: movement.ticket?.barcode,
    movementId: movement.id,
    operationId: operation.id,
    resumed: false,
    ticketId: movement.ticket?.id,
    transferable: false,
    type: 'AREA',
  };
  if (operation.kind === 'SINGLE_ENTRY') return { ...common, ...placeOf(season, operation, movement) };
  return operation.kind === 'SIMPLE' ? { ...common, ...visitOf(operation) } : common;
}

/** A visit is valid during its timeslot; without one no dates are given. */
function visitOf({ sold, timeslotId }: SimpleOperation): object {
  const slot = sold.item.timeslots.find((candidate) => candidate.timeslotId === timeslotId);
  return { startValidityDate: slot?.start, endValidityDate: slot?.end };
}

/** Where a movement sits. A place of a zone has an area, but no row, seat or id. */
function placeOf({ contingentNames }: Season, operation: SeatOperation, { place = -1 }: Movement): object {
  const { hall } = operation.sold;
  const { attributionMatch, seatCategoryId } = operation;
  const seat = hall.hall.seats[place];
  const { area, areaId, contingentId } = seat ?? hall.zoneOf(place) ?? {};
  const common = {
    ...{
      area,
      areaId,
      attributionMatch,
      contingentId,
      contingent: contingentId && contingentNames[contingentId],
    },
    ...{ seatCategory: categoryName(operation), seatCategoryId },
  };
  if (!seat) return common;
  const { block, blockId, row, number, id: seatId } = seat;
  return { ...common, block, blockId, row, seat: number, seatId, type: 'SEAT' };
}

/** Names in OperationData follow a live answer; chargeType and the seat's own fields are GUESS. Amounts are thousandths. */
function operationData(lookup: Lookup, order: Order, operation: Operation): object {
  const quantity = quantityOf(operation);
  const totalAmount = operation.unitPrice * quantity;
  const common = {
    basePrice: operation.kind === 'CHARGE' ? operation.unitPrice : operation.basePrice,
    exchangeable: false,
    fileId: order.fileId,
    kind: kindOf(operation),
    operationId: operation.id,
    operationNumber: operation.number,
    quantity,
    totalAmount,
    type: 'SALE',
    unitPrice: operation.unitPrice,
    waitingAccountBalance: 0,
  };
  if (operation.kind === 'CHARGE') {
    const tax = taxOf(lookup, lookup.season.feeVatCodeId, totalAmount);
    return { ...common, ...tax, chargeType: operation.chargeType, numbered: false, product: operation.label };
  }
  return { ...common, ...productOf(lookup, operation, totalAmount), ...subjectOf(operation) };
}

/** GUESS: the operations of all products are called as their family, since SINGLE_ENTRY is. */
function kindOf(operation: Operation): string {
  return operation.kind === 'CHARGE' ? operation.kind : operation.sold.product.productFamilyType;
}

/** Prices and fees include VAT: `withoutVatTotalAmount` takes it out, rounded to a thousandth. GUESS: of fees as well. */
function taxOf({ season }: Lookup, vatCodeId: string, totalAmount: number): object {
  const vatRate = season.vatRates[vatCodeId] ?? 0;
  return { vatRate, withoutVatTotalAmount: Math.round(totalAmount / (1 + vatRate / 100_000)) };
}

function productOf(
  lookup: Lookup,
  { sold, tariff, advantage }: TicketOperation,
  totalAmount: number,
): object {
  const { product } = sold;
  return {
    ...taxOf(lookup, product.vatCodeId, totalAmount),
    advantage: advantage && flatName(advantage.externalName),
    advantageId: advantage?.advantageId,
    audienceCatId: tariff.categoryId,
    audienceSubCategory: flatName(tariff.externalName),
    audienceSubCategoryExternalDescription: tariff.externalDescription,
    audienceSubCategoryId: tariff.id,
    audienceSubCategoryRank: tariff.rank,
    audienceSubCategoryRequireAttachment: false,
    isNominative: false,
    product: flatName(product.externalName),
    productCode: product.code,
    productFamilySubType: product.productFamilySubType,
    productFamilyType: product.productFamilyType,
    productId: product.id,
  };
}

/** What is sold: an item, a composed product, or seats of a performance. The seat's fields are GUESS. */
function subjectOf(operation: TicketOperation): object {
  if (operation.kind === 'COMPOSED') {
    const { externalName, itemId } = operation.sold.item;
    const { seatCategoryId } = operation;
    return { itemDisplayExternalDesignation: externalName, itemId, numbered: false, seatCategoryId };
  }
  if (operation.kind === 'SIMPLE') {
    const { item, venue } = operation.sold;
    const theme = themeOf(operation);
    return {
      composedOperationId: operation.composedOperationId,
      itemDisplayExternalDesignation: item.externalName,
      itemId: item.itemId,
      locations: venue && [location(venue)],
      languageCode: operation.tour?.languageCode,
      numbered: false,
      theme: theme && flatName(theme.externalName),
      themeId: operation.tour?.themeId,
      timeslotId: operation.timeslotId,
    };
  }
  const { performance, product, venue, hall } = operation.sold;
  return {
    composedOperationId: operation.composedOperationId,
    contingentId: operation.contingentId,
    eventId: product.id,
    locations: venue && [location(venue)],
    numbered: hall.hall.seats[operation.movements[0]?.place ?? -1] !== undefined,
    performance: flatName(performance.externalName),
    performanceId: performance.id,
    performanceStart: performance.start,
    seatCategory: categoryName(operation),
    seatCategoryId: operation.seatCategoryId,
  };
}

/** Undefined for a category that the performance does not name. */
function categoryName({ sold, seatCategoryId }: SeatOperation): string | undefined {
  const category = sold.performance.seatCategories.find((candidate) => candidate.id === seatCategoryId);
  return category && flatName(category.externalName);
}

/** Every ticket of an order, closed or not, with its operation, in the order of the operations. */
export function ticketsOf(order: Order): { operation: AdmittingOperation; movement: Movement }[] {
  return admittingOperations(order).flatMap((operation) =>
    operation.movements.map((movement) => ({ operation, movement })),
  );
}
