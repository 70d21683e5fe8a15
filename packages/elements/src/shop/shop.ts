import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { ShopProvider } from '../base/context.js';
import { define } from '../base/define.js';
import { defaultRelay } from './default-shop.js';
import { languageAt, readLanguage } from './language.js';
import { type Outside, type ProvidedShop, provideShop } from './provide.js';

/**
 * The shop that its children share: one relay, one cart, one language. It shows nothing itself. A page whose script comes from
 * the relay needs none, since all its tags share the page's default shop.
 *
 * @element s360-shop
 * @attr relay
 * @attr lang
 * @attr {Boolean} debug
 * @slot - The widgets, and whatever stands between them.
 * @fires s360-cart-changed - What is in the cart changed: count, total, end of the hold.
 * @fires s360-hold-expired - The hold ran out, and its seats are free for others.
 * @fires s360-checkout-step-changed - The checkout went on or back a step.
 * @fires s360-payment-failed - A payment was refused, left or ran out.
 * @fires s360-order-completed - An order was paid.
 * @fires s360-problem-raised - Something stood in the way; the detail has its code.
 */
export class S360Shop extends LitElement {
  static override properties = {
    relay: {},
    lang: {},
    debug: { type: Boolean },
    outside: { attribute: false },
  };

  static override styles = css`
    :host {
      display: contents;
    }
    :host([data-theme='light']) {
      color-scheme: light;
      color: #14191e;
    }
    :host([data-theme='dark']) {
      color-scheme: dark;
      color: #eeede8;
    }
  `;

  /** Address of the relay; without it, the one that served the script. */
  relay = '';
  /** Language of the words, such as `fr` or `en-GB`; without it, the page's. */
  override lang = '';
  /** Explains in the page why a widget is empty. Not for visitors. */
  debug = false;
  /** What the shop works with instead of the browser's own: for tests and stories. */
  outside: Outside | undefined;

  #provider: ShopProvider | undefined;
  #shop: ProvidedShop | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#provider ??= new ShopProvider(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const language = readLanguage(this.lang) ?? languageAt(this);
    if (this.#shop && !changed.has('relay') && !changed.has('debug') && !changed.has('outside')) {
      return this.#shop.setLanguage(language);
    }
    const relay = this.relay || defaultRelay();
    if (!this.#provider) return;
    if (!relay && !this.outside) return console.warn('<s360-shop> needs the attribute relay="https://…".');
    this.#shop = provideShop(this.#provider, {
      relay,
      language,
      debug: this.debug,
      outside: this.outside,
    });
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    's360-shop': S360Shop;
  }
}

define('s360-shop', S360Shop);
