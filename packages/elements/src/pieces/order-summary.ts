import type { Cart, CartLine, Fee } from '@s360-widgets/contract';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../base/words.js';
import { amount, amountOrFree } from './amount.js';
import { minutesAndSeconds } from './hold-clock.js';
import { icon } from './icon.js';
import { down } from './icons.js';
import { hasOthers } from './others.js';
import { whatOf, whichOf } from './place.js';
import { poster } from './poster.js';
import { ease } from '../styles/motion.js';

type BuyWords = Words<'base' | 'buy'>;

/** What is bought, line by line: picture, title, which of it, which places, and what is in it. */
export const orderLines = (
  words: BuyWords,
  lines: readonly CartLine[],
  zone: string,
): TemplateResult => html`<ul class="order-lines">
  ${lines.map((line) => {
    const which = whichOf(words, line, zone);
    return html`<li class="order-line">
      ${poster(line.pictureUrl)}
      <div>
        <p class="order-title">${line.title}</p>
        ${which ? html`<p class="soft">${which}</p>` : nothing}
        ${whatOf(words, line).map((what) => html`<p class="soft">${what}</p>`)}
        ${line.included.map(({ quantity, title }) => html`<p class="soft">${quantity} × ${title}</p>`)}
      </div>
    </li>`;
  })}
</ul>`;

/** Tickets, what of them is fees, further fees, total and the tax in it. The price is never a surprise: a fee of nothing is said as well. */
export function totals(words: BuyWords, cart: Cart): TemplateResult {
  const { buy } = words;
  const { summary } = buy;
  const name = ({ kind, name: given }: Fee) => given || summary.fee[kind];
  return html`<dl class="totals">
      <div>
        <dt class="soft">${buy.tickets(cart.ticketCount, hasOthers(cart.lines))}</dt>
        <dd><bdi>${amount(words, cart.ticketsTotal)}</bdi></dd>
      </div>
      ${cart.fees.map(
        (fee) => html`<div class=${fee.isIncluded ? 'part' : ''}>
          <dt class="soft">${fee.isIncluded ? summary.ofWhich(name(fee)) : name(fee)}</dt>
          <dd><bdi>${amountOrFree(words, fee.amount)}</bdi></dd>
        </div>`,
      )}
      <div class="grand">
        <dt>${summary.total}</dt>
        <dd class="grand-total" part="total"><bdi>${amount(words, cart.total)}</bdi></dd>
      </div>
    </dl>
    ${cart.includedTax ? html`<p class="small soft tax">${summary.tax(amount(words, cart.includedTax))}</p>` : nothing}`;
}

export interface Summary {
  words: BuyWords;
  cart: Cart;
  secondsLeft: number | null;
  /** A link to the cart, if there is one. */
  change?: TemplateResult;
}

/** The order beside the form; in narrow pages `foldedSummary` takes its place. */
export const orderSummary = ({ words, cart, change }: Summary): TemplateResult => html`<section
  class="box"
  part="summary"
  aria-labelledby="summary-title"
>
  <div class="box-head">
    <h3 class="title-s" id="summary-title">${words.buy.summary.title}</h3>
    ${change ?? nothing}
  </div>
  ${orderLines(words, cart.lines, cart.timeZone)} ${totals(words, cart)}
</section>`;

/** The same in one line that opens: tickets, total and time. */
export function foldedSummary({ words, cart, secondsLeft, change }: Summary): TemplateResult {
  const { format, buy } = words;
  const until = cart.expiresAt && format.time(cart.expiresAt, cart.timeZone);
  return html`<details class="box folded" part="summary">
    <summary>
      <span>
        <b>${buy.summary.line(cart.ticketCount, amount(words, cart.total), hasOthers(cart.lines))}</b>
        ${
          until && secondsLeft
            ? html`<span class="soft number">${buy.hold.line(until, minutesAndSeconds(secondsLeft))}</span>`
            : nothing
        }
      </span>
      ${icon(down)}
    </summary>
    ${orderLines(words, cart.lines, cart.timeZone)} ${totals(words, cart)}
    ${change ? html`<p class="folded-change">${change}</p>` : nothing}
  </details>`;
}

export const summaryStyles = css`
  .box {
    padding: 20px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .box-head {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 12px;
    margin-block-end: 16px;
  }
  .order-lines {
    display: grid;
    gap: 16px;
  }
  .order-line {
    display: flex;
    gap: 12px;
    font-size: 0.875em;
    line-height: 1.35;
  }
  .order-title {
    font-weight: 600;
  }
  .order-line .poster {
    flex: none;
    align-self: start;
    width: 44px;
    border-radius: var(--_radius-inner);
  }
  .totals {
    display: grid;
    gap: 10px;
    font-size: 0.9375em;
  }
  .order-lines + .totals {
    margin-block-start: 24px;
  }
  .totals > div {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 12px;
  }
  .totals .part {
    padding-inline-start: 16px;
    font-size: 0.9em;
  }
  .totals dd {
    flex: none;
    max-width: 100%;
    font-variant-numeric: tabular-nums;
  }
  .totals .grand {
    margin-block-start: 6px;
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_line);
    font-weight: 600;
  }
  .totals .grand-total {
    font-size: 1.6em;
    line-height: 1.1;
    letter-spacing: -0.014em;
  }
  .tax {
    margin-block-start: 6px;
  }
  .folded {
    padding: 0 16px;
  }
  .folded summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    min-height: 72px;
    padding-block: 12px;
    list-style: none;
    cursor: pointer;
  }
  .folded summary::-webkit-details-marker {
    display: none;
  }
  .folded summary b,
  .folded summary .soft {
    display: block;
    font-size: 0.9375em;
    line-height: 1.5;
  }
  .folded summary b {
    font-weight: 600;
  }
  .folded summary svg {
    transition: rotate 200ms ${ease};
  }
  .folded[open] summary svg {
    rotate: 180deg;
  }
  .folded[open] {
    padding-block-end: 16px;
  }
  .folded-change {
    margin-block-start: 12px;
  }
`;
