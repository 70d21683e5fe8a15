import type { Order } from '@s360-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../base/words.js';
import { note } from './note.js';
import { unreadWords } from './unread-words.js';

/** How often a page asks again for what was missing. */
export const askAgainSeconds = 15;

/** What of the orders can't be read just now, each part in its own words; nothing when all is there. */
export function unreadParts(
  { lang }: Words,
  orders: readonly Order[],
  onRetry: () => void,
): TemplateResult | typeof nothing {
  const parts = new Set(orders.flatMap(({ unread }) => unread));
  if (parts.size === 0) return nothing;
  const { order, more } = unreadWords(lang);
  return note({
    tone: 'warn',
    live: true,
    title: order.title,
    text: [...[...parts].map((part) => order[part]), more].join(' '),
    actions: html`<button class="button" type="button" @click=${onRetry}>${order.retry}</button>`,
  });
}
