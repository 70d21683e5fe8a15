import * as z from 'zod';
import { sale } from './availability.js';
import { id, language } from './ids.js';
import { instant } from './instant.js';
import { amountMinor, currency } from './money.js';
import { performance, performanceSummary, tariff, tariffPrice } from './performance.js';
import { richText } from './rich-text.js';

/** A venue, topic or season as filters name it. */
export const named = z.strictObject({ id: z.string(), name: z.string() });
export type Named = z.infer<typeof named>;

export const venue = named.extend({ address: z.string() });
export type Venue = z.infer<typeof venue>;

/** An event as lists need it: a product of S-360 with its performances, or a pass without them. */
export const eventSummary = sale.extend({
  id,
  /** The product's code, as editors know it. */
  code: z.string(),
  kind: z.enum(['performances', 'pass']),
  title: z.string(),
  pictureUrl: z.string().nullable(),
  seasonId: id,
  topicId: z.string().nullable(),
  venueId: z.string().nullable(),
  /** First and last start, or the first and last day of a pass. */
  firstAt: instant.nullable(),
  lastAt: instant.nullable(),
  /** Lowest and highest of the prices that are named: see `leadPrice`. */
  priceFromMinor: amountMinor.nullable(),
  priceToMinor: amountMinor.nullable(),
  performances: z.array(performanceSummary),
});
export type EventSummary = z.infer<typeof eventSummary>;

/**
 * Reply of `listEvents`: the whole season in one language, each event once, in the order of a programme: by the next
 * performance that can be bought, else by the next that is not over. Passes and day tickets, which are on all the time, come
 * after the dated events of the coming seven days.
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
});
export type EventList = z.infer<typeof eventList>;

/** One visit of a timed pass. */
export const timeslot = sale.extend({ id, startAt: instant, endAt: instant });
export type Timeslot = z.infer<typeof timeslot>;

/** What a pass sells: a day ticket, or timed visits. */
export const passItem = z.strictObject({
  id,
  name: z.string(),
  prices: z.array(tariffPrice),
  /** Empty: valid on any day until the pass ends. */
  timeslots: z.array(timeslot),
});
export type PassItem = z.infer<typeof passItem>;

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
  passItems: z.array(passItem),
  tariffs: z.array(tariff),
  /** Most tickets of one performance in one cart. */
  maxTickets: z.int(),
  /** Fee for each ticket that the cart adds; null when unknown or none. */
  bookingFeeMinor: amountMinor.nullable(),
});
export type EventDetail = z.infer<typeof eventDetail>;
