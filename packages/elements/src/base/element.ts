import type { Slice, Store } from '@s360-widgets/store';
import { LitElement } from 'lit';
import type { WordGroup } from '../locales/groups.js';
import { requestShop, type ShopContext } from './context.js';
import { hasFallback } from './fallback.js';
import { GroundController } from './ground.js';
import { sayFound, sayMissing } from './missing.js';
import type { Words } from './words.js';

/** Whoever imports one element gets the types of all events of the kit. */
export type { S360EventOf } from '../events.js';

/**
 * An element that reads the shop: it renders again when the store changes, and has the visitor's words. Without an
 * `<s360-shop>` above it, it joins the page's default shop, which may come later.
 *
 * `Groups` names the groups of messages that it looks up; until all are there, `words` is undefined.
 */
export abstract class ShopElement<Groups extends WordGroup = 'base'> extends LitElement {
  /** Adds itself to the element. */
  protected readonly ground = new GroundController(this);
  #shop: ShopContext | undefined;
  #unsubscribe: (() => void) | undefined;
  #leave: (() => void) | undefined;

  /** The slices of the store that this element works with. */
  protected abstract readonly slices: readonly Slice[];
  protected abstract readonly wordGroups: readonly Groups[];

  /** Called for each store that the element joins, and after a change of language: the place to ask for data. */
  protected abstract load(store: Store): void;

  protected get shop(): ShopContext | undefined {
    return this.#shop;
  }

  protected get store(): Store | undefined {
    return this.#shop?.store;
  }

  protected get words(): Words<Groups> | undefined {
    const words = this.shop?.words;
    return words && this.wordGroups.every((group) => words[group]) ? (words as Words<Groups>) : undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('context-provider', this.#ask);
    this.#ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('context-provider', this.#ask);
    this.#unsubscribe?.();
    this.#leave?.();
    this.#unsubscribe = this.#leave = this.#shop = undefined;
  }

  /** Nothing is shown in colours that don't fit the page, unless they are too long in coming. */
  protected override async scheduleUpdate(): Promise<void> {
    await this.ground.coming;
    await super.scheduleUpdate();
  }

  /** The nearest shop above, else the page's default shop; one that comes late, or nearer, is taken then. */
  readonly #ask = (event?: Event): void => {
    if (event && this.#shop && !(event.target as Node).contains(this)) return;
    this.#unsubscribe?.();
    requestShop(this, (shop, unsubscribe) => {
      this.#unsubscribe = unsubscribe;
      const isNew = shop.store !== this.store;
      this.#shop = shop;
      for (const slice of this.slices) shop.store.use(slice);
      if (!this.words) this.#needWords();
      if (isNew) this.#join(shop.store);
      this.requestUpdate();
    });
  };

  #join(store: Store): void {
    this.#leave?.();
    let { lang } = store.state;
    this.#leave = store.subscribe(() => {
      this.requestUpdate();
      if (lang === store.state.lang) return;
      lang = store.state.lang;
      this.load(store);
    });
    this.load(store);
  }

  /** Empty, whatever stood in for the element before it was defined. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    this.shadowRoot?.replaceChildren();
    return super.createRenderRoot();
  }

  /** Whether the page gave content to show as long as the element has nothing better. */
  protected get hasFallback(): boolean {
    return hasFallback(this, () => this.requestUpdate());
  }

  readonly #needWords = (): void =>
    void this.#shop?.needWords(...this.wordGroups).then(
      () => sayFound(this, this.#needWords),
      () => sayMissing(this, this.#needWords),
    );
}
