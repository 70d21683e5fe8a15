import { requestShop, ShopProvider } from '../base/context.js';
import { languageAt } from './language.js';
import { provideShop } from './provide.js';

let relayOfPage = '';

/** The relay of a shop that names none. */
export const defaultRelay = (): string => relayOfPage;

/**
 * Gives the page its default shop, for every widget without an `<s360-shop>` above it. Its events come from the document's root.
 * Where another copy of the kit has given one already, that one stays.
 */
export function startDefaultShop({ relay, debug = false }: { relay: string; debug?: boolean }): void {
  relayOfPage ||= relay;
  const root = document.documentElement;
  let isGiven = false;
  requestShop(document.head, () => {
    isGiven = true;
  });
  if (isGiven) return;
  const shop = provideShop(new ShopProvider(root), { relay, debug, language: languageAt(root) });
  new MutationObserver(() => shop.setLanguage(languageAt(root))).observe(root, { attributeFilter: ['lang'] });
}
