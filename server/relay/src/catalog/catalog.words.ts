import type { PackageChoice, SeatMap } from '@s360-widgets/contract';
import type { OrderWords, PlaceKey, PlaceWords, TariffWords } from '../order/index.js';
import type { CatalogAnswers } from './catalog.answers.js';
import type { CatalogEvent, CatalogPackageLine, CatalogPerformance } from './catalog.model.js';

/** The catalog for the other services of the relay: they ask by id and get words, or undefined for what is not in it. */
export class CatalogWords implements OrderWords {
  /**
   * @param answersIn gives undefined while there is no catalog
   * @param distrust hears that S-360 does not sell what the catalog has on sale
   */
  constructor(
    readonly answersIn: (language: string) => CatalogAnswers | undefined,
    readonly distrust: () => void,
  ) {}

  placeOf(key: PlaceKey, language: string): PlaceWords | undefined {
    const answers = this.answersIn(language);
    const event = answers?.catalog.events.get(key.eventId);
    if (!answers || !event) return undefined;
    const performance = event.performances.find(({ id }) => id === key.performanceId);
    const place = performance
      ? performanceWords(answers, event, performance)
      : itemWords(answers, event, key);
    return { title: answers.text(event.title), pictureUrl: event.pictureUrl, ...place };
  }

  /** A tariff's name, and the tariffs of which one must come with it. */
  tariff(tariffId: string, language: string): TariffWords | undefined {
    const answers = this.answersIn(language);
    const tariff = answers?.catalog.tariffs.get(tariffId);
    return (
      answers && tariff && { name: answers.text(tariff.name), requiresTariffIds: tariff.requiresTariffIds }
    );
  }

  /** The name of a theme of a product's guided visits. */
  theme(eventId: string, themeId: string, language: string): string | undefined {
    const answers = this.answersIn(language);
    const themes = answers?.catalog.events.get(eventId)?.guided?.themes ?? [];
    const theme = themes.find(({ id }) => id === themeId);
    return answers && theme && answers.text(theme.name);
  }

  /**
   * Whether a seat category of a performance has a price at a tariff: what is not priced can't be asked for.
   * Undefined while there is no catalog.
   */
  hasPrice(
    { performanceId, seatCategoryId }: { performanceId: string; seatCategoryId: string },
    tariffId: string,
  ): boolean | undefined {
    const catalog = this.answersIn('en')?.catalog;
    const categories = catalog?.performances.get(performanceId)?.performance.seatCategories ?? [];
    const prices = categories.find(({ id }) => id === seatCategoryId)?.prices ?? [];
    return catalog && prices.some((price) => price.tariffId === tariffId);
  }

  /** The same for an item. One with timeslots needs one of them, one without has none. */
  hasItemPrice(
    { eventId, itemId, timeslotId }: { eventId: string; itemId: string; timeslotId?: string },
    tariffId: string,
  ): boolean | undefined {
    const catalog = this.answersIn('en')?.catalog;
    const item = catalog?.events.get(eventId)?.items.find(({ id }) => id === itemId);
    const isTimed = item !== undefined && item.timeslots.length > 0;
    const isRightTime = isTimed
      ? item.timeslots.some(({ id }) => id === timeslotId)
      : timeslotId === undefined;
    const isPriced = item?.prices.some((price) => price.tariffId === tariffId) ?? false;
    return catalog && isPriced && isRightTime;
  }

  /** The same for a season ticket: each performance is one of its own, once, and they are as many as it is good for. */
  hasSeasonTicketPrice(
    { eventId, itemId, seatCategoryId, performanceIds }: SeasonTicketKey,
    tariffId: string,
  ): boolean | undefined {
    const catalog = this.answersIn('en')?.catalog;
    const event = catalog?.events.get(eventId);
    const item = event?.items.find(({ id }) => id === itemId);
    const prices = item?.seatCategories.find(({ id }) => id === seatCategoryId)?.prices ?? [];
    const own = new Set(event?.included.map(({ id }) => id));
    const wanted = new Set(performanceIds);
    const isWhole = wanted.size === item?.performanceCount && wanted.size === performanceIds.length;
    const isPriced = prices.some((price) => price.tariffId === tariffId);
    return catalog && isPriced && isWhole && performanceIds.every((id) => own.has(id));
  }

  /** The same for a package: of each of its lines as many different parts as are chosen, in its quantity, and nothing else. */
  hasPackagePrice(
    { eventId, itemId, seatCategoryId, parts }: PackageKey,
    tariffId: string,
  ): boolean | undefined {
    const catalog = this.answersIn('en')?.catalog;
    const event = catalog?.events.get(eventId);
    const item = event?.items.find(({ id }) => id === itemId);
    const category = item?.seatCategories.find(({ id }) => id === seatCategoryId);
    const isOfSeats = item !== undefined && item.seatCategories.length > 0;
    const prices = (isOfSeats ? category : item)?.prices ?? [];
    const isPriced = prices.some((price) => price.tariffId === tariffId);
    const ofLines = (event?.packageLines ?? []).map(({ choiceCount, ...line }) => {
      const own = parts.filter((part) => isPartOf(line, part));
      return new Set(own.map(partKey)).size === choiceCount && own.length === choiceCount ? choiceCount : 0;
    });
    const isWhole = !ofLines.includes(0) && ofLines.reduce((sum, count) => sum + count, 0) === parts.length;
    return catalog && isPriced && isWhole && (isOfSeats || seatCategoryId === undefined);
  }

  /** Which seats a performance sells: the same in every language, so any will do. */
  hallOf(
    performanceId: string,
  ): { logicalConfigurationId: string; seatCategoryIds: readonly string[] } | undefined {
    const performance = this.answersIn('en')?.catalog.performances.get(performanceId)?.performance;
    if (!performance?.logicalConfigurationId) return undefined;
    const { logicalConfigurationId, seatCategories } = performance;
    return { logicalConfigurationId, seatCategoryIds: seatCategories.map(({ id }) => id) };
  }

  /** The seat map's answer but for the seats. */
  seatMapOf(performanceId: string, language: string): Omit<SeatMap, 'planHash' | 'states'> | undefined {
    const answers = this.answersIn(language);
    const found = answers?.catalog.performances.get(performanceId);
    if (!answers || !found) return undefined;
    const { saleState, availability, onSaleAt, startAt, name, seatCategories } = answers.performance(
      found.event,
      found.performance,
    );
    return {
      saleState,
      availability,
      onSaleAt,
      language: answers.context.language,
      performanceId,
      eventId: found.event.id,
      title: answers.text(found.event.title),
      name,
      startAt,
      timeZone: answers.context.timeZone,
      venueName: answers.venue(found.performance.venueId)?.name ?? '',
      currency: answers.catalog.currency,
      maxTickets: answers.context.maxTickets,
      seatCategories,
      tariffs: answers.tariffs(found.event),
    };
  }
}

/** What is asked for of a season ticket. */
interface SeasonTicketKey {
  readonly eventId: string;
  readonly itemId: string;
  readonly seatCategoryId: string;
  readonly performanceIds: readonly string[];
}

/** What is asked for of a package. */
interface PackageKey {
  readonly eventId: string;
  readonly itemId: string;
  readonly seatCategoryId?: string | undefined;
  readonly parts: readonly PackageChoice[];
}

const isPartOf = ({ quantity, parts }: Omit<CatalogPackageLine, 'choiceCount'>, choice: PackageChoice) =>
  choice.quantity === quantity &&
  parts.some(
    ({ id, kind }) => partKey(kind === 'event' ? { performanceId: id } : { itemId: id }) === partKey(choice),
  );

const partKey = ({ performanceId, itemId }: Omit<PackageChoice, 'quantity'>): string =>
  itemId === undefined ? `p${performanceId}` : `i${itemId}`;

type Place = Omit<PlaceWords, 'title' | 'pictureUrl'>;

/** The end is the start and the duration; null where that is not known. */
function performanceWords(
  answers: CatalogAnswers,
  event: CatalogEvent,
  performance: CatalogPerformance,
): Place {
  const { name, startAt, durationMinutes, hasSeatMap } = answers.performance(event, performance);
  const venue = answers.venue(performance.venueId);
  const endMs = durationMinutes === null ? null : Date.parse(startAt) + durationMinutes * 60_000;
  return {
    name,
    startAt,
    endAt: endMs === null ? null : new Date(endMs).toISOString(),
    venueName: venue?.name ?? '',
    venueAddress: venue?.address ?? '',
    hasSeatMap,
  };
}

/** An item names no venue of its own. */
function itemWords(answers: CatalogAnswers, event: CatalogEvent, key: PlaceKey): Place {
  const item = event.items.find(({ id }) => id === key.itemId);
  const timeslot = item?.timeslots.find(({ id }) => id === key.timeslotId);
  return {
    name: item ? answers.text(item.name) : '',
    startAt: timeslot?.startAt ?? null,
    endAt: timeslot?.endAt ?? null,
    venueName: '',
    venueAddress: '',
    hasSeatMap: false,
  };
}
