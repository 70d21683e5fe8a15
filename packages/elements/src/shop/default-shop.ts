import { requestShop, ShopProvider } from '../base/context.js';
import { languageAt } from './language.js';
import { provideShop } from './provide.js';

export interface PageSettings {
  /** Where the relay answers. */
  relay: string;
  /** Explains in the page why a widget is empty. */
  debug?: boolean;
}

/**
 * Gives the page its default shop, for every widget without an `<s360-shop>` above it, and for each shop that names no relay.
 * Its events come from the document's root. Where another copy of the kit has given one already, that one stays.
 */
export function startDefaultShop({ relay, debug = false }: PageSettings): void {
  const root = document.documentElement;
  let isGiven = false;
  requestShop(document.head, () => {
    isGiven = true;
  });
  if (isGiven) return;
  // The body's language counts for the page; it may come after a script in the head.
  const language = () => languageAt(document.body ?? root);
  const speak = provideShop(new ShopProvider(root), { relay, debug, language: language() });
  const follow = () => speak(language());
  new MutationObserver(follow).observe(root, { attributeFilter: ['lang'], subtree: true });
  if (!document.body) document.addEventListener('DOMContentLoaded', follow, { once: true });
}
