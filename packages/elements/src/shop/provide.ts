import { createClient } from '@s360-widgets/client';
import {
  browserClock,
  browserStorage,
  browserTabs,
  createStore,
  type StoreSettings,
} from '@s360-widgets/store';
import type { ShopProvider } from '../base/context.js';
import { emit } from '../base/emit.js';
import { createFormat } from '../base/format.js';
import type { WordGroup, Words } from '../base/words.js';
import type { S360EventName } from '../events.js';
import { hasMessages, loadMessages } from '../locales/load.js';
import type { PageLanguage } from './language.js';

/** The parts of the outside world that a shop can be given instead of the browser's: for tests and stories. */
export type Outside = Partial<Omit<StoreSettings, 'lang'>>;

export interface ShopSettings {
  /** Where the relay answers. */
  relay: string;
  language: PageLanguage;
  debug?: boolean;
  outside?: Outside;
}

export interface ProvidedShop {
  setLanguage(language: PageLanguage): void;
}

/** Gives a shop to all elements below the provider's element, which dispatches the store's facts as DOM events. */
export function provideShop(provider: ShopProvider, settings: ShopSettings): ProvidedShop {
  const relay = settings.relay.replace(/\/+$/, '');
  const { debug = false, language } = settings;
  const clock = browserClock();
  const store = createStore({
    client: createClient({ relay, fetch: (...call) => fetch(...call) }),
    clock,
    storage: browserStorage(relay, clock),
    tabs: browserTabs(relay),
    ...settings.outside,
    lang: language.lang,
  });
  const speaker = speak(language, debug, store.clock.now, (words, needWords) =>
    provider.provide({ store, words, needWords, debug, relay }),
  );
  store.onFact(({ name, detail }) => emit(provider.host, `s360-${name}` as S360EventName, detail as never));
  return {
    setLanguage(next) {
      store.setLanguage(next.lang);
      speaker(next);
    },
  };
}

/**
 * Loads the groups of messages that are asked for, in the language of the moment.
 * @param tell called with the words at once, and each time that there are more
 * @returns how to change the language; what was asked for is loaded again
 */
function speak(
  language: PageLanguage,
  debug: boolean,
  now: () => number,
  tell: (words: Words, needWords: (group: WordGroup) => void) => void,
): (language: PageLanguage) => void {
  let words = wordsOf(language, debug, now);
  const wanted = new Set<WordGroup>();
  const fetchWords = async (group: WordGroup) => {
    const { lang } = words;
    try {
      const loaded = await loadMessages(lang, group);
      if (words.lang !== lang) return;
      words = { ...words, ...loaded };
      tell(words, needWords);
    } catch (error) {
      // Elements keep showing the page's own content; the next one that asks tries again.
      wanted.delete(group);
      console.warn(error);
    }
  };
  const needWords = (group: WordGroup) => {
    if (wanted.has(group)) return;
    wanted.add(group);
    void fetchWords(group);
  };
  needWords('base');
  tell(words, needWords);
  return (next) => {
    words = wordsOf(next, debug, now);
    tell(words, needWords);
    for (const group of wanted) void fetchWords(group);
  };
}

/** Words without messages yet: in the visitor's language if there are any, else in English. */
function wordsOf({ lang, locale }: PageLanguage, debug: boolean, now: () => number): Words {
  if (hasMessages(lang)) return { lang, format: createFormat(locale, now) };
  if (debug) console.info(`The widgets don’t speak "${lang}" yet.`);
  return { lang: 'en', format: createFormat('en', now) };
}
