import type { Lookup } from '../catalog/lookup.js';
import type { Clock } from '../clock.js';
import type { ContactBook } from '../contacts/contact-book.js';
import { Refusal } from '../refusal.js';
import type { Advantage, CurrencyData } from '../season/season.types.js';
import { type Order, type TicketOperation, ticketOperations } from './order.js';
import type { OrderBook } from './order-book.js';

export interface AdvantagesParts {
  lookup: Lookup;
  book: OrderBook;
  contacts: ContactBook;
  clock: Clock;
}

/** Promo codes. GUESS as a whole: what the vendor tells is that an advantage may be opened by a CODE. */
export class Advantages {
  constructor(private readonly parts: AdvantagesParts) {}

  /**
   * The advantage that a code opens for an order. It is used up by orders that are sold or hold their seats: one that is given up, or whose
   * time is over, has not used it. Throws advantageUnknown, advantageEnded, advantageUsedUp or advantageNotApplicable.
   */
  redeemed(text: string, order: Order | undefined): Advantage {
    const code = text.trim().toUpperCase();
    const advantage = this.parts.lookup.season.advantages.find((one) => one.code === code);
    const now = this.parts.clock.now();
    if (!advantage || Date.parse(advantage.start) > now) {
      throw new Refusal('error.sim.advantageUnknown', 'there is no such code');
    }
    if (Date.parse(advantage.end) < now)
      throw new Refusal('error.sim.advantageEnded', `it ended at ${advantage.end}`);
    if (this.#usersOf(advantage, order).length >= (advantage.maxOrders ?? Number.POSITIVE_INFINITY)) {
      throw new Refusal('error.sim.advantageUsedUp', `${advantage.maxOrders} orders have used it`);
    }
    if (order && !ticketOperations(order).some(canBeReduced)) {
      throw new Refusal('error.sim.advantageNotApplicable', `order ${order.id} holds nothing for it`);
    }
    return advantage;
  }

  /** Throws advantageUsedUp where another order of the same buyer has used what is good for one. */
  checkBuyer(order: Order, contactReference = order.contactReference): void {
    const { advantage } = order;
    if (!advantage?.isOncePerBuyer || contactReference === undefined) return;
    const buyer = this.#emailOf(contactReference);
    const others = this.#usersOf(advantage, order);
    if (others.some((other) => other.contactReference && this.#emailOf(other.contactReference) === buyer)) {
      throw new Refusal('error.sim.advantageUsedUp', 'the buyer has used it before');
    }
  }

  #usersOf(advantage: Advantage, order: Order | undefined): Order[] {
    const { book } = this.parts;
    book.releaseExpired();
    return [...book.all()].filter(
      (other) =>
        other !== order &&
        other.advantage === advantage &&
        (other.state === 'CLOSED' || (book.isHolding(other) && ticketOperations(other).length > 0)),
    );
  }

  #emailOf = (contactReference: string): string =>
    this.parts.contacts.get(contactReference).individual.email?.toLowerCase() ?? contactReference;
}

/**
 * Shares out what an order's advantage takes off, the first tickets first, and takes back what an earlier one took. Where it is good for
 * some tickets of an operation only, the others become an operation of their own.
 * @param numbered what a new operation gets
 * @returns the operations that are not as they were
 */
export function reduce(
  order: Order,
  currency: CurrencyData,
  numbered: () => Pick<TicketOperation, 'id' | 'number' | 'addedAt'>,
): TicketOperation[] {
  const changed = new Set<TicketOperation>();
  const { advantage } = order;
  let left = advantage ? (advantage.maxTickets ?? Number.POSITIVE_INFINITY) : 0;
  for (const operation of ticketOperations(order)) {
    const count = canBeReduced(operation) ? Math.min(left, operation.movements.length) : 0;
    left -= count;
    if (count > 0 && count < operation.movements.length) {
      changed.add(operation).add(splitOff(order, operation, count, numbered()));
    }
    if (setAdvantage(operation, count > 0 ? advantage : undefined, currency)) changed.add(operation);
  }
  return [...changed];
}

/** GUESS: season tickets and packages, their parts, and what is free keep their price. */
const canBeReduced = ({ kind, basePrice }: TicketOperation): boolean => kind !== 'COMPOSED' && basePrice > 0;

/** @returns whether that changes the price */
function setAdvantage(
  operation: TicketOperation,
  advantage: Advantage | undefined,
  currency: CurrencyData,
): boolean {
  const { basePrice } = operation;
  const unitPrice = advantage
    ? payable((basePrice * (100 - advantage.percentOff)) / 100, currency)
    : basePrice;
  const isChanged = operation.unitPrice !== unitPrice || operation.advantage !== advantage;
  operation.unitPrice = unitPrice;
  operation.advantage = advantage;
  return isChanged;
}

/** Thousandths that can be paid in the currency's smallest coin. */
function payable(thousandths: number, { fractionDigit }: CurrencyData): number {
  const coin = 10 ** (3 - fractionDigit);
  return Math.round(thousandths / coin) * coin;
}

/** What comes after the first tickets of an operation, at its full price. */
function splitOff(
  order: Order,
  operation: TicketOperation,
  count: number,
  own: Pick<TicketOperation, 'id' | 'number' | 'addedAt'>,
): TicketOperation {
  const rest: TicketOperation = {
    ...operation,
    ...own,
    addedAt: operation.addedAt,
    unitPrice: operation.basePrice,
    advantage: undefined,
    movements: operation.movements.splice(count),
  };
  order.operations.push(rest);
  return rest;
}
