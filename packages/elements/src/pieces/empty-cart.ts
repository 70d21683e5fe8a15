import type { Shop } from '@s360-widgets/contract';
import { html, type TemplateResult } from 'lit';
import type { Words } from '../base/words.js';
import { bag } from './icons.js';
import { notice } from './note.js';

/**
 * Nothing is in the cart: how long seats would be held, and where to choose some.
 * @param browseUrl the programme; empty = no way there is offered
 * @param soldOrderId the order that the cart became, which is said instead
 */
export function emptyCart(
  { buy }: Words<'buy'>,
  shop: Shop | undefined,
  browseUrl = '',
  soldOrderId: string | null = null,
): TemplateResult {
  const { emptyTitle, emptyText, emptyPlain, browse } = buy.cart;
  const actions = browseUrl ? html`<a class="button primary" href=${browseUrl}>${browse}</a>` : undefined;
  if (soldOrderId)
    return notice({
      glyph: bag,
      title: buy.made.title,
      text: buy.made.text(soldOrderId, ''),
      actions,
    });
  const text = shop ? emptyText(Math.round(shop.holdSeconds / 60)) : emptyPlain;
  return notice({ glyph: bag, title: emptyTitle, text, actions });
}
