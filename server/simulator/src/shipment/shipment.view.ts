import { ticketCount } from '../orders/fees.js';
import type { Order, Shipment } from '../orders/order.js';
import { ticketOperations } from '../orders/order.js';

/** A shipment as ShipmentData: all tickets of the order. It is never SENT in here. */
export function shipmentData(order: Order, shipment: Shipment): object {
  return {
    contactAddressId: shipment.contactAddressId,
    contactNumber: order.contactReference,
    documents: [],
    numberOfTickets: ticketCount(order),
    operationIds: ticketOperations(order).map((operation) => operation.id),
    originalContactAddressId: shipment.contactAddressId,
    shipmentId: shipment.id,
    shipmentModeId: shipment.shipmentModeId,
    state: 'UNSENT',
  };
}
