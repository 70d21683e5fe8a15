import { css, html, type TemplateResult } from 'lit';
import { inlineStyle } from '../base/inline-style.js';

/**
 * Grey boxes in the place of what is loading.
 * @param boxes heights in pixels and widths in percent, from above
 */
export const skeleton = (
  boxes: readonly (readonly [height: number, width: number])[],
): TemplateResult => html`<span
  class="skeleton"
  aria-hidden="true"
  >${boxes.map(([height, width]) => html`<i .style=${inlineStyle(`height:${height}px;width:${width}%`)}></i>`)}</span
>`;

export const skeletonStyles = css`
  .skeleton {
    display: grid;
    gap: 10px;
  }
  .skeleton,
  .pulse {
    animation: pulse 1.4s ease-in-out infinite alternate;
  }
  .skeleton i {
    border-radius: min(4px, var(--_radius));
    background: var(--_fill-strong);
  }
  @keyframes pulse {
    to {
      opacity: 0.6;
    }
  }
`;
