import * as z from 'zod';
import { sale } from './availability.js';
import { id, language } from './ids.js';
import { instant } from './instant.js';
import { amountMinor, currency } from './money.js';
import { performance, performanceSummary, seatCategory, tariff, tariffPrice } from './performance.js';
import { productKind } from './product-kind.js';
import { richText } from './rich-text.js';
import { tour } from './tour.js';

/** A venue, topic or season as filters name it. */
export const named = z.strictObject({ id: z.string(), name: z.string() });
export type Named = z.infer<typeof named>;

export const venue = named.extend({ address: z.string() });
export type Venue = z.infer<typeof venue>;

/** An event as lists need it: a product of S-360, whatever its kind; only events have performances. */
export const eventSummary = sale.extend({
  id,
  /** The product's code, as editors know it. */
  code: z.string(),
  kind: productKind,
  title: z.string(),
  pictureUrl: z.string().nullable(),
  seasonId: id,
  topicId: z.string().nullable(),
  venueId: z.string().nullable(),
  /** First and last start, also of what a season ticket or a package holds, or the first and last day of a pass; null for what has no dates. */
  firstAt: instant.nullable(),
  lastAt: instant.nullable(),
  /** Lowest and highest of the prices that are named: see `leadPrice`. */
  priceFromMinor: amountMinor.nullable(),
  priceToMinor: amountMinor.nullable(),
  performances: z.array(performanceSummary),
});
export type EventSummary = z.infer<typeof eventSummary>;

/** What S-360 has on sale of a product family that is not sold here. */
export const unsoldFamily = z.strictObject({
  /** S-360's own word, such as `HOSPITALITY`. */
  family: z.string(),
  products: z.int(),
});
export type UnsoldFamily = z.infer<typeof unsoldFamily>;

/**
 * Reply of `listEvents`: the whole season in one language, each event once, in the order of a programme: by the next
 * performance that can be bought, else by the next that is not over. Passes and day tickets, which are on all the time, come
 * after the dated events of the coming seven days; season tickets and packages follow, and services, goods and memberships, which have no dates, at the end.
 */
export const eventList = z.strictObject({
  language,
  /** When S-360 was last asked with success. */
  asOf: instant,
  /** S-360 could not be asked at the last try: availability may have moved on. */
  stale: z.boolean(),
  currency,
  /** IANA zone of the organisation, in which dates are shown. */
  timeZone: z.string(),
  venues: z.array(venue),
  topics: z.array(named),
  seasons: z.array(named),
  events: z.array(eventSummary),
  /** For who sets a page up and misses something. */
  unsold: z.array(unsoldFamily),
});
export type EventList = z.infer<typeof eventList>;

/** One visit of a timed pass. */
export const timeslot = sale.extend({
  id,
  startAt: instant,
  endAt: instant,
  /** Of a guided visit: what can be had at that time. Absent where it is not known, and of any other visit. */
  tours: z.array(tour).optional(),
});
export type Timeslot = z.infer<typeof timeslot>;

/** What a product without performances sells, with the best that can be had of it: a day ticket, timed visits, a membership, a book. */
export const productItem = sale.extend({
  id,
  name: z.string(),
  /** Empty where the price is by seat category. */
  prices: z.array(tariffPrice),
  /** Of a season ticket, or a package with seats, at the price of the whole; empty for all else. */
  seatCategories: z.array(seatCategory),
  /** How many of the performances that a season ticket holds: where those are more, the buyer chooses. Zero for all else. */
  performanceCount: z.int().min(0),
  /** Empty: for no time in particular. */
  timeslots: z.array(timeslot),
});
export type ProductItem = z.infer<typeof productItem>;

/** What guided visits are given in and about. The ids of languages are their codes. */
export const guided = z.strictObject({ languages: z.array(named), themes: z.array(named) });
export type Guided = z.infer<typeof guided>;

/** A performance that a season ticket holds; whether it can still be had as a part of one. */
export const includedPerformance = sale.extend({
  id,
  eventId: id,
  title: z.string(),
  startAt: instant,
  venueName: z.string(),
});
export type IncludedPerformance = z.infer<typeof includedPerformance>;

/** A performance or an item of another product that a package holds; whether it can still be had as a part of one. */
export const packagePart = sale.extend({
  id,
  eventId: id,
  /** Of its product: an event's part is a performance. */
  kind: productKind,
  title: z.string(),
  /** The item's own name; may be empty. */
  name: z.string(),
  startAt: instant.nullable(),
  venueName: z.string(),
});
export type PackagePart = z.infer<typeof packagePart>;

/** What a package holds: all of the parts, or as many of them as the buyer chooses. */
export const packageLine = z.strictObject({
  /** How many of each part belong to one package. */
  quantity: z.int().min(1),
  /** How many of the parts are chosen; all where it is their number. */
  choiceCount: z.int().min(1),
  parts: z.array(packagePart).min(1),
});
export type PackageLine = z.infer<typeof packageLine>;

/** Another product that the venue offers along with one, which can be bought now. */
export const crossSell = z.strictObject({
  id,
  code: z.string(),
  kind: productKind,
  title: z.string(),
  pictureUrl: z.string().nullable(),
  priceFromMinor: amountMinor.nullable(),
  priceToMinor: amountMinor.nullable(),
});
export type CrossSell = z.infer<typeof crossSell>;

/** Reply of `getEvent`. */
export const eventDetail = eventSummary.extend({
  language,
  asOf: instant,
  stale: z.boolean(),
  currency,
  timeZone: z.string(),
  description: richText,
  topic: named.nullable(),
  venue: venue.nullable(),
  performances: z.array(performance),
  items: z.array(productItem),
  /** Of guided visits: the languages and themes of which one each is to be chosen, where there are several. Absent for all else. */
  guided: guided.optional(),
  /** What a season ticket holds, by date; empty for all else. */
  included: z.array(includedPerformance),
  /** Of a package alone. */
  packageLines: z.array(packageLine).optional(),
  /** In the venue's order. */
  crossSells: z.array(crossSell),
  tariffs: z.array(tariff),
  /** Most tickets of one performance in one cart. */
  maxTickets: z.int(),
  /** S-360's fee for each ticket that costs something; null when unknown or none. */
  bookingFee: z
    .strictObject({
      amountMinor,
      /** Whether the prices here hold it already; otherwise the cart adds it. */
      isIncluded: z.boolean(),
    })
    .nullable(),
});
export type EventDetail = z.infer<typeof eventDetail>;

/** Reply of `listDescriptions`: the words of each event's description, without their form. Events without one are left out. */
export const descriptionList = z.strictObject({
  language,
  descriptions: z.array(z.strictObject({ eventId: id, text: z.string() })),
});
export type DescriptionList = z.infer<typeof descriptionList>;
