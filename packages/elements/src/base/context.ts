import type { Context } from '@lit/context';
import type { Store } from '@s360-widgets/store';
import type { WordGroup } from '../locales/groups.js';
import type { Words } from './words.js';

/** What an element gets from its shop. A change of words makes a new one. */
export interface ShopContext {
  readonly store: Store;
  /** The visitor's language: the groups of messages loaded so far, and formats. */
  readonly words: Words;
  /**
   * Loads groups of messages; a new context follows when they are there. Cheap to repeat.
   * @returns rejects when one could not be had; the next call tries again
   */
  readonly needWords: (...groups: readonly WordGroup[]) => Promise<unknown>;
  /** The shop explains in the page why a widget is empty. */
  readonly debug: boolean;
  /** Where the relay answers, without a slash at the end. */
  readonly relay: string;
}

type Callback = (shop: ShopContext, unsubscribe?: () => void) => void;

/**
 * The one context. Its key is global, so that two copies of the kit on a page share one shop. Events follow the web components
 * community's context protocol: an agency's own elements can ask for the store with any library that speaks it.
 */
export const shopContext = Symbol.for('s360-widgets.shop.1') as Context<symbol, ShopContext>;

class ContextRequest extends Event {
  readonly context = shopContext;
  readonly subscribe = true;

  constructor(
    readonly contextTarget: Element,
    readonly callback: Callback,
  ) {
    super('context-request', { bubbles: true, composed: true });
  }
}

/** Asks the nearest shop above an element; it calls back now, if it is ready, and after each change. */
export const requestShop = (from: Element, callback: Callback): void =>
  void from.dispatchEvent(new ContextRequest(from, callback));

/** Gives a shop to everything below an element, also to those who asked before it was ready. */
export class ShopProvider {
  value: ShopContext | undefined;
  readonly #callbacks = new Set<() => void>();

  constructor(readonly host: HTMLElement) {
    host.addEventListener('context-request', (event) => this.#answer(event as Event as ContextRequest));
    host.dispatchEvent(new Event('context-provider', { bubbles: true, composed: true }));
  }

  provide(value: ShopContext): void {
    this.value = value;
    for (const callback of [...this.#callbacks]) callback();
  }

  #answer(request: ContextRequest): void {
    if (request.context !== shopContext || request.contextTarget === this.host) return;
    request.stopImmediatePropagation();
    const unsubscribe = () => this.#callbacks.delete(callback);
    const callback = () => {
      if (this.value) request.callback(this.value, unsubscribe);
    };
    if (request.subscribe) this.#callbacks.add(callback);
    callback();
  }
}
