import type { Cart, CartTicket, PromoCode } from '@s360-widgets/contract';
import type { ProblemError } from '@s360-widgets/contract/problem';
import { promoCodeSlice, type Store } from '@s360-widgets/store';
import { css, html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { Words } from '../base/words.js';
import { messages as en, type PromoMessages } from '../locales/en.promo.js';
import { messages as fr } from '../locales/fr.promo.js';
import { amount } from '../pieces/amount.js';
import { hasOthers } from '../pieces/others.js';
import { fields } from '../styles/fields.js';
import type { CartParts } from './cart.removal.js';

const languages: Readonly<Record<string, PromoMessages>> = { en, fr };
type PromoWords = Words<'base' | 'buy' | 'problems'>;

/** The cart's promo code: typed, told, and taken away. What becomes cheaper by it, S-360 says. */
export class PromoCodes {
  readonly styles = promoStyles;
  #typed = '';
  /** Why the last one was not taken. */
  #refused: ProblemError | null = null;
  #isBusy = false;

  constructor(
    readonly host: ReactiveElement,
    readonly parts: CartParts,
  ) {}

  /** Who asks for the field wants to type. */
  async open(): Promise<void> {
    await this.host.updateComplete;
    this.#focus('input');
  }

  part(words: PromoWords, cart: Cart): TemplateResult {
    const say = languages[words.lang] ?? en;
    return html`<div class="promo">
      ${cart.promoCode ? this.#applied(words, say, cart, cart.promoCode) : this.#form(words, say)}
    </div>`;
  }

  /** What tickets would cost without the code, before what they do. */
  fullPrice(words: Words<'base'>, tickets: readonly CartTicket[]): TemplateResult | typeof nothing {
    const [first] = tickets;
    if (!first?.fullPrice) return nothing;
    const amountMinor = first.fullPrice.amountMinor * tickets.length;
    const say = languages[words.lang] ?? en;
    return html`<s class="soft"><bdi>${amount(words, { ...first.fullPrice, amountMinor })}</bdi></s
      ><span class="unseen">${say.insteadOf}</span>`;
  }

  #applied(words: PromoWords, say: PromoMessages, cart: Cart, { code, name }: PromoCode): TemplateResult {
    const tickets = cart.lines.flatMap((line) => line.tickets);
    const { length: reduced } = tickets.filter(({ fullPrice }) => fullPrice);
    const all = words.buy.tickets(tickets.length, hasOthers(cart.lines));
    const part = reduced < tickets.length ? say.some(name, reduced, all) : name;
    return html`<p>
        <b>${say.applied(code)}</b>
        <span class="small soft">${reduced ? part : say.none}</span>
      </p>
      <button
        class="link"
        aria-label=${say.removeCode(code)}
        @click=${() => this.#settle(words, (store) => store.dispatch('promo-code-remove', {}))}
      >
        ${say.remove}
      </button>`;
  }

  #form(words: PromoWords, say: PromoMessages): TemplateResult {
    const refused = this.#refused && words.problems[this.#refused.code];
    return html`<form
      class="field"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        const code = this.#typed.trim();
        if (code) void this.#settle(words, (store) => store.dispatch('promo-code-redeem', { code }));
        else this.#focus('input');
      }}
    >
      <label for="promo-code">${say.label}</label>
      <span class="promo-entry">
        <input
          class="input"
          id="promo-code"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          maxlength="40"
          aria-invalid=${refused ? 'true' : 'false'}
          aria-describedby=${refused ? 'promo-code-error' : nothing}
          .value=${this.#typed}
          @input=${(event: Event) => {
            this.#typed = (event.target as HTMLInputElement).value;
          }}
        />
        <button class="button" aria-disabled=${this.#isBusy ? 'true' : 'false'}>${say.apply}</button>
      </span>
      ${refused ? html`<p class="error small" id="promo-code-error"><span><b>${refused.title}.</b> ${refused.text}</span></p>` : nothing}
    </form>`;
  }

  /** Asks for a change, and shows, says and focuses what came of it. */
  async #settle(words: PromoWords, ask: (store: Store) => Promise<ProblemError | null>): Promise<void> {
    const store = this.parts.store();
    if (!store || this.#isBusy) return;
    store.use(promoCodeSlice);
    this.#isBusy = true;
    this.#refused = await ask(store);
    this.#isBusy = false;
    const { value: cart } = store.state.cart;
    if (!this.#refused && cart) {
      this.#typed = '';
      this.parts.tell(null, newsOf(words, cart));
    }
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.#focus(cart?.promoCode ? 'button' : 'input');
  }

  #focus(what: 'input' | 'button'): void {
    this.host.renderRoot.querySelector<HTMLElement>(`.promo ${what}`)?.focus();
  }
}

function newsOf(words: PromoWords, { promoCode, total }: Cart): string {
  const say = languages[words.lang] ?? en;
  const told = amount(words, total);
  return promoCode ? say.saidApplied(promoCode.code, told) : say.saidRemoved(told);
}

const promoStyles = css`
  ${fields}
  .promo {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: 12px;
    margin-block-start: 16px;
    font-size: 0.9375em;
  }
  .promo > p > * {
    display: block;
  }
  .promo form {
    flex: 1;
  }
  .promo-entry {
    display: flex;
    gap: 8px;
  }
  .promo-entry .input {
    flex: 1;
    min-width: 0;
    text-transform: uppercase;
  }
  .promo .button {
    flex: none;
    width: auto;
    margin: 0;
  }
  .ticket-price s {
    display: block;
    font-weight: 400;
    font-size: 0.875em;
    text-align: end;
  }
`;
