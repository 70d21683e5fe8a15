import type { Availability, Sale, Tour } from '@s360-widgets/contract';
import { toAvailability } from './catalog.mapping.js';
import type {
  CatalogEvent,
  CatalogIncluded,
  CatalogItem,
  CatalogPackageLine,
  CatalogPart,
  CatalogPerformance,
  CatalogSeatCategory,
  CatalogTimeslot,
} from './catalog.model.js';
import { bestSale, deriveSale } from './catalog.sale-state.js';

/** What is left, from whoever knows; undefined where it is not known. */
export interface Stock {
  leftOfPerformance(performanceId: string): number | undefined;
  leftOfSeatCategory(performanceId: string, seatCategoryId: string): number | undefined;
  /** Of a timed visit, or of an item that is good on any day. */
  leftOfItem(itemId: string, timeslotId: string | null): number | undefined;
  /** The guided visits that can be had at a time; undefined = not known, or there is nothing to choose. */
  toursOf(timeslotId: string): readonly Tour[] | undefined;
}

/** What decides, beside the catalog, where a sale stands. */
export interface SaleContext {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Where a product has no alert ratio of its own. */
  readonly alertPercent: number;
  readonly stock: Stock;
}

/** Where the sale of each thing in a catalog stands at one moment, and what is left of it. */
export class CatalogSales {
  constructor(readonly context: SaleContext) {}

  ofPerformance(event: CatalogEvent, performance: CatalogPerformance): Sale {
    const left = this.context.stock.leftOfPerformance(performance.id);
    return deriveSale({
      selling: performance,
      outerState: event.state,
      endsAt: performance.startAt,
      availability: this.#availability(event, left, performance.capacity),
      now: this.context.now,
    });
  }

  ofCategory(event: CatalogEvent, { id }: CatalogPerformance, category: CatalogSeatCategory): Availability {
    const left = this.context.stock.leftOfSeatCategory(id, category.id);
    return this.#availability(event, left, category.capacity);
  }

  /** A product without performances is sold as long as one of its items is. */
  ofItems(event: CatalogEvent): Sale {
    return bestSale(event.items.map((item) => this.ofItem(event, item)));
  }

  /** The best of its timeslots, or where it has none its own until the product's last day. */
  ofItem(event: CatalogEvent, item: CatalogItem): Sale {
    if (event.kind === 'season-ticket') return this.#ofSeasonTicket(event, item);
    if (event.kind === 'package') return this.#ofPackage(event, item);
    if (item.timeslots.length === 0) return this.ofSlot(event, item, null, itemDates(event).at(-1) ?? null);
    return bestSale(item.timeslots.map((slot) => this.ofSlot(event, item, slot, slot.startAt)));
  }

  /** An item at a time, or with null one for no time in particular, sold until `endsAt`. All of a product have its sale period. */
  ofSlot(event: CatalogEvent, item: CatalogItem, slot: CatalogTimeslot | null, endsAt: string | null): Sale {
    if (this.isPast(endsAt)) return { saleState: 'ended', availability: 'none', onSaleAt: null };
    const { stock, now } = this.context;
    const isFull = slot !== null && stock.toursOf(slot.id)?.length === 0;
    const left = isFull ? 0 : stock.leftOfItem(item.id, slot?.id ?? null);
    const availability = this.#availability(event, left, slot ? slot.quota : item.quota);
    return deriveSale({ selling: event, outerState: event.state, endsAt, availability, now });
  }

  /** A performance that a season ticket holds: whether it can be had as a part of one. Its own sale periods say nothing of that. */
  ofIncluded(event: CatalogEvent, { id, state, startAt, capacity }: CatalogIncluded): Sale {
    const { stock, now } = this.context;
    return deriveSale({
      selling: { state, salePeriods: [], override: null },
      outerState: 'RUNNING',
      endsAt: startAt,
      availability: this.#availability(event, stock.leftOfPerformance(id), capacity),
      now,
    });
  }

  /** A category of an item that holds seats of performances. */
  ofItemCategory(event: CatalogEvent, item: CatalogItem, category: CatalogSeatCategory): Availability {
    const left =
      event.kind === 'package'
        ? this.#leftInPackages(event, category)
        : this.#leftInSeasonTickets(event, item, category);
    return this.#availability(event, left, category.capacity);
  }

  /** A part of a package: whether it can be had as one. Its own sale periods say nothing of that. */
  ofPart(event: CatalogEvent, { id, kind, state, startAt, capacity }: CatalogPart): Sale {
    const { stock, now } = this.context;
    const left = kind === 'event' ? stock.leftOfPerformance(id) : stock.leftOfItem(id, null);
    return deriveSale({
      selling: { state, salePeriods: [], override: null },
      outerState: 'RUNNING',
      endsAt: startAt,
      availability: this.#availability(event, left, capacity),
      now,
    });
  }

  isPast(at: string | null): boolean {
    return at !== null && Date.parse(at) < this.context.now;
  }

  /** As long as so many of its performances are to come; for a whole one that is until the first. */
  #ofSeasonTicket(event: CatalogEvent, item: CatalogItem): Sale {
    const ahead = event.included.filter(({ state }) => state === 'RUNNING').map(({ startAt }) => startAt);
    const lastToBegin = ahead.at(-item.performanceCount);
    if (lastToBegin !== undefined) return this.ofSlot(event, item, null, lastToBegin);
    return { saleState: 'unavailable', availability: 'none', onSaleAt: null };
  }

  /** As long as each of its lines has as many parts to come as are chosen; how many there are is S-360's own count. */
  #ofPackage(event: CatalogEvent, item: CatalogItem): Sale {
    const ends = event.packageLines.map((line) => lastOf(line));
    if (ends.includes(undefined)) return { saleState: 'unavailable', availability: 'none', onSaleAt: null };
    const dated = ends.flatMap((end) => end ?? []).sort();
    return this.ofSlot(event, item, null, dated[0] ?? null);
  }

  /**
   * In a whole one as much as at the performance that has least left; in one of N at choice, as at the N that have most. GUESS: season
   * tickets are sold from the seats that single tickets are sold from.
   */
  #leftInSeasonTickets(event: CatalogEvent, item: CatalogItem, { id }: CatalogSeatCategory) {
    return this.#leftOfCategory(event.included, item.performanceCount, id);
  }

  /** As much as in the line that has least for one package. */
  #leftInPackages({ packageLines }: CatalogEvent, { id }: CatalogSeatCategory): number | undefined {
    const lefts = packageLines.flatMap(({ parts, choiceCount, quantity }) => {
      const performances = parts.filter(({ kind }) => kind === 'event');
      const left = this.#leftOfCategory(performances, Math.min(choiceCount, performances.length), id);
      return left === undefined ? [] : Math.floor(left / quantity);
    });
    return lefts.length > 0 ? Math.min(...lefts) : undefined;
  }

  /** What the `count` performances have that have most; undefined where that is not known. */
  #leftOfCategory(performances: readonly { id: string }[], count: number, seatCategoryId: string) {
    const known = performances.map(({ id }) => this.context.stock.leftOfSeatCategory(id, seatCategoryId));
    const counts = known.flatMap((left) => left ?? []).sort((a, b) => b - a);
    return counts.length < known.length ? undefined : counts[count - 1];
  }

  #availability(event: CatalogEvent, left: number | undefined, capacity: number | null): Availability {
    return toAvailability(left, capacity, event.alertPercent ?? this.context.alertPercent);
  }
}

/** Until when a line has as many parts as are chosen; null = without end, undefined = it has too few. */
function lastOf({ parts, choiceCount }: CatalogPackageLine): string | null | undefined {
  const running = parts.filter(({ state }) => state === 'RUNNING').map(({ startAt }) => startAt);
  if (running.length < choiceCount) return undefined;
  const dated = running.flatMap((startAt) => startAt ?? []).sort();
  const undated = running.length - dated.length;
  return undated >= choiceCount ? null : dated[dated.length + undated - choiceCount];
}

/** First and last day of what is sold by item: of its visits, else as its prices say. */
export function itemDates(event: CatalogEvent): string[] {
  return event.items
    .flatMap((item) =>
      item.timeslots.length > 0 ? item.timeslots.map(({ startAt }) => startAt) : [item.firstAt, item.lastAt],
    )
    .filter((at) => at !== null)
    .sort();
}
