import { ContextConsumer } from '@lit/context';
import type { Slice, Store } from '@s360-widgets/store';
import { LitElement } from 'lit';
import { type ShopContext, shopContext } from './context.js';
import type { Words } from './words.js';

/**
 * An element that reads the shop: it renders again when the store changes, and has the visitor's words. Without an
 * `<s360-shop>` above it, it joins the page's default shop, which provides from the document's root.
 */
export abstract class ShopElement extends LitElement {
  #stop: (() => void) | undefined;
  readonly #context = new ContextConsumer(this, { context: shopContext, subscribe: true, callback: () => this.#join() });
  #store: Store | undefined;

  /** The slices of the store that this element works with. */
  protected abstract readonly slices: readonly Slice[];

  /** Called once for each store that the element joins, and after a change of language: the place to ask for data. */
  protected abstract load(store: Store): void;

  protected get shop(): ShopContext | undefined {
    return this.#context.value;
  }

  protected get store(): Store | undefined {
    return this.shop?.store;
  }

  protected get words(): Words | undefined {
    return this.shop?.words;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#join();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#store = undefined;
  }

  #join(): void {
    const store = this.store;
    this.requestUpdate();
    if (!store || store === this.#store || !this.isConnected) return;
    this.#stop?.();
    this.#store = store;
    for (const slice of this.slices) store.use(slice);
    let { lang } = store.state;
    this.#stop = store.subscribe(() => {
      this.requestUpdate();
      if (lang !== store.state.lang) {
        lang = store.state.lang;
        this.load(store);
      }
    });
    this.load(store);
  }
}
