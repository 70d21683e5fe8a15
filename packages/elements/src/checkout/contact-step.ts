import type { Contact } from '@s360-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { selectField, textField } from '../pieces/field.js';
import {
  type ContactDraft,
  contactErrors,
  emptyContact,
  type Errors,
  refusedFields,
  toContact,
} from './contact-form.js';
import { type CheckoutWords, type Mistake, Step, type StepView } from './step.js';

/** Who buys, as a guest. What was typed stays, also when the hold ends and a new cart begins. */
export class ContactStep extends Step {
  readonly #draft: ContactDraft = emptyContact();
  #errors: Errors<ContactDraft> = {};
  /** Whether the visitor tried to go on: from then on errors follow the typing. */
  #isTried = false;
  #known: Contact | null = null;
  #words: CheckoutWords | undefined;

  /** The contact as typed, once it is complete: for a new cart after a hold has ended. */
  complete(words: CheckoutWords): Contact | null {
    return Object.keys(contactErrors(words, this.#draft)).length ? null : toContact(this.#draft);
  }

  override render(view: StepView): TemplateResult {
    const { words, cart } = view;
    this.#words = words;
    this.#takeOver(cart.contact);
    const { checkout } = words.buy;
    const mistakes = this.#isTried ? this.#mistakes(words) : [];
    return html`<form novalidate @submit=${(event: Event) => void this.#submit(event, view)}>
      ${this.mistakes(words, mistakes)}
      ${mistakes.length ? nothing : this.trouble(view)}
      ${this.#text(words, 'email', { type: 'email', autocomplete: 'email', inputMode: 'email', maxLength: 120 })}
      <div class="pair">
        ${this.#text(words, 'firstName', { autocomplete: 'given-name', maxLength: 60 })}
        ${this.#text(words, 'lastName', { autocomplete: 'family-name', maxLength: 60 })}
      </div>
      ${this.#text(words, 'phone', {
        type: 'tel',
        autocomplete: 'tel',
        inputMode: 'tel',
        maxLength: 24,
        optional: checkout.optional,
        hint: checkout.phoneHint,
      })}
      ${this.#country(view)}
      ${this.ways(view, checkout.toDelivery, this.back(words))}
    </form>`;
  }

  /** Where something was typed here, that is what is saved, or what is about to be. */
  override needsContact(): boolean {
    return Object.values(this.#draft).every((text) => !text);
  }

  override back({ buy }: CheckoutWords) {
    if (!this.host.cartUrl) return nothing;
    return html`<a class="button large bare" href=${this.host.cartUrl}>${buy.checkout.backToCart}</a>`;
  }

  #text(
    { buy }: CheckoutWords,
    id: Exclude<keyof ContactDraft, 'countryCode'>,
    field: Pick<
      Parameters<typeof textField>[0],
      'type' | 'autocomplete' | 'inputMode' | 'maxLength' | 'optional' | 'hint'
    >,
  ): TemplateResult {
    return textField({
      ...field,
      id,
      label: buy.checkout[id],
      value: this.#draft[id],
      error: this.#errors[id],
      onInput: (value) => this.#type(id, value),
      onBlur: () => this.#look(id),
    });
  }

  #country({ words, store }: StepView): TemplateResult {
    const { checkout } = words.buy;
    return selectField({
      id: 'countryCode',
      label: checkout.country,
      value: this.#draft.countryCode,
      error: this.#errors.countryCode,
      autocomplete: 'country',
      hint: checkout.countryHint,
      prompt: checkout.chooseCountry,
      options: store.state.shop.value?.countries ?? [],
      onInput: (value) => this.#type('countryCode', value),
    });
  }

  #type(id: keyof ContactDraft, value: string): void {
    this.#draft[id] = value;
    if (this.#errors[id]) this.#look(id);
  }

  /** Looks at a field that was left, but does not scold one that was only passed by. */
  #look(id: keyof ContactDraft): void {
    if (!this.#words || (!this.#isTried && !this.#draft[id])) return;
    const error = contactErrors(this.#words, this.#draft)[id];
    this.#errors = { ...this.#errors, [id]: error };
    this.host.requestUpdate();
  }

  #mistakes({ buy }: CheckoutWords): Mistake[] {
    const label = { ...buy.checkout, countryCode: buy.checkout.country };
    const fields = Object.keys(this.#draft) as (keyof ContactDraft)[];
    return fields.flatMap((id) => {
      const error = this.#errors[id];
      return error ? [{ id, label: label[id], error }] : [];
    });
  }

  /** What the relay knows fills what is still empty, and replaces what it had filled before. */
  #takeOver(contact: Contact | null): void {
    if (!contact || contact === this.#known) return;
    for (const id of Object.keys(this.#draft) as (keyof ContactDraft)[]) {
      const before = this.#known?.[id] ?? '';
      if (this.#draft[id] === before) this.#draft[id] = contact[id] ?? '';
    }
    this.#known = contact;
  }

  async #submit(event: Event, view: StepView): Promise<void> {
    if (!this.canGoOn(event, view)) return;
    const { words, store } = view;
    this.#isTried = true;
    this.#errors = contactErrors(words, this.#draft);
    if (this.#mistakes(words).length) return this.focusMistakes();
    const problem = await this.send(() =>
      store.dispatch('contact-save', { contact: toContact(this.#draft) }),
    );
    if (!problem) return;
    this.#errors = refusedFields(words, problem, this.#draft);
    if (this.#mistakes(words).length) await this.focusMistakes();
  }
}
