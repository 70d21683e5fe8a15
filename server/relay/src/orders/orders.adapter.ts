import {
  type ChosenShipment,
  type Contact,
  type Currency,
  type Fee,
  type Order,
  ProblemError,
  type SeatPlace,
  type Ticket,
} from '@s360-widgets/contract';
import type { S360 } from '../s360/index.js';
import type { Clock } from '../state/index.js';
import { toTicketCode, type CodeFormat } from './orders.code.js';
import { toPdf, toProducedTickets, type ProducedTicket } from './orders.mapping.js';

/** A ticket as sold: one movement of S-360. */
export interface SoldTicket {
  readonly id: string;
  readonly tariffId: string;
  readonly tariffName: string;
  readonly priceMinor: number;
  readonly seat: SeatPlace | null;
}

/** The tickets for one performance or visit, with S-360's own words for it. */
export interface SoldLine {
  readonly eventId: string;
  readonly performanceId: string | null;
  readonly itemId: string | null;
  readonly timeslotId: string | null;
  readonly title: string;
  readonly name: string;
  readonly startAt: string | null;
  readonly venueName: string;
  readonly tickets: readonly SoldTicket[];
}

/** An order as tickets need it. */
export interface SoldOrder {
  readonly orderId: string;
  readonly state: 'open' | 'paying' | 'completed' | 'ended';
  readonly currency: Currency;
  readonly totalMinor: number;
  readonly fees: readonly {
    readonly kind: Fee['kind'];
    readonly name: string;
    readonly amountMinor: number;
  }[];
  readonly lines: readonly SoldLine[];
  readonly createdAt: string;
  readonly payments: readonly { readonly paidAt: string | null }[];
}

/** What the catalog says of where a ticket is for. */
export interface TicketWords {
  readonly title: string;
  readonly name: string;
  readonly startAt: string | null;
  readonly endAt: string | null;
  readonly venueName: string;
  readonly venueAddress: string;
  readonly pictureUrl: string | null;
}

/** What orders need of the rest of the relay: the order itself is read, and its token checked, elsewhere. */
export interface OrdersParts<Access, Sold extends SoldOrder> {
  readonly s360: S360;
  readonly clock: Clock;
  readonly codeFormat: CodeFormat;
  /** @throws ProblemError `cart-token-invalid` if the order is another one */
  read(access: Access, language: string): Promise<Sold>;
  /** Undefined where the catalog no longer has it: then the order's own words are shown. */
  placeOf(line: SoldLine, language: string): TicketWords | undefined;
  tariffName(tariffId: string, language: string): string | undefined;
  contactOf(order: Sold): Promise<Contact | null>;
  shipmentOf(order: Sold, language: string): Promise<ChosenShipment | null>;
  timeZone(): Promise<string>;
}

/** How long tickets as read are shown again: a page may ask often while it waits for them. */
const freshMs = 5_000;
const mostRemembered = 1_000;
/** Reasons to show tickets as still to come. */
const passing: readonly string[] = [
  'tickets-not-ready',
  'box-office-busy',
  'box-office-down',
  'box-office-timeout',
];
/** Kinds of shipment whose tickets are shown and downloaded on this page. */
const shownHere: readonly string[] = ['mobile', 'print-at-home'];

/** Paid orders and their tickets, for the holder of the order's token. */
export class Orders<Access extends { readonly orderId: string }, Sold extends SoldOrder> {
  readonly #produced = new Map<string, { tickets: readonly ProducedTicket[]; at: number }>();

  constructor(readonly parts: OrdersParts<Access, Sold>) {}

  /**
   * The order with its tickets, by start and then by seat.
   * @throws ProblemError unless it is completed: `not-found` while it is an open cart, `payment-in-progress`, or `cart-ended`
   */
  async get(access: Access, language: string): Promise<Order> {
    const order = await this.#completed(access, language);
    const [produced, contact, shipment, timeZone] = await Promise.all([
      this.#ticketsOf(order.orderId),
      this.parts.contactOf(order),
      this.parts.shipmentOf(order, language),
      this.parts.timeZone(),
    ]);
    const downloadable = shownHere.includes(shipment?.kind ?? '');
    const money = (amountMinor: number) => ({ amountMinor, currency: order.currency });
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
      tickets: this.#toTickets(order, produced, { language, downloadable }),
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
    const shipment = await this.parts.shipmentOf(order, language);
    if (!shownHere.includes(shipment?.kind ?? '')) throw new ProblemError('tickets-not-ready');
    const { orderId } = order;
    const movementIds = ticketId ? [ticketId] : ids;
    const answer = await this.parts.s360.call(
      'ProductionPublicService',
      'printTickets',
      { orderId, movementIds },
      { language },
    );
    const bytes = toPdf(answer);
    if (!bytes) throw new ProblemError('tickets-not-ready');
    return { name: ticketId ? `ticket-${ticketId}.pdf` : `tickets-${orderId}.pdf`, bytes };
  }

  /** Only a completed order is one to show; an open cart is none yet, whatever was tried before. */
  async #completed(access: Access, language: string): Promise<Sold> {
    const order = await this.parts.read(access, language);
    if (order.state === 'completed') return order;
    if (order.state === 'ended') throw new ProblemError('cart-ended');
    throw new ProblemError(order.state === 'paying' ? 'payment-in-progress' : 'not-found');
  }

  /**
   * What is produced so far; nothing while tickets are not ready, or S-360 has no time for the question: the order is paid
   * all the same, and a confirmation without tickets is better than none.
   */
  async #ticketsOf(orderId: string): Promise<readonly ProducedTicket[]> {
    const now = this.parts.clock.elapsed();
    const known = this.#produced.get(orderId);
    if (known && now - known.at < freshMs) return known.tickets;
    const tickets = await this.parts.s360
      .call('ProductionPublicService', 'getTickets', { orderId })
      .then(toProducedTickets, (error: unknown) => {
        if (error instanceof ProblemError && passing.includes(error.code)) return [];
        throw error;
      });
    this.#produced.delete(orderId);
    this.#produced.set(orderId, { tickets, at: now });
    const [oldest] = this.#produced.keys();
    if (this.#produced.size > mostRemembered && oldest) this.#produced.delete(oldest);
    return tickets;
  }

  /** S-360 joins tickets and orders by the movement. */
  #toTickets(
    order: SoldOrder,
    produced: readonly ProducedTicket[],
    view: { language: string; downloadable: boolean },
  ): Ticket[] {
    const byMovement = new Map(produced.map((ticket) => [ticket.movementId, ticket]));
    const tickets = order.lines.flatMap((line) =>
      line.tickets.map((ticket) => this.#toTicket(order, line, ticket, byMovement.get(ticket.id), view)),
    );
    return tickets.sort(byStartAndSeat);
  }

  #toTicket(
    { currency }: SoldOrder,
    line: SoldLine,
    ticket: SoldTicket,
    produced: ProducedTicket | undefined,
    { language, downloadable }: { language: string; downloadable: boolean },
  ): Ticket {
    const words = this.parts.placeOf(line, language);
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
      tariffName: this.parts.tariffName(ticket.tariffId, language) || ticket.tariffName,
      price: { amountMinor: ticket.priceMinor, currency },
      state: produced?.state ?? 'pending',
      code: isShown ? toTicketCode(produced.barcode, this.parts.codeFormat) : null,
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
