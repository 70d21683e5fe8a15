import type { Cart, ShipmentKind, ShipmentMode } from '@s360-widgets/contract';
import type { Store } from '@s360-widgets/store';
import { html, nothing, type TemplateResult } from 'lit';
import type { Lazy } from '../base/lazy.js';
import { amountOrFree } from '../pieces/amount.js';
import { failureNote } from '../pieces/failure.js';
import { icon } from '../pieces/icon.js';
import { download, house, mail, phone, post } from '../pieces/icons.more.js';
import { note } from '../pieces/note.js';
import type { AddressForm } from './address-form.js';
import {
  backButton,
  type CheckoutHost,
  type CheckoutWords,
  type Mistake,
  Step,
  type StepView,
} from './step.js';

const glyphs: Record<ShipmentKind, string> = {
  mobile: phone,
  'print-at-home': download,
  'box-office': house,
  post,
  other: mail,
};

/** How the tickets travel; an address only for ways that need one. */
export class DeliveryStep extends Step {
  #chosenId = '';
  #isMissing = false;
  #asked = '';

  constructor(
    host: CheckoutHost,
    private readonly addressForm: Lazy<AddressForm>,
  ) {
    super(host);
  }

  /** Asks for the ways of the buyer's country, once for each country and language. */
  load({ store, cart }: StepView): void {
    const countryCode = cart.contact?.countryCode;
    const key = `${cart.orderId} ${countryCode} ${store.state.lang}`;
    if (!countryCode || key === this.#asked) return;
    this.#asked = key;
    void store.dispatch('shipment-modes-load', { countryCode });
  }

  override isTroubled(view: StepView): boolean {
    return super.isTroubled(view) || view.store.state.checkout.shipmentModes.status === 'failed';
  }

  override render(view: StepView): TemplateResult {
    const { words, store, cart } = view;
    const { shipmentModes } = store.state.checkout;
    const { checkout } = words.buy;
    this.#takeOver(cart, shipmentModes.value ?? []);
    if (shipmentModes.status === 'failed') {
      const onRetry = () => {
        this.#asked = '';
        this.load(view);
      };
      return failureNote({ words, problem: shipmentModes.problem, shop: store.state.shop.value, onRetry });
    }
    const modes = shipmentModes.value;
    const back = this.back(words, store);
    if (!modes || shipmentModes.status === 'loading') return this.#skeleton(words);
    if (!modes.length)
      return html`${note({ tone: 'warn', title: checkout.noModes, text: checkout.noModesText })} ${back}`;
    const mistakes = this.#mistakes(words, modes);
    return html`<form novalidate @submit=${(event: Event) => void this.#submit(event, view)}>
      ${this.mistakes(words, mistakes)}
      ${mistakes.length ? nothing : this.trouble(view)}
      <fieldset class="options">
        <legend class="unseen">${checkout.titles.delivery}</legend>
        ${modes.map((mode) => this.#option(words, mode))}
      </fieldset>
      ${this.#chosen(modes)?.addressNeeded ? this.addressForm.get()?.render(view) : nothing}
      ${this.ways(view, checkout.toReview, back)}
    </form>`;
  }

  /** The ways depend on the buyer's country, and the address comes with it. */
  override needsContact(): boolean {
    return true;
  }

  override back({ buy }: CheckoutWords, store: Store): TemplateResult {
    return backButton(
      buy.checkout.backToContact,
      () => void store.dispatch('checkout-go', { step: 'contact' }),
    );
  }

  #option(words: CheckoutWords, { id, kind, name, description, fee }: ShipmentMode): TemplateResult {
    return html`<label class="option">
      <input
        class="radio"
        type="radio"
        name="delivery"
        id="delivery-${id}"
        value=${id}
        .checked=${id === this.#chosenId}
        @change=${() => this.#choose(id)}
      />
      <span class="option-text">
        <span class="option-head">${icon(glyphs[kind])} <b>${name}</b> <bdi class="number">${amountOrFree(words, fee)}</bdi></span>
        <span class="soft">${description || words.buy.delivery[kind]}</span>
      </span>
    </label>`;
  }

  #choose(id: string): void {
    this.#chosenId = id;
    this.#isMissing = false;
    this.addressForm.current?.forgive();
    this.host.requestUpdate();
  }

  #chosen = (modes: readonly ShipmentMode[]) => modes.find(({ id }) => id === this.#chosenId);

  #mistakes(words: CheckoutWords, [first]: readonly ShipmentMode[]): Mistake[] {
    const missing = { id: `delivery-${first?.id}`, error: words.buy.errors.delivery };
    return [...(this.#isMissing ? [missing] : []), ...(this.addressForm.current?.mistakes(words) ?? [])];
  }

  /** What the relay knows is the first choice; a single way is chosen already. */
  #takeOver({ shipment }: Cart, modes: readonly ShipmentMode[]): void {
    const [only, ...others] = modes;
    if (!modes.some(({ id }) => id === this.#chosenId)) this.#chosenId = '';
    if (!this.#chosenId) this.#chosenId = shipment?.shipmentModeId ?? (others.length ? '' : (only?.id ?? ''));
  }

  #skeleton(words: CheckoutWords): TemplateResult {
    return html`<div class="options pulse" role="status" aria-label=${words.buy.loading}>
      <div class="bone"></div>
      <div class="bone"></div>
      <div class="bone"></div>
    </div>`;
  }

  async #submit(event: Event, view: StepView): Promise<void> {
    if (!this.canGoOn(event, view)) return;
    const { words, store, cart } = view;
    const modes = store.state.checkout.shipmentModes.value ?? [];
    const mode = this.#chosen(modes);
    this.#isMissing = !mode;
    if (!mode) return this.focusMistakes();
    if (mode.addressNeeded) await this.addressForm.need();
    const form = mode.addressNeeded ? this.addressForm.current : undefined;
    const address = form?.take(words, cart.contact?.countryCode ?? '');
    if (form && !address) return this.focusMistakes();
    const problem = await this.send(() =>
      store.dispatch('shipment-choose', { shipmentModeId: mode.id, ...(address ? { address } : {}) }),
    );
    if (!problem) return;
    form?.refuse(words, problem);
    if (this.#mistakes(words, modes).length) await this.focusMistakes();
  }
}
