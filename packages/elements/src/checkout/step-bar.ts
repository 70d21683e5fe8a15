import type { CheckoutStep } from '@s360-widgets/store';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../pieces/icon.js';
import { check } from '../pieces/icons.js';
import type { CheckoutWords } from './step.js';

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
