import {
  ProblemError,
  type Contact,
  type Order as PaidOrder,
  type OrderPart,
  type TicketCode,
} from '@s360-widgets/contract';
import {
  admissionsOf,
  type Access,
  type BuyerViews,
  type Order,
  type OrderDesk,
  type OrderWords,
  type ShipmentViews,
  type TicketFee,
  type TicketViews,
} from '../order/index.js';
import { OptionalParts } from '../state/index.js';
import { TicketCodes, type CodeFormat } from './orders.code.js';
import { toSold, type ProducedTicket } from './orders.mapping.js';
import { nothingProduced, Productions, type Production, type ProductionParts } from './orders.production.js';
import { toTickets } from './orders.view.js';

/** What orders need of the rest of the relay. */
export interface OrdersParts extends ProductionParts {
  readonly desk: OrderDesk;
  readonly catalog: OrderWords;
  readonly contacts: BuyerViews;
  readonly shipments: ShipmentViews;
  readonly codeFormat: CodeFormat;
  readonly ticketFee: TicketFee;
  readonly pointOfSale: { get(): { readonly timeZone: string } };
}

/** Kinds of shipment whose tickets are shown and downloaded on this page. */
const shownHere: readonly string[] = ['mobile', 'print-at-home'];

/** Paid orders and their tickets, for the holder of the order's token. */
export class Orders implements TicketViews {
  readonly #productions: Productions;
  readonly #codes: TicketCodes;

  constructor(readonly parts: OrdersParts) {
    this.#productions = new Productions(parts);
    this.#codes = new TicketCodes(parts.codeFormat);
  }

  /**
   * The order with its tickets, by start and then by seat. What side services fail to give is left out and named in `unread`.
   * @throws ProblemError unless it is completed: `not-found` while it is an open cart, `payment-in-progress`,
   * `cart-ended`, or `box-office-refused` while nobody knows whether it is completed
   */
  async get(access: Access, language: string): Promise<PaidOrder> {
    return this.#show(await this.#completed(access, language), language);
  }

  /**
   * The same of an order that is known to be paid, whatever S-360 can be asked now: as it was last read, or null where that was
   * never done. Its tickets are as they were sold, where the order tells that itself.
   * @throws ProblemError `cart-token-invalid`
   */
  async getPaid(access: Access, language: string): Promise<PaidOrder | null> {
    const parts = new OptionalParts<'order'>(this.parts.log);
    const read = await parts.read('order', this.parts.desk.read(access, language, 'payment'), undefined);
    const order = read ?? (await this.parts.desk.lastRead(access, language));
    return order ? this.#show({ ...order, state: 'completed' }, language, toSold(order)) : null;
  }

  async #show(read: Order, language: string, sold?: readonly ProducedTicket[]): Promise<PaidOrder> {
    const order = this.parts.ticketFee.namedOrder(read);
    const parts = new OptionalParts<OrderPart>(this.parts.log);
    const { timeZone } = this.parts.pointOfSale.get();
    const [produced, contact, shipment] = await Promise.all([
      parts.read('tickets', this.#producedOf(read, sold), nothingProduced),
      parts.read('contact', this.#contactOf(read), null),
      parts.read('shipment', this.parts.shipments.chosen(read, language), null),
    ]);
    const downloadable = shownHere.includes(shipment?.kind ?? '');
    const money = (amountMinor: number) => ({ amountMinor, currency: order.currency });
    const { catalog } = this.parts;
    const codeOf = (barcode: string) => (downloadable ? this.#codeOf(barcode, parts) : null);
    const tickets = toTickets(order, produced.tickets, { catalog, language, codeOf });
    if (!produced.isWhole && tickets.some(({ state }) => state === 'pending')) parts.lack('tickets');
    return {
      orderId: order.orderId,
      purchasedAt: order.payments.findLast(({ paidAt }) => paidAt)?.paidAt ?? order.createdAt,
      timeZone,
      total: money(order.totalMinor),
      fees: order.fees.map(({ kind, name, amountMinor, isIncluded }) => ({
        ...{ kind, name, isIncluded },
        amount: money(amountMinor),
      })),
      firstName: contact?.firstName ?? '',
      email: contact?.email ?? '',
      shipment,
      downloadable,
      tickets,
      unread: parts.unread,
    };
  }

  /**
   * All tickets as one PDF, or one of them.
   * @throws ProblemError `not-found` for a ticket that is not of the order, `tickets-not-ready` where there is no PDF (yet)
   */
  async pdf(
    access: Access,
    ticketId: string | undefined,
    language: string,
  ): Promise<{ name: string; bytes: Buffer }> {
    const order = await this.#completed(access, language);
    const ids = admissionsOf(order).map(({ ticket }) => ticket.id);
    if (ticketId && !ids.includes(ticketId)) throw new ProblemError('not-found');
    const shipment = await this.parts.shipments.chosen(order, language);
    if (!shownHere.includes(shipment?.kind ?? '')) throw new ProblemError('tickets-not-ready');
    const bytes = await this.#productions.pdf(order, ticketId ? [ticketId] : ids, language);
    return { name: ticketId ? `ticket-${ticketId}.pdf` : `tickets-${order.orderId}.pdf`, bytes };
  }

  async #producedOf(order: Order, sold?: readonly ProducedTicket[]): Promise<Production> {
    return sold ? { tickets: sold, isWhole: true } : this.#productions.ticketsOf(order);
  }

  async #contactOf(order: Order): Promise<Contact | null> {
    return (await this.parts.contacts.of(order)).contact;
  }

  /** Only a completed order is one to show; an open cart is none yet, whatever was tried before. */
  async #completed(access: Access, language: string): Promise<Order> {
    const order = await this.parts.desk.read(access, language);
    if (order.state === 'completed') return order;
    if (order.state === 'ended') throw new ProblemError('cart-ended');
    if (order.state === 'unclear')
      throw new ProblemError('box-office-refused', {}, { message: 'an order in an unknown state' });
    throw new ProblemError(order.state === 'paying' ? 'payment-in-progress' : 'not-found');
  }

  /** Null where the barcode can't be drawn at all: the ticket is valid all the same. */
  #codeOf(barcode: string, parts: OptionalParts<OrderPart>): TicketCode | null {
    try {
      return this.#codes.of(barcode);
    } catch (error) {
      parts.miss('codes', error);
      return null;
    }
  }
}
