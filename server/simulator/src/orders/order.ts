import type { SoldComposed, SoldItem, SoldPerformance } from '../catalog/lookup.js';
import type { Payment } from '../payments/payment.js';
import type { Advantage, AudienceSubCategory, Tour, VisitTheme } from '../season/season.types.js';

/** GUESS but for CLOSED. ABANDONNED is spelled as in the file states. */
export type OrderState = 'RUNNING' | 'PAYMENT_IN_PROGRESS' | 'CLOSED' | 'ABANDONNED';

/** The three overhead kinds. PAYMENT_FEE is described but not charged here. GUESS for the words. */
export type ChargeType = 'GENERAL_FEE' | 'DELIVERY_FEE' | 'PAYMENT_FEE';

/** A tariff, with the audience category that it is listed in. */
export type Tariff = AudienceSubCategory & { categoryId: string };

/** A ticket at an entrance: the documented words. */
export type ControlOperationType =
  | 'OK'
  | 'OFFLINE_OK'
  | 'FAIL'
  | 'OFFLINE_FAIL'
  | 'INVALIDATED_TICKET'
  | 'CANCELLED_TICKET';

/** Instants are milliseconds since 1970. */
export interface Ticket {
  id: string;
  barcode: string;
  state: 'NOT_PRINTED' | 'VALID';
  issuedAt: number;
  printedAt?: number;
  /** What became of it at the entrances, the earliest first. */
  controls: { type: ControlOperationType; at: number }[];
}

/** One unit of an operation: a seat, a place of an unnumbered zone, one of an item, or a composed product. */
export interface Movement {
  id: string;
  /** Number in the hall; absent for an item and for a composed product. */
  place?: number;
  /** From closing on. */
  ticket?: Ticket;
  /** Those that it was given in place of: they let nobody in any more. */
  earlierTickets?: Ticket[];
}

/** An operation is a line of the order; `number` counts from 1 within the order and is never given twice. */
interface OperationBase {
  id: string;
  number: number;
  /** Thousandths. */
  unitPrice: number;
  /** Milliseconds since 1970: the expiry delay counts from here. */
  addedAt: number;
}

interface SoldOperation extends OperationBase {
  /** Thousandths, before what an advantage takes off. */
  basePrice: number;
  /** What makes it cheaper. */
  advantage?: Advantage;
}

/** Seats or places of one performance, category and tariff. */
export interface SeatOperation extends SoldOperation {
  kind: 'SINGLE_ENTRY';
  sold: SoldPerformance;
  seatCategoryId: string;
  contingentId?: string;
  tariff: Tariff;
  /** GUESS: FULL when the wish was met, PARTIAL when the preferred areas or sitting together was not. */
  attributionMatch: 'FULL' | 'PARTIAL';
  /** The composed products that these seats are part of, which have as many each, in the same order. */
  composedOperationId?: string;
  movements: Movement[];
}

/** Season tickets or packages of one kind. Their parts are operations of their own, which cost nothing. */
export interface ComposedOperation extends SoldOperation {
  kind: 'COMPOSED';
  sold: SoldComposed;
  /** Of its seats, if it has some. */
  seatCategoryId?: string;
  tariff: Tariff;
  movements: Movement[];
}

/** Units of one item of a simple product, at one tariff: visits, books, memberships. */
export interface SimpleOperation extends SoldOperation {
  kind: 'SIMPLE';
  sold: SoldItem;
  timeslotId?: string;
  /** Of a guided visit. */
  tour?: Tour;
  tariff: Tariff;
  /** As of seats. */
  composedOperationId?: string;
  movements: Movement[];
}

/** A fee: an operation of its own, without movements. */
export interface ChargeOperation extends OperationBase {
  kind: 'CHARGE';
  chargeType: ChargeType;
  label: string;
  quantity: number;
}

export type TicketOperation = SeatOperation | SimpleOperation | ComposedOperation;
export type Operation = TicketOperation | ChargeOperation;

export interface Shipment {
  id: string;
  shipmentModeId: string;
  contactAddressId?: string;
  /** Absent where it takes all that the order has. */
  movementIds?: string[];
}

/** An order is the cart, the payment's subject, and in the end the sale. */
export interface Order {
  id: string;
  fileId: string;
  secretId: string;
  state: OrderState;
  /** Milliseconds since 1970. */
  createdAt: number;
  closedAt?: number;
  contactReference?: string;
  externalReference?: string;
  toCreateToken: boolean;
  /** Of the code that the order was given. */
  advantage?: Advantage;
  operations: Operation[];
  /** One, until the mode of one is changed of which some tickets are printed. */
  shipments: Shipment[];
  payments: Payment[];
  lastOperationNumber: number;
}

/** Operations that have movements, as opposed to fees. */
export function isTicketOperation(operation: Operation): operation is TicketOperation {
  return operation.kind !== 'CHARGE';
}

export function ticketOperations(order: Order): TicketOperation[] {
  return order.operations.filter(isTicketOperation);
}

/** What a guided visit is about; undefined for any other. */
export const themeOf = ({ sold, tour }: SimpleOperation): VisitTheme | undefined =>
  sold.product.pass?.visitThemes?.find(({ themeId }) => themeId === tour?.themeId);

/** What people are let in with, or handed something for: of a composed product, its parts and not itself. GUESS: that it has no ticket of its own. */
export type AdmittingOperation = SeatOperation | SimpleOperation;

export function admittingOperations(order: Order): AdmittingOperation[] {
  return ticketOperations(order).filter((operation) => operation.kind !== 'COMPOSED');
}

/** The operations that belong to composed products. */
export function partsOf(order: Order, { id }: ComposedOperation): AdmittingOperation[] {
  return admittingOperations(order).filter(({ composedOperationId }) => composedOperationId === id);
}

/** Units of the operation: an operation has exactly as many movements as its quantity. */
export function quantityOf(operation: Operation): number {
  return operation.kind === 'CHARGE' ? operation.quantity : operation.movements.length;
}

/** The sum of all operations, fees included, in thousandths: what is due until the order is closed. */
export function saleAmount(order: Order): number {
  return order.operations.reduce((sum, operation) => sum + operation.unitPrice * quantityOf(operation), 0);
}
