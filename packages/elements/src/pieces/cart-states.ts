import type { Cart } from '@s360-widgets/contract';
import type { ProblemError } from '@s360-widgets/contract/problem';
import type { Store } from '@s360-widgets/store';
import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { emit } from '../base/emit.js';
import type { Words } from '../base/words.js';
import { callLink } from './failure.js';
import { clock } from './icons.more.js';
import { note } from './note.js';
import { orderLines, orderSummary } from './order-summary.js';

type StateWords = Words<'base' | 'buy' | 'problems'>;

/** What an element does about such a cart. */
export interface CartUser {
  readonly store: () => Store | undefined;
  /** Reads the cart again. */
  readonly reload: () => void;
  /** Where other tickets are chosen; empty where the page does not say. */
  readonly othersUrl: () => string;
  /** After the same places were had again. */
  readonly onHadAgain?: (words: StateWords) => Promise<void>;
}

/**
 * What is said of a cart that can't be bought as it stands, and what can be done about it. Hardly any cart comes to it, so the code
 * comes with the need.
 */
export class CartStates {
  /** What stood in the way of the last try for the same places. */
  #problem: ProblemError | null = null;
  #isTrying = false;

  constructor(
    private readonly host: ReactiveElement,
    private readonly user: CartUser,
  ) {}

  /**
   * Says that the hold is over, and offers to try for the same places, where it is known what had been held.
   * @param inPayment whether it ended during a payment that was not made
   * @param also said last, such as that what was entered is kept
   */
  ended(words: StateWords, inPayment = false, also = ''): TemplateResult {
    const lines = this.user.store()?.state.lapsedLines ?? [];
    const problem = this.#problem;
    const { hold, payment } = words.buy;
    const reason = problem && words.problems[problem.code];
    const plain = lines.length ? hold.endedText : hold.endedNothing;
    const text = reason?.text ?? (inPayment ? payment.expiredText : plain);
    const canRetry =
      lines.length > 0 && problem?.code !== 'seats-taken' && problem?.code !== 'not-enough-seats';
    return note({
      tone: 'bad',
      glyph: clock,
      title: reason?.title ?? (inPayment ? payment.expiredTitle : hold.endedTitle),
      text: [text, also].filter(Boolean).join(' '),
      live: true,
      actions: html`${canRetry ? this.#retryButton(words) : nothing}
        <button class="button ${canRetry ? '' : 'primary'}" @click=${this.#chooseOthers}>${hold.others}</button>`,
    });
  }

  /** The same as a whole view, with what had been held. */
  endedCart(words: StateWords, { timeZone }: Cart): TemplateResult {
    const lines = this.user.store()?.state.lapsedLines ?? [];
    return html`${this.ended(words)}
    ${
      lines.length
        ? html`<h2 class="title-s had">${words.buy.hold.hadTitle}</h2>
            ${orderLines(words, lines, timeZone)}`
        : nothing
    }`;
  }

  /** Says that nobody can tell what has become of an order: it can be looked at, and that is all. */
  unclear(words: Words<'base' | 'buy'>, cart: Cart): TemplateResult {
    return this.#untouchable(words, words.buy.unclear, cart);
  }

  /** The same as a whole view, with what the order holds. */
  unclearOrder(words: Words<'base' | 'buy'>, cart: Cart): TemplateResult {
    return html`<div class="step">${this.unclear(words, cart)} ${orderSummary({ words, cart, secondsLeft: null })}</div>`;
  }

  /** Says that a payment is with the box office's people, whoever asks, and must not be made again. */
  raisedOrder(words: Words<'base' | 'buy'>, cart: Cart): TemplateResult {
    const held = cart.lines.length > 0 ? orderSummary({ words, cart, secondsLeft: null }) : nothing;
    return html`<div class="step">${this.#untouchable(words, words.buy.raised, cart)} ${held}</div>`;
  }

  /** In place of a step: the payment was begun in another tab. */
  payingElsewhere({ buy }: Words<'buy'>): TemplateResult {
    const { cart, checkout } = buy;
    const actions = html`<button class="button" @click=${this.user.reload}>${checkout.goOnHere}</button>`;
    return note({ title: cart.payingTitle, text: checkout.elsewhereText, live: true, actions });
  }

  #untouchable(
    words: Words<'base' | 'buy'>,
    { title, text }: { title: string; text: (orderId: string) => string },
    { orderId }: Cart,
  ): TemplateResult {
    const shop = this.user.store()?.state.shop.value;
    return note({
      tone: 'warn',
      live: true,
      title,
      text: text(orderId),
      actions: html`<button class="button" type="button" @click=${this.user.reload}>${words.buy.payment.checkAgain}</button>
        <button class="button" type="button" @click=${this.#chooseOthers}>${words.buy.unclear.anew}</button> ${callLink(words, shop)}`,
    });
  }

  #retryButton = (words: StateWords) => html`<button
    class="button primary"
    aria-busy=${this.#isTrying ? 'true' : 'false'}
    @click=${() => void this.#retry(words)}
  >
    ${this.#isTrying ? words.buy.hold.retrying : words.buy.hold.retry}
  </button>`;

  async #retry(words: StateWords): Promise<void> {
    const store = this.user.store();
    if (!store || this.#isTrying) return;
    const { lapsedLines } = store.state;
    const [only, ...others] = lapsedLines;
    const ticketCount = lapsedLines.reduce((sum, { tickets }) => sum + tickets.length, 0);
    const { performanceId = null, eventId = null } = (!others.length && only) || {};
    if (!emit(this.host, 's360-cart-add-request', { performanceId, eventId, ticketCount })) return;
    this.#turn(true, this.#problem);
    const problem = await store.dispatch('cart-add-again', {});
    this.#turn(false, problem);
    if (!problem) await this.user.onHadAgain?.(words);
  }

  readonly #chooseOthers = async (): Promise<void> => {
    this.#turn(false, null);
    await this.user.store()?.dispatch('cart-dismiss', {});
    const url = this.user.othersUrl();
    if (url) location.assign(url);
  };

  #turn(isTrying: boolean, problem: ProblemError | null): void {
    this.#isTrying = isTrying;
    this.#problem = problem;
    this.host.requestUpdate();
  }
}
