import type { Cart, Shop } from '@s360-widgets/contract';
import type { ProblemError } from '@s360-widgets/contract/problem';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../base/words.js';
import { offline } from './icons.js';
import { note, notice } from './note.js';

export interface Failure {
  words: Words<'base' | 'buy' | 'problems'>;
  problem: ProblemError;
  shop: Shop | undefined;
  /** Instead of the problem's own text. */
  text?: string;
  onRetry: () => void;
}

/** A whole view that could not be read: what happened, what to do, and whom to call. */
export const failureNotice = (failure: Failure): TemplateResult => notice({ ...said(failure), live: true });

/** The same above a view that is still shown as it last was. */
export const failureNote = (failure: Failure): TemplateResult =>
  note({ ...said(failure), tone: 'warn', live: true });

function said({ words, problem, shop, text, onRetry }: Failure) {
  const { title, text: plain } = words.problems[problem.code];
  return {
    glyph: offline,
    title,
    text: text ?? plain,
    actions: html`<button class="button primary" @click=${onRetry}>${words.base.common.tryAgain}</button>
      ${callLink(words, shop)}`,
  };
}

/** The box office's phone, if it has one. */
export function callLink({ buy }: Words<'buy'>, shop: Shop | undefined): TemplateResult | typeof nothing {
  const phone = shop?.supportPhone;
  return phone
    ? html`<a class="link" href="tel:${phone.replace(/[^+\d]/g, '')}">${buy.call(phone)}</a>`
    : nothing;
}

/** Says "your cart is safe" only as long as the relay's last answer proves it. */
export function safeUntil(
  words: Words<'buy'>,
  cart: Cart | null | undefined,
  now: number,
): string | undefined {
  if (cart?.state !== 'open' || !cart.expiresAt || Date.parse(cart.expiresAt) <= now) return undefined;
  return words.buy.cart.safeText(words.format.time(cart.expiresAt, cart.timeZone));
}
