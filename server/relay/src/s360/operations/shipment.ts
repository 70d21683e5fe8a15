/** Ways to get the tickets: what the relay sends of them, and reads. */
import * as z from 'zod';
import { reading, success } from '../answer.js';
import { guessed, seenIn, stated } from '../paths.js';
import { wireId, wireNumber } from '../reading.js';
import { externalName, id } from './values.js';

// GUESS: shipmentModeId, externalName, type and amount (docs/decisions/0001).
const mode = z.object({
  shipmentModeId: guessed(wireId),
  type: guessed(z.string().default('')),
  externalName: guessed(externalName.optional()),
  description: z.string().default(''),
  /** In thousandths. */
  amount: guessed(wireNumber.default(0)),
  contactAddressRequired: z.boolean().default(false),
});

export const getAvailableShipmentModes = {
  args: seenIn(
    'reference',
    z.strictObject({
      pointOfSalesId: id,
      orderId: id,
      shipmentContents: z.literal('TICKETS'),
      /** Absent = all modes that suit the order's content, wherever they reach. */
      destinationCountryCode: z.string().optional(),
    }),
  ),
  answer: reading(({ list }) =>
    seenIn('reference', z.object({ shipmentModes: stated(list(mode, 'shipment mode')) })),
  ),
};

/** GUESS: the whole operation (docs/decisions/0001). */
export const setShipmentMode = {
  args: guessed(z.strictObject({ orderId: id, shipmentModeId: id, contactAddressId: id.optional() })),
  answer: success,
};
