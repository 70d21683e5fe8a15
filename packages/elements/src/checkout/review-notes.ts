import type { Money } from '@s360-widgets/contract';
import { html, type TemplateResult } from 'lit';
import { amount } from '../pieces/amount.js';
import { note } from '../pieces/note.js';
import type { StepView } from './step.js';

/** What is said above the review of an order that did not go through as it stood. Hardly any comes to it. */

/** @param seen the total that the visitor went on with */
export function totalChanged({ words, cart }: StepView, seen: Money): TemplateResult {
  const { checkout } = words.buy;
  return note({
    live: true,
    title: checkout.totalTitle(amount(words, cart.total)),
    text: checkout.totalText(amount(words, seen)),
  });
}

/** @param canPay whether another try may be offered at once */
export function notPaid(
  { words, cart }: StepView,
  status: 'refused' | 'cancelled',
  canPay: boolean,
): TemplateResult {
  const { payment } = words.buy;
  const isRefused = status === 'refused';
  const held = cart.expiresAt && payment.stillHeld(words.format.time(cart.expiresAt, cart.timeZone));
  return note({
    tone: isRefused ? 'bad' : 'quiet',
    live: true,
    title: isRefused ? payment.refusedTitle : payment.cancelledTitle,
    text: [payment.notCharged, held, isRefused && payment.another].filter(Boolean).join(' '),
    actions: canPay ? html`<button class="button" type="submit">${payment.again}</button>` : undefined,
  });
}
