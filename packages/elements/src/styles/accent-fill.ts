import { css } from 'lit';

/** The tinted ground of what is chosen. See `tokens.ts`. */
export const accentFill = css`
  :host {
    --_accent-fill: var(--s360-color-accent-fill, color-mix(in oklab, var(--_accent) 9%, var(--_ground)));
  }
`;
