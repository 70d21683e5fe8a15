import { requestShop, ShopProvider } from '../base/context.js';
import { keepNonce } from '../base/page-nonce.js';
import { languageAt } from './language.js';
import { provideShop } from './provide.js';

let relayOfPage = '';

/** The relay of a shop that names none. */
export const defaultRelay = (): string => relayOfPage;

export interface PageSettings {
  /** Where the relay answers. */
  relay: string;
  /** Explains in the page why a widget is empty. */
  debug?: boolean;
  /** The nonce of the script that starts the kit, for a page whose policy asks for one. */
  nonce?: string;
}

/**
 * Gives the page its default shop, for every widget without an `<s360-shop>` above it. Its events come from the document's root.
 * Where another copy of the kit has given one already, that one stays.
 */
export function startDefaultShop({ relay, debug = false, nonce = '' }: PageSettings): void {
  relayOfPage ||= relay;
  keepNonce(nonce);
  const root = document.documentElement;
  let isGiven = false;
  requestShop(document.head, () => {
    isGiven = true;
  });
  if (isGiven) return;
  const shop = provideShop(new ShopProvider(root), { relay, debug, language: languageAt(root) });
  new MutationObserver(() => shop.setLanguage(languageAt(root))).observe(root, { attributeFilter: ['lang'] });
}
