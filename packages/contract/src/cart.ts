import * as z from 'zod';
import { shownAddress, shownContact } from './contact.js';
import { id } from './ids.js';
import { instant } from './instant.js';
import { money } from './money.js';
import { productKind } from './product-kind.js';
import { chosenShipment } from './shipment.js';
import { namedTour, tour } from './tour.js';

/** Where a seat is, in the words on the ticket. */
export const seatPlace = z.strictObject({
  seatId: id,
  area: z.string(),
  block: z.string(),
  row: z.string(),
  number: z.string(),
});
export type SeatPlace = z.infer<typeof seatPlace>;

/** One ticket in a cart or order: a movement of S-360. */
export const cartTicket = z.strictObject({
  /** The movement's id: names the ticket when it is changed or removed. */
  id,
  tariffId: id,
  tariffName: z.string(),
  seatCategoryId: id.nullable(),
  price: money,
  /** What it would be without the cart's promo code; absent where that takes nothing off. */
  fullPrice: money.optional(),
  /** Null for a place without a seat. */
  seat: seatPlace.nullable(),
});
export type CartTicket = z.infer<typeof cartTicket>;

/** What season tickets or packages of a line hold: a performance with the seats on it, or an item of another product. */
export const includedPart = z.strictObject({
  performanceId: id.nullable(),
  itemId: id.nullable(),
  title: z.string(),
  /** The performance's or the item's own name; may be empty. */
  name: z.string(),
  startAt: instant.nullable(),
  venueName: z.string(),
  /** Of all the line's tickets together. */
  quantity: z.int(),
  /** As many, or none where there are no seats. */
  seats: z.array(seatPlace),
});
export type IncludedPart = z.infer<typeof includedPart>;

/** The tickets for one performance, or for one item of a product without performances, its timeslot and its guided visit. */
export const cartLine = z.strictObject({
  /** Unique in the cart and stable while its tickets stay. */
  id: z.string(),
  kind: productKind,
  eventId: id,
  performanceId: id.nullable(),
  itemId: id.nullable(),
  timeslotId: id.nullable(),
  /** Of guided visits alone. */
  tour: namedTour.optional(),
  title: z.string(),
  /** The performance's or the item's own name; may be empty. */
  name: z.string(),
  startAt: instant.nullable(),
  endAt: instant.nullable(),
  venueName: z.string(),
  pictureUrl: z.string().nullable(),
  hasSeatMap: z.boolean(),
  tickets: z.array(cartTicket),
  /** Of season tickets and packages, by date; it is changed and removed with them alone. Empty for all else. */
  included: z.array(includedPart),
});
export type CartLine = z.infer<typeof cartLine>;

export const fee = z.strictObject({
  kind: z.enum(['booking', 'delivery', 'payment', 'other']),
  name: z.string(),
  amount: money,
  /** The tickets' prices hold it already: it is told, and not added. */
  isIncluded: z.boolean(),
});
export type Fee = z.infer<typeof fee>;

/** A code that makes some of a cart's tickets cheaper: those that have a `fullPrice`. */
export const promoCode = z.strictObject({
  /** As S-360 writes it. */
  code: z.string(),
  /** Of the promotion, in S-360's words; empty where nothing in the cart gets cheaper by it. */
  name: z.string(),
});
export type PromoCode = z.infer<typeof promoCode>;

/** Parts of a cart that come from side services: the cart is answered without them when they fail. */
export const cartPart = z.enum(['contact', 'shipment']);
export type CartPart = z.infer<typeof cartPart>;

/**
 * A cart: an open order of S-360. `open` can be changed; `paying` has a payment under way and can't; `completed` is paid;
 * `ended` has run out or was given up, and holds nothing; of one that is `unclear` S-360 says something that the relay does not know: it
 * can be looked at, and neither changed nor paid, and is not taken for paid.
 */
export const cart = z.strictObject({
  orderId: id,
  state: z.enum(['open', 'paying', 'completed', 'ended', 'unclear']),
  timeZone: z.string(),
  lines: z.array(cartLine),
  fees: z.array(fee),
  ticketCount: z.int(),
  /** Absent without one. */
  promoCode: promoCode.optional(),
  ticketsTotal: money,
  /** Tickets and the fees that their prices do not hold. */
  total: money,
  /** VAT inside the total; null when S-360 does not say. */
  includedTax: money.nullable(),
  /** When the hold ends, as S-360 says; null when nothing is held. */
  expiresAt: instant.nullable(),
  /** The full length of a hold, for the progress bar; never used to compute an end. */
  holdSeconds: z.int(),
  maxTickets: z.int(),
  /** S-360's time at the answer, to correct the browser's: what is left of the hold is `expiresAt` less this. */
  answeredAt: instant,
  contact: shownContact.nullable(),
  address: shownAddress.nullable(),
  shipment: chosenShipment.nullable(),
  /**
   * What there is but could not be read just now; the next read tries again. Without `contact`, contact and address are null;
   * without `shipment`, the chosen mode has no name and the kind `other`.
   */
  unread: z.array(cartPart),
});
export type Cart = z.infer<typeof cart>;

/** Reply of `openCart`: the token is shown this once and opens the cart, and later the order. */
export const openedCart = z.strictObject({ token: z.string(), cart });
export type OpenedCart = z.infer<typeof openedCart>;

const quantities = z
  .array(z.strictObject({ tariffId: id, quantity: z.int().min(1).max(50) }))
  .min(1)
  .max(20);

/** A part of a package, a performance or an item, and how many of it each package has. */
export const packageChoice = z
  .strictObject({ performanceId: id.optional(), itemId: id.optional(), quantity: z.int().min(1).max(50) })
  .refine(
    ({ performanceId, itemId }) => (performanceId === undefined) !== (itemId === undefined),
    'either a performance or an item',
  );
export type PackageChoice = z.infer<typeof packageChoice>;

/** What a visitor adds with one click. */
export const cartItem = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('seats'),
    performanceId: id,
    seats: z
      .array(z.strictObject({ seatId: id, seatCategoryId: id, tariffId: id }))
      .min(1)
      .max(50),
  }),
  z.strictObject({
    kind: z.literal('best-seats'),
    performanceId: id,
    seatCategoryId: id,
    /** Where to look first; empty or absent = anywhere. */
    areaIds: z.array(id).max(20).optional(),
    tariffs: quantities,
  }),
  z.strictObject({
    kind: z.literal('item'),
    eventId: id,
    itemId: id,
    timeslotId: id.optional(),
    /** Of a guided visit: one of those that can be had at that time. */
    tour: tour.optional(),
    tariffs: quantities,
  }),
  z.strictObject({
    kind: z.literal('season-ticket'),
    eventId: id,
    itemId: id,
    seatCategoryId: id,
    /** As many different ones as the item is good for. */
    performanceIds: z.array(id).min(1).max(100),
    tariffs: quantities,
  }),
  z.strictObject({
    kind: z.literal('package'),
    eventId: id,
    itemId: id,
    /** Where it holds seats. */
    seatCategoryId: id.optional(),
    /** All that it holds: of each of its lines, so many as are to be chosen, in the quantity of the line. */
    parts: z.array(packageChoice).min(1).max(100),
    tariffs: quantities,
  }),
]);
export type CartItem = z.infer<typeof cartItem>;
