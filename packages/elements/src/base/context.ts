import { createContext } from '@lit/context';
import type { Store } from '@s360-widgets/store';
import type { Words } from './words.js';

/** What an element gets from its shop. */
export interface ShopContext {
  readonly store: Store;
  /** The words of the visitor's language; absent until they are loaded. */
  readonly words: Words | undefined;
  /** The shop explains in the page why a widget is empty. */
  readonly debug: boolean;
  /** Where the relay answers, without a slash at the end. */
  readonly relay: string;
}

/** The one context. Its key is global, so that two copies of the kit on a page share one shop. */
export const shopContext = createContext<ShopContext>(Symbol.for('s360-widgets.shop.1'));
