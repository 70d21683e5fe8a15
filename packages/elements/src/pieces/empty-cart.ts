import type { Shop } from '@s360-widgets/contract';
import { html, type TemplateResult } from 'lit';
import type { Words } from '../base/words.js';
import { bag } from './icons.js';
import { notice } from './note.js';

/**
 * Nothing is in the cart: how long seats would be held, and where to choose some.
 * @param browseUrl the programme; empty = no way there is offered
 */
export function emptyCart({ buy }: Words<'buy'>, shop: Shop | undefined, browseUrl = ''): TemplateResult {
  const { emptyTitle, emptyText, emptyPlain, browse } = buy.cart;
  return notice({
    glyph: bag,
    title: emptyTitle,
    text: shop ? emptyText(Math.round(shop.holdSeconds / 60)) : emptyPlain,
    actions: browseUrl ? html`<a class="button primary" href=${browseUrl}>${browse}</a>` : undefined,
  });
}
