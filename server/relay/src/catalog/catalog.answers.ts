import { leadPrice } from '@s360-widgets/contract';
import type {
  CrossSell,
  EventDetail,
  EventList,
  EventSummary,
  IncludedPerformance,
  Named,
  ProductItem,
  Performance,
  PerformanceSummary,
  Sale,
  SeatCategory,
  Tariff,
  TariffPrice,
  Venue,
} from '@s360-widgets/contract';
import type { TicketFee } from '../order/index.js';
import { toAvailability } from './catalog.mapping.js';
import {
  type Catalog,
  type CatalogEvent,
  type CatalogIncluded,
  type CatalogNamed,
  type CatalogItem,
  type CatalogPerformance,
  type CatalogSeatCategory,
  type CatalogTariff,
  type CatalogTimeslot,
  inLanguage,
  pricedIn,
  type Texts,
} from './catalog.model.js';
import { inProgrammeOrder } from './catalog.order.js';
import { bestSale, deriveSale } from './catalog.sale-state.js';

/** What is left, from whoever knows; undefined where it is not known. */
export interface Stock {
  leftOfPerformance(performanceId: string): number | undefined;
  leftOfSeatCategory(performanceId: string, seatCategoryId: string): number | undefined;
  /** Of a timed visit, or of an item that is good on any day. */
  leftOfItem(itemId: string, timeslotId: string | null): number | undefined;
}

/** All that an answer is made from, beside the catalog. */
export interface AnswerContext {
  readonly language: string;
  readonly mainLanguage: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly asOf: string;
  readonly stale: boolean;
  readonly timeZone: string;
  readonly maxTickets: number;
  readonly ticketFee: Pick<TicketFee, 'of' | 'named'>;
  /** Where a product has no alert ratio of its own. */
  readonly alertPercent: number;
  readonly stock: Stock;
  readonly hasSeatMap: (performance: CatalogPerformance) => boolean;
}

/**
 * Makes the answers in one language from one catalog at one moment. Pure but for the stock it asks. What is on sale is derived
 * anew each time, since a sale opens or ends by the clock alone.
 */
export class CatalogAnswers {
  readonly #rankedTariffs: readonly CatalogTariff[];

  constructor(
    readonly catalog: Catalog,
    readonly context: AnswerContext,
  ) {
    this.#rankedTariffs = [...catalog.tariffs.values()].sort((a, b) => a.rank - b.rank);
  }

  /** The events of the whole season, one at a time. What is over is left out. */
  *summaries(): Generator<EventSummary> {
    for (const event of this.catalog.events.values()) {
      const summary = this.#summary(event);
      if (summary.saleState !== 'ended' || !this.#isPast(summary.lastAt)) yield summary;
    }
  }

  /** The list around its events, which come in the order of a programme. */
  list(summaries: Iterable<EventSummary> = this.summaries()): EventList {
    const { language, asOf, stale, timeZone } = this.context;
    const events = inProgrammeOrder(summaries, this.context.now);
    const used = (key: 'venueId' | 'topicId' | 'seasonId') => new Set(events.map((event) => event[key]));
    const [venues, topics, seasons] = [used('venueId'), used('topicId'), used('seasonId')];
    return {
      language,
      asOf,
      stale,
      currency: this.catalog.currency,
      timeZone,
      venues: [...venues].flatMap((id) => this.venue(id) ?? []),
      topics: this.catalog.topics.filter(({ id }) => topics.has(id)).map((topic) => this.#noun(topic)),
      seasons: this.catalog.seasons.filter(({ id }) => seasons.has(id)).map((season) => this.#noun(season)),
      events,
      unsold: [...this.catalog.unsold],
    };
  }

  /** One event with all that is needed to buy; undefined if there is none of that id. */
  detail(eventId: string): EventDetail | undefined {
    const event = this.catalog.events.get(eventId);
    if (!event) return undefined;
    const { language, mainLanguage, asOf, stale, timeZone, maxTickets, ticketFee } = this.context;
    const summary = this.#summary(event);
    const topic = this.catalog.topics.find(({ id }) => id === event.topicId);
    const shown = new Set(summary.performances.map(({ id }) => id));
    return {
      ...summary,
      language,
      asOf,
      stale,
      currency: this.catalog.currency,
      timeZone,
      description: inLanguage(event.description, language, mainLanguage) ?? [],
      topic: topic ? this.#noun(topic) : null,
      venue: this.venue(summary.venueId),
      performances: event.performances
        .filter(({ id }) => shown.has(id))
        .map((one) => this.performance(event, one)),
      items: event.items.map((item) => this.#item(event, item)),
      included: event.included.map((one) => this.#included(event, one)),
      crossSells: this.#crossSells(event),
      tariffs: this.tariffs(event),
      maxTickets,
      bookingFee: ticketFee.of(event.kind),
    };
  }

  /** A performance with its prices, as the event and the seat map show it. */
  performance(event: CatalogEvent, performance: CatalogPerformance): Performance {
    return {
      ...this.#performanceSummary(event, performance),
      name: this.text(performance.name) === this.text(event.title) ? '' : this.text(performance.name),
      durationMinutes: performance.durationMinutes,
      hasSeatMap: this.context.hasSeatMap(performance),
      seatCategories: performance.seatCategories.map((category) =>
        this.#seatCategory(
          event,
          category,
          this.context.stock.leftOfSeatCategory(performance.id, category.id),
        ),
      ),
    };
  }

  /** The tariffs that an event has prices for, in the order of the back office. */
  tariffs(event: CatalogEvent): Tariff[] {
    const used = new Set(pricedIn(event).flatMap(({ prices }) => prices.map(({ tariffId }) => tariffId)));
    return this.#rankedTariffs.filter(({ id }) => used.has(id)).map((tariff) => this.#tariff(tariff));
  }

  /** Null for a performance or pass that names none, or one that the catalog lacks. */
  venue(venueId: string | null): Venue | null {
    const venue = venueId === null ? undefined : this.catalog.venues.get(venueId);
    return venue ? { id: venue.id, name: this.text(venue.name), address: venue.address } : null;
  }

  /** In the language, else the main one, else any; empty if there is none. */
  text(texts: Texts): string {
    return inLanguage(texts, this.context.language, this.context.mainLanguage) ?? '';
  }

  /** Performances that are over are left out, unless nothing else is left to show. */
  #summary(event: CatalogEvent): EventSummary {
    const all = event.performances.map((one) => this.#performanceSummary(event, one));
    const upcoming = all.filter(({ startAt, saleState }) => saleState !== 'ended' || !this.#isPast(startAt));
    const performances = upcoming.length > 0 ? upcoming : all;
    const { saleState, availability, onSaleAt } =
      event.kind === 'event' ? bestSale(performances) : this.#itemsSale(event);
    const amounts = this.#leadAmounts(event, pricedIn(event));
    const dates = datesOf(event, performances);
    return {
      id: event.id,
      code: event.code,
      kind: event.kind,
      title: this.text(event.title),
      pictureUrl: event.pictureUrl,
      seasonId: event.seasonId,
      topicId: event.topicId,
      venueId: venueIdOf(event),
      firstAt: dates[0] ?? null,
      lastAt: dates.at(-1) ?? null,
      saleState,
      availability,
      onSaleAt,
      priceFromMinor: amounts.length > 0 ? Math.min(...amounts) : null,
      priceToMinor: amounts.length > 0 ? Math.max(...amounts) : null,
      performances,
    };
  }

  /** Sale state and the lowest of the prices that are named: what a list or a calendar shows. */
  #performanceSummary(event: CatalogEvent, performance: CatalogPerformance): PerformanceSummary {
    const left = this.context.stock.leftOfPerformance(performance.id);
    const sale = deriveSale({
      selling: performance,
      outerState: event.state,
      endsAt: performance.startAt,
      availability: toAvailability(left, performance.capacity, this.#alertPercent(event)),
      now: this.context.now,
    });
    const amounts = this.#leadAmounts(event, performance.seatCategories);
    const priceFromMinor = amounts.length > 0 ? Math.min(...amounts) : null;
    return { id: performance.id, startAt: performance.startAt, ...sale, priceFromMinor };
  }

  /** A product without performances is sold as long as one of its items is. */
  #itemsSale(event: CatalogEvent): Sale {
    return bestSale(event.items.map((item) => this.#itemSale(event, item)));
  }

  /** The best of its timeslots, or where it has none its own until the product's last day. */
  #itemSale(event: CatalogEvent, item: CatalogItem): Sale {
    if (event.kind === 'season-ticket') return this.#seasonTicketSale(event, item);
    if (item.timeslots.length === 0)
      return this.#slotSale(event, item, null, itemDates(event).at(-1) ?? null);
    return bestSale(item.timeslots.map((slot) => this.#slotSale(event, item, slot, slot.startAt)));
  }

  /** As long as so many of its performances are to come; for a whole one that is until the first. */
  #seasonTicketSale(event: CatalogEvent, item: CatalogItem): Sale {
    const ahead = event.included.filter(({ state }) => state === 'RUNNING').map(({ startAt }) => startAt);
    const lastToBegin = ahead.at(-item.performanceCount);
    if (lastToBegin !== undefined) return this.#slotSale(event, item, null, lastToBegin);
    return { saleState: 'unavailable', availability: 'none', onSaleAt: null };
  }

  /** What is offered along now and can be bought now. What the catalog does not have is not offered. */
  #crossSells({ crossSells }: CatalogEvent): CrossSell[] {
    const { now } = this.context;
    return crossSells.flatMap(({ eventId, startAt, endAt }) => {
      const event = this.catalog.events.get(eventId);
      const isOffered =
        (startAt === null || Date.parse(startAt) <= now) && (endAt === null || now < Date.parse(endAt));
      if (!event || !isOffered) return [];
      const { saleState, ...summary } = this.#summary(event);
      const { id, code, kind, title, pictureUrl, priceFromMinor, priceToMinor } = summary;
      const offered = { id, code, kind, title, pictureUrl, priceFromMinor, priceToMinor };
      return saleState === 'on-sale' ? [offered] : [];
    });
  }

  /** A performance that a season ticket holds: whether it can be had as a part of one. */
  #included(event: CatalogEvent, one: CatalogIncluded): IncludedPerformance {
    const { id, eventId, startAt } = one;
    const left = this.context.stock.leftOfPerformance(id);
    const sale = deriveSale({
      selling: { state: one.state, salePeriods: [], override: null },
      outerState: 'RUNNING',
      endsAt: startAt,
      availability: toAvailability(left, one.capacity, this.#alertPercent(event)),
      now: this.context.now,
    });
    const venueName = this.venue(one.venueId)?.name ?? '';
    return { id, eventId, title: this.text(one.title), startAt, venueName, ...sale };
  }

  #seatCategory(event: CatalogEvent, category: CatalogSeatCategory, left: number | undefined): SeatCategory {
    return {
      id: category.id,
      name: this.text(category.name),
      availability: toAvailability(left, category.capacity, this.#alertPercent(event)),
      prices: this.#named(event, category.prices),
    };
  }

  /**
   * What is left of a category for a season ticket: of a whole one as much as at the performance that has least; of one of N at choice,
   * as much as the N that have most. GUESS: season tickets are sold from the seats that single tickets are sold from.
   */
  #leftForSeasonTicket(event: CatalogEvent, item: CatalogItem, categoryId: string): number | undefined {
    const { stock } = this.context;
    const known = event.included.map(({ id }) => stock.leftOfSeatCategory(id, categoryId));
    const left = known.flatMap((count) => count ?? []);
    if (left.length < known.length) return undefined;
    return left.sort((a, b) => b - a)[item.performanceCount - 1];
  }

  /** Visits that have begun are left out. */
  #item(event: CatalogEvent, item: CatalogItem): ProductItem {
    return {
      id: item.id,
      name: this.text(item.name),
      prices: this.#named(event, item.prices),
      seatCategories: item.seatCategories.map((category) =>
        this.#seatCategory(event, category, this.#leftForSeasonTicket(event, item, category.id)),
      ),
      performanceCount: item.performanceCount,
      ...this.#itemSale(event, item),
      timeslots: item.timeslots
        .filter(({ startAt }) => !this.#isPast(startAt))
        .map((slot) => ({
          id: slot.id,
          startAt: slot.startAt,
          endAt: slot.endAt,
          ...this.#slotSale(event, item, slot, slot.startAt),
        })),
    };
  }

  /** An item at a time, or with null one for no time in particular, sold until `endsAt`. All of a product have its sale period. */
  #slotSale(
    event: CatalogEvent,
    item: CatalogItem,
    slot: CatalogTimeslot | null,
    endsAt: string | null,
  ): Sale {
    if (this.#isPast(endsAt)) return { saleState: 'ended', availability: 'none', onSaleAt: null };
    const left = this.context.stock.leftOfItem(item.id, slot?.id ?? null);
    const capacity = slot ? slot.quota : item.quota;
    const availability = toAvailability(left, capacity, this.#alertPercent(event));
    return deriveSale({
      selling: event,
      outerState: event.state,
      endsAt,
      availability,
      now: this.context.now,
    });
  }

  #tariff({ id, name, description, kind, requiresTariffIds, membersOnly }: CatalogTariff): Tariff {
    const texts = { name: this.text(name), description: this.text(description) };
    return { id, ...texts, kind, requiresTariffIds: [...requiresTariffIds], membersOnly };
  }

  /** What is named for each category or item, as far as anything is: what "from" prices are made of. */
  #leadAmounts(
    event: CatalogEvent,
    priced: readonly { readonly prices: readonly TariffPrice[] }[],
  ): number[] {
    return priced.flatMap(
      ({ prices }) => leadPrice(this.#rankedTariffs, this.#named(event, prices))?.amountMinor ?? [],
    );
  }

  /** Prices as they are named everywhere. */
  #named({ kind }: CatalogEvent, prices: readonly TariffPrice[]): TariffPrice[] {
    const { ticketFee } = this.context;
    return prices.map((price) => ({ ...price, amountMinor: ticketFee.named(price.amountMinor, kind) }));
  }

  #noun({ id, name }: CatalogNamed): Named {
    return { id, name: this.text(name) };
  }

  #alertPercent(event: CatalogEvent): number {
    return event.alertPercent ?? this.context.alertPercent;
  }

  #isPast(at: string | null): boolean {
    return at !== null && Date.parse(at) < this.context.now;
  }
}

/** The first that is named; of a season ticket where all of it is in one place. */
function venueIdOf({ performances, included }: CatalogEvent): string | null {
  const places = new Set(included.map(({ venueId }) => venueId));
  if (places.size === 1) return included[0]?.venueId ?? null;
  return performances.find(({ venueId }) => venueId !== null)?.venueId ?? null;
}

/** What an event's first and last date are taken from. What is neither played nor visited has none. */
function datesOf(event: CatalogEvent, performances: readonly PerformanceSummary[]): string[] {
  if (event.kind === 'season-ticket') return event.included.map(({ startAt }) => startAt);
  if (event.kind === 'event') return performances.map(({ startAt }) => startAt);
  return event.kind === 'pass' ? itemDates(event) : [];
}

/** First and last day of what is sold by item: of its visits, else as its prices say. */
function itemDates(event: CatalogEvent): string[] {
  return event.items
    .flatMap((item) =>
      item.timeslots.length > 0 ? item.timeslots.map(({ startAt }) => startAt) : [item.firstAt, item.lastAt],
    )
    .filter((at) => at !== null)
    .sort();
}
