import type { ProblemError } from '@s360-widgets/contract/problem';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../base/words.js';
import type { AccountMessages } from '../locales/en.account.js';
import { textField } from '../pieces/field.js';
import { note } from '../pieces/note.js';

/** What a form shows itself with. */
export interface FormView {
  readonly words: Words<'problems'>;
  readonly say: AccountMessages;
}

/** What a form needs of the element around it. */
export interface FormHost extends HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly updateComplete: Promise<boolean>;
  requestUpdate(): void;
}

type Shown = Pick<Parameters<typeof textField>[0], 'autocomplete' | 'type'>;
interface NeededField<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** Said where nothing was entered. */
  readonly missing: string;
}

/** A form of texts that are all needed. What was typed stays until it was taken. */
export abstract class AccountForm<Id extends string> {
  protected draft: Partial<Record<Id, string>> = {};
  #missing: Partial<Record<Id, string>> = {};
  #problem: ProblemError | null = null;
  #isBusy = false;

  constructor(protected readonly host: FormHost) {}

  /** Sends what was typed; what stood in the way is said above the fields. */
  protected async send(
    event: Event,
    fields: readonly NeededField<Id>[],
    request: () => Promise<ProblemError | null>,
  ): Promise<void> {
    event.preventDefault();
    if (this.#isBusy) return;
    const missing = fields.filter(({ id }) => !this.draft[id]);
    this.#missing = Object.fromEntries(
      missing.map((field) => [field.id, field.missing]),
    ) as typeof this.draft;
    if (missing[0]) return this.#focus(missing[0].id);
    this.#isBusy = true;
    this.#problem = null;
    this.host.requestUpdate();
    this.#problem = await request();
    this.#isBusy = false;
    if (!this.#problem) this.draft = {};
    this.host.requestUpdate();
  }

  protected trouble({ words }: FormView): TemplateResult | typeof nothing {
    if (!this.#problem) return nothing;
    const { title, text } = words.problems[this.#problem.code];
    return note({ tone: 'bad', live: true, title, text });
  }

  protected field({ id, label }: NeededField<Id>, shown: Shown): TemplateResult {
    return textField({
      ...shown,
      id,
      label,
      value: this.draft[id] ?? '',
      error: this.#missing[id],
      maxLength: 200,
      onInput: (value) => {
        this.draft[id] = value;
        this.#missing = { ...this.#missing, [id]: undefined };
        this.host.requestUpdate();
      },
    });
  }

  protected button(label: string): TemplateResult {
    return html`<button class="button primary large" aria-busy=${this.#isBusy ? 'true' : 'false'}>${label}</button>`;
  }

  async #focus(id: Id): Promise<void> {
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  }
}
