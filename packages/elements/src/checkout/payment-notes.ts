import type { Money, PaymentStart } from '@s360-widgets/contract';
import type { CheckoutState } from '@s360-widgets/store';
import { html, type TemplateResult } from 'lit';
import { amount } from '../pieces/amount.js';
import { lock } from '../pieces/icons.more.js';
import { note } from '../pieces/note.js';
import type { WidgetFault } from './payment-widget.js';
import type { StepView } from './step.js';

/** What is said above the review or the payment of an order that did not go through as it stood. Hardly any comes to it. */

/** @param seen the total that the visitor went on with */
export function totalChanged({ words, cart }: StepView, seen: Money): TemplateResult {
  const { checkout } = words.buy;
  return note({
    live: true,
    title: checkout.totalTitle(amount(words, cart.total)),
    text: checkout.totalText(amount(words, seen)),
  });
}

/** @param ordersUrl address of the page with all orders; empty = no way there is offered */
export function boughtBefore(
  { words, cart }: StepView,
  { orderId, at, title }: NonNullable<CheckoutState['boughtBefore']>,
  ordersUrl: string,
): TemplateResult {
  const { again } = words.buy.checkout;
  return note({
    tone: 'warn',
    live: true,
    title: again.title(title),
    text: again.text(words.format.time(at, cart.timeZone), orderId),
    actions: ordersUrl ? html`<a class="link" href=${ordersUrl}>${words.buy.made.all}</a>` : undefined,
  });
}

/** @param actions the way to another try, where one may be offered */
export function notPaid(
  { words, cart }: StepView,
  status: 'refused' | 'cancelled',
  actions: TemplateResult | undefined,
): TemplateResult {
  const { payment } = words.buy;
  const isRefused = status === 'refused';
  const held = cart.expiresAt && payment.stillHeld(words.format.time(cart.expiresAt, cart.timeZone));
  return note({
    tone: isRefused ? 'bad' : 'quiet',
    live: true,
    title: isRefused ? payment.refusedTitle : payment.cancelledTitle,
    text: [payment.notCharged, held, isRefused && payment.another].filter(Boolean).join(' '),
    actions,
  });
}

/** The form is shown by another checkout of the page, or could not be had. */
export function formless(
  { words }: StepView,
  phase: 'elsewhere' | WidgetFault,
  actions: TemplateResult | undefined,
): TemplateResult {
  const { cart, checkout, payment } = words.buy;
  if (phase === 'elsewhere')
    return note({ title: cart.payingTitle, text: checkout.elsewhereText, live: true, actions });
  const text = phase === 'blocked' ? payment.blockedText : payment.brokenText;
  return note({ tone: 'bad', title: payment.blockedTitle, text, live: true, actions });
}

/** The form is on a page of the provider's own, or there is a payment that was left without one. */
export function wayOn(
  { words }: StepView,
  handedOver: PaymentStart | undefined,
  actions: TemplateResult | undefined,
): TemplateResult {
  const { payment } = words.buy;
  if (!handedOver) return note({ title: payment.openTitle, text: payment.openText, actions });
  return note({ glyph: lock, title: payment.secure, text: payment.redirect(handedOver.provider), actions });
}
