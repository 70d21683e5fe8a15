/** What an order holds, in the catalog's words: S-360's own stand in where it has none. */
import type { NamedTour } from '@s360-widgets/contract';
import type { OrderLine, OrderTicket } from './order.model.js';

/** What a ticket is for, by the ids that S-360's orders carry; null where a kind of ticket has none. */
export interface PlaceKey {
  readonly eventId: string;
  readonly performanceId: string | null;
  readonly itemId: string | null;
  readonly timeslotId: string | null;
}

/** A performance, or an item of another product. */
export interface PlaceWords {
  readonly title: string;
  readonly name: string;
  readonly startAt: string | null;
  readonly endAt: string | null;
  readonly venueName: string;
  readonly venueAddress: string;
  readonly pictureUrl: string | null;
  readonly hasSeatMap: boolean;
}

export interface TariffWords {
  readonly name: string;
  /** One of these must come with it. */
  readonly requiresTariffIds: readonly string[];
}

/** The catalog as far as orders need it. Undefined is what it does not have (any more). */
export interface OrderWords {
  placeOf(key: PlaceKey, language: string): PlaceWords | undefined;
  tariff(tariffId: string, language: string): TariffWords | undefined;
  /** The name of a theme of a product's guided visits. */
  theme(eventId: string, themeId: string, language: string): string | undefined;
}

/** What the tickets of a line are for. */
export function wordsOf(line: OrderLine, catalog: OrderWords, language: string): PlaceWords {
  const words = catalog.placeOf(line, language);
  return {
    title: words?.title || line.title,
    name: words ? words.name : line.name,
    startAt: words?.startAt ?? line.startAt,
    endAt: words?.endAt ?? null,
    venueName: words?.venueName || line.venueName,
    venueAddress: words?.venueAddress || line.venueAddress,
    pictureUrl: words?.pictureUrl ?? null,
    hasSeatMap: words?.hasSeatMap ?? false,
  };
}

export const tariffNameOf = (ticket: OrderTicket, catalog: OrderWords, language: string): string =>
  catalog.tariff(ticket.tariffId, language)?.name || ticket.tariffName;

/** The guided visit of a line, with its names; nothing of any other line. */
export function tourPart(
  { eventId, tour }: OrderLine,
  catalog: OrderWords,
  language: string,
): { tour?: NamedTour } {
  if (!tour) return {};
  const { languageCode, themeId } = tour;
  const themeName = themeId === null ? '' : catalog.theme(eventId, themeId, language) || tour.themeName;
  const languageName = languageCode === null ? '' : languageNameOf(languageCode, language);
  return { tour: { languageCode, themeId, languageName, themeName } };
}

/** `allemand` for `de` in French; the code itself where it is none that is known. */
export function languageNameOf(code: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
