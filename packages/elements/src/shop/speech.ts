import type { ShopContext } from '../base/context.js';
import { createFormat } from '../base/format.js';
import { warn } from '../base/warn.js';
import type { Words } from '../base/words.js';
import type { WordGroup } from '../locales/groups.js';
import { hasMessages, loadMessages } from '../locales/load.js';
import type { PageLanguage } from './language.js';

type Speech = Pick<ShopContext, 'words' | 'needWords'>;

export interface SpeechSettings {
  language: PageLanguage;
  debug: boolean;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/**
 * Loads the groups of messages that are asked for, in the language of the moment.
 * @param tell called at once, and each time that there are more words
 * @returns how to change the language; what was asked for is loaded again
 */
export function speak(
  { language, debug, now }: SpeechSettings,
  tell: (speech: Speech) => void,
): (language: PageLanguage) => void {
  let words: Words;
  const coming = new Map<WordGroup, Promise<void>>();
  const load = async (group: WordGroup): Promise<void> => {
    const { lang } = words;
    const loaded = await loadMessages(lang, group);
    // Unless the language has changed since then.
    if (lang !== words.lang) return;
    words = { ...words, ...loaded };
    tell({ words, needWords });
  };
  const need = (group: WordGroup): Promise<void> => {
    const loading = coming.get(group) ?? load(group);
    coming.set(group, loading);
    loading.catch(() => coming.delete(group));
    return loading;
  };
  const needWords = (...groups: readonly WordGroup[]) => Promise.all(groups.map(need));
  const change = (next: PageLanguage) => {
    words = wordsOf(next, debug, now);
    const wanted = new Set(coming.keys()).add('base');
    coming.clear();
    tell({ words, needWords });
    needWords(...wanted).catch(console.warn);
  };
  change(language);
  return change;
}

/** Words without messages yet: in the visitor's language if there are any, else in English. */
function wordsOf({ lang, locale }: PageLanguage, debug: boolean, now: () => number): Words {
  if (hasMessages(lang)) return { lang, format: createFormat(locale, now) };
  if (debug) warn('unspokenLanguage', lang);
  return { lang: 'en', format: createFormat('en', now) };
}
