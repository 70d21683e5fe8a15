import type { Guided, Named, Timeslot, Tour } from '@s360-widgets/contract';
import { languageNameOf } from '../order/index.js';
import type { CatalogEvent, CatalogTimeslot, Texts } from './catalog.model.js';
import type { Stock } from './catalog.sales.js';

/** What guided visits are put into words with. */
interface GuidedContext {
  readonly language: string;
  readonly stock: Stock;
  text(texts: Texts): string;
}

/**
 * The languages and themes that there are to choose of: the catalog's, and whatever else can be had. A theme that the catalog does not name
 * is called by its id, rather than not sold. Nothing of an event without guided visits.
 */
export function guidedPart(
  { guided, items }: CatalogEvent,
  { language, stock, text }: GuidedContext,
): { guided?: Guided } {
  if (!guided) return {};
  const tours = items.flatMap(({ timeslots }) => timeslots.flatMap(({ id }) => stock.toursOf(id) ?? []));
  const codes = new Set([
    ...guided.languageCodes,
    ...tours.flatMap(({ languageCode }) => languageCode ?? []),
  ]);
  const themes = new Map<string, string>(
    tours.flatMap(({ themeId }) => (themeId ? [[themeId, themeId]] : [])),
  );
  const named: Named[] = guided.themes.map(({ id, name }) => ({ id, name: text(name) || id }));
  for (const { id } of named) themes.delete(id);
  const languages = [...codes].map((id) => ({ id, name: languageNameOf(id, language) }));
  const others = [...themes].map(([id, name]) => ({ id, name }));
  return languages.length + named.length + others.length > 0
    ? { guided: { languages, themes: [...named, ...others] } }
    : {};
}

/** What of that can be had at a time, where it is known. */
export function toursPart({ id }: CatalogTimeslot, stock: Stock): Pick<Timeslot, 'tours'> {
  const tours: readonly Tour[] | undefined = stock.toursOf(id);
  return tours ? { tours: [...tours] } : {};
}
