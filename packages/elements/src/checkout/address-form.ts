import type { Address } from '@s360-widgets/contract';
import type { ProblemError } from '@s360-widgets/contract/problem';
import { css, html, nothing, type TemplateResult } from 'lit';
import { textField } from '../pieces/field.js';
import { type BuyWords, type Errors, given, refusedFields, textError, trimmed } from './contact-form.js';
import type { CheckoutHost, CheckoutWords, Mistake, StepView } from './step.js';

/** Texts as typed; empty where nothing was. */
export type AddressDraft = { -readonly [Key in keyof Required<Omit<Address, 'countryCode'>>]: string };

export const emptyAddress = (): AddressDraft => ({ street: '', street2: '', zipCode: '', town: '' });

/** As the contract has it: no spaces around, no empty optional field. */
export function toAddress(draft: AddressDraft, countryCode: string): Address {
  const { street2, ...rest } = trimmed(draft);
  return { ...rest, countryCode, ...(street2 ? { street2 } : {}) };
}

/** Where the tickets are sent to, for the ways that need it: its code comes when such a way is chosen. What was typed stays. */
export class AddressForm {
  readonly styles = css`
    .address {
      display: grid;
      gap: 20px;
      margin-block-start: 8px;
    }
    .address legend {
      margin-block-end: 16px;
    }
    @container (min-width: 480px) {
      .pair.zip {
        grid-template-columns: minmax(0, 1fr) minmax(0, 2fr);
      }
    }
  `;
  readonly #draft = emptyAddress();
  #errors: Errors<AddressDraft> = {};
  #known: Address | null = null;

  constructor(private readonly host: CheckoutHost) {}

  render({ words, store, cart }: StepView): TemplateResult {
    const { checkout } = words.buy;
    this.#takeOver(cart.address);
    const country = store.state.shop.value?.countries.find(({ code }) => code === cart.contact?.countryCode);
    return html`<fieldset class="address">
      <legend class="title-s">${checkout.address}</legend>
      ${this.#text(words, 'street', 'address-line1')}
      ${this.#text(words, 'street2', 'address-line2', checkout.optional)}
      <div class="pair zip">
        ${this.#text(words, 'zipCode', 'postal-code')} ${this.#text(words, 'town', 'address-level2')}
      </div>
      ${country ? html`<p class="soft">${country.name}</p>` : nothing}
    </fieldset>`;
  }

  /** The address as the contract has it; undefined where something of it is wrong, which `mistakes` tells. */
  take(words: BuyWords, countryCode: string): Address | undefined {
    this.#errors = addressErrors(words, this.#draft);
    if (Object.keys(this.#errors).length) return undefined;
    return toAddress(this.#draft, countryCode);
  }

  /** Marks the fields that the relay found wrong. */
  refuse(words: BuyWords, problem: ProblemError): void {
    this.#errors = refusedFields(words, problem, this.#draft);
  }

  mistakes({ buy }: BuyWords): Mistake[] {
    const fields = Object.keys(this.#draft) as (keyof AddressDraft)[];
    return fields.flatMap((id) => {
      const error = this.#errors[id];
      return error ? [{ id, label: buy.checkout[id], error }] : [];
    });
  }

  /** Another way was chosen: what was wrong is no news any more. */
  forgive(): void {
    this.#errors = {};
  }

  #text(
    { buy }: CheckoutWords,
    id: keyof AddressDraft,
    autocomplete: Parameters<typeof textField>[0]['autocomplete'],
    optional?: string,
  ) {
    return textField({
      id,
      label: buy.checkout[id],
      value: this.#draft[id],
      error: this.#errors[id],
      autocomplete,
      optional,
      maxLength: id === 'zipCode' ? 12 : 60,
      onInput: (value) => {
        this.#draft[id] = value;
        if (!this.#errors[id]) return;
        this.#errors = { ...this.#errors, [id]: value.trim() ? undefined : this.#errors[id] };
        this.host.requestUpdate();
      },
    });
  }

  /** What the relay knows fills what is still empty. */
  #takeOver(address: Address | null): void {
    if (!address || address === this.#known) return;
    this.#known = address;
    for (const id of Object.keys(this.#draft) as (keyof AddressDraft)[])
      this.#draft[id] ||= address[id] ?? '';
  }
}

export function addressErrors({ buy }: BuyWords, draft: AddressDraft): Errors<AddressDraft> {
  const { errors } = buy;
  const { street, street2, zipCode, town } = trimmed(draft);
  return given({
    street: textError(errors, street, errors.street),
    street2: textError(errors, street2, ''),
    zipCode: textError(errors, zipCode, errors.zipCode),
    town: textError(errors, town, errors.town),
  });
}
