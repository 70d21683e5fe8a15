import type { Cart, CartPart } from '@s360-widgets/contract';
import type { ProblemError } from '@s360-widgets/contract/problem';
import type { Store } from '@s360-widgets/store';
import { type CSSResult, html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../base/words.js';
import { icon } from '../pieces/icon.js';
import { error } from '../pieces/icons.js';
import { arrow } from '../pieces/icons.more.js';
import { note } from '../pieces/note.js';
import { safeUntil } from '../pieces/failure.js';

export type CheckoutWords = Words<'base' | 'buy' | 'problems'>;

/** What a step needs of the checkout around it. */
export interface CheckoutHost extends HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly updateComplete: Promise<boolean>;
  requestUpdate(): void;
  readonly termsUrl: string;
  readonly cartUrl: string;
  readonly ordersUrl: string;
  readonly returnUrl: string;
}

/** What a step shows itself with. */
export interface StepView {
  words: CheckoutWords;
  store: Store;
  cart: Cart;
  /** Where some of the cart can't be read just now, and once the code for it is there. */
  unread?: UnreadCart | undefined;
}

/** What is said of saved parts of a cart that can't be read just now, each with a way to try again. */
export interface UnreadCart {
  readonly styles: CSSResult;
  /** In place of a step that needs the contact. */
  standIn(view: StepView, step: Step): TemplateResult;
  /** In place of one part. */
  saved(view: StepView, part: CartPart | 'address'): TemplateResult;
  /** A button beside that. */
  again(view: StepView, what: string): TemplateResult;
}

/** A wrong field: the id of its control, its label where the words need it, and what to do. */
export interface Mistake {
  id: string;
  label?: string;
  error: string;
}

/** Steps remember what was typed, so they live as long as the checkout. */
export abstract class Step {
  protected problem: ProblemError | null = null;
  protected isBusy = false;

  constructor(protected readonly host: CheckoutHost) {}

  abstract render(view: StepView): TemplateResult | typeof nothing;

  /** Whether the step itself says that something stands in the way. */
  isTroubled(_view: StepView): boolean {
    return this.problem !== null;
  }

  /** Whether it can't be shown while the contact can't be read. */
  needsContact(): boolean {
    return false;
  }

  /** The quiet way back, where there is one. */
  back(_words: CheckoutWords, _store: Store): TemplateResult | typeof nothing {
    return nothing;
  }

  /** Runs a request of the store once at a time; what stood in the way is shown by the step, below its title. */
  protected async send(request: () => Promise<ProblemError | null>): Promise<ProblemError | null> {
    if (this.isBusy) return null;
    this.isBusy = true;
    this.problem = null;
    this.host.requestUpdate();
    this.problem = await request();
    this.isBusy = false;
    this.host.requestUpdate();
    if (this.problem) this.focusTitle();
    return this.problem;
  }

  /** What stood in the way; nothing once the hold has ended, which is said above the step. */
  protected trouble({ words, store, cart }: StepView): TemplateResult | typeof nothing {
    if (!this.problem || cart.state === 'ended') return nothing;
    const { title, text } = words.problems[this.problem.code];
    const isAway = store.state.cart.status === 'failed';
    const safe = isAway ? safeUntil(words, cart, store.clock.now()) : undefined;
    return note({ tone: 'bad', live: true, title, text: safe ?? text });
  }

  /** Takes a form's submission; after the end of the hold the focus goes to what can be done instead. */
  canGoOn(event: Event, { cart }: StepView): boolean {
    event.preventDefault();
    if (cart.state !== 'ended') return true;
    this.host.renderRoot.querySelector<HTMLElement>('.note button')?.focus();
    return false;
  }

  protected focusTitle(): void {
    this.host.renderRoot.querySelector<HTMLElement>('[data-title]')?.focus();
  }

  /** Shows the mistakes and puts the focus on their summary. */
  protected async focusMistakes(): Promise<void> {
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>('.mistakes')?.focus();
  }

  /** The list of what is wrong, each a link to its field. */
  protected mistakes({ buy }: CheckoutWords, mistakes: readonly Mistake[]): TemplateResult | typeof nothing {
    if (!mistakes.length) return nothing;
    return html`<div class="note bad mistakes" part="note" tabindex="-1" role="group" aria-labelledby="mistakes">
      ${icon(error)}
      <div>
        <p class="note-title" id="mistakes">${buy.errors.title(mistakes.length)}</p>
        <ul>
          ${mistakes.map(
            ({ id, label, error: text }) => html`<li>
              <a href="#${id}" @click=${(event: Event) => this.#toField(event, id)}>${label ? buy.errors.item(label, text) : text}</a>
            </li>`,
          )}
        </ul>
      </div>
    </div>`;
  }

  /** The way on, and the quiet way back. Once the hold has ended there is no way on; the note above says what to do. */
  ways({ words, cart }: StepView, next: string, back: TemplateResult | typeof nothing): TemplateResult {
    return html`<div class="ways">
      ${back}
      <button
        class="button large ${cart.state === 'ended' ? '' : 'primary'}"
        type="submit"
        aria-busy=${this.isBusy ? 'true' : 'false'}
        aria-disabled=${cart.state === 'ended' ? 'true' : 'false'}
      >
        ${this.isBusy ? words.buy.wait : html`${next} ${icon(arrow, true)}`}
      </button>
    </div>`;
  }

  #toField(event: Event, id: string): void {
    event.preventDefault();
    this.host.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  }
}

export const backButton = (label: string, onClick: () => void): TemplateResult =>
  html`<button class="button large bare" type="button" @click=${onClick}>${label}</button>`;
