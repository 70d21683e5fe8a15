import type { ProductKind } from '@s360-widgets/contract';
import type { PartsLog } from '../state/index.js';
import type { Order, OrderFee, OrderTicket } from './order.model.js';

/** How the relay names prices: with the fee for each ticket in them, or as S-360's price lists have them. */
export interface TicketFeeSettings {
  /** Minor units of the currency that is sold in; null = there is none, or it is not known. */
  readonly amountMinor: number | null;
  readonly isIncluded: boolean;
}

/** An order with its prices as they are named. */
export interface NamedOrder extends Omit<Order, 'fees'> {
  readonly fees: readonly (OrderFee & { readonly isIncluded: boolean })[];
}

/**
 * S-360's fee for each ticket that costs something. It is told in no catalog, only in orders, so that the operator tells it.
 * GUESS: that it is one, the same for all tickets, and none for what is free or no ticket.
 */
export class TicketFee {
  #isDoubted = false;

  constructor(
    readonly settings: TicketFeeSettings,
    readonly log: PartsLog,
  ) {}

  /** What is announced of a kind of product. */
  of(kind: ProductKind): { amountMinor: number; isIncluded: boolean } | null {
    const { amountMinor, isIncluded } = this.settings;
    return amountMinor && isTicket(kind) ? { amountMinor, isIncluded } : null;
  }

  /** A price as it is named from the list on. */
  named(amountMinor: number, kind: ProductKind): number {
    const fee = this.of(kind);
    return fee?.isIncluded && amountMinor > 0 ? amountMinor + fee.amountMinor : amountMinor;
  }

  /**
   * An order in the prices that were named. Where S-360 has taken another fee than was announced, nothing of it is shared out: prices and
   * fee are shown as it has them, and the log says so once.
   */
  namedOrder(order: Order): NamedOrder {
    const isIncluded = this.settings.isIncluded && this.#isAsAnnounced(order);
    const fees = order.fees.map((fee) => ({ ...fee, isIncluded: isIncluded && fee.kind === 'booking' }));
    if (!isIncluded) return { ...order, fees };
    const lines = order.lines.map((line) => ({
      ...line,
      tickets: line.tickets.map((ticket) => this.#namedTicket(ticket, line.kind)),
    }));
    return { ...order, lines, fees, ticketsTotalMinor: order.ticketsTotalMinor + bookingOf(order) };
  }

  #namedTicket({ reduced, ...ticket }: OrderTicket, kind: ProductKind): OrderTicket {
    const priceMinor = this.named(ticket.priceMinor, kind);
    if (!reduced) return { ...ticket, priceMinor };
    const fullPriceMinor = this.named(reduced.fullPriceMinor, kind);
    return { ...ticket, priceMinor, reduced: { ...reduced, fullPriceMinor } };
  }

  #isAsAnnounced(order: Order): boolean {
    const announced = order.lines
      .flatMap((line) => line.tickets.map(({ priceMinor }) => this.named(priceMinor, line.kind) - priceMinor))
      .reduce((sum, fee) => sum + fee, 0);
    const taken = bookingOf(order);
    if (announced !== taken && order.state !== 'ended' && !this.#isDoubted) {
      this.#isDoubted = true;
      const facts = { orderId: order.orderId, announced, taken };
      this.log.warn(facts, 'S-360 takes another fee than RELAY_BOOKING_FEE_MINOR announces');
    }
    return announced === taken;
  }
}

const isTicket = (kind: ProductKind): boolean => kind === 'event' || kind === 'pass';

const bookingOf = ({ fees }: Order): number =>
  fees.filter(({ kind }) => kind === 'booking').reduce((sum, { amountMinor }) => sum + amountMinor, 0);
