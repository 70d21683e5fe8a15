import { createClient } from '@s360-widgets/client';
import { browserClock, createStore, type StoreSettings } from '@s360-widgets/store';
import type { ShopProvider } from '../base/context.js';
import { emit } from '../base/emit.js';
import type { S360EventName } from '../events.js';
import { cartMark } from './cart-mark.js';
import type { PageLanguage } from './language.js';
import { speak } from './speech.js';

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
  const store = createStore({
    client: createClient({ relay, fetch: (...call) => fetch(...call) }),
    clock: browserClock(),
    device: async () => (await import('./device.js')).openDevice(relay, store),
    ...settings.outside,
    lang: language.lang,
  });
  // A cart that the page before has carried here must not stay in the address.
  if (location.hash.includes(cartMark)) void store.device().catch(console.warn);
  store.onFact(({ name, detail }) => emit(provider.host, `s360-${name}` as S360EventName, detail as never));
  if (debug)
    import('../base/explain.page.js').then(({ explainPage }) => explainPage(provider.host), console.warn);
  const change = speak({ language, debug, now: store.clock.now }, (speech) =>
    provider.provide({ store, debug, relay, ...speech }),
  );
  let { locale } = language;
  return (next) => {
    if (next.locale === locale) return;
    locale = next.locale;
    store.setLanguage(next.lang);
    change(next);
  };
}
