/** Ways to get the tickets: what the relay sends of them, and reads. */
import * as z from 'zod';
import { asItCame, success } from '../answer.js';
import { id } from './values.js';

export const getAvailableShipmentModes = {
  args: z.strictObject({
    pointOfSalesId: id,
    orderId: id,
    shipmentContents: z.literal('TICKETS'),
    /** Absent = all modes that suit the order's content, wherever they reach. */
    destinationCountryCode: z.string().optional(),
  }),
  answer: asItCame('shipmentModes { shipmentModeId }'),
};

export const setShipmentMode = {
  args: z.strictObject({ orderId: id, shipmentModeId: id, contactAddressId: id.optional() }),
  answer: success,
};
