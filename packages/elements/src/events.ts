import type { CheckoutStep, StoreFacts, Total } from '@s360-widgets/store';

/**
 * Every public event, in one table. Requests (`…-request`) say what a person wants and can be vetoed: after `preventDefault()`
 * the host page takes the step over. Facts say what happened. All bubble and cross shadow roots; details are frozen plain data
 * with nothing personal in them, since any script of the page can listen.
 */
export interface S360Events {
  /** An event was chosen in a list; vetoed, the link is not followed. */
  's360-event-select-request': { eventId: string; url: string };
  /** Tickets are about to be put into the cart. */
  's360-cart-add-request': { performanceId: string | null; eventId: string | null; ticketCount: number };
  's360-tickets-remove-request': { ticketIds: readonly string[] };
  /** The way to the cart was chosen; `url` is the page's own, if it named one. */
  's360-cart-open-request': { url: string | null };
  /** The way to the checkout was chosen. */
  's360-checkout-request': { url: string | null };
  's360-payment-start-request': Total;

  /** An element is about to show another of the kit: whoever loads the kit piecemeal defines its tag. */
  's360-element-needed': { tag: string };
  's360-event-selected': { eventId: string };
  /** The choice on a seat map changed; it holds nothing yet. */
  's360-seats-selected': { performanceId: string; seatIds: readonly string[] };
  's360-cart-changed': StoreFacts['cart-changed'];
  's360-hold-expired': StoreFacts['hold-expired'];
  's360-checkout-step-changed': { step: CheckoutStep };
  's360-payment-failed': StoreFacts['payment-failed'];
  's360-order-completed': StoreFacts['order-completed'];
  's360-signed-in': StoreFacts['signed-in'];
  's360-signed-out': StoreFacts['signed-out'];
  's360-problem-raised': StoreFacts['problem-raised'];
}

export type S360EventName = keyof S360Events;
export type S360EventOf<Name extends S360EventName> = CustomEvent<Readonly<S360Events[Name]>>;

declare global {
  /** Document, window and every element. */
  interface GlobalEventHandlersEventMap {
    's360-event-select-request': S360EventOf<'s360-event-select-request'>;
    's360-cart-add-request': S360EventOf<'s360-cart-add-request'>;
    's360-tickets-remove-request': S360EventOf<'s360-tickets-remove-request'>;
    's360-cart-open-request': S360EventOf<'s360-cart-open-request'>;
    's360-checkout-request': S360EventOf<'s360-checkout-request'>;
    's360-payment-start-request': S360EventOf<'s360-payment-start-request'>;
    's360-element-needed': S360EventOf<'s360-element-needed'>;
    's360-event-selected': S360EventOf<'s360-event-selected'>;
    's360-seats-selected': S360EventOf<'s360-seats-selected'>;
    's360-cart-changed': S360EventOf<'s360-cart-changed'>;
    's360-hold-expired': S360EventOf<'s360-hold-expired'>;
    's360-checkout-step-changed': S360EventOf<'s360-checkout-step-changed'>;
    's360-payment-failed': S360EventOf<'s360-payment-failed'>;
    's360-order-completed': S360EventOf<'s360-order-completed'>;
    's360-signed-in': S360EventOf<'s360-signed-in'>;
    's360-signed-out': S360EventOf<'s360-signed-out'>;
    's360-problem-raised': S360EventOf<'s360-problem-raised'>;
  }
}
