import { createClient } from '@s360-widgets/client';
import { ProblemError } from '@s360-widgets/contract/problem';
import { browserClock, type Clock, createStore, type Device, type StoreSettings } from '@s360-widgets/store';
import type { ShopContext, ShopProvider } from '../base/context.js';
import { emit } from '../base/emit.js';
import { createFormat } from '../base/format.js';
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
    device: () => deviceOf(relay, clock),
    ...settings.outside,
    lang: language.lang,
  });
  const speaker = speak(language, debug, store.clock.now, (speech) =>
    provider.provide({ store, debug, relay, ...speech }),
  );
  // A cart that the page before has carried here must not stay in the address.
  if (location.hash.includes(cartMark)) void store.device().catch(console.warn);
  store.onFact(({ name, detail }) => emit(provider.host, `s360-${name}` as S360EventName, detail as never));
  const stop = store.subscribe(() => {
    if (!store.state.unkeptToken) return;
    stop();
    import('./unkept-cart.js').then(({ carryCart }) => carryCart(store, relay), console.warn);
  });
  if (debug)
    import('../base/explain.page.js').then(({ explainPage }) => explainPage(provider.host), console.warn);
  let { locale } = language;
  return {
    setLanguage(next) {
      if (next.locale === locale) return;
      locale = next.locale;
      store.setLanguage(next.lang);
      speaker(next);
    },
  };
}

/** Its code comes with the first use. */
const deviceOf = (relay: string, clock: Clock): Promise<Device> =>
  import('./device.js')
    .then(({ openDevice }) => openDevice(relay, clock))
    .catch((cause: unknown) => {
      throw new ProblemError('relay-unreachable', {}, { cause });
    });

type Speech = Pick<ShopContext, 'words' | 'needWords' | 'lostWords'>;

/**
 * Loads the groups of messages that are asked for, in the language of the moment.
 * @param tell called at once, and each time that there are more words or some are lost
 * @returns how to change the language; what was asked for is loaded again
 */
function speak(
  language: PageLanguage,
  debug: boolean,
  now: () => number,
  tell: (speech: Speech) => void,
): (language: PageLanguage) => void {
  let words = wordsOf(language, debug, now);
  const wanted = new Map<WordGroup, Promise<boolean>>();
  const lost = new Set<WordGroup>();
  const tellAll = () => tell({ words, needWords, lostWords: new Set(lost) });
  const fetchWords = async (group: WordGroup): Promise<boolean> => {
    const { lang } = words;
    const loaded = await loadMessages(lang, group).catch((error: unknown) => void console.warn(error));
    // Since then the language has changed.
    if (words.lang !== lang) return wanted.get(group) ?? false;
    if (loaded) words = { ...words, ...loaded };
    else lost.add(group);
    tellAll();
    return !!loaded;
  };
  const want = (group: WordGroup): Promise<boolean> => {
    const coming = fetchWords(group);
    lost.delete(group);
    wanted.set(group, coming);
    return coming;
  };
  const needWords = (group: WordGroup) => (!lost.has(group) && wanted.get(group)) || want(group);
  void needWords('base');
  tellAll();
  return (next) => {
    words = wordsOf(next, debug, now);
    tellAll();
    for (const group of wanted.keys()) void want(group);
  };
}

/** Words without messages yet: in the visitor's language if there are any, else in English. */
function wordsOf({ lang, locale }: PageLanguage, debug: boolean, now: () => number): Words {
  if (hasMessages(lang)) return { lang, format: createFormat(locale, now) };
  if (debug) console.info(`The widgets don’t speak "${lang}" yet.`);
  return { lang: 'en', format: createFormat('en', now) };
}
