import type { CartLine, CartTicket } from '@s360-widgets/contract';
import type { ProblemError } from '@s360-widgets/contract/problem';
import type { Store } from '@s360-widgets/store';
import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { emit } from '../base/emit.js';
import type { Words } from '../base/words.js';
import { messages as en, type RemovalMessages } from '../locales/en.removal.js';
import { messages as fr } from '../locales/fr.removal.js';
import { isOther } from '../pieces/others.js';

const languages: Readonly<Record<string, RemovalMessages>> = { en, fr };

/** What the parts of a cart that come later work with. */
export interface CartParts {
  readonly store: () => Store | undefined;
  /** What stood in the way, or what is to be read out. */
  readonly tell: (problem: ProblemError | null, news: string) => void;
}

/** What goes: a row of a line, or all of it. */
interface Going {
  readonly line: CartLine;
  /** The row's ticket id, or the line's id. */
  readonly key: string;
  readonly tickets: readonly CartTicket[];
  /** Of a row. */
  readonly title?: string;
}

/** Takes tickets out of the cart. It can't be undone, since others may take the seat at once: so it is asked. */
export class Removal {
  /** What a person is asked about: the key of its row or line. */
  #asked: string | null = null;

  constructor(
    readonly host: ReactiveElement,
    readonly parts: CartParts,
  ) {}

  /** Asks about a row or a line; with null, no more. The focus goes along. */
  async ask(key: string | null): Promise<void> {
    const selector = key === null ? `[data-remove="${this.#asked}"]` : `[data-asked="${key}"]`;
    await this.#show(key);
    this.host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** The question, where one is asked. */
  question(words: Words<'base' | 'buy'>, going: Going): TemplateResult | typeof nothing {
    const { key, line, tickets, title: place } = going;
    if (this.#asked !== key) return nothing;
    const say = languages[words.lang] ?? en;
    const { length } = tickets;
    const what = words.buy.tickets(length, isOther(line));
    const title = place === undefined ? say.askAll(length, what, isOther(line)) : say.askOne(place);
    const remove = () => this.#remove(tickets, say.removed(length, what));
    return html`<div class="question" role="group" aria-label=${title}>
      <p><b>${title}</b> ${isOther(line) ? nothing : say.askText}</p>
      <div class="actions">
        <button class="button" data-asked=${key} @click=${remove}>${say.remove(what)}</button>
        <button class="button bare" @click=${() => this.ask(null)}>${say.keep(length)}</button>
      </div>
    </div>`;
  }

  async #remove(tickets: readonly CartTicket[], news: string): Promise<void> {
    const store = this.parts.store();
    const ticketIds = tickets.map(({ id }) => id);
    if (!store || !emit(this.host, 's360-tickets-remove-request', { ticketIds })) return;
    const position = this.#removers().findIndex(({ dataset }) => dataset.remove === this.#asked);
    const problem = await store.dispatch('tickets-remove', { ticketIds });
    this.parts.tell(problem, problem ? '' : news);
    await this.#show(null);
    const left = this.#removers();
    left[Math.min(Math.max(0, position), left.length - 1)]?.focus();
  }

  async #show(key: string | null): Promise<void> {
    this.#asked = key;
    this.host.requestUpdate();
    await this.host.updateComplete;
  }

  #removers = () => [...this.host.renderRoot.querySelectorAll<HTMLElement>('[data-remove]')];
}
