import type { CartLine, CartTicket } from '@s360-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../base/words.js';
import { isOther } from '../pieces/others.js';

/** What a person is asked about before it is removed for good: a row, or a whole line. */
export interface Asked {
  /** The row's ticket id, or the line's id. */
  readonly key: string;
}

export interface Asker {
  readonly words: Words<'base' | 'buy'>;
  readonly ask: (asked: Asked | null) => void;
  /** @param others they are no tickets */
  readonly remove: (ticketIds: readonly string[], others: boolean) => void;
}

/** Removing can't be undone, since others may take the seat at once: so it is asked. */
export function question(
  { words, remove, ask }: Asker,
  line: CartLine,
  key: string,
  title: string,
  tickets: readonly CartTicket[],
): TemplateResult {
  const { cart } = words.buy;
  const ids = tickets.map(({ id }) => id);
  return html`<div class="question" role="group" aria-label=${title}>
    <p><b>${title}</b> ${isOther(line) ? nothing : cart.askText}</p>
    <div class="actions">
      <button class="button" data-asked=${key} @click=${() => remove(ids, isOther(line))}>${cart.doRemove(ids.length, isOther(line))}</button>
      <button class="button bare" @click=${() => ask(null)}>${cart.keep(ids.length)}</button>
    </div>
  </div>`;
}
