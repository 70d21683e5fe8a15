import type { Ids } from '../ids.js';
import {
  type ChargeOperation,
  type ChargeType,
  type Order,
  type TicketOperation,
  ticketOperations,
} from './order.js';

/** What happened to an order's charge when it was brought in step. */
export interface ChargeChange {
  updated?: ChargeOperation;
  removedId?: string;
}

/** A fee as it should be. `unitPrice` is in thousandths; the label is flat text, in the institution's favourite language. */
export interface Charge {
  chargeType: ChargeType;
  label: string;
  unitPrice: number;
  quantity: number;
}

/** Adds, changes or (quantity or price 0) removes the one operation of a charge type. */
export function setCharge(order: Order, charge: Charge, ids: Ids, now: number): ChargeChange {
  const known = order.operations.find(
    (operation): operation is ChargeOperation =>
      operation.kind === 'CHARGE' && operation.chargeType === charge.chargeType,
  );
  if (charge.quantity === 0 || charge.unitPrice === 0) {
    if (!known) return {};
    order.operations = order.operations.filter((operation) => operation !== known);
    return { removedId: known.id };
  }
  if (known) return { updated: Object.assign(known, charge) };
  order.lastOperationNumber += 1;
  const fresh: ChargeOperation = {
    ...charge,
    kind: 'CHARGE',
    id: ids.next(),
    number: order.lastOperationNumber,
    addedAt: now,
  };
  order.operations.push(fresh);
  return { updated: fresh };
}

/** Seats, places and visits of the order together. */
export function ticketCount(order: Order): number {
  return countOf(ticketOperations(order));
}

/** Seats, places and visits that cost something: what the general fee is counted for. GUESS: none is taken for free tickets, nor for what is no ticket. */
export function pricedTicketCount(order: Order): number {
  return countOf(
    ticketOperations(order).filter((operation) => operation.unitPrice > 0 && isEntry(operation)),
  );
}

const isEntry = ({ sold }: TicketOperation): boolean =>
  ['SINGLE_ENTRY', 'PASS'].includes(sold.product.productFamilyType);

function countOf(operations: TicketOperation[]): number {
  return operations.reduce((sum, { movements }) => sum + movements.length, 0);
}
