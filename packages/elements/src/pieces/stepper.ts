import { css, html, type TemplateResult } from 'lit';
import { icon } from './icon.js';
import { minus, plus } from './icons.seats.js';

export interface Stepper {
  /** Of the whole, such as the tariff's name. */
  label: string;
  /** Of the buttons. */
  fewer: string;
  more: string;
  value: number;
  /** At the ends a button stays where it is, but does nothing. */
  min?: number;
  max: number;
  change: (value: number) => void;
}

/** A small number with a button on each side. */
export function stepper({ label, fewer, more, value, min = 0, max, change }: Stepper): TemplateResult {
  const step = (name: string, path: string, by: number) => {
    const isEnd = by < 0 ? value <= min : value >= max;
    return html`<button
      type="button"
      class="step"
      aria-label=${name}
      aria-disabled=${isEnd}
      @click=${() => isEnd || change(value + by)}
    >
      ${icon(path)}
    </button>`;
  };
  return html`<div class="stepper" role="group" aria-label=${label}>
    ${step(fewer, minus, -1)}<output class="number" aria-live="polite">${value}</output>${step(more, plus, 1)}
  </div>`;
}

export const stepperStyles = css`
  .stepper {
    display: inline-flex;
    align-items: center;
    flex: none;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .stepper output {
    min-width: 32px;
    text-align: center;
    font-weight: 600;
  }
  .step {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-inner);
    background: none;
    color: inherit;
    cursor: pointer;
  }
  .step:hover {
    background: var(--_fill-strong);
  }
  .step[aria-disabled='true'] {
    background: none;
    color: var(--_ink-faint);
    opacity: 0.6;
    cursor: default;
  }
`;
