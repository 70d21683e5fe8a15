import { createClient } from '@s360-widgets/client';
import { browserClock, createStore, type StoreSettings } from '@s360-widgets/store';
import type { ShopProvider } from '../base/context.js';
import { emit } from '../base/emit.js';
import { createFormat } from '../base/format.js';
import { warn } from '../base/warn.js';
import type { WordGroup, Words } from '../base/words.js';
import type { S360EventName } from '../events.js';
import { cartMark } from './cart-mark.js';
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

/**
 * Gives a shop to all elements below the provider's element, which dispatches the store's facts as DOM events.
 * @returns how to change the language
 */
export function provideShop(
  provider: ShopProvider,
  settings: ShopSettings,
): (language: PageLanguage) => void {
  const relay = settings.relay.replace(/\/+$/, '');
  const { debug = false, language } = settings;
  const clock = browserClock();
  const store = createStore({
    client: createClient({ relay, fetch: (...call) => fetch(...call) }),
    clock,
    device: async () => (await import('./device.js')).openDevice(relay, store),
    ...settings.outside,
    lang: language.lang,
  });
  // A cart that the page before has carried here must not stay in the address.
  if (location.hash.includes(cartMark)) void store.device().catch(console.warn);
  store.onFact(({ name, detail }) => emit(provider.host, `s360-${name}` as S360EventName, detail as never));
  if (debug)
    import('../base/explain.page.js').then(({ explainPage }) => explainPage(provider.host), console.warn);

  let words: Words;
  let { locale } = language;
  const coming = new Map<WordGroup, Promise<void>>();
  const tell = () => provider.provide({ store, debug, relay, words, needWords });
  const loadWords = async (group: WordGroup): Promise<void> => {
    const { lang } = words;
    const loaded = await loadMessages(lang, group);
    // Unless the language has changed since then.
    if (lang !== words.lang) return;
    words = { ...words, ...loaded };
    tell();
  };
  const needWords = (...groups: readonly WordGroup[]) =>
    Promise.all(
      groups.map((group) => {
        const loading = coming.get(group) ?? loadWords(group);
        coming.set(group, loading);
        loading.catch(() => coming.delete(group));
        return loading;
      }),
    );
  const speak = (next: PageLanguage) => {
    words = wordsOf(next, debug, store.clock.now);
    const wanted = new Set(coming.keys()).add('base');
    coming.clear();
    tell();
    void needWords(...wanted).catch(console.warn);
  };
  speak(language);
  return (next) => {
    if (next.locale === locale) return;
    locale = next.locale;
    store.setLanguage(next.lang);
    speak(next);
  };
}

/** Words without messages yet: in the visitor's language if there are any, else in English. */
function wordsOf({ lang, locale }: PageLanguage, debug: boolean, now: () => number): Words {
  if (hasMessages(lang)) return { lang, format: createFormat(locale, now) };
  if (debug) warn('unspokenLanguage', lang);
  return { lang: 'en', format: createFormat('en', now) };
}
