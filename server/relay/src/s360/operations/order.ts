/** Orders: what the relay sends of them, and reads. */
import * as z from 'zod';
import { asItCame, success } from '../answer.js';
import { id, purchaser } from './values.js';

const tickets = { audienceSubCategoryId: id, quantity: z.int().positive() };

/** GUESS: chosen seats are named by `physicalSeatIds`; the timeslot of a timed visit by `timeslotId`. */
const attribution = z.strictObject({
  ...tickets,
  performanceId: id,
  physicalSeatIds: z.array(id).optional(),
  seatCategoryId: id,
});
const simpleProduct = z.strictObject({ ...tickets, itemId: id, timeslotId: id.optional() });

export const createOrUpdateOrder = {
  args: z.strictObject({
    pointOfSalesId: id,
    /** Absent = a new order. */
    orderId: id.optional(),
    orderType: z.literal('SALE'),
    purchasersInfo: z.array(purchaser).optional(),
    singleEntryAttributionOperations: z
      .array(
        z.strictObject({
          operationAttributions: z.array(attribution),
          // S-360 spells it so.
          preferedAreas: z.array(id).optional(),
        }),
      )
      .optional(),
    simpleProductOperations: z.array(simpleProduct).optional(),
  }),
  answer: asItCame('orderUpdateData { orderId orderSecretId movementDataUpdates { movementId } }'),
};

export const getOrderDetails = {
  args: z.strictObject({ orderId: id }),
  answer: asItCame(`orderDetailsData {
    orderId orderSecretId orderState creationDateTime expirationDate
    operationDatas { operationId kind productId audienceSubCategoryId unitPrice }
    movementDatas { movementId operationId }
    shipments { shipmentModeId }
    payments { paymentId paymentStatus }
  }`),
};

export const abandonMovements = {
  args: z.strictObject({ orderId: id, movementIds: z.array(id) }),
  answer: success,
};

export const closeOrder = {
  args: z.strictObject({
    orderId: id,
    purchaserInfo: purchaser.optional(),
    generateBarCodes: z.boolean(),
    maxWaitingTime: z.int(),
    orderType: z.literal('SALE'),
  }),
  answer: success,
};

export const notifyOrder = {
  args: z.strictObject({ orderId: id, paymentId: id, identification: z.string(), success: z.boolean() }),
  answer: success,
};

export const reopenOrder = { args: z.strictObject({ orderId: id }), answer: success };
