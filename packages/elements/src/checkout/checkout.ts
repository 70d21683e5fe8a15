import type { Cart, Order } from '@s360-widgets/contract';
import type { ProblemError } from '@s360-widgets/contract/problem';
import { catalogSlice, checkoutSlices, type CheckoutStep, type Store } from '@s360-widgets/store';
import { html, isServer, nothing, type TemplateResult } from 'lit';
import { define } from '../base/define.js';
import { ShopElement } from '../base/element.js';
import { explain } from '../base/explain.js';
import { Lazy } from '../base/lazy.js';
import { amount } from '../pieces/amount.js';
import { clockAnnouncement, countdownStyles } from '../pieces/countdown.js';
import { failureNote, failureNotice, safeUntil } from '../pieces/failure.js';
import { fieldStyles } from '../pieces/field.js';
import { isFocusFree, keepFocus } from '../pieces/focus-keeper.js';
import { HoldClock } from '../pieces/hold-clock.js';
import { noteStyles } from '../pieces/note.js';
import { summaryStyles } from '../pieces/order-summary.js';
import { posterStyles } from '../pieces/poster.js';
import { skeletonStyles } from '../pieces/skeleton.js';
import { unkeptNote } from '../pieces/unkept-note.js';
import { baseStyles } from '../styles/base.js';
import { controls } from '../styles/controls.js';
import { fields } from '../styles/fields.js';
import { titleStyles } from '../styles/titles.js';
import { checkoutStyles } from './checkout.styles.js';
import { ContactStep } from './contact-step.js';
import { DeliveryStep } from './delivery-step.js';
import { PaymentStep } from './payment-step.js';
import { paymentStyles } from './payment-step.styles.js';
import { restoreFragment, takeReturn } from './return-url.js';
import { ReviewStep } from './review-step.js';
import type { CheckoutWords, Step, StepView } from './step.js';
import { aside, skeleton, stepBar } from './step-frame.js';

const groups = ['base', 'cart', 'buy', 'problems'] as const;

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
    ...[skeletonStyles, summaryStyles, checkoutStyles, paymentStyles],
  ];

  static override properties = {
    termsUrl: { attribute: 'terms-url' },
    returnUrl: { attribute: 'return-url' },
    cartUrl: { attribute: 'cart-url' },
    ordersUrl: { attribute: 'orders-url' },
    problem: { state: true },
  };

  /** Address of the terms of sale. */
  termsUrl = '';
  /**
   * Page that a bank's page leads back to; it holds this element as well. Without it, this page. A fragment comes back too, for
   * an app that routes by it.
   */
  returnUrl = '';
  /** Address of the page with the cart: offers the way back to it. */
  cartUrl = '';
  /** Address of the page with the orders: offered on the confirmation, and where there is no cart after an order. */
  ordersUrl = '';

  protected override readonly slices = [...checkoutSlices, catalogSlice];
  protected override readonly wordGroups = groups;
  readonly #hold = new HoldClock(this, () => this.store);
  /** Fetched shortly before it is needed. */
  readonly #states = new Lazy(this, async () => {
    const { CartStates } = await import('../pieces/cart-states.js');
    return new CartStates(this, {
      store: () => this.store,
      reload: this.#reload,
      othersUrl: () => this.cartUrl,
      onHadAgain: (words) => this.#takeAlong(words),
    });
  });
  readonly #confirmation = new Lazy(this, async () => {
    const [{ confirmationOn }] = await Promise.all([
      import('./confirmation-step.js'),
      this.shop?.needWords('tickets'),
    ]);
    return confirmationOn(this, () => this.store);
  });
  readonly #unread = new Lazy(this, async () => {
    const { unreadCartOn } = await import('./unread-cart.js');
    return unreadCartOn(this, () => this.store);
  });
  readonly #without = new Lazy(this, () => import('./without-cart.js'));
  readonly #contact = new ContactStep(this);
  readonly #delivery = new DeliveryStep(
    this,
    new Lazy(this, async () => {
      const { AddressForm } = await import('./address-form.js');
      return new AddressForm(this);
    }),
  );
  readonly #notes = new Lazy(this, () => import('./payment-notes.js'));
  readonly #review = new ReviewStep(this, this.#notes);
  readonly #payment = new PaymentStep(
    this,
    (view) => this.#review.pay(view),
    (view) => this.#review.start(view),
    this.#notes,
  );
  #shownStep: CheckoutStep | undefined;
  #hasOpened = false;
  /** The visitor came back from a bank's page, and has not been led to the title yet. */
  #hasReturned = false;

  private problem: ProblemError | null = null;

  constructor() {
    super();
    keepFocus(this, '[data-title]');
  }

  protected override load(store: Store): void {
    if (store.state.shop.status === 'idle') void store.dispatch('shop-load', {});
    const returned = takeReturn();
    this.#hasReturned ||= returned;
    void this.#open(store, returned);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pageshow', this.#onPageShow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pageshow', this.#onPageShow);
    this.#payment.leave();
  }

  /** The widget follows the state; whoever has paid will see the confirmation next. */
  protected override willUpdate(): void {
    this.#payment.sync(this.isConnected ? this.store : undefined);
    if (this.#hasReturned || this.#payment.hasReported) void this.#confirmation.need();
  }

  protected override updated(): void {
    const { words, store } = this;
    if (!store) return;
    const { cart, checkout } = store.state;
    void explain(this, this.shop);
    if (this.#hold.isNearEnd) this.#states.prepare();
    if (words && cart.value) this.#payment.askAgain({ words, store, cart: cart.value });
    this.#leadToStep(checkout.step);
  }

  /**
   * A new step gets the focus. The first one leaves it where it is, unless the visitor comes back, from a bank or to an order just
   * made, and nothing else of the page has been reached for.
   */
  #leadToStep(step: CheckoutStep): void {
    const title = this.renderRoot.querySelector<HTMLElement>('.title-l, .title-xl');
    if (!title || !this.#hasOpened || step === this.#shownStep) return;
    const isComingBack = (this.#hasReturned || step === 'confirmation') && isFocusFree(this);
    if (this.#shownStep || isComingBack) title.focus();
    this.#shownStep = step;
  }

  protected override render(): TemplateResult {
    const { words, store } = this;
    if (!words || !store) return this.hasFallback ? html`<slot></slot>` : skeleton();
    return html`<div class="base" part="base">
      ${this.#content(words, store)} ${clockAnnouncement(words, this.#hold.minutesToSay)}
    </div>`;
  }

  #content(words: CheckoutWords, store: Store): TemplateResult | undefined {
    const { checkout, cart, shop } = store.state;
    if (checkout.step === 'confirmation' && checkout.order)
      return this.#confirmed(words, store, checkout.order);
    if (!cart.value && (this.problem || cart.status === 'failed')) {
      if (this.hasFallback) return html`<slot></slot>`;
      const problem = this.problem ?? (cart.status === 'failed' ? cart.problem : null);
      // Without a cart it was the order made last that could not be read.
      const text = cart.value === null ? words.buy.made.safe : undefined;
      if (problem) return failureNotice({ words, problem, shop: shop.value, text, onRetry: this.#reload });
    }
    if (cart.value === undefined || !this.#hasOpened) return skeleton();
    if (cart.value && checkout.outcome?.status === 'raised')
      return this.#states.get()?.raisedOrder(words, cart.value);
    if (cart.value?.state === 'unclear' && checkout.step !== 'payment')
      return this.#states.get()?.unclearOrder(words, cart.value);
    if (cart.value?.state === 'ended') return this.#steps(words, store, this.#asItWas(cart.value));
    return cart.value?.ticketCount ? this.#steps(words, store, cart.value) : this.#withoutCart(words, store);
  }

  /** Until its code is there, and if that can't be had, the order itself is said to be complete. */
  #confirmed(words: CheckoutWords, store: Store, order: Order): TemplateResult {
    const confirmation = this.#confirmation.get();
    const { tickets } = words;
    if (!confirmation || !tickets) return this.#withoutCart(words, store);
    const { ordersUrl } = this;
    return confirmation.render({ words: { ...words, tickets }, order, now: store.clock.now(), ordersUrl });
  }

  #withoutCart(words: CheckoutWords, store: Store): TemplateResult {
    const { ordersUrl } = this;
    const without = this.#without.get();
    return without?.withoutCart({ words, store, ordersUrl, onOpen: this.#showOrder }) ?? skeleton();
  }

  /** An ended cart holds nothing; the form goes on showing what it was about, so that nothing typed is lost. */
  #asItWas(ended: Cart): Cart {
    const lines = this.store?.state.lapsedLines ?? [];
    return { ...ended, lines: [...lines] };
  }

  #steps(words: CheckoutWords, store: Store, cart: Cart): TemplateResult {
    const { step } = store.state.checkout;
    const { titles } = words.buy.checkout;
    const unread = cart.unread.length ? this.#unread.get() : undefined;
    const view: StepView = { words, store, cart, unread };
    const total = amount(words, cart.total);
    const title =
      step === 'payment' || step === 'confirmation' ? words.buy.payment.title(total) : titles[step];
    const isEnded = cart.state === 'ended';
    return html`${stepBar(words, step)}
      <div class="columns">
        <h2 class="title-l" tabindex="-1" data-title>${title}</h2>
        ${isEnded ? nothing : aside(view, this.#hold.secondsLeft, this.cartUrl)}
        <div class="step">
          ${this.#note(view)} ${cart.state === 'paying' && step !== 'payment' ? this.#states.get()?.payingElsewhere(words) : this.#step(view)}
        </div>
      </div>`;
  }

  #step(view: StepView): TemplateResult | typeof nothing {
    const step = this.#stepOf(view);
    if (step === this.#delivery) this.#delivery.load(view);
    if (isUnread(view, step)) return view.unread?.standIn(view, step) ?? nothing;
    return step.render(view);
  }

  #stepOf({ store }: StepView): Step {
    const { step } = store.state.checkout;
    if (step === 'payment') return this.#payment;
    if (step === 'review') return this.#review;
    return step === 'delivery' ? this.#delivery : this.#contact;
  }

  /** Above the step, unless the step itself says what stands in the way. */
  #note(view: StepView): TemplateResult | typeof nothing {
    const { words, store, cart } = view;
    const { cart: remote, shop, checkout } = store.state;
    if (cart.state === 'ended') {
      const inPayment = checkout.outcome?.status === 'expired';
      return this.#states.get()?.ended(words, inPayment, words.buy.hold.keptText) ?? nothing;
    }
    const step = this.#stepOf(view);
    if (step.isTroubled(view) || isUnread(view, step)) return nothing;
    if (remote.status !== 'failed') return unkeptNote(words, store);
    const text = safeUntil(words, cart, store.clock.now());
    return failureNote({ words, problem: remote.problem, shop: shop.value, text, onRetry: this.#reload });
  }

  /** A page that the browser had kept knows nothing of what happened since. */
  readonly #onPageShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) this.#reload();
  };

  readonly #reload = () => void (this.store && this.#open(this.store, false));

  /** The order may be there, and its confirmation's code not. */
  readonly #showOrder = () => {
    if (this.#confirmation.isMissing) void this.#confirmation.need();
    this.#reload();
  };

  async #open(store: Store, returned: boolean): Promise<void> {
    this.problem = await store.dispatch('checkout-open', { returned });
    this.#hasOpened = true;
    this.requestUpdate();
  }

  /** What was entered goes with the new cart, as far as it is complete. */
  async #takeAlong(words: CheckoutWords): Promise<void> {
    const { store } = this;
    if (!store) return;
    const contact = store.state.checkout.step === 'contact' ? null : this.#contact.complete(words);
    if (contact) await store.dispatch('contact-save', { contact });
    await this.#open(store, false);
  }
}

/** Never an empty form over what is saved. */
const isUnread = ({ cart }: StepView, step: Step) => cart.unread.includes('contact') && step.needsContact();

declare global {
  interface HTMLElementTagNameMap {
    's360-checkout': S360Checkout;
  }
}

if (!isServer) restoreFragment();
define('s360-checkout', S360Checkout);
