import type { Cart, CartLine } from '@s360-widgets/contract';
import type { ProblemError } from '@s360-widgets/contract/problem';
import { cartSlice, catalogSlice, type Store } from '@s360-widgets/store';
import { html, nothing, type TemplateResult } from 'lit';
import { define } from '../base/define.js';
import { ShopElement } from '../base/element.js';
import { emit } from '../base/emit.js';
import { explain } from '../base/explain.js';
import { Lazy } from '../base/lazy.js';
import type { Words } from '../base/words.js';
import { amount } from '../pieces/amount.js';
import { clockAnnouncement, countdown, countdownStyles } from '../pieces/countdown.js';
import { failureNote, failureNotice, safeUntil } from '../pieces/failure.js';
import { keepFocus } from '../pieces/focus-keeper.js';
import { HoldClock } from '../pieces/hold-clock.js';
import { icon } from '../pieces/icon.js';
import { lock } from '../pieces/icons.more.js';
import { note, noteStyles } from '../pieces/note.js';
import { summaryStyles, totals } from '../pieces/order-summary.js';
import { posterStyles } from '../pieces/poster.js';
import { skeletonStyles } from '../pieces/skeleton.js';
import { unkeptNote } from '../pieces/unkept-note.js';
import { baseStyles } from '../styles/base.js';
import { controls } from '../styles/controls.js';
import { cartLine } from './cart.lines.js';
import type { CartParts } from './cart.removal.js';
import { cartStyles } from './cart.styles.js';

const groups = ['base', 'cart', 'buy', 'problems'] as const;
type CartWords = Words<(typeof groups)[number]>;

/**
 * The cart: how long its seats are held, each ticket with its tariff, fees, total, and the way to the checkout.
 *
 * @element s360-cart
 * @slot - Shown until the element is ready, and when the box office can't be reached.
 * @fires s360-tickets-remove-request - Tickets are about to be removed; vetoed, they stay.
 * @fires s360-checkout-request - The way to the checkout was chosen; vetoed, the link is not followed.
 * @fires s360-cart-add-request - The seats of a hold that ended are about to be tried for again.
 * @csspart base - All of it.
 * @csspart clock - The time that is left.
 * @csspart line - One performance with its tickets.
 * @csspart summary - Fees, total and the way on.
 * @csspart total - The total.
 * @csspart note - A message.
 */
export class S360Cart extends ShopElement<(typeof groups)[number]> {
  static override styles = [
    ...[baseStyles, controls, noteStyles, countdownStyles, posterStyles, skeletonStyles],
    ...[summaryStyles, cartStyles],
  ];

  static override properties = {
    checkoutUrl: { attribute: 'checkout-url' },
    eventUrl: { attribute: 'event-url' },
    browseUrl: { attribute: 'browse-url' },
    problem: { state: true },
    news: { state: true },
  };

  /** Address of the page with the checkout. Without it, the page must listen to `s360-checkout-request`. */
  checkoutUrl = '';
  /** Address of an event's page, `{id}` in it stands for the event: offers to change the seats. */
  eventUrl = '';
  /** Address of the programme, offered where the cart is empty. */
  browseUrl = '';

  protected override readonly slices = [cartSlice, catalogSlice];
  protected override readonly wordGroups = groups;
  readonly #hold = new HoldClock(this, () => this.store);
  /** Fetched shortly before it is needed. */
  readonly #states = new Lazy(this, async () => {
    const { CartStates } = await import('../pieces/cart-states.js');
    return new CartStates(this, {
      store: () => this.store,
      reload: this.#reload,
      othersUrl: () => this.browseUrl,
    });
  });

  readonly #parts: CartParts = {
    store: () => this.store,
    tell: (problem, news) => {
      this.problem = problem;
      this.news = news;
    },
  };
  readonly #removal = new Lazy(this, async () => {
    const { Removal } = await import('./cart.removal.js');
    return new Removal(this, this.#parts);
  });
  readonly #promoCodes = new Lazy(this, async () => {
    const { PromoCodes } = await import('./cart.promo.js');
    return new PromoCodes(this, this.#parts);
  });
  readonly #held = new Lazy(this, () => import('./cart.held.js'));
  readonly #empty = new Lazy(this, () => import('../pieces/empty-cart.js'));

  private problem: ProblemError | null = null;
  private news = '';

  constructor() {
    super();
    keepFocus(this, '[data-title]');
  }

  protected override load(store: Store): void {
    if (store.state.shop.status === 'idle') void store.dispatch('shop-load', {});
    void store.dispatch('cart-load', {});
  }

  /** The events' tariffs, so that each ticket can be changed; without them the cart is complete as it is. */
  protected override willUpdate(): void {
    const { store } = this;
    const { state: now } = store ?? {};
    if (now?.cart.value?.state !== 'open') return;
    for (const { eventId } of now.cart.value.lines)
      if (!now.event[eventId]) void store?.dispatch('event-load', { eventId });
  }

  protected override updated(): void {
    void explain(this, this.shop);
    if (this.#hold.isNearEnd) this.#states.prepare();
  }

  protected override render(): TemplateResult {
    const { words, store } = this;
    if (!words || !store) return this.hasFallback ? html`<slot></slot>` : this.#skeleton();
    const { cart } = store.state;
    return html`<div class="base" part="base">
      ${this.#content(words, store)} ${clockAnnouncement(words, this.#hold.minutesToSay)}
      <p class="unseen" role="status">${cart.status === 'loading' ? nothing : this.news}</p>
    </div>`;
  }

  #content(words: CartWords, store: Store): TemplateResult | undefined {
    const { cart, shop } = store.state;
    const { value } = cart;
    if (cart.status === 'failed' && !value) {
      if (this.hasFallback) return html`<slot></slot>`;
      return failureNotice({ words, problem: cart.problem, shop: shop.value, onRetry: this.#reload });
    }
    if (value === undefined) return this.#skeleton();
    if (value?.state === 'ended') return this.#states.get()?.endedCart(words, value);
    if (value?.ticketCount) return this.#filled(words, store, value);
    const empty = this.#empty.get();
    return empty?.emptyCart(words, shop.value, this.browseUrl, store.state.soldOrderId) ?? this.#skeleton();
  }

  #filled(words: CartWords, store: Store, cart: Cart): TemplateResult {
    const { secondsLeft } = this.#hold;
    return html`<div class="columns">
      <div class="main">
        ${secondsLeft === null ? nothing : countdown(words, cart, secondsLeft)} ${this.#note(words, store, cart)}
        <ul class="lines" aria-busy=${store.state.cart.status === 'loading' ? 'true' : 'false'}>
          ${cart.lines.map((line) => cartLine(this.#linesOf(words, store, cart), line))}
        </ul>
      </div>
      ${this.#summary(words, cart)}
    </div>`;
  }

  /** One at a time, the one that stands most in the way. */
  #note(words: CartWords, store: Store, cart: Cart): TemplateResult | typeof nothing {
    const { cart: remote, shop } = store.state;
    if (remote.status === 'failed') {
      const text = safeUntil(words, cart, store.clock.now());
      return failureNote({ words, problem: remote.problem, shop: shop.value, text, onRetry: this.#reload });
    }
    if (cart.state === 'unclear') return this.#states.get()?.unclear(words, cart) ?? nothing;
    if (cart.state === 'paying') {
      const { payingTitle, payingText, toPayment } = words.buy.cart;
      const link = html`<a class="button" href=${this.checkoutUrl}>${toPayment}</a>`;
      return note({ title: payingTitle, text: payingText, actions: this.checkoutUrl ? link : undefined });
    }
    if (this.problem) return note({ tone: 'warn', live: true, ...words.problems[this.problem.code] });
    return unkeptNote(words, store);
  }

  #linesOf(words: CartWords, store: Store, cart: Cart) {
    return {
      words,
      cart,
      events: store.state.event,
      isOpen: cart.state === 'open',
      eventUrl: this.eventUrl,
      removal: this.#removal.current,
      ask: (key: string) => void this.#removal.need().then(() => this.#removal.current?.ask(key)),
      promoCodes: this.#promoCodes.current,
      change: (ticketId: string, tariffId: string) => void this.#change(ticketId, tariffId),
      held: (line: CartLine) => this.#held.get()?.heldDates(words, line, cart.timeZone),
    };
  }

  #summary(words: CartWords, cart: Cart): TemplateResult {
    const { checkOut, payHere } = words.buy.cart;
    const look = 'button primary large';
    return html`<section class="box" part="summary" aria-label=${words.buy.summary.title}>
      ${totals(words, cart)}
      ${
        cart.state === 'open'
          ? html`${this.#promoCode(words, cart)}
            ${
              this.checkoutUrl
                ? html`<a class=${look} href=${this.checkoutUrl} @click=${this.#checkOut}>${checkOut}</a>`
                : html`<button class=${look} @click=${this.#checkOut}>${checkOut}</button>`
            }
              <p class="pay-here small soft">${icon(lock)} ${payHere}</p>`
          : nothing
      }
    </section>`;
  }

  /** A code that counts, or a way to type one. */
  #promoCode(words: CartWords, cart: Cart): TemplateResult | typeof nothing | undefined {
    if (cart.promoCode || this.#promoCodes.current) return this.#promoCodes.get()?.part(words, cart);
    return this.store?.state.shop.value?.promoCodes
      ? html`<button class="link" @click=${() => this.#promoCodes.need().then(() => this.#promoCodes.current?.open())}>${words.buy.cart.promoCode}</button>`
      : nothing;
  }

  #skeleton(): TemplateResult {
    return html`<div class="base" part="base" aria-busy="true">
      <div class="columns pulse">
        <div class="main">
          <div class="bone"></div>
          <div class="bone tall"></div>
        </div>
        <div class="bone tall"></div>
      </div>
    </div>`;
  }

  readonly #reload = () => void this.store?.dispatch('cart-load', {});

  #checkOut(event: Event): void {
    if (!emit(this, 's360-checkout-request', { url: this.checkoutUrl || null })) event.preventDefault();
  }

  async #change(ticketId: string, tariffId: string): Promise<void> {
    const { words, store } = this;
    if (!store || !words) return;
    this.problem = await store.dispatch('ticket-change', { ticketId, tariffId });
    const cart = store.state.cart.value;
    const ticket = cart?.lines.flatMap(({ tickets }) => tickets).find(({ id }) => id === ticketId);
    if (this.problem || !cart || !ticket) return this.requestUpdate();
    const total = amount(words, cart.total);
    this.news = words.buy.cart.changed(ticket.tariffName, total);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    's360-cart': S360Cart;
  }
}

define('s360-cart', S360Cart);
