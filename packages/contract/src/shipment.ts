import * as z from 'zod';
import { id } from './ids.js';
import { money } from './money.js';

export const shipmentKind = z.enum(['mobile', 'print-at-home', 'box-office', 'post', 'other']);
export type ShipmentKind = z.infer<typeof shipmentKind>;

/** A way to get the tickets, as offered for an order and a country. */
export const shipmentMode = z.strictObject({
  id,
  kind: shipmentKind,
  name: z.string(),
  description: z.string(),
  fee: money,
  addressNeeded: z.boolean(),
});
export type ShipmentMode = z.infer<typeof shipmentMode>;

export const chosenShipment = z.strictObject({ shipmentModeId: id, kind: shipmentKind, name: z.string() });
export type ChosenShipment = z.infer<typeof chosenShipment>;

export const shipmentModeList = z.strictObject({ shipmentModes: z.array(shipmentMode) });
export type ShipmentModeList = z.infer<typeof shipmentModeList>;
