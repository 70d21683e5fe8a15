import type { Store } from '@s360-widgets/store';
import { html, nothing, type TemplateResult } from 'lit';
import { emptyCart } from '../pieces/empty-cart.js';
import { ticket } from '../pieces/icons.more.js';
import { notice } from '../pieces/note.js';
import type { CheckoutWords } from './step.js';

interface WithoutCart {
  words: CheckoutWords;
  store: Store;
  /** Address of the page with the orders; empty = no way there is offered. */
  ordersUrl: string;
  /** Opens the checkout again, for an order that could not be read yet. */
  onOpen: () => void;
}

/** Nothing is in the cart. Where it became an order, now or a while ago, that one is what matters: the way to it comes first. */
export function withoutCart({ words, store, ordersUrl, onOpen }: WithoutCart): TemplateResult {
  const { soldOrderId, checkout, shop } = store.state;
  const { lastOrder } = checkout;
  const orderId = checkout.order?.orderId ?? soldOrderId ?? lastOrder?.orderId;
  if (!orderId) return emptyCart(words, shop.value);
  const isLast = lastOrder?.orderId === orderId;
  const day = isLast ? words.format.date(lastOrder.purchasedAt, lastOrder.timeZone) : '';
  const onShow = isLast ? () => void store.dispatch('last-order-show', {}) : onOpen;
  const { made } = words.buy;
  return notice({
    glyph: ticket,
    title: made.title,
    text: made.text(orderId, day),
    actions: html`<button class="button primary" @click=${onShow}>${made.show}</button>
      ${ordersUrl ? html`<a class="link" href=${ordersUrl}>${made.all}</a>` : nothing}`,
  });
}
