import type { PaymentOutcome, PaymentStart, WidgetHandOver } from '@s360-widgets/contract';
import type { Store } from '@s360-widgets/store';
import { html, nothing, type TemplateResult } from 'lit';
import type { Lazy } from '../base/lazy.js';
import { icon } from '../pieces/icon.js';
import { back, lock, refresh } from '../pieces/icons.more.js';
import { note } from '../pieces/note.js';
import { PaymentWidget, type WidgetFault, type WidgetReport } from './payment-widget.js';
import type { PaymentNotes } from './review-step.js';
import { Step, type StepView } from './step.js';

/** `elsewhere`: another checkout of this page has taken the form. */
type Phase = 'loading' | 'ready' | 'reported' | 'elsewhere' | WidgetFault;

/** Marks the child that holds the form: a copy of the page copies it too, but not the form's life. */
const marker = 'data-s360-payment';

/** Which checkout of the page shows a shop's form: there is one at most. */
const holders = new WeakMap<Store, PaymentStep>();

/**
 * The payment: a frame around the provider's widget, and nothing of ours that could be taken for it. The widget lives in one
 * child of the checkout in the page's light DOM, as long as this step is shown and its payment is open.
 */
export class PaymentStep extends Step {
  #widget: PaymentWidget | undefined;
  #payment: PaymentStart | undefined;
  #phase: Phase = 'loading';
  /** The refusal after which a fresh payment was asked for. */
  #refusal: PaymentOutcome | undefined;

  /**
   * @param goOn starts the payment anew, for one that a reload or a fault has left without its widget
   * @param startAfresh the same, but stays on this page wherever the provider would have it go
   */
  constructor(
    host: Step['host'],
    private readonly goOn: (view: StepView) => Promise<void>,
    private readonly startAfresh: (view: StepView) => Promise<void>,
    private readonly notes: Lazy<PaymentNotes>,
  ) {
    super(host);
  }

  /** The widget has spoken, and it is found out what became of the payment. */
  get hasReported(): boolean {
    return this.#phase === 'reported';
  }

  override isTroubled(view: StepView): boolean {
    const { payment, outcome } = view.store.state.checkout;
    return super.isTroubled(view) || payment.status === 'failed' || outcome?.status === 'refused';
  }

  /** Mounts or takes down the widget, as the shop's state asks. Call it after each rendering. */
  sync(store: Store | undefined): void {
    const checkout = store?.state.checkout;
    const isOpen =
      checkout?.step === 'payment' && (!checkout.outcome || checkout.outcome.status === 'refused');
    const payment = isOpen ? checkout.payment.value : undefined;
    this.dropCopies();
    if (payment === this.#payment) return;
    this.#takeDown();
    this.#payment = payment;
    this.#phase = 'loading';
    if (store && payment?.handOver.kind === 'widget') this.#mount(store, payment.handOver);
    this.host.requestUpdate();
  }

  /** Takes away forms that came with a copied, re-parsed or restored page. */
  readonly dropCopies = (): void => {
    for (const child of [...this.host.children])
      if (child.hasAttribute(marker) && child !== this.#widget?.element) child.remove();
  };

  /** After a refusal there is a fresh form at once: whoever is at the payment wants to pay. */
  askAgain(view: StepView): void {
    const { step, outcome, payment } = view.store.state.checkout;
    const isDue = step === 'payment' && outcome?.status === 'refused' && payment.status === 'idle';
    if (!isDue || outcome === this.#refusal || view.cart.state !== 'open') return;
    this.#refusal = outcome;
    void this.startAfresh(view);
  }

  /** The page was left, or the checkout taken out of it. */
  leave(): void {
    this.#takeDown();
    this.#payment = undefined;
  }

  override render(view: StepView): TemplateResult | typeof nothing {
    const { checkout } = view.store.state;
    if (view.cart.state === 'ended') return nothing;
    return html`${this.#content(view)}
      ${
        checkout.payment.status === 'ready' && this.#phase === 'ready'
          ? html`<p class="small soft payment-hint">${view.words.buy.payment.hint}</p>`
          : nothing
      }
      ${checkout.outcome?.status === 'waiting' ? nothing : this.#backButton(view)}`;
  }

  #content(view: StepView): TemplateResult {
    const { words, store } = view;
    const { payment: say } = words.buy;
    const { outcome } = store.state.checkout;
    if (outcome?.status === 'waiting')
      return note({ glyph: refresh, title: say.waitingTitle, text: say.waitingText, live: true });
    if (this.#phase === 'reported') return this.#checking(view);
    return html`${this.#note(view)} ${this.#body(view)}`;
  }

  /** One at a time, above the form: what stands in the way, or what became of the payment before. */
  #note(view: StepView): TemplateResult | typeof nothing | undefined {
    const { words, store } = view;
    const { payment, outcome } = store.state.checkout;
    const problem = this.problem ?? (payment.status === 'failed' ? payment.problem : null);
    const actions = this.#wayOn(view);
    if (problem) return note({ tone: 'bad', live: true, ...words.problems[problem.code], actions });
    if (this.#lack) return this.notes.get()?.formless(view, this.#lack, actions);
    if (outcome?.status === 'refused') return this.notes.get()?.notPaid(view, 'refused', actions);
    const isElsewhere = payment.value?.handOver.kind === 'redirect';
    return isElsewhere || payment.status === 'idle'
      ? this.notes.get()?.wayOn(view, payment.value, actions)
      : nothing;
  }

  /** The button to a form, where there is none. */
  #wayOn(view: StepView): TemplateResult | undefined {
    const { base, buy } = view.words;
    const { payment, outcome } = view.store.state.checkout;
    const handOver = payment.value?.handOver;
    if (this.#lack)
      return html`<button class="button primary" @click=${() => this.#retry(view)}>
        ${this.#lack === 'elsewhere' ? buy.checkout.goOnHere : base.common.tryAgain}
      </button>`;
    if (handOver?.kind === 'redirect')
      return html`<a class="button primary" href=${handOver.url}>${buy.payment.go}</a>`;
    if (payment.status === 'ready' || payment.status === 'loading') return undefined;
    return this.#goOnButton(view, outcome?.status === 'refused' ? buy.payment.again : buy.payment.go);
  }

  /** Why there is no form though the payment has one. */
  get #lack() {
    return this.#phase === 'elsewhere' || this.#phase === 'blocked' || this.#phase === 'broken'
      ? this.#phase
      : undefined;
  }

  #body(view: StepView): TemplateResult | typeof nothing {
    const { payment } = view.store.state.checkout;
    if (payment.status === 'ready') return this.#frame(view, payment.value);
    return payment.status === 'loading' ? this.#loading(view) : nothing;
  }

  #frame(view: StepView, { provider, handOver }: PaymentStart): TemplateResult | typeof nothing {
    const { payment: say } = view.words.buy;
    if (handOver.kind === 'none') return this.#checking(view);
    if (handOver.kind === 'redirect' || this.#lack) return nothing;
    return html`<section class="payment" part="payment" aria-label=${say.secure}>
      <p class="payment-head">${icon(lock)} <b>${say.secure}</b> <span class="soft meta">${say.by(provider)}</span></p>
      <div class="payment-body">
        ${this.#phase === 'loading' ? this.#bones(view) : nothing}
        <slot name="payment" @slotchange=${this.dropCopies}></slot>
      </div>
    </section>`;
  }

  #loading = (view: StepView) =>
    html`<div class="payment"><div class="payment-body">${this.#bones(view)}</div></div>`;

  #bones = ({ words }: StepView) => html`<div
    class="payment-bones pulse"
    role="status"
    aria-label=${words.buy.payment.loading}
  >
    <div class="bone"></div>
    <div class="bone"></div>
    <div class="bone"></div>
  </div>`;

  /** The widget has spoken and the relay was asked; if that failed, it can be asked again. */
  #checking({ words, store }: StepView): TemplateResult {
    const { payment: say } = words.buy;
    return note({
      glyph: refresh,
      live: true,
      title: this.problem ? words.problems[this.problem.code].title : say.checkingTitle,
      text: say.checkingText,
      actions: this.problem
        ? html`<button class="button" @click=${() => void this.#report(store, 'return')}>${say.checkAgain}</button>`
        : undefined,
    });
  }

  #goOnButton = (view: StepView, label: string) => html`<button
    class="button primary"
    aria-busy=${this.isBusy ? 'true' : 'false'}
    @click=${() => void this.goOn(view)}
  >
    ${label}
  </button>`;

  #backButton = ({ words, store }: StepView) => html`<p class="payment-back">
    <button
      class="button large bare"
      aria-busy=${this.isBusy ? 'true' : 'false'}
      @click=${() => void this.send(() => store.dispatch('payment-leave', {}))}
    >
      ${icon(back, true)} ${words.buy.checkout.backToReview}
    </button>
  </p>`;

  #mount(store: Store, handOver: WidgetHandOver): void {
    const holder = holders.get(store);
    if (holder && holder !== this) holder.#yield();
    holders.set(store, this);
    const element = document.createElement('div');
    element.slot = 'payment';
    element.setAttribute(marker, '');
    this.host.append(element);
    const listener = {
      onReady: () => this.#turn('ready'),
      onFault: (fault: WidgetFault) => this.#turn(fault),
      onReport: (report: WidgetReport) => void this.#report(store, report),
    };
    this.#widget = new PaymentWidget(element, handOver, listener, (ms, callback) =>
      store.clock.after(ms, callback),
    );
    void this.#widget.start();
  }

  #retry({ store }: StepView): void {
    this.#takeDown();
    this.#turn('loading');
    const handOver = this.#payment?.handOver;
    if (handOver?.kind === 'widget') this.#mount(store, handOver);
  }

  /** The focus does not go down with the widget. */
  #takeDown(): void {
    const hadFocus = !!this.#widget?.element.matches(':focus-within');
    if (hadFocus) this.focusTitle();
    this.#widget?.stop();
    this.#widget?.element.remove();
    this.#widget = undefined;
  }

  /** Another checkout of the page takes the form over. */
  #yield(): void {
    if (!this.#widget) return;
    this.#takeDown();
    this.#turn('elsewhere');
  }

  #turn(phase: Phase): void {
    this.#phase = phase;
    this.host.requestUpdate();
  }

  /** Once the widget has spoken it goes, so that nobody pays twice while the relay finds out. */
  async #report(store: Store, reported: WidgetReport | 'return'): Promise<void> {
    this.#takeDown();
    this.#turn('reported');
    this.isBusy = false;
    await this.send(() => store.dispatch('payment-report', { reported }));
  }
}
