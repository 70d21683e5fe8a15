/** Orders: what the relay sends of them, and reads. */
import * as z from 'zod';
import { reading, success } from '../answer.js';
import { currencyData } from '../currency.js';
import { alsoCalled, around, guessed, seenIn, stated } from '../paths.js';
import { wireNumber } from '../reading.js';
import { externalName, id, long, purchaser, siteAddress } from './values.js';

const tickets = { audienceSubCategoryId: id, quantity: z.int().positive() };

/**
 * GUESS: chosen seats are named by `physicalSeatIds`; the timeslot of a timed visit by `timeslotId`; language and theme of a guided one as
 * getAvailableThemeAndLanguage has them.
 */
const attribution = seenIn(
  'clients',
  z.strictObject({
    ...tickets,
    performanceId: id,
    physicalSeatIds: guessed(z.array(id).optional()),
    seatCategoryId: id,
  }),
);
const simpleProduct = seenIn(
  'clients',
  z.strictObject({
    ...tickets,
    itemId: id,
    timeslotId: guessed(id.optional()),
    languageCode: guessed(z.string().optional()),
    themeId: guessed(id.optional()),
  }),
);

/**
 * GUESS: called as a simple product's; that it names the item of a season ticket is on the vendor's pages. Its parts are the call's single
 * entries and simple products at the same tariff.
 */
const composedProduct = guessed(z.strictObject({ ...tickets, itemId: id }));

// GUESS: where a seat is, and the fields of a charge, are in no public page (docs/decisions/0001).
const movement = seenIn(
  'reference',
  z.object({
    movementId: long,
    operationId: seenIn('clients', long),
    /** Of a numbered seat alone. */
    seatId: long.optional(),
    /** Its name where ExternalSeatingService takes it. */
    physicalSeatId: alsoCalled('seatId', seenIn('deduced', long.optional())),
    areaId: long.optional(),
    area: guessed(z.string().optional()),
    block: guessed(z.string().optional()),
    row: guessed(z.string().optional()),
    seat: guessed(z.string().optional()),
    seatCategoryId: long.optional(),
    /** GUESS: of a closed order, as the vendor's closing makes barcodes so that they can be read there. */
    barcode: guessed(z.string().optional()),
  }),
);

const place = z.object({
  siteExternalName: externalName.optional(),
  siteCode: z.string().optional(),
  siteAddress: siteAddress.optional(),
});

/** A line of an order: some tickets of one kind, or a charge. The order of S-360's webhook sample, and of its own clients. */
const line = seenIn(
  'pages',
  z.object({
    operationId: long,
    kind: z.string(),
    productFamilyType: seenIn('clients', z.string().optional()),
    chargeType: guessed(z.string().optional()),
    /** The season tickets or packages that it is part of. */
    composedOperationId: guessed(long.optional()),
    product: z.string().optional(),
    productId: stated(long.optional()),
    performanceId: long.optional(),
    performance: z.string().optional(),
    performanceStart: guessed(z.string().optional()),
    itemId: long.optional(),
    itemDisplayExternalDesignation: seenIn('clients', externalName.optional()),
    timeslotId: guessed(long.optional()),
    languageCode: guessed(z.string().optional()),
    themeId: guessed(long.optional()),
    theme: guessed(z.string().optional()),
    audienceSubCategory: seenIn('clients', z.string().optional()),
    audienceSubCategoryId: seenIn('clients', stated(long.optional())),
    seatCategoryId: guessed(long.optional()),
    unitPrice: long,
    /** Before what an advantage takes off. */
    basePrice: long.optional(),
    /** The name of the advantage that makes it cheaper, in the language of the call. */
    advantage: guessed(z.string().optional()),
    totalAmount: seenIn('clients', long.optional()),
    withoutVatTotalAmount: seenIn('clients', long.optional()),
    quantity: wireNumber.optional(),
    locations: seenIn('clients', z.array(place).default([])),
  }),
);

/** Only what it takes to go on with a payment; cards and names that S-360 lists as well are never read. */
const payment = z.object({
  paymentId: long,
  paymentIdentifier: z.string().optional(),
  paymentStatus: stated(z.string().optional()),
  paymentDate: z.string().optional(),
  epcTransactionData: z.object({ transactionId: wireNumber.optional() }).optional(),
});

const shipment = z.object({
  shipmentModeId: stated(long.optional()),
  contactAddressId: long.optional(),
});

/**
 * One answer holds the whole order: operations and movements lie side by side and are joined by the operation's id. It is sold as
 * it stands, so nothing that costs or holds something is ever left out of it.
 */
const details = seenIn(
  'pages',
  z.object({
    orderDetailsData: z.object({
      orderId: long,
      orderSecretId: seenIn('clients', z.string()),
      orderState: stated(z.string().default('')),
      creationDateTime: z.string(),
      expirationDate: stated(z.string().optional()),
      contactReference: seenIn('clients', z.string().optional()),
      catalogCurrency: seenIn('clients', currencyData.optional()),
      saleAmount: long.optional(),
      advantageCode: guessed(z.string().optional()),
      movementDatas: seenIn('clients', stated(z.array(movement).default([]))),
      operationDatas: stated(z.array(line).default([])),
      shipments: guessed(stated(z.array(shipment).default([]))),
      payments: guessed(stated(z.array(payment).default([]))),
    }),
  }),
);

/** All that an update may tell of the order: its new lines and charges as getOrderDetails tells them. */
const told = z.object({
  catalogCurrency: currencyData.optional(),
  movementDataUpdates: z.array(movement).min(1),
  operationDataUpdates: z.array(line).min(1),
});

/** What was changed. It holds what it must; `told` is undefined where the rest can't be read. */
const update = around(
  z
    .looseObject({
      orderId: long,
      orderSecretId: z.string().optional(),
      movementDataUpdates: z.array(z.looseObject({ movementId: long })).default([]),
    })
    .transform((data) => ({
      orderId: data.orderId,
      orderSecretId: data.orderSecretId,
      movementIds: data.movementDataUpdates.map(({ movementId }) => movementId),
      told: told.safeParse(data).data,
    })),
  z.object({
    orderId: long,
    /** Of a new order. */
    orderSecretId: stated(z.string().optional()),
    catalogCurrency: currencyData.optional(),
    movementDataUpdates: stated(z.array(movement.partial({ operationId: true })).default([])),
    operationDataUpdates: z.array(line).optional(),
  }),
);

export const createOrUpdateOrder = {
  args: seenIn(
    'reference',
    z.strictObject({
      pointOfSalesId: id,
      /** Absent = a new order. */
      orderId: id.optional(),
      /** A promo code. */
      advantageCode: guessed(z.string().optional()),
      externalReference: z.string().optional(),
      orderType: z.literal('SALE'),
      purchasersInfo: z.array(purchaser).optional(),
      composedProductOperations: z.array(composedProduct).optional(),
      singleEntryAttributionOperations: z
        .array(
          z.strictObject({
            operationAttributions: z.array(attribution),
            // S-360 spells it so.
            preferedAreas: seenIn('clients', z.array(id).optional()),
          }),
        )
        .optional(),
      simpleProductOperations: z.array(simpleProduct).optional(),
    }),
  ),
  answer: reading(() => seenIn('reference', z.object({ orderUpdateData: update }))),
};

export const getOrderDetails = {
  args: seenIn('pages', z.strictObject({ orderId: id })),
  answer: reading(() => details),
};

export const abandonMovements = {
  args: seenIn('reference', z.strictObject({ orderId: id, movementIds: z.array(id) })),
  answer: success,
};

export const closeOrder = {
  args: seenIn(
    'clients',
    z.strictObject({
      orderId: id,
      purchaserInfo: purchaser.optional(),
      generateBarCodes: z.boolean(),
      maxWaitingTime: z.int(),
      orderType: z.literal('SALE'),
    }),
  ),
  answer: success,
};

export const notifyOrder = {
  // GUESS: its arguments (docs/decisions/0001).
  args: guessed(
    z.strictObject({ orderId: id, paymentId: id, identification: z.string(), success: z.boolean() }),
  ),
  answer: success,
};

// GUESS: its argument (docs/decisions/0001).
export const reopenOrder = {
  args: guessed(z.strictObject({ orderId: id })),
  answer: success,
};
