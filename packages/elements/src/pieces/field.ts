import { css, html, nothing, type TemplateResult } from 'lit';
import { icon } from './icon.js';
import { down, error as errorIcon } from './icons.js';

type Token =
  | 'email'
  | 'given-name'
  | 'family-name'
  | 'tel'
  | 'country'
  | 'address-line1'
  | 'address-line2'
  | 'postal-code'
  | 'address-level2'
  | 'username'
  | 'current-password'
  | 'new-password';

export interface Field {
  /** Also the name in the form and the key of its error. */
  id: string;
  label: string;
  value: string;
  /** Said beside the label; what is required is not said. */
  optional?: string;
  hint?: string;
  /** What is wrong and what to do; absent when nothing is. */
  error?: string;
  type?: 'text' | 'email' | 'tel' | 'password';
  /** The browser's token, such as `given-name`. */
  autocomplete: Token;
  inputMode?: 'email' | 'tel' | 'text';
  maxLength: number;
  onInput: (value: string) => void;
  /** On leaving the field: the time to look at it. */
  onBlur?: () => void;
}

/** Label, input, hint and error, tied together for screen readers. */
export const textField = (field: Field): TemplateResult =>
  framed(
    field,
    html`<span class="input-box">
      <input
        class="input"
        id=${field.id}
        name=${field.id}
        type=${field.type ?? 'text'}
        inputmode=${field.inputMode ?? nothing}
        autocomplete=${field.autocomplete}
        maxlength=${field.maxLength}
        aria-required=${field.optional ? 'false' : 'true'}
        aria-invalid=${field.error ? 'true' : 'false'}
        aria-describedby=${describedBy(field)}
        .value=${field.value}
        @input=${(event: Event) => field.onInput((event.target as HTMLInputElement).value)}
        @blur=${field.onBlur}
      />
      ${field.error ? icon(errorIcon) : nothing}
    </span>`,
  );

export interface SelectField extends Omit<Field, 'type' | 'inputMode' | 'maxLength'> {
  /** First, without a value: asks for a choice. */
  prompt: string;
  options: readonly { code: string; name: string }[];
}

export const selectField = (field: SelectField): TemplateResult =>
  framed(
    field,
    html`<span class="input-box select">
      <select
        class="input"
        id=${field.id}
        name=${field.id}
        autocomplete=${field.autocomplete}
        aria-required="true"
        aria-invalid=${field.error ? 'true' : 'false'}
        aria-describedby=${describedBy(field)}
        @change=${(event: Event) => field.onInput((event.target as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${!field.value} disabled>${field.prompt}</option>
        ${field.options.map(
          ({ code, name }) => html`<option value=${code} .selected=${code === field.value}>${name}</option>`,
        )}
      </select>
      ${icon(down)}
    </span>`,
  );

function framed({ id, label, optional, hint, error }: Field | SelectField, control: TemplateResult) {
  return html`<div class="field">
    <label for=${id}>${label} ${optional ? html`<span class="optional soft">${optional}</span>` : nothing}</label>
    ${control} ${error ? html`<p class="error small" id="${id}-error">${error}</p>` : nothing}
    ${hint ? html`<p class="small soft" id="${id}-hint">${hint}</p>` : nothing}
  </div>`;
}

function describedBy({ id, error, hint }: Pick<Field, 'id' | 'error' | 'hint'>) {
  const ids = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean);
  return ids.length ? ids.join(' ') : nothing;
}

export const fieldStyles = css`
  .input-box {
    position: relative;
    display: block;
  }
  .input-box > svg {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 14px;
    margin-block: auto;
    pointer-events: none;
  }
  .input-box > .input[aria-invalid='true'] {
    padding-inline-end: 44px;
  }
  .input-box:not(.select) > svg {
    color: var(--_bad);
  }
  select.input {
    appearance: none;
    padding-inline-end: 44px;
  }
  .field .error {
    font-weight: 500;
  }
  .field .optional {
    font-weight: 400;
  }
`;
