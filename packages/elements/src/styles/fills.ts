import { css } from 'lit';

/** The tinted grounds of what speaks up, the ink on them, and what dims a page behind a sheet. See `tokens.ts`. */
export const fills = css`
  :host {
    --_good-fill: var(--s360-color-good-fill, oklch(0.97 0.025 155));
    --_warn-fill: var(--s360-color-warn-fill, oklch(0.965 0.035 85));
    --_bad-fill: var(--s360-color-bad-fill, oklch(0.97 0.018 20));
    --_fill-ink: var(--s360-color-fill-ink, var(--s360-color-ink, #14191e));
    --_scrim: var(--s360-color-scrim, oklch(0.2 0.01 250 / 0.4));
  }
`;
