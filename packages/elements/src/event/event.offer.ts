import type {
  CartItem,
  EventDetail,
  IncludedPerformance,
  PackageLine,
  PackagePart,
  ProductItem,
  Performance,
  Sale,
  SeatCategory,
  Tariff,
  TariffPrice,
  Tour,
} from '@s360-widgets/contract';
import { leadPrice } from '@s360-widgets/contract/lead-price';
import { dayOf } from '../base/days.js';
import { isOnSale, markOf } from '../pieces/sale-mark.js';

/** What a visitor has picked so far. What is left open, or is gone meanwhile, is filled with the nearest that can be had. */
export interface Choice {
  readonly itemId?: string;
  readonly day?: string;
  readonly occasionId?: string;
  readonly categoryId?: string;
  /** Of guided visits. */
  readonly languageCode?: string | null | undefined;
  readonly themeId?: string | null | undefined;
  /** Of a season ticket for some of its dates. */
  readonly heldIds?: readonly string[];
  /** Of a package: parts where there is a choice. */
  readonly partIds?: readonly string[];
  /** Tickets by tariff id. */
  readonly counts: Readonly<Record<string, number>>;
}

/** A performance, or a timed visit of a pass. */
export interface Occasion extends Sale {
  readonly id: string;
  readonly startAt: string;
  readonly endAt: string | null;
  readonly name: string;
  readonly priceFromMinor: number | null;
  readonly performance: Performance | null;
}

export interface Day {
  readonly day: string;
  /** The best that can be had that day. */
  readonly sale: Sale;
}

/** A tariff at its price here, and how many of it are wanted. */
export interface TariffRow {
  readonly tariff: Tariff;
  readonly amountMinor: number;
  readonly count: number;
  /** None, or at least so many. */
  readonly least: number;
  readonly most: number;
}

/** An event as a choice makes it: what is open to choose, and what is chosen. */
export interface Offer {
  readonly item: ProductItem | null;
  readonly days: readonly Day[];
  readonly day: string | null;
  /** Of the day. */
  readonly occasions: readonly Occasion[];
  readonly occasion: Occasion | null;
  /** The dates of a season ticket: all, or those chosen so far. */
  readonly held: readonly IncludedPerformance[];
  /** What a package holds, line by line, as far as it is chosen. */
  readonly packed: readonly PackedLine[];
  /** How many dates or parts are still to be chosen. */
  readonly toChoose: number;
  /** Of the occasion; of the item where that has no times. */
  readonly sale: Sale;
  readonly categories: readonly SeatCategory[];
  readonly category: SeatCategory | null;
  readonly rows: readonly TariffRow[];
  readonly ticketCount: number;
  readonly totalMinor: number;
  /** A wanted tariff that lacks one that it is sold with. */
  readonly lacking: Tariff | null;
}

/** A line of a package with the parts that are chosen of it. */
export interface PackedLine {
  readonly line: PackageLine;
  readonly chosen: readonly PackagePart[];
}

/** @param now milliseconds since the epoch; what has begun is no longer offered */
export function offerOf(event: EventDetail, choice: Choice, now: number): Offer {
  const item =
    event.items.find(({ id }) => id === choice.itemId) ??
    event.items.find(isOnSale) ??
    event.items[0] ??
    null;
  const all = occasionsOf(event, item).filter(({ startAt }) => Date.parse(startAt) > now);
  const days = daysOf(all, event.timeZone);
  const onSale = days.find(({ sale }) => isOnSale(sale)) ?? days[0];
  const wanted = choice.day ?? dayOfOccasion(all, choice.occasionId, event.timeZone);
  const day = days.find((each) => each.day === wanted)?.day ?? onSale?.day ?? null;
  const occasions = all.filter(({ startAt }) => dayOf(startAt, event.timeZone) === day);
  const occasion =
    occasions.find(({ id }) => id === choice.occasionId) ?? occasions.find(isOnSale) ?? occasions[0] ?? null;
  const isSeason = event.kind === 'season-ticket';
  const held = isSeason && item ? heldOf(event, item, choice) : [];
  const packed = (event.packageLines ?? []).map((line) => ({ line, chosen: chosenOf(line, choice) }));
  const categories = (item ?? occasion?.performance)?.seatCategories ?? [];
  const category = categoryOf(categories, choice);
  const sold = item && !item.timeslots.length ? item : occasion;
  const rows =
    sold && isOnSale(sold) ? rowsOf(event.tariffs, category?.prices ?? item?.prices ?? [], choice) : [];
  return {
    item,
    days,
    day,
    occasions,
    occasion,
    held,
    packed,
    toChoose: isSeason && item ? item.performanceCount - held.length : missingOf(packed),
    sale: sold ?? event,
    categories,
    category,
    rows,
    ticketCount: rows.reduce((sum, { count }) => sum + count, 0),
    totalMinor: rows.reduce((sum, { count, amountMinor }) => sum + count * amountMinor, 0),
    lacking: lackingOf(rows),
  };
}

function dayOfOccasion(all: readonly Occasion[], id: string | undefined, zone: string): string | undefined {
  const occasion = all.find((each) => each.id === id);
  return occasion && dayOf(occasion.startAt, zone);
}

/** Names without the words that all begin with: `Category A`, `Category B` are `A` and `B`. */
export function shortNames(categories: readonly SeatCategory[]): string[] {
  const names = categories.map(({ name }) => name);
  const [first = ''] = names;
  let end = first.lastIndexOf(' ') + 1;
  while (end > 0 && !names.every((name) => name.startsWith(first.slice(0, end)) && name.length > end)) {
    end = first.lastIndexOf(' ', end - 2) + 1;
  }
  return names.length > 1 ? names.map((name) => name.slice(end)) : names;
}

/** The short name of the chosen category. */
export const categoryName = ({ categories, category }: Offer): string =>
  shortNames(categories)[categories.findIndex((each) => each === category)] ?? '';

/** Whether the dates of a season ticket are the buyer's choice. */
export const isChosen = ({ included }: EventDetail, { performanceCount }: ProductItem): boolean =>
  performanceCount < included.length;

/** All that it holds; or what was chosen and can still be had, by date. */
function heldOf(event: EventDetail, item: ProductItem, { heldIds = [] }: Choice): IncludedPerformance[] {
  if (!isChosen(event, item)) return event.included;
  return event.included
    .filter((each) => heldIds.includes(each.id) && isOnSale(each))
    .slice(0, item.performanceCount);
}

/** Whether a part of a package line is the buyer's choice. */
export const isChoice = ({ choiceCount, parts }: PackageLine): boolean => choiceCount < parts.length;

/** All parts, or those chosen that can still be had; of one at choice the first, so that there is nothing to do for who does not mind. */
function chosenOf(line: PackageLine, { partIds = [] }: Choice): readonly PackagePart[] {
  const { choiceCount, parts } = line;
  if (!isChoice(line)) return parts;
  const open = parts.filter(isOnSale);
  const chosen = open.filter(({ id }) => partIds.includes(id));
  return choiceCount === 1 && !chosen.length ? open.slice(0, 1) : chosen.slice(0, choiceCount);
}

const missingOf = (packed: readonly PackedLine[]): number =>
  packed.reduce((sum, { line, chosen }) => sum + line.choiceCount - chosen.length, 0);

/**
 * What goes into the cart for an offer in which tickets are chosen.
 * @param tour of guided visits
 */
export function itemOf(event: EventDetail, offer: Offer, tour?: Tour): CartItem | null {
  const { item, occasion, category, rows, held, toChoose } = offer;
  const tariffs = rows
    .filter(({ count }) => count)
    .map(({ tariff, count }) => ({ tariffId: tariff.id, quantity: count }));
  if (!tariffs.length || toChoose) return null;
  if (item && offer.packed.length) {
    const parts = offer.packed.flatMap(({ line: { quantity }, chosen }) =>
      chosen.map(({ id, kind }) =>
        kind === 'event' ? { performanceId: id, quantity } : { itemId: id, quantity },
      ),
    );
    const ids = { eventId: event.id, itemId: item.id, ...(category && { seatCategoryId: category.id }) };
    return { kind: 'package', ...ids, parts, tariffs };
  }
  if (item && category) {
    const performanceIds = held.map(({ id }) => id);
    const ids = { eventId: event.id, itemId: item.id, seatCategoryId: category.id };
    return { kind: 'season-ticket', ...ids, performanceIds, tariffs };
  }
  if (item) {
    return {
      kind: 'item',
      eventId: event.id,
      itemId: item.id,
      tariffs,
      ...(occasion ? { timeslotId: occasion.id, ...(tour && { tour }) } : {}),
    };
  }
  if (!occasion || !category) return null;
  return { kind: 'best-seats', performanceId: occasion.id, seatCategoryId: category.id, tariffs };
}

/** The chosen one while it can be had, else one of the middle. */
function categoryOf(categories: readonly SeatCategory[], { categoryId }: Choice): SeatCategory | null {
  const free = categories.filter(({ availability }) => availability !== 'none');
  const middle = free[Math.floor((free.length - 1) / 2)];
  return free.find(({ id }) => id === categoryId) ?? middle ?? categories[0] ?? null;
}

function occasionsOf(event: EventDetail, item: ProductItem | null): Occasion[] {
  if (!item) return event.performances.map((each) => ({ ...each, endAt: null, performance: each }));
  const priceFromMinor = leadPrice(event.tariffs, item.prices)?.amountMinor ?? null;
  return item.timeslots.map((each) => ({ ...each, name: '', priceFromMinor, performance: null }));
}

const ranks = ['on-sale', 'limited', 'soon', 'closed', 'moved', 'sold-out', 'cancelled'] as const;

function daysOf(all: readonly Occasion[], zone: string): Day[] {
  const days = new Map<string, Sale>();
  for (const each of all) {
    const day = dayOf(each.startAt, zone);
    const known = days.get(day);
    if (!known || ranks.indexOf(markOf(each)) < ranks.indexOf(markOf(known))) days.set(day, each);
  }
  return [...days].map(([day, sale]) => ({ day, sale })).sort((a, b) => a.day.localeCompare(b.day));
}

function rowsOf(tariffs: readonly Tariff[], prices: readonly TariffPrice[], { counts }: Choice): TariffRow[] {
  return tariffs.flatMap((tariff) => {
    const price = prices.find(({ tariffId }) => tariffId === tariff.id);
    if (!price) return [];
    const { amountMinor, minQuantity: least = 1, maxQuantity: most = Number.POSITIVE_INFINITY } = price;
    // What was wanted of another item may be more or less than is sold of this one.
    const wanted = tariff.membersOnly ? 0 : Math.min(counts[tariff.id] ?? 0, most);
    return [{ tariff, amountMinor, count: wanted < least ? 0 : wanted, least, most }];
  });
}

function lackingOf(rows: readonly TariffRow[]): Tariff | null {
  const isWanted = (id: string) => rows.some(({ tariff, count }) => tariff.id === id && count > 0);
  const row = rows.find(
    ({ tariff, count }) =>
      count > 0 && tariff.requiresTariffIds.length > 0 && !tariff.requiresTariffIds.some(isWanted),
  );
  return row?.tariff ?? null;
}
