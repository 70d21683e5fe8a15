import type { CheckoutStep } from '@s360-widgets/store';
import { html, nothing, type TemplateResult } from 'lit';
import { countdown } from '../pieces/countdown.js';
import { icon } from '../pieces/icon.js';
import { check } from '../pieces/icons.js';
import { foldedSummary, orderSummary } from '../pieces/order-summary.js';
import type { CheckoutWords, StepView } from './step.js';

const steps = ['contact', 'delivery', 'review', 'payment'] as const;

/** Where the visitor is on the way: bars and words, in narrow pages bars and "Step 2 of 4". */
export function stepBar({ buy }: CheckoutWords, now: CheckoutStep): TemplateResult {
  const { checkout } = buy;
  const at = steps.findIndex((step) => step === now);
  return html`<nav aria-label=${checkout.label} part="steps">
    <ol class="steps">
      ${steps.map((step, index) => {
        const isDone = index < at;
        return html`<li class=${isDone ? 'past' : index === at ? 'now' : ''} aria-current=${index === at ? 'step' : 'false'}>
          <span class="step-name">
            ${isDone ? icon(check) : html`${index + 1}.`} ${checkout.steps[step]}
            ${isDone ? html`<span class="unseen">, ${checkout.done}</span>` : nothing}
          </span>
        </li>`;
      })}
    </ol>
    <p class="step-of soft meta" aria-hidden="true">${checkout.stepOf(at + 1, steps.length)}</p>
  </nav>`;
}

/**
 * Beside the step: the clock and what is bought.
 * @param secondsLeft to the end of the hold; null when nothing is held
 * @param cartUrl the page with the cart; empty = no way there is offered
 */
export function aside(
  { words, cart }: StepView,
  secondsLeft: number | null,
  cartUrl: string,
): TemplateResult {
  const canChange = cartUrl && cart.state === 'open';
  const change = canChange
    ? html`<a class="link" href=${cartUrl}>${words.buy.summary.change}</a>`
    : undefined;
  const summary = { words, cart, secondsLeft, change };
  return html`<div class="aside">
    <div class="wide">
      ${secondsLeft === null ? nothing : countdown(words, cart, secondsLeft)} ${orderSummary(summary)}
    </div>
    <div class="narrow">${foldedSummary(summary)}</div>
  </div>`;
}

export const skeleton = (): TemplateResult => html`<div class="base" part="base" aria-busy="true">
  <div class="columns pulse">
    <div class="step"><div class="bone"></div><div class="bone"></div><div class="bone"></div></div>
  </div>
</div>`;
