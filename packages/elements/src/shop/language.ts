import { langAround } from '../base/lang.js';
import { warn } from '../base/warn.js';

/** A language as the relay takes it, and the locale that dates and money are written in. */
export interface PageLanguage {
  /** Two lower-case letters. */
  readonly lang: string;
  /** A BCP 47 tag, with its region if one was given. */
  readonly locale: string;
}

/** Reads `en_US`, `en-GB` or `fr` alike. Null for what is no language. */
export function readLanguage(text: string | null | undefined): PageLanguage | null {
  try {
    const [locale] = Intl.getCanonicalLocales(text?.trim().replaceAll('_', '-') || []);
    const lang = locale?.split('-')[0];
    return locale && lang?.length === 2 ? { lang, locale } : null;
  } catch {
    return null;
  }
}

/**
 * The language around an element: its own `lang` or the nearest above it, through the hosts of shadow roots, else the browser's,
 * else English.
 */
export function languageAt(element: Element): PageLanguage {
  const given = langAround(element);
  const found = readLanguage(given);
  if (given && !found) warn('oddLanguage', given);
  return found ?? readLanguage(navigator.language) ?? { lang: 'en', locale: 'en' };
}
