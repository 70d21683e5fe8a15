import type { Store } from '@s360-widgets/store';
import { css, html, type ReactiveElement, type TemplateResult } from 'lit';
import { note } from '../pieces/note.js';
import { askAgainSeconds } from '../pieces/unread-parts.js';
import { unreadWords } from '../pieces/unread-words.js';
import type { Step, StepView, UnreadCart } from './step.js';

/** What a checkout says of a cart with parts that can't be read; as long as there are some, it asks again every so often. */
export function unreadCartOn(host: ReactiveElement, store: () => Store | undefined): UnreadCart {
  host.addController({ hostUpdated: asker(host, store) });
  return {
    styles: css`.again { white-space: nowrap; }`,
    standIn(view, step) {
      const { words, store } = view;
      const isContact = store.state.checkout.step === 'contact';
      const { cart, more } = unreadWords(words.lang);
      const text = `${isContact ? cart.inContact : cart.inDelivery} ${more}`;
      const actions = againButton(view, 'button');
      const goOn = (event: Event) => {
        if (step.canGoOn(event, view))
          void store.dispatch('checkout-go', { step: isContact ? 'delivery' : 'review' });
      };
      return html`<form @submit=${goOn}>
        ${note({ tone: 'warn', live: true, title: cart.title, text, actions })} ${ways(view, step, isContact)}
      </form>`;
    },
    saved: ({ words }, part) => html`<p class="soft">${unreadWords(words.lang).cart[part]}</p>`,
    again: (view, what) => againButton(view, 'link again', what),
  };
}

/** The way on asks for nothing again; without a choice of delivery there is none. */
function ways(view: StepView, step: Step, isContact: boolean): TemplateResult {
  const { words, store, cart } = view;
  const { toDelivery, toReview } = words.buy.checkout;
  const back = step.back(words, store);
  if (isContact) return step.ways(view, toDelivery, back);
  return cart.shipment ? step.ways(view, toReview, back) : html`<div class="ways">${back}</div>`;
}

/** @param what names the part for those who don't see where the button stands */
const againButton = ({ words, store }: StepView, look: string, what?: string) => {
  const { tryAgain } = words.base.common;
  const isAsking = store.state.cart.status === 'loading';
  return html`<button
    class=${look}
    type="button"
    aria-label=${what ? `${tryAgain}: ${what}` : tryAgain}
    aria-busy=${isAsking ? 'true' : 'false'}
    @click=${() => void store.dispatch('cart-load', {})}
  >
    ${isAsking ? words.buy.wait : tryAgain}
  </button>`;
};

/** Asks while the page is seen and nobody is paying. @returns what to call after each rendering */
function asker(host: ReactiveElement, store: () => Store | undefined): () => void {
  let isPlanned = false;
  return () => {
    const shop = store();
    if (isPlanned || !shop?.state.cart.value?.unread.length || !host.isConnected) return;
    isPlanned = true;
    shop.clock.after(askAgainSeconds * 1000, () => {
      isPlanned = false;
      const { cart, checkout } = shop.state;
      const isOpen = cart.value?.state === 'open' && checkout.step !== 'payment';
      if (isOpen && cart.value?.unread.length && host.isConnected && !document.hidden)
        void shop.dispatch('cart-load', {});
      else host.requestUpdate();
    });
  };
}
