import { css } from 'lit';

/** How what moves comes to rest. */
export const ease = css`cubic-bezier(0.2, 0, 0, 1)`;
/** Under what floats, on a white page; `--_shadow` on any other. */
export const shadow = css`var(--_shadow, 0 0 0 1px #0001, 0 8px 28px #0002)`;
