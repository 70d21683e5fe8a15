import {
  ProblemError,
  type Contact,
  type Order as PaidOrder,
  type OrderPart,
  type Ticket,
  type TicketCode,
} from '@s360-widgets/contract';
import type {
  Access,
  BuyerViews,
  Order,
  OrderDesk,
  OrderLine,
  OrderTicket,
  OrderWords,
  ShipmentViews,
  TicketViews,
} from '../order/index.js';
import { operations, type Omit, type S360 } from '../s360/index.js';
import { LRUCache } from 'lru-cache';
import { Kept, OptionalParts, type Clock, type PartsLog } from '../state/index.js';
import { toTicketCode, type CodeFormat } from './orders.code.js';
import { toPdf, toTickets, type ProducedTicket } from './orders.mapping.js';

/** What orders need of the rest of the relay. */
export interface OrdersParts {
  readonly s360: S360;
  readonly clock: Clock;
  readonly desk: OrderDesk;
  readonly catalog: OrderWords;
  readonly contacts: BuyerViews;
  readonly shipments: ShipmentViews;
  readonly codeFormat: CodeFormat;
  readonly pointOfSale: { get(): { readonly timeZone: string } };
  readonly log: PartsLog;
}

/** The tickets of an order, as far as they can be read. */
export interface Production {
  readonly tickets: readonly ProducedTicket[];
  /** Whether all that S-360 told of them could be read. */
  readonly isWhole: boolean;
}

/** How long tickets as read are shown again: a page asks often while it waits for them, and a door may let one in. */
const pendingMs = 5_000;
const decidedMs = 60_000;
const pdfMs = 600_000;
const retryMs = 5_000;
const mostOrders = 1_000;
const mostCodes = 2_000;
const mostPdfBytes = 64 * 1024 * 1024;
/** Before anything was produced. */
const none: Production = { tickets: [], isWhole: true };

interface TicketView {
  readonly language: string;
  readonly downloadable: boolean;
  /** Hears of codes that can't be drawn. */
  readonly parts: OptionalParts<OrderPart>;
}

/** Kinds of shipment whose tickets are shown and downloaded on this page. */
const shownHere: readonly string[] = ['mobile', 'print-at-home'];

/** Paid orders and their tickets, for the holder of the order's token. */
export class Orders implements TicketViews {
  /** By order and its version, as the files are. */
  readonly #produced: Kept<Production>;
  readonly #pdfs: Kept<Buffer>;
  readonly #codes = new LRUCache<string, TicketCode>({ max: mostCodes });

  constructor(readonly parts: OrdersParts) {
    const { clock } = parts;
    const freshMs = ({ tickets, isWhole }: Production) => {
      const isDecided = tickets.length > 0 && tickets.every(({ state }) => state !== 'pending');
      return isDecided || !isWhole ? decidedMs : pendingMs;
    };
    this.#produced = new Kept({ clock, most: mostOrders, freshMs, retryMs });
    const sizeOf = (bytes: Buffer) => bytes.length;
    this.#pdfs = new Kept({ clock, most: mostPdfBytes, freshMs: pdfMs, retryMs, sizeOf });
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
   * never done.
   * @throws ProblemError `cart-token-invalid`
   */
  async getPaid(access: Access, language: string): Promise<PaidOrder | null> {
    const parts = new OptionalParts<'order'>(this.parts.log);
    const read = await parts.read('order', this.parts.desk.read(access, language, 'payment'), undefined);
    const order = read ?? (await this.parts.desk.lastRead(access, language));
    return order ? this.#show({ ...order, state: 'completed' }, language) : null;
  }

  async #show(order: Order, language: string): Promise<PaidOrder> {
    const parts = new OptionalParts<OrderPart>(this.parts.log);
    const { timeZone } = this.parts.pointOfSale.get();
    const [produced, contact, shipment] = await Promise.all([
      parts.read('tickets', this.#ticketsOf(order), none),
      parts.read('contact', this.#contactOf(order), null),
      parts.read('shipment', this.parts.shipments.chosen(order, language), null),
    ]);
    const downloadable = shownHere.includes(shipment?.kind ?? '');
    const money = (amountMinor: number) => ({ amountMinor, currency: order.currency });
    const tickets = this.#toTickets(order, produced.tickets, { language, downloadable, parts });
    if (!produced.isWhole && tickets.some(({ state }) => state === 'pending')) parts.lack('tickets');
    return {
      orderId: order.orderId,
      purchasedAt: order.payments.findLast(({ paidAt }) => paidAt)?.paidAt ?? order.createdAt,
      timeZone,
      total: money(order.totalMinor),
      fees: order.fees.map(({ kind, name, amountMinor }) => ({ kind, name, amount: money(amountMinor) })),
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
    const ids = order.lines.flatMap(({ tickets }) => tickets.map(({ id }) => id));
    if (ticketId && !ids.includes(ticketId)) throw new ProblemError('not-found');
    const shipment = await this.parts.shipments.chosen(order, language);
    if (!shownHere.includes(shipment?.kind ?? '')) throw new ProblemError('tickets-not-ready');
    const { orderId, version } = order;
    const bytes = await this.#pdfs.read([orderId, version, language, ticketId].join(' '), () =>
      this.#print(orderId, ticketId ? [ticketId] : ids, language),
    );
    return { name: ticketId ? `ticket-${ticketId}.pdf` : `tickets-${orderId}.pdf`, bytes };
  }

  async #print(orderId: string, movementIds: string[], language: string): Promise<Buffer> {
    const args = { orderId, movementIds };
    const answer = await this.parts.s360.call(operations.printTickets, args, { language });
    const bytes = toPdf(answer);
    if (!bytes) throw new ProblemError('tickets-not-ready');
    return bytes;
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

  /** What is produced so far; nothing while tickets are not ready. */
  #ticketsOf({ orderId, version }: Order): Promise<Production> {
    return this.#produced.read(`${orderId} ${version}`, async () => {
      try {
        return await this.#produce(orderId);
      } catch (error) {
        if (error instanceof ProblemError && error.code === 'tickets-not-ready') return none;
        throw error;
      }
    });
  }

  async #produce(orderId: string): Promise<Production> {
    let isWhole = true;
    const omit: Omit = (omission) => {
      isWhole = false;
      this.parts.log.warn({ ...omission, orderId }, 'part of a ticket left out');
    };
    const answer = await this.parts.s360.call(operations.getTickets, { orderId }, { omit });
    return { tickets: toTickets(answer), isWhole };
  }

  /** Drawn once. Null where the barcode can't be drawn at all: the ticket is valid all the same. */
  #codeOf(barcode: string, parts: OptionalParts<OrderPart>): TicketCode | null {
    try {
      const code = this.#codes.get(barcode) ?? toTicketCode(barcode, this.parts.codeFormat);
      this.#codes.set(barcode, code);
      return code;
    } catch (error) {
      parts.miss('codes', error);
      return null;
    }
  }

  /** S-360 joins tickets and orders by the movement. */
  #toTickets(order: Order, produced: readonly ProducedTicket[], view: TicketView): Ticket[] {
    const byMovement = new Map(produced.map((ticket) => [ticket.movementId, ticket]));
    const tickets = order.lines.flatMap((line) =>
      line.tickets.map((ticket) => this.#toTicket(order, line, ticket, byMovement.get(ticket.id), view)),
    );
    return tickets.sort(byStartAndSeat);
  }

  #toTicket(
    { currency }: Order,
    line: OrderLine,
    ticket: OrderTicket,
    produced: ProducedTicket | undefined,
    { language, downloadable, parts }: TicketView,
  ): Ticket {
    const words = this.parts.catalog.placeOf(line, language);
    const isShown = downloadable && produced?.state === 'valid' && produced.barcode !== null;
    return {
      id: ticket.id,
      eventId: line.eventId,
      performanceId: line.performanceId,
      title: words?.title || line.title,
      name: words ? words.name : line.name,
      startAt: words?.startAt ?? line.startAt,
      endAt: words?.endAt ?? null,
      venueName: words?.venueName || line.venueName,
      venueAddress: words?.venueAddress ?? '',
      pictureUrl: words?.pictureUrl ?? null,
      seat: ticket.seat,
      tariffName: this.parts.catalog.tariff(ticket.tariffId, language)?.name || ticket.tariffName,
      price: { amountMinor: ticket.priceMinor, currency },
      state: produced?.state ?? 'pending',
      code: isShown ? this.#codeOf(produced.barcode, parts) : null,
    };
  }
}

/** As people read a plan: area, block, row, seat, with numbers by their value. */
const compare = new Intl.Collator('en', { numeric: true }).compare;

function byStartAndSeat(one: Ticket, other: Ticket): number {
  const key = ({ startAt, title, seat }: Ticket) =>
    [startAt ?? '', title, seat?.area ?? '', seat?.block ?? '', seat?.row ?? '', seat?.number ?? ''] as const;
  const theirs = key(other);
  return key(one).reduce((order, part, index) => order || compare(part, theirs[index] ?? ''), 0);
}
