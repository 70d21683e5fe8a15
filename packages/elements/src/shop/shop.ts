import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { requestShop, ShopProvider } from '../base/context.js';
import { define } from '../base/define.js';
import { flag } from '../base/flag.js';
import { relayAddress } from '../base/relay-address.js';
import { languageAt, type PageLanguage, readLanguage } from './language.js';
import { type Outside, provideShop } from './provide.js';

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
    debug: { type: Boolean, converter: flag('debug') },
    outside: { attribute: false },
    relayAbove: { state: true },
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

  /** Address of the relay; without it, that of the shop around: for a page, the relay that served the script. */
  relay = '';
  /** Language of the words, such as `fr` or `en-GB`; without it, the page's. */
  override lang = '';
  /** Explains in the page why a widget is empty. Not for visitors. */
  debug = false;
  /** What the shop works with instead of the browser's own: for tests and stories. */
  outside: Outside | undefined;

  private relayAbove = '';
  #provider: ShopProvider | undefined;
  #speak: ((language: PageLanguage) => void) | undefined;
  #relay = '';
  #leave: (() => void) | undefined;

  /** Empty, whatever stood in for the shop before it was defined. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    this.shadowRoot?.replaceChildren();
    return super.createRenderRoot();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#provider ??= new ShopProvider(this);
    document.addEventListener('context-provider', this.#look);
    this.#look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('context-provider', this.#look);
    this.#leave?.();
  }

  /** The shop above may come later, or be ready later, than this one. */
  readonly #look = (): void => {
    this.#leave?.();
    requestShop(this, ({ relay }, unsubscribe) => {
      this.#leave = unsubscribe;
      this.relayAbove = relay;
    });
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { outside, debug } = this;
    const language = readLanguage(this.lang) ?? languageAt(this);
    const relay = this.#ownRelay(changed) || (outside ? '' : this.relayAbove);
    if (this.#speak && relay === this.#relay && !changed.has('debug') && !changed.has('outside')) {
      return this.#speak(language);
    }
    if (!this.#provider) return;
    if (debug) void this.#explain();
    if (!relay && !outside) return console.warn('<s360-shop> waits for a relay: give it relay="https://…".');
    this.#relay = relay;
    this.#speak = provideShop(this.#provider, { relay, language, debug, outside });
  }

  async #explain(): Promise<void> {
    const { explainShop } = await import('../base/explain.page.js');
    if (!this.outside && (this.relay || !this.#relay)) explainShop(this, this.relay);
  }

  #ownRelay(changed: PropertyValues<this>): string {
    const relay = relayAddress(this.relay);
    if (this.relay.trim() && relay === null && changed.has('relay'))
      console.warn(`relay="${this.relay}" is no address; write it like https://tickets.example.org.`);
    return relay ?? '';
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
