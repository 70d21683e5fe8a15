/** An order in the words of a language: the contract's cart. */
import type { Cart, CartLine, CartTicket, IncludedPart, Money } from '@s360-widgets/contract';
import {
  tariffNameOf,
  ticketsOf,
  tourPart,
  wordsOf,
  type NamedOrder,
  type OrderLine,
  type OrderTicket,
  type OrderWords,
} from '../order/index.js';
import type { CartExtras } from './carts.extras.js';

/** What the point of sale says about all carts. */
export interface CartRules {
  readonly timeZone: string;
  /** The full length of a hold. */
  readonly holdSeconds: number;
  /** Most tickets of one performance in one cart. */
  readonly maxTickets: number;
}

/** All that an order becomes a cart with. */
export interface CartContext {
  readonly catalog: OrderWords;
  readonly rules: CartRules;
  readonly extras: CartExtras;
  readonly language: string;
  readonly answeredAt: string;
}

/** The whole cart. One that has ended shows nothing: S-360 may still list what it held. */
export function toCart(order: NamedOrder, context: CartContext): Cart {
  const { rules, extras, answeredAt } = context;
  const holds = order.state !== 'ended';
  const lines = holds ? order.lines.map((line) => toLine(order, line, context)) : [];
  const money = (amountMinor: number): Money => ({ amountMinor, currency: order.currency });
  const fees = holds ? order.fees : [];
  const isHeld = lines.length > 0 && (order.state === 'open' || order.state === 'paying');
  return {
    orderId: order.orderId,
    state: order.state,
    timeZone: rules.timeZone,
    lines,
    fees: fees.map(({ kind, name, amountMinor, isIncluded }) => ({
      ...{ kind, name, isIncluded },
      amount: money(amountMinor),
    })),
    ticketCount: lines.reduce((sum, { tickets }) => sum + tickets.length, 0),
    ...(holds ? promoCodeOf(order) : {}),
    ticketsTotal: money(holds ? order.ticketsTotalMinor : 0),
    total: money(holds ? order.totalMinor : 0),
    includedTax: holds && order.includedTaxMinor !== null ? money(order.includedTaxMinor) : null,
    expiresAt: isHeld ? order.expiresAt : null,
    holdSeconds: rules.holdSeconds,
    maxTickets: rules.maxTickets,
    answeredAt,
    ...extras,
  };
}

function promoCodeOf(order: NamedOrder): Pick<Cart, 'promoCode'> {
  if (order.promoCode === null) return {};
  const names = ticketsOf(order).flatMap(({ ticket }) => ticket.reduced?.offerName ?? []);
  return { promoCode: { code: order.promoCode, name: names[0] ?? '' } };
}

function toLine(order: NamedOrder, line: OrderLine, { catalog, language }: CartContext): CartLine {
  const { venueAddress: _, ...words } = wordsOf(line, catalog, language);
  return {
    id: line.id,
    kind: line.kind,
    eventId: line.eventId,
    performanceId: line.performanceId,
    itemId: line.itemId,
    timeslotId: line.timeslotId,
    ...tourPart(line, catalog, language),
    ...words,
    tickets: line.tickets.map((ticket) => toTicket(order, ticket, catalog, language)),
    included: line.included.map((part) => toIncluded(part, catalog, language)),
  };
}

function toIncluded(part: OrderLine, catalog: OrderWords, language: string): IncludedPart {
  const { title, name, startAt, venueName } = wordsOf(part, catalog, language);
  const { performanceId, itemId, tickets } = part;
  const seats = tickets.flatMap(({ seat }) => seat ?? []);
  return { performanceId, itemId, title, name, startAt, venueName, quantity: tickets.length, seats };
}

function toTicket(order: NamedOrder, ticket: OrderTicket, catalog: OrderWords, language: string): CartTicket {
  const { currency } = order;
  const { reduced } = ticket;
  return {
    id: ticket.id,
    tariffId: ticket.tariffId,
    tariffName: tariffNameOf(ticket, catalog, language),
    seatCategoryId: ticket.seatCategoryId,
    price: { amountMinor: ticket.priceMinor, currency },
    ...(reduced ? { fullPrice: { amountMinor: reduced.fullPriceMinor, currency } } : {}),
    seat: ticket.seat,
  };
}
