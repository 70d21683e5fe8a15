import type { PaymentStart, WidgetHandOver } from '@s360-widgets/contract';
import type { Store } from '@s360-widgets/store';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../pieces/icon.js';
import { back, lock, refresh } from '../pieces/icons.more.js';
import { note } from '../pieces/note.js';
import { PaymentWidget, type WidgetFault, type WidgetReport } from './payment-widget.js';
import { Step, type StepView } from './step.js';

type Phase = 'loading' | 'ready' | 'reported' | WidgetFault;

/**
 * The payment: a frame around the provider's widget, and nothing of ours that could be taken for it. The widget lives in one
 * child of the checkout in the page's light DOM, as long as this step is shown and its payment is open.
 */
export class PaymentStep extends Step {
  #widget: PaymentWidget | undefined;
  #payment: PaymentStart | undefined;
  #phase: Phase = 'loading';

  /** @param goOn starts the payment anew, for one that a reload or a fault has left without its widget */
  constructor(
    host: Step['host'],
    private readonly goOn: (view: StepView) => Promise<void>,
  ) {
    super(host);
  }

  /** Mounts or takes down the widget, as the shop's state asks. Call it after each rendering. */
  sync(store: Store | undefined): void {
    const checkout = store?.state.checkout;
    const payment = checkout?.step === 'payment' && !checkout.outcome ? checkout.payment.value : undefined;
    if (payment === this.#payment) return;
    this.#takeDown();
    this.#payment = payment;
    this.#phase = 'loading';
    if (store && payment?.handOver.kind === 'widget') this.#mount(store, payment.handOver);
    this.host.requestUpdate();
  }

  /** The page was left, or the checkout taken out of it. */
  leave(): void {
    this.#takeDown();
    this.#payment = undefined;
  }

  override render(view: StepView): TemplateResult {
    const { checkout } = view.store.state;
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
    return html`${this.#trouble(view)} ${this.#body(view)}`;
  }

  /** Stands above the form, which stays: what failed may have been the way back only. */
  #trouble({ words, store }: StepView): TemplateResult | typeof nothing {
    const { payment } = store.state.checkout;
    const problem = this.problem ?? (payment.status === 'failed' ? payment.problem : null);
    return problem ? note({ tone: 'bad', live: true, ...words.problems[problem.code] }) : nothing;
  }

  #body(view: StepView): TemplateResult {
    const { payment: say } = view.words.buy;
    const { payment } = view.store.state.checkout;
    if (payment.status === 'ready') return this.#frame(view, payment.value);
    if (payment.status === 'loading') return this.#loading(view);
    return note({ title: say.openTitle, text: say.openText, actions: this.#goOnButton(view, say.go) });
  }

  #frame(view: StepView, { provider, handOver }: PaymentStart): TemplateResult {
    const { payment: say } = view.words.buy;
    if (handOver.kind === 'none') return this.#checking(view);
    if (handOver.kind === 'redirect') {
      const actions = html`<a class="button primary" href=${handOver.url}>${say.go}</a>`;
      return note({ glyph: lock, title: say.secure, text: say.redirect(provider), actions });
    }
    if (this.#phase === 'blocked' || this.#phase === 'broken') {
      const text = this.#phase === 'blocked' ? say.blockedText : say.brokenText;
      const retry = html`<button class="button primary" @click=${() => this.#retry(view)}>
        ${view.words.base.common.tryAgain}
      </button>`;
      return note({ tone: 'bad', title: say.blockedTitle, text, live: true, actions: retry });
    }
    return html`<section class="payment" part="payment" aria-label=${say.secure}>
      <p class="payment-head">${icon(lock)} <b>${say.secure}</b> <span class="soft meta">${say.by(provider)}</span></p>
      <div class="payment-body">
        ${this.#phase === 'loading' ? this.#bones(view) : nothing}
        <slot name="payment"></slot>
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
    const element = document.createElement('div');
    element.slot = 'payment';
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

  #takeDown(): void {
    this.#widget?.stop();
    this.#widget?.element.remove();
    this.#widget = undefined;
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
