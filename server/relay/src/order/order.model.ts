/**
 * An order of S-360 as the relay reads it, before it is put into a language. Amounts are minor units of `currency`.
 */
import { createHash } from 'node:crypto';
import {
  ProblemError,
  type Cart,
  type CartLine,
  type Currency,
  type Fee,
  type Id,
  type Instant,
  type SeatPlace,
  type Tour,
} from '@s360-widgets/contract';

export interface OrderTicket {
  /** The movement's id. */
  readonly id: Id;
  readonly tariffId: Id;
  /** S-360's word for the tariff, in the language of the call. */
  readonly tariffName: string;
  readonly seatCategoryId: Id | null;
  readonly priceMinor: number;
  /** What the order's promo code has made cheaper, and S-360's own word for the promotion. */
  readonly reduced?: { readonly fullPriceMinor: number; readonly offerName: string };
  readonly seat: SeatPlace | null;
  /** The area of a place without a seat, to ask for the same again; null when S-360 does not say. */
  readonly areaId: Id | null;
  /** The code at the door, where the order itself tells it: S-360 does once the order is completed. */
  readonly barcode?: string;
}

/** Of a guided visit: its language and theme, and S-360's own word for the latter. */
export interface OrderTour extends Tour {
  readonly themeName: string;
}

/** The tickets for one performance, or for one item (and timeslot, and guided visit), or season tickets or packages with the same parts. */
export interface OrderLine {
  /** `p<performance>` or `i<item>` or `i<item>t<timeslot>` or `i<item>t<timeslot>l<language>h<theme>` or `i<item>` with its parts' own. */
  readonly id: string;
  readonly kind: CartLine['kind'];
  readonly eventId: Id;
  readonly performanceId: Id | null;
  readonly itemId: Id | null;
  readonly timeslotId: Id | null;
  readonly tour?: OrderTour;
  /** S-360's own words, for what the catalog does not hold. */
  readonly title: string;
  readonly name: string;
  readonly startAt: Instant | null;
  readonly venueName: string;
  readonly venueAddress: string;
  readonly tickets: readonly OrderTicket[];
  /** Of season tickets and packages: what belongs to them, a line for each performance, by start, and for each item. None of all else. */
  readonly included: readonly OrderLine[];
}

export interface OrderFee {
  readonly kind: Fee['kind'];
  readonly name: string;
  readonly amountMinor: number;
}

/** A payment that S-360 knows of the order. */
export interface OrderPayment {
  readonly paymentId: Id;
  readonly identification: string;
  readonly transactionId: string;
  readonly status: string;
  readonly paidAt: Instant | null;
}

export interface Order {
  /** A word that is another one as soon as S-360 says anything else of the order, whatever the language of its words. */
  readonly version: string;
  readonly orderId: Id;
  readonly orderSecretId: string;
  readonly state: Cart['state'];
  readonly currency: Currency;
  readonly lines: readonly OrderLine[];
  readonly fees: readonly OrderFee[];
  readonly ticketsTotalMinor: number;
  readonly totalMinor: number;
  readonly includedTaxMinor: number | null;
  readonly createdAt: Instant;
  readonly expiresAt: Instant | null;
  readonly contactNumber: string | null;
  /** As S-360 writes it. */
  readonly promoCode: string | null;
  readonly shipment: { readonly shipmentModeId: Id; readonly contactAddressId: Id | null } | null;
  readonly payments: readonly OrderPayment[];
}

/** S-360's words in the language of the call: all else of an order is the same in every language. */
const words: ReadonlySet<string> = new Set([
  ...['title', 'name', 'venueName', 'venueAddress', 'tariffName', 'themeName', 'offerName'],
  ...['area', 'block', 'row', 'number'],
]);

export function withVersion(order: Omit<Order, 'version'>): Order {
  const facts = JSON.stringify(order, (key, value: unknown) => (words.has(key) ? undefined : value));
  return { ...order, version: createHash('sha256').update(facts).digest('base64url').slice(0, 22) };
}

/** The same for two orders that differ in nothing but their seats and who buys: S-360 offers both the same, at the same prices. */
export function contentOf({
  lines,
  currency,
  ticketsTotalMinor,
}: Pick<Order, 'lines' | 'currency' | 'ticketsTotalMinor'>): string {
  const places = lines.map(({ id, tickets }) => `${id}x${tickets.length}`).sort();
  return [...places, ticketsTotalMinor, currency.code, currency.digits].join(' ');
}

/** All tickets of an order with the line that each stands in. */
export function ticketsOf(order: Order): { line: OrderLine; ticket: OrderTicket }[] {
  return order.lines.flatMap((line) => line.tickets.map((ticket) => ({ line, ticket })));
}

/** Whether a line is of something that S-360 sells together with its parts. */
export const isComposed = ({ kind, included }: OrderLine): boolean =>
  kind === 'season-ticket' || kind === 'package' || included.length > 0;

/** What people are let in with, or handed something for: of a season ticket or package, its parts. GUESS: that it has no code of its own. */
export function admissionsOf(order: Pick<Order, 'lines'>): Admission[] {
  return order.lines.flatMap((line) => {
    if (line.included.length === 0) return line.tickets.map((ticket) => ({ line, ticket }));
    return line.included.flatMap((part) =>
      part.tickets.map((ticket) => ({ line: part, ticket, whole: line })),
    );
  });
}

export interface Admission {
  readonly line: OrderLine;
  readonly ticket: OrderTicket;
  /** What it is a part of. */
  readonly whole?: OrderLine;
}

/** @throws ProblemError that says why nothing can be changed any more */
export function refuseUnlessOpen({ state }: Order): void {
  if (state === 'ended') throw new ProblemError('cart-ended');
  if (state === 'paying') throw new ProblemError('payment-in-progress');
  if (state === 'completed') throw new ProblemError('cart-closed');
  if (state === 'unclear')
    throw new ProblemError('box-office-refused', {}, { message: 'an order in an unknown state' });
}
