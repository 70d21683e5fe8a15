/** The codes of our own making. The vendor's list was not readable; the prefix keeps them from being taken for it. GUESS. */
export type RefusalCode =
  /** Attested: not enough places or visits. */
  | 'error.order.availability'
  /** Attested: it is on its way already. */
  | 'error.shipmentSent'
  /** A chosen seat is gone; the detail names it. */
  | 'error.sim.seatTaken'
  | 'error.sim.orderNotFound'
  /** Abandoned: its time was up, or its payment failed. */
  | 'error.sim.orderExpired'
  | 'error.sim.orderClosed'
  /** A payment is going on, or paid and not yet notified. */
  | 'error.sim.orderBusy'
  | 'error.sim.notOnSale'
  /** At payment or closing: a child without its adult. */
  | 'error.sim.requiredTariffMissing'
  | 'error.sim.quantityExceeded'
  | 'error.sim.advantageUnknown'
  | 'error.sim.advantageEnded'
  /** By as many orders as it is good for, or by this buyer. */
  | 'error.sim.advantageUsedUp'
  /** The order holds nothing that it makes cheaper. */
  | 'error.sim.advantageNotApplicable'
  | 'error.sim.invalidParameter'
  | 'error.sim.contactNotFound'
  | 'error.sim.authenticationFailed'
  /** Somebody else logs in with that e-mail, or with that reference of another house. */
  | 'error.sim.loginTaken'
  | 'error.sim.shipmentModeNotAllowed'
  | 'error.sim.paymentAmountMismatch'
  | 'error.sim.paymentNotFound'
  | 'error.sim.ticketsNotReady';

/** A foreseen "no" of a service: an answer with HTTP 200 whose `statusCode` is the code. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
    this.name = 'Refusal';
  }
}

/** The value, or a refusal that names the parameter that is missing. */
export function required<T>(value: T | undefined | null, name: string): T {
  if (value === undefined || value === null || value === '') {
    throw new Refusal('error.sim.invalidParameter', `${name} is missing`);
  }
  return value;
}
