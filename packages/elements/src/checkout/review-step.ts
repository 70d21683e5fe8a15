import type { Cart, CartPart, Money } from '@s360-widgets/contract';
import { toTotal } from '@s360-widgets/store';
import { html, nothing, type TemplateResult } from 'lit';
import { emit } from '../base/emit.js';
import type { Lazy } from '../base/lazy.js';
import { whatOf, whichOf } from '../pieces/place.js';
import { returnUrl } from './return-url.js';
import type * as PaymentNotesModule from './payment-notes.js';
import { backButton, type CheckoutHost, type CheckoutWords, Step, type StepView } from './step.js';

export type PaymentNotes = typeof PaymentNotesModule;

/** The last look before the payment: everything that was given, the total, the terms. */
export class ReviewStep extends Step {
  #isAccepted = false;
  #isTermsMissing = false;
  /** The total that the visitor went on with, to tell what has changed. */
  #seen: Money | null = null;

  constructor(
    host: CheckoutHost,
    private readonly notes: Lazy<PaymentNotes>,
  ) {
    super(host);
  }

  override render(view: StepView): TemplateResult {
    const { words, store } = view;
    const { checkout } = words.buy;
    const back = backButton(
      checkout.backToDelivery,
      () => void store.dispatch('checkout-go', { step: 'delivery' }),
    );
    return html`<form novalidate @submit=${(event: Event) => void this.#submit(event, view)}>
      ${
        this.#isTermsMissing
          ? this.mistakes(words, [{ id: 'terms', error: words.buy.errors.terms }])
          : nothing
      }
      ${this.#isTermsMissing ? nothing : this.#note(view)} ${this.#facts(view)} ${this.#terms(words)}
      ${this.ways(view, view.cart.total.amountMinor ? checkout.toPayment : checkout.toOrder, back)}
    </form>`;
  }

  #facts(view: StepView): TemplateResult {
    const { words, cart } = view;
    const { tickets } = words.buy.checkout;
    const { contact, shipment, address, unread } = cart;
    const hasUnreadAddress = unread.includes('contact') && shipment?.kind === 'post';
    const cartLink = this.host.cartUrl
      ? html`<a class="link" href=${this.host.cartUrl} aria-label="${words.buy.summary.change}: ${tickets}"
          >${words.buy.summary.change}</a
        >`
      : nothing;
    return html`<dl class="facts">
      ${this.#given(
        view,
        'contact',
        html`<p>${contact?.firstName} ${contact?.lastName}</p>
          <p class="soft">${contact?.email}</p>
          ${contact?.phone ? html`<p class="soft"><bdi>${contact.phone}</bdi></p>` : nothing}`,
      )}
      ${this.#given(
        view,
        'shipment',
        html`<p>${shipment?.name}</p>
          ${address ? html`<p class="soft">${[address.street, address.street2, `${address.zipCode} ${address.town}`].filter(Boolean).join(', ')}</p>` : nothing}
          ${hasUnreadAddress ? view.unread?.saved(view, 'address') : nothing}`,
      )}
      ${this.#fact(tickets, this.#tickets(words, cart), cartLink)}
    </dl>`;
  }

  /** What was entered and can be changed, or that it is saved and can't be shown. */
  #given(view: StepView, part: CartPart, value: TemplateResult): TemplateResult {
    const { words, store, cart, unread } = view;
    const step = part === 'contact' ? 'contact' : 'delivery';
    const label = words.buy.checkout.steps[step];
    if (cart.unread.includes(part))
      return this.#fact(label, unread?.saved(view, part), unread?.again(view, label));
    const onChange = () => void store.dispatch('checkout-go', { step });
    return this.#fact(label, value, this.#change(words, label, onChange));
  }

  #fact = (
    label: string,
    value: TemplateResult | undefined,
    change: TemplateResult | typeof nothing | undefined,
  ) => html`<div>
    <dt class="small soft">${label}</dt>
    <dd>${value}</dd>
    <dd class="fact-change">${change}</dd>
  </div>`;

  #change = ({ buy }: CheckoutWords, what: string, onClick: () => void) => html`<button
    class="link"
    type="button"
    aria-label="${buy.summary.change}: ${what}"
    @click=${onClick}
  >
    ${buy.summary.change}
  </button>`;

  #tickets = (words: CheckoutWords, cart: Cart) =>
    html`${cart.lines.map((line) => {
      const which = whichOf(words, line, cart.timeZone);
      return html`<p><b>${line.title}</b>${which ? `, ${which}` : ''}</p>
        ${whatOf(words, line).map((what) => html`<p class="soft">${what}</p>`)}`;
    })}`;

  #terms({ buy }: CheckoutWords): TemplateResult {
    const { accept, acceptPlain, terms } = buy.checkout;
    const { termsUrl } = this.host;
    return html`<div class="terms">
      <input
        class="check"
        type="checkbox"
        id="terms"
        .checked=${this.#isAccepted}
        aria-required="true"
        aria-invalid=${this.#isTermsMissing ? 'true' : 'false'}
        aria-describedby=${this.#isTermsMissing ? 'terms-error' : nothing}
        @change=${(event: Event) => this.#accept((event.target as HTMLInputElement).checked)}
      />
      <div>
        <label for="terms">
          ${termsUrl ? html`${accept} <a href=${termsUrl} target="_blank" rel="noopener">${terms}</a>` : acceptPlain}
        </label>
        ${this.#isTermsMissing ? html`<p class="error small" id="terms-error">${buy.errors.terms}</p>` : nothing}
      </div>
    </div>`;
  }

  #accept(isAccepted: boolean): void {
    this.#isAccepted = isAccepted;
    if (isAccepted) this.#isTermsMissing = false;
    this.host.requestUpdate();
  }

  #note(view: StepView): TemplateResult | typeof nothing | undefined {
    const { cart, checkout } = view.store.state;
    if (this.problem?.code === 'total-changed' && this.#seen)
      return this.notes.get()?.totalChanged(view, this.#seen);
    if (this.problem || cart.status === 'failed') return this.trouble(view);
    const status = checkout.outcome?.status;
    if (status === 'refused' || status === 'cancelled')
      return this.notes.get()?.notPaid(view, status, this.#payAgain(view));
    return checkout.boughtBefore
      ? this.notes.get()?.boughtBefore(view, checkout.boughtBefore, this.host.ordersUrl)
      : nothing;
  }

  #payAgain({ words }: StepView): TemplateResult | undefined {
    if (!this.#isAccepted) return undefined;
    return html`<button class="button" type="submit">${words.buy.payment.again}</button>`;
  }

  async #submit(event: Event, view: StepView): Promise<void> {
    if (!this.canGoOn(event, view)) return;
    this.#isTermsMissing = !this.#isAccepted;
    if (this.#isTermsMissing) return this.focusMistakes();
    const { store } = view;
    const wasAsked = store.state.checkout.boughtBefore;
    await this.send(() => store.dispatch('bought-before-look', {}));
    // Asked once, below the title; the next click goes on.
    if (store.state.checkout.boughtBefore && !wasAsked) return this.focusTitle();
    await this.pay(view);
  }

  /** Starts the payment and, where the provider has a page of its own, goes there. */
  async pay(view: StepView): Promise<void> {
    await this.start(view);
    const { payment } = view.store.state.checkout;
    if (payment.status === 'ready' && payment.value.handOver.kind === 'redirect')
      location.assign(payment.value.handOver.url);
  }

  /** Starts the payment of the total that is shown; also used to go on with one that a reload or a refusal left behind. */
  async start({ store, cart }: StepView): Promise<void> {
    const total = toTotal(cart.total);
    if (!emit(this.host, 's360-payment-start-request', total)) return;
    this.#seen = cart.total;
    await this.send(() =>
      store.dispatch('payment-start', {
        totalMinor: total.totalMinor,
        returnUrl: returnUrl(this.host.returnUrl),
      }),
    );
  }
}
