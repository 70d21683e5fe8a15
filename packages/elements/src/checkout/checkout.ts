import type { Cart } from '@s360-widgets/contract';
import type { ProblemError } from '@s360-widgets/contract/problem';
import {
  catalogSlice,
  checkoutSlices,
  ordersSlice,
  type CheckoutStep,
  type Store,
} from '@s360-widgets/store';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { define } from '../base/define.js';
import { ShopElement } from '../base/element.js';
import { emit } from '../base/emit.js';
import { explain } from '../base/explain.js';
import { clockAnnouncement, countdown, countdownStyles } from '../pieces/countdown.js';
import { emptyCart } from '../pieces/empty-cart.js';
import { failureNote, failureNotice, safeUntil } from '../pieces/failure.js';
import { fieldStyles } from '../pieces/field.js';
import { HoldClock } from '../pieces/hold-clock.js';
import { holdEnded } from '../pieces/hold-ended.js';
import { note, noteStyles } from '../pieces/note.js';
import { foldedSummary, orderSummary, summaryStyles } from '../pieces/order-summary.js';
import { posterStyles } from '../pieces/poster.js';
import { skeletonStyles } from '../pieces/skeleton.js';
import { ticketCardStyles } from '../pieces/ticket-card.styles.js';
import { TicketDesk } from '../pieces/ticket-desk.js';
import { baseStyles } from '../styles/base.js';
import { controls } from '../styles/controls.js';
import { fields } from '../styles/fields.js';
import { titleStyles } from '../styles/titles.js';
import { checkoutStyles } from './checkout.styles.js';
import { confirmation } from './confirmation-step.js';
import { confirmationStyles } from './confirmation-step.styles.js';
import { ContactStep } from './contact-step.js';
import { DeliveryStep } from './delivery-step.js';
import { PaymentStep } from './payment-step.js';
import { paymentStyles } from './payment-step.styles.js';
import { takeReturn } from './return-url.js';
import { ReviewStep } from './review-step.js';
import type { CheckoutWords, StepView } from './step.js';
import { stepBar } from './step-bar.js';

const groups = ['base', 'buy', 'problems'] as const;

/**
 * From the cart to the tickets: who buys, how the tickets travel, a last look, the payment, the confirmation.
 *
 * @element s360-checkout
 * @slot - Shown until the element is ready, and when the box office can't be reached.
 * @slot payment - Filled by the element itself with the provider's payment form.
 * @fires s360-payment-start-request - The payment is about to begin; vetoed, it does not.
 * @fires s360-cart-add-request - The seats of a hold that ended are about to be tried for again.
 * @csspart base - All of it.
 * @csspart steps - The steps above the title.
 * @csspart summary - What is bought, and the total.
 * @csspart payment - The frame around the payment form.
 * @csspart clock - The time that is left.
 * @csspart ticket - A ticket of the confirmation.
 * @csspart note - A message.
 */
export class S360Checkout extends ShopElement<(typeof groups)[number]> {
  static override styles = [
    ...[baseStyles, titleStyles, controls, fields, noteStyles, fieldStyles, countdownStyles, posterStyles],
    ...[skeletonStyles, summaryStyles, ticketCardStyles, checkoutStyles, paymentStyles, confirmationStyles],
  ];

  /** Address of the terms of sale. */
  @property({ attribute: 'terms-url' }) termsUrl = '';
  /** Page that a bank's page leads back to; it holds this element as well. Without it, this page. */
  @property({ attribute: 'return-url' }) returnUrl = '';
  /** Address of the page with the cart: offers the way back to it. */
  @property({ attribute: 'cart-url' }) cartUrl = '';

  protected override readonly slices = [...checkoutSlices, catalogSlice, ordersSlice];
  protected override readonly wordGroups = groups;
  readonly #hold = new HoldClock(this, () => this.store);
  readonly #desk = new TicketDesk(this, () => this.store);
  readonly #contact = new ContactStep(this);
  readonly #delivery = new DeliveryStep(this);
  readonly #review = new ReviewStep(this);
  readonly #payment = new PaymentStep(this, (view) => this.#review.pay(view));
  #shownStep: CheckoutStep | undefined;
  #hasOpened = false;

  @state() private problem: ProblemError | null = null;
  @state() private retryProblem: ProblemError | null = null;
  @state() private isTrying = false;

  /** The page's own content; the payment form is ours. */
  protected override get hasFallback(): boolean {
    return [...this.childNodes].some((node) =>
      node instanceof Element ? !node.slot : !!node.textContent?.trim(),
    );
  }

  protected override load(store: Store): void {
    if (store.state.shop.status === 'idle') void store.dispatch('shop-load', {});
    void this.#open(store, takeReturn());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#payment.leave();
  }

  /** The widget follows the state. */
  protected override willUpdate(): void {
    this.#payment.sync(this.isConnected ? this.store : undefined);
  }

  /** A new step gets the focus; the first one leaves it where it is. */
  protected override updated(): void {
    const { cart, checkout } = this.store?.state ?? {};
    const isNone = cart?.status === 'ready' && !cart.value && checkout?.step !== 'confirmation';
    if (cart) void explain(this, this.shop, isNone ? 'no cart was begun on this device' : cart);
    const title = this.renderRoot.querySelector<HTMLElement>('[data-title]');
    const step = this.store?.state.checkout.step;
    if (!title || !this.#hasOpened || step === this.#shownStep) return;
    if (this.#shownStep) title.focus();
    this.#shownStep = step;
  }

  protected override render(): TemplateResult {
    const { words, store } = this;
    if (!words || !store) return this.hasFallback ? html`<slot></slot>` : this.#skeleton();
    return html`<div class="base" part="base">
      ${this.#content(words, store)} ${clockAnnouncement(words, this.#hold.minutesToSay)}
    </div>`;
  }

  #content(words: CheckoutWords, store: Store): TemplateResult {
    const { checkout, cart, shop } = store.state;
    if (checkout.step === 'confirmation' && checkout.order)
      return confirmation(words, checkout.order, this.#desk, store.clock.now());
    if (!cart.value && (this.problem || cart.status === 'failed')) {
      if (this.hasFallback) return html`<slot></slot>`;
      const problem = this.problem ?? (cart.status === 'failed' ? cart.problem : null);
      if (problem) return failureNotice({ words, problem, shop: shop.value, onRetry: this.#reload });
    }
    if (cart.value === undefined || !this.#hasOpened) return this.#skeleton();
    if (cart.value?.state === 'ended') return this.#steps(words, store, this.#asItWas(cart.value));
    return cart.value?.ticketCount ? this.#steps(words, store, cart.value) : emptyCart(words, shop.value);
  }

  /** An ended cart holds nothing; the form goes on showing what it was about, so that nothing typed is lost. */
  #asItWas(ended: Cart): Cart {
    const lines = this.store?.state.lapsedLines ?? [];
    return { ...ended, lines: [...lines] };
  }

  #steps(words: CheckoutWords, store: Store, cart: Cart): TemplateResult {
    const { step } = store.state.checkout;
    const { titles } = words.buy.checkout;
    const view: StepView = { words, store, cart };
    const total = words.format.money(cart.total.amountMinor, cart.total.currency);
    const title =
      step === 'payment' || step === 'confirmation' ? words.buy.payment.title(total) : titles[step];
    const isEnded = cart.state === 'ended';
    return html`${stepBar(words, step)}
      <div class="columns">
        <h2 class="title-l" tabindex="-1" data-title>${title}</h2>
        ${isEnded ? nothing : this.#aside(view)}
        <div class="step">
          ${this.#notes(view)} ${cart.state === 'paying' && step !== 'payment' ? this.#elsewhere(view) : this.#step(view)}
        </div>
      </div>`;
  }

  #step(view: StepView): TemplateResult {
    const { step } = view.store.state.checkout;
    if (step === 'payment') return this.#payment.render(view);
    if (step === 'review') return this.#review.render(view);
    if (step === 'delivery') {
      this.#delivery.load(view);
      return this.#delivery.render(view);
    }
    return this.#contact.render(view);
  }

  #aside({ words, cart }: StepView): TemplateResult {
    const { secondsLeft } = this.#hold;
    const { change } = words.buy.summary;
    const canChange = this.cartUrl && cart.state === 'open';
    const link = canChange ? html`<a class="link" href=${this.cartUrl}>${change}</a>` : undefined;
    const summary = { words, cart, secondsLeft, change: link };
    return html`<div class="aside">
      <div class="wide">
        ${secondsLeft === null ? nothing : countdown(words, cart, secondsLeft)} ${orderSummary(summary)}
      </div>
      <div class="narrow">${foldedSummary(summary)}</div>
    </div>`;
  }

  #notes({ words, store, cart }: StepView): TemplateResult | typeof nothing {
    const { cart: remote, shop, checkout, lapsedLines } = store.state;
    if (cart.state === 'ended')
      return holdEnded({
        words,
        lines: lapsedLines,
        inPayment: checkout.outcome?.status === 'expired',
        problem: this.retryProblem,
        isTrying: this.isTrying,
        also: words.buy.hold.keptText,
        onRetry: () => void this.#retry(words),
        onOthers: () => void this.#chooseOthers(),
      });
    if (remote.status !== 'failed') return nothing;
    const text = safeUntil(words, cart, store.clock.now());
    return failureNote({ words, problem: remote.problem, shop: shop.value, text, onRetry: this.#reload });
  }

  /** The payment was begun in another tab. */
  #elsewhere({ words, store }: StepView): TemplateResult {
    const { cart, checkout } = words.buy;
    return note({
      title: cart.payingTitle,
      text: checkout.elsewhereText,
      live: true,
      actions: html`<button class="button" @click=${() => void this.#open(store, false)}>${checkout.goOnHere}</button>`,
    });
  }

  #skeleton(): TemplateResult {
    return html`<div class="base" part="base" aria-busy="true">
      <div class="columns pulse">
        <div class="step"><div class="bone"></div><div class="bone"></div><div class="bone"></div></div>
      </div>
    </div>`;
  }

  readonly #reload = () => void (this.store && this.#open(this.store, false));

  async #open(store: Store, returned: boolean): Promise<void> {
    this.problem = await store.dispatch('checkout-open', { returned });
    this.#hasOpened = true;
    this.requestUpdate();
  }

  /** The same seats in a new cart; what was entered goes with them as far as it is complete. */
  async #retry(words: CheckoutWords): Promise<void> {
    const { store } = this;
    if (!store || this.isTrying) return;
    const { lapsedLines, checkout } = store.state;
    const ticketCount = lapsedLines.reduce((sum, { tickets }) => sum + tickets.length, 0);
    if (!emit(this, 's360-cart-add-request', { performanceId: null, eventId: null, ticketCount })) return;
    this.isTrying = true;
    this.retryProblem = await store.dispatch('cart-add-again', {});
    this.isTrying = false;
    if (this.retryProblem) return;
    const contact = checkout.step === 'contact' ? null : this.#contact.complete(words);
    if (contact) await store.dispatch('contact-save', { contact });
    await this.#open(store, false);
  }

  async #chooseOthers(): Promise<void> {
    this.retryProblem = null;
    await this.store?.dispatch('cart-dismiss', {});
    if (this.cartUrl) location.assign(this.cartUrl);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    's360-checkout': S360Checkout;
  }
}

define('s360-checkout', S360Checkout);
