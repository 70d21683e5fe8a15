import type { Movement, Order, Shipment } from '../orders/order.js';
import { ticketOperations } from '../orders/order.js';

/** A shipment as ShipmentData. */
export function shipmentData(order: Order, shipment: Shipment): object {
  const operations = ticketOperations(order)
    .map(({ id, movements }) => ({ id, count: movements.filter(isIn(shipment)).length }))
    .filter(({ count }) => count > 0);
  return {
    contactAddressId: shipment.contactAddressId,
    contactNumber: order.contactReference,
    documents: [],
    numberOfTickets: operations.reduce((sum, { count }) => sum + count, 0),
    operationIds: operations.map(({ id }) => id),
    originalContactAddressId: shipment.contactAddressId,
    shipmentId: shipment.id,
    shipmentModeId: shipment.shipmentModeId,
    state: isSent(order, shipment) ? 'SENT' : 'UNSENT',
  };
}

const isIn =
  ({ movementIds }: Shipment) =>
  ({ id }: Movement): boolean =>
    movementIds === undefined || movementIds.includes(id);

/** The movements of a shipment by whether their tickets are printed; none has a ticket before its order is closed. */
export function partedByPrint(
  order: Order,
  shipment: Shipment,
): { printed: Movement[]; unprinted: Movement[] } {
  const movements = ticketOperations(order).flatMap((operation) =>
    operation.movements.filter(isIn(shipment)),
  );
  const isPrinted = ({ ticket }: Movement) => ticket?.state === 'VALID';
  return {
    printed: movements.filter(isPrinted),
    unprinted: movements.filter((movement) => movement.ticket !== undefined && !isPrinted(movement)),
  };
}

/** GUESS: once all its tickets are printed; nothing else tells here that it has left the house. */
export function isSent(order: Order, shipment: Shipment): boolean {
  const { printed, unprinted } = partedByPrint(order, shipment);
  return printed.length > 0 && unprinted.length === 0;
}
