import type { Store } from '@s360-widgets/store';
import type { ReactiveController, ReactiveElement } from 'lit';
import { requestShop, type ShopContext } from './context.js';

/**
 * Finds the shop above an element and follows it: the nearest `<s360-shop>`, else the page's default shop; one that comes late,
 * or nearer, is taken then. The element renders again with each change of the shop or its store.
 */
export class ShopController implements ReactiveController {
  shop: ShopContext | undefined;
  #unsubscribe: (() => void) | undefined;
  #leave: (() => void) | undefined;

  /**
   * @param told called with the shop at first, and whenever its words change
   * @param load called for each store, and after a change of its language
   */
  constructor(
    readonly host: ReactiveElement,
    readonly told: (shop: ShopContext) => void,
    readonly load: (store: Store) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('context-provider', this.#ask);
    this.#ask();
  }

  hostDisconnected(): void {
    document.removeEventListener('context-provider', this.#ask);
    this.#unsubscribe?.();
    this.#leave?.();
    this.#unsubscribe = this.#leave = this.shop = undefined;
  }

  readonly #ask = (event?: Event): void => {
    if (event && this.shop && !(event.target as Node).contains(this.host)) return;
    this.#unsubscribe?.();
    requestShop(this.host, (shop, unsubscribe) => {
      this.#unsubscribe = unsubscribe;
      const isNew = shop.store !== this.shop?.store;
      this.shop = shop;
      this.told(shop);
      if (isNew) this.#join(shop.store);
      this.host.requestUpdate();
    });
  };

  #join(store: Store): void {
    this.#leave?.();
    let { lang } = store.state;
    this.#leave = store.subscribe(() => {
      this.host.requestUpdate();
      if (lang === store.state.lang) return;
      lang = store.state.lang;
      this.load(store);
    });
    this.load(store);
  }
}
