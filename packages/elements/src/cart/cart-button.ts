import type { Cart } from '@s360-widgets/contract';
import { cartSlice, type Store } from '@s360-widgets/store';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { define } from '../base/define.js';
import { ShopElement } from '../base/element.js';
import { flag } from '../base/flag.js';
import type { Words } from '../base/words.js';
import { HoldClock, hurrySeconds, minutesAndSeconds } from '../pieces/hold-clock.js';
import { icon } from '../pieces/icon.js';
import { bag, warn } from '../pieces/icons.js';
import { hasOthers } from '../pieces/others.js';
import { baseStyles } from '../styles/base.js';
import { controls } from '../styles/controls.js';
import { cartButtonStyles } from './cart-button.styles.js';

/** A badge with more digits would cover the bag. */
const mostShown = 99;

/**
 * The way to the cart, with how many tickets are in it. Stands in a page's header.
 *
 * @element s360-cart-button
 * @slot - Shown until the element is ready, such as a plain link to the cart.
 * @csspart base - The link.
 * @csspart badge - The count.
 * @csspart label - Word, count and clock of the variant `with-label`.
 */
export class S360CartButton extends ShopElement<'cart'> {
  static override styles = [baseStyles, controls, cartButtonStyles];

  static override properties = {
    cartUrl: { attribute: 'cart-url' },
    withLabel: { type: Boolean, attribute: 'with-label', converter: flag('with-label') },
  };

  /** Address of the page with the cart. Without it, the count is shown but leads nowhere. */
  cartUrl = '';
  /** Shows the word, the count and the clock beside the bag. */
  withLabel = false;

  protected override readonly slices = [cartSlice];
  protected override readonly wordGroups = ['cart'] as const;
  readonly #hold = new HoldClock(this, () => this.store);
  #news = '';
  #heard: string | undefined;

  protected override load(store: Store): void {
    void store.dispatch('cart-load', {});
  }

  /** Notes what changed since the last time, to be read out; not what was there from the start, nor that a cart was sold. */
  protected override willUpdate(_changed: PropertyValues<this>): void {
    const { store, words } = this;
    const cart = store?.state.cart;
    if (!words || !cart || cart.value === undefined || cart.status === 'loading') return;
    const now = newsOf(words, cart.value, !!store.state.soldOrderId);
    if (this.#heard !== undefined && this.#heard !== now) this.#news = now;
    this.#heard = now;
  }

  protected override render(): TemplateResult {
    const { words, store } = this;
    if (!words || !store) return html`<slot></slot>`;
    const cart = store.state.cart.value ?? null;
    const minutes = this.#hold.minutesToSay;
    const content = html`${this.#icon(cart)} ${this.withLabel ? this.#label(words, cart) : badge(cart)}`;
    const look = `button ${this.withLabel ? this.#tone() : 'bare icon'}`;
    return html`${
      this.cartUrl
        ? html`<a class=${look} part="base" href=${this.cartUrl} aria-label=${nameOf(words, cart)}>${content}</a>`
        : html`<span class=${look} part="base" role="img" aria-label=${nameOf(words, cart)}>${content}</span>`
    }
      <p class="unseen" role="status">${minutes ? words.cart.minutesLeft(minutes) : this.#news}</p>`;
  }

  #isHurry(): boolean {
    const { secondsLeft, cart } = this.#hold;
    return secondsLeft !== null && secondsLeft <= hurrySeconds && cart?.state === 'open';
  }

  #tone = () => (this.#isHurry() ? 'hurry' : '');

  #icon(cart: Cart | null): TemplateResult {
    return icon((this.withLabel && this.#isHurry()) || cart?.state === 'ended' ? warn : bag);
  }

  #label(words: Words<'cart'>, cart: Cart | null): TemplateResult {
    const left = this.#hold.secondsLeft;
    const count = cart?.ticketCount && !this.#isHurry() ? words.format.count(cart.ticketCount) : '';
    const facts = [count, left === null ? '' : minutesAndSeconds(left)].filter(Boolean).join(' · ');
    return html`<span part="label">
      ${words.cart.label} ${facts ? html`<bdi class="facts number">${facts}</bdi>` : nothing}
    </span>`;
  }
}

function badge(cart: Cart | null) {
  const count = cart?.ticketCount;
  if (!count) return nothing;
  return html`<span class="badge number" part="badge">${count > mostShown ? `${mostShown}+` : count}</span>`;
}

/** `Cart, 3 tickets, held until 20:14` */
function nameOf(words: Words<'cart'>, cart: Cart | null): string {
  if (cart?.state === 'ended') return `${words.cart.label}. ${words.cart.ended}`;
  const name = words.cart.open(cart?.ticketCount ?? 0, hasOthers(cart?.lines ?? []));
  return cart?.expiresAt
    ? `${name}, ${words.cart.held(words.format.time(cart.expiresAt, cart.timeZone))}`
    : name;
}

function newsOf(words: Words<'cart'>, cart: Cart | null, isSold: boolean): string {
  if (cart?.state === 'ended') return words.cart.ended;
  if (!cart) return isSold ? '' : words.cart.now(0, '', false);
  const total = words.format.money(cart.total.amountMinor, cart.total.currency);
  return words.cart.now(cart.ticketCount, total, hasOthers(cart.lines));
}

declare global {
  interface HTMLElementTagNameMap {
    's360-cart-button': S360CartButton;
  }
}

define('s360-cart-button', S360CartButton);
