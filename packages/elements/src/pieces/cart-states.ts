import type { Cart, CartLine, Shop } from '@s360-widgets/contract';
import type { ProblemError } from '@s360-widgets/contract/problem';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../base/words.js';
import { clock } from './icons.more.js';
import { callLink } from './failure.js';
import { note } from './note.js';
import { orderSummary } from './order-summary.js';

/** What is said of a cart that can't be bought as it stands. Hardly any cart comes to it, so the code comes with the need. */

export interface HoldEnded {
  words: Words<'base' | 'buy' | 'problems'>;
  /** What had been held; without it, the same can't be asked for again. */
  lines: readonly CartLine[];
  /** Whether the hold ended during a payment that was not made. */
  inPayment?: boolean;
  /** What stood in the way of the last try. */
  problem: ProblemError | null;
  isTrying: boolean;
  /** Said last, such as that what was entered is kept. */
  also?: string;
  onRetry: () => void;
  onOthers: () => void;
}

/** Says that the hold is over, and offers to try for the same places. */
export function holdEnded(ended: HoldEnded): TemplateResult {
  const { words, lines, inPayment, problem, also } = ended;
  const { hold, payment } = words.buy;
  const reason = problem && words.problems[problem.code];
  const plain = lines.length ? hold.endedText : hold.endedNothing;
  const text = reason?.text ?? (inPayment ? payment.expiredText : plain);
  return note({
    tone: 'bad',
    glyph: clock,
    title: reason?.title ?? (inPayment ? payment.expiredTitle : hold.endedTitle),
    text: [text, also].filter(Boolean).join(' '),
    live: true,
    actions: html`${canRetry(ended) ? retryButton(ended) : nothing}
      <button class="button ${canRetry(ended) ? '' : 'primary'}" @click=${ended.onOthers}>${hold.others}</button>`,
  });
}

const canRetry = ({ lines, problem }: HoldEnded) =>
  lines.length > 0 && problem?.code !== 'seats-taken' && problem?.code !== 'not-enough-seats';

const retryButton = ({ words, isTrying, onRetry }: HoldEnded) => html`<button
  class="button primary"
  aria-busy=${isTrying ? 'true' : 'false'}
  @click=${onRetry}
>
  ${isTrying ? words.buy.hold.retrying : words.buy.hold.retry}
</button>`;

export interface OrderUnclear {
  words: Words<'base' | 'buy'>;
  cart: Cart;
  shop: Shop | undefined;
  onRetry: () => void;
  onOthers: () => void;
}

/** Says that nobody can tell what has become of an order: it can be looked at, and that is all. */
export function orderUnclear({ words, cart, shop, onRetry, onOthers }: OrderUnclear): TemplateResult {
  const { unclear } = words.buy;
  return note({
    tone: 'warn',
    live: true,
    title: unclear.title,
    text: unclear.text(cart.orderId),
    actions: html`<button class="button" type="button" @click=${onRetry}>${words.base.common.tryAgain}</button>
      <button class="button" type="button" @click=${onOthers}>${unclear.anew}</button> ${callLink(words, shop)}`,
  });
}

/** The same as a whole view, with what the order holds. */
export function unclearOrder(unclear: OrderUnclear): TemplateResult {
  const { words, cart } = unclear;
  return html`<div class="step">${orderUnclear(unclear)} ${orderSummary({ words, cart, secondsLeft: null })}</div>`;
}

/** In place of a step: the payment was begun in another tab. */
export function payingElsewhere({ buy }: Words<'buy'>, onGoOn: () => void): TemplateResult {
  const { cart, checkout } = buy;
  const actions = html`<button class="button" @click=${onGoOn}>${checkout.goOnHere}</button>`;
  return note({ title: cart.payingTitle, text: checkout.elsewhereText, live: true, actions });
}
