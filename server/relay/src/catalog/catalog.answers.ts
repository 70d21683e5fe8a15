import { leadPrice } from '@s360-widgets/contract';
import type {
  Availability,
  CrossSell,
  DescriptionList,
  EventDetail,
  EventList,
  EventSummary,
  IncludedPerformance,
  PackagePart,
  Named,
  ProductItem,
  Performance,
  PerformanceSummary,
  SeatCategory,
  Tariff,
  TariffPrice,
  Venue,
} from '@s360-widgets/contract';
import type { TicketFee } from '../order/index.js';
import {
  type Catalog,
  type CatalogEvent,
  type CatalogIncluded,
  type CatalogNamed,
  type CatalogItem,
  type CatalogPart,
  type CatalogPerformance,
  type CatalogSeatCategory,
  type CatalogTariff,
  inLanguage,
  pricedIn,
  type Texts,
} from './catalog.model.js';
import { guidedPart, toursPart } from './catalog.guided.js';
import { inProgrammeOrder } from './catalog.order.js';
import { plainText } from './catalog.rich-text.js';
import { bestSale, isWithin } from './catalog.sale-state.js';
import { CatalogSales, itemDates, type SaleContext } from './catalog.sales.js';

/** All that an answer is made from, beside the catalog. */
export interface AnswerContext extends SaleContext {
  readonly language: string;
  readonly mainLanguage: string;
  readonly asOf: string;
  readonly stale: boolean;
  readonly timeZone: string;
  readonly maxTickets: number;
  readonly ticketFee: Pick<TicketFee, 'of' | 'named'>;
  readonly hasSeatMap: (performance: CatalogPerformance) => boolean;
}

/**
 * Makes the answers in one language from one catalog at one moment. Pure but for the stock it asks. What is on sale is derived
 * anew each time, since a sale opens or ends by the clock alone.
 */
export class CatalogAnswers {
  readonly #rankedTariffs: readonly CatalogTariff[];
  readonly #sales: CatalogSales;

  constructor(
    readonly catalog: Catalog,
    readonly context: AnswerContext,
  ) {
    this.#rankedTariffs = [...catalog.tariffs.values()].sort((a, b) => a.rank - b.rank);
    this.#sales = new CatalogSales(context);
  }

  /** The events of the whole season, one at a time. What is over is left out. */
  *summaries(): Generator<EventSummary> {
    for (const event of this.catalog.events.values()) {
      const summary = this.#summary(event);
      if (summary.saleState !== 'ended' || !this.#sales.isPast(summary.lastAt)) yield summary;
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

  /** What the events are about, for who searches. */
  descriptions(): DescriptionList {
    const { language, mainLanguage } = this.context;
    const descriptions = [...this.catalog.events.values()].flatMap(({ id, description }) => {
      const text = plainText(inLanguage(description, language, mainLanguage) ?? []);
      return text ? [{ eventId: id, text }] : [];
    });
    return { language, descriptions };
  }

  /** One event with all that is needed to buy; undefined if there is none of that id. */
  detail(eventId: string): EventDetail | undefined {
    const event = this.catalog.events.get(eventId);
    if (!event) return undefined;
    const { language, mainLanguage, asOf, stale, timeZone, maxTickets, ticketFee, stock } = this.context;
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
      ...guidedPart(event, { language, stock, text: (texts) => this.text(texts) }),
      items: event.items.map((item) => this.#item(event, item)),
      included: event.included.map((one) => this.#included(event, one)),
      ...this.#packageLines(event),
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
        this.#seatCategory(event, category, this.#sales.ofCategory(event, performance, category)),
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
    const upcoming = all.filter(
      ({ startAt, saleState }) => saleState !== 'ended' || !this.#sales.isPast(startAt),
    );
    const performances = upcoming.length > 0 ? upcoming : all;
    const { saleState, availability, onSaleAt } =
      event.kind === 'event' ? bestSale(performances) : this.#sales.ofItems(event);
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
    const amounts = this.#leadAmounts(event, performance.seatCategories);
    const priceFromMinor = amounts.length > 0 ? Math.min(...amounts) : null;
    const sale = this.#sales.ofPerformance(event, performance);
    return { id: performance.id, startAt: performance.startAt, ...sale, priceFromMinor };
  }

  /** What is offered along now and can be bought now. What the catalog does not have is not offered. */
  #crossSells({ crossSells }: CatalogEvent): CrossSell[] {
    const { now } = this.context;
    return crossSells.flatMap((link) => {
      const event = this.catalog.events.get(link.eventId);
      if (!event || !isWithin(link, now)) return [];
      const { saleState, ...summary } = this.#summary(event);
      const { id, code, kind, title, pictureUrl, priceFromMinor, priceToMinor } = summary;
      const offered = { id, code, kind, title, pictureUrl, priceFromMinor, priceToMinor };
      return saleState === 'on-sale' ? [offered] : [];
    });
  }

  /** A performance that a season ticket holds: whether it can be had as a part of one. */
  #included(event: CatalogEvent, one: CatalogIncluded): IncludedPerformance {
    const { id, eventId, startAt } = one;
    const venueName = this.venue(one.venueId)?.name ?? '';
    const sale = this.#sales.ofIncluded(event, one);
    return { id, eventId, title: this.text(one.title), startAt, venueName, ...sale };
  }

  /** What a package holds; nothing of all else. */
  #packageLines(event: CatalogEvent): Pick<EventDetail, 'packageLines'> {
    if (event.kind !== 'package') return {};
    return {
      packageLines: event.packageLines.map(({ parts, ...line }) => ({
        ...line,
        parts: parts.map((part) => this.#part(event, part)),
      })),
    };
  }

  #part(event: CatalogEvent, part: CatalogPart): PackagePart {
    const { id, eventId, kind, startAt } = part;
    const venueName = this.venue(part.venueId)?.name ?? '';
    const words = { title: this.text(part.title), name: this.text(part.name), venueName };
    return { id, eventId, kind, startAt, ...words, ...this.#sales.ofPart(event, part) };
  }

  #seatCategory(
    event: CatalogEvent,
    { id, name, prices }: CatalogSeatCategory,
    availability: Availability,
  ): SeatCategory {
    return { id, name: this.text(name), availability, prices: this.#named(event, prices) };
  }

  /** Visits that have begun are left out. */
  #item(event: CatalogEvent, item: CatalogItem): ProductItem {
    return {
      id: item.id,
      name: this.text(item.name),
      prices: this.#named(event, item.prices),
      seatCategories: item.seatCategories.map((category) =>
        this.#seatCategory(event, category, this.#sales.ofItemCategory(event, item, category)),
      ),
      performanceCount: item.performanceCount,
      ...this.#sales.ofItem(event, item),
      timeslots: item.timeslots
        .filter(({ startAt }) => !this.#sales.isPast(startAt))
        .map((slot) => ({
          id: slot.id,
          startAt: slot.startAt,
          endAt: slot.endAt,
          ...toursPart(slot, this.context.stock),
          ...this.#sales.ofSlot(event, item, slot, slot.startAt),
        })),
    };
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
}

/** The first that is named; of a season ticket or a package where all of it is in one place. */
function venueIdOf({ performances, included, packageLines }: CatalogEvent): string | null {
  const parts = [...included, ...packageLines.flatMap((line) => line.parts)];
  const [first, ...others] = new Set(parts.map(({ venueId }) => venueId));
  if (first !== undefined && others.length === 0) return first;
  return performances.find(({ venueId }) => venueId !== null)?.venueId ?? null;
}

/** What an event's first and last date are taken from. What is neither played nor visited has none. */
function datesOf(event: CatalogEvent, performances: readonly PerformanceSummary[]): string[] {
  if (event.kind === 'season-ticket') return event.included.map(({ startAt }) => startAt);
  if (event.kind === 'package') return partDates(event);
  if (event.kind === 'event') return performances.map(({ startAt }) => startAt);
  return event.kind === 'pass' ? itemDates(event) : [];
}

const partDates = ({ packageLines }: CatalogEvent): string[] =>
  packageLines.flatMap(({ parts }) => parts.flatMap(({ startAt }) => startAt ?? [])).sort();
