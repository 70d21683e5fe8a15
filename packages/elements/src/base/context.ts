import { createContext } from '@lit/context';
import type { Store } from '@s360-widgets/store';
import type { WordGroup, Words } from './words.js';

/** What an element gets from its shop. A change of words makes a new one. */
export interface ShopContext {
  readonly store: Store;
  /** The visitor's language: the groups of messages loaded so far, and formats. */
  readonly words: Words;
  /** Loads a group of messages; a new context follows when it is there. Cheap to repeat. */
  readonly needWords: (group: WordGroup) => void;
  /** The shop explains in the page why a widget is empty. */
  readonly debug: boolean;
  /** Where the relay answers, without a slash at the end. */
  readonly relay: string;
}

/** The one context. Its key is global, so that two copies of the kit on a page share one shop. */
export const shopContext = createContext<ShopContext>(Symbol.for('s360-widgets.shop.1'));
