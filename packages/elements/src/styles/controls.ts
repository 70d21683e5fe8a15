import { css } from 'lit';

/**
 * Buttons: `.button` is quiet, `.button.primary` filled (one a view), `.button.large` the main step of a page, `.button.icon`
 * square, `.button.bare` without border. `.link` is text that acts. A button that can't be used keeps its focus:
 * `aria-disabled="true"` with a hint beside it. `aria-busy="true"` while it works.
 */
export const controls = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 44px;
    padding: 4px 16px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: inherit;
    font: inherit;
    font-size: 0.9375em;
    font-weight: 500;
    line-height: 1.3;
    overflow-wrap: break-word;
    min-width: 0;
    text-decoration: none;
    cursor: pointer;
    transition: background-color 120ms var(--_ease);
  }
  .button:hover {
    background: var(--_fill-strong);
  }
  .primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .primary:hover {
    background: color-mix(in oklab, var(--_accent) 88%, #000);
  }
  .primary:active {
    background: color-mix(in oklab, var(--_accent) 78%, #000);
  }
  .large {
    min-height: 52px;
    padding-inline: 20px;
    font-size: 1em;
  }
  .icon {
    width: 44px;
    padding: 0;
  }
  .bare {
    border-color: transparent;
    background: none;
  }
  .button[aria-disabled='true'] {
    border-color: transparent;
    background: var(--_fill-strong);
    color: var(--_ink-faint);
    cursor: default;
  }
  .button[aria-busy='true'] {
    cursor: progress;
  }
  .link {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent-ink);
    font: inherit;
    text-decoration: underline;
    text-underline-offset: 3px;
    cursor: pointer;
  }
  @media (forced-colors: active) {
    .primary {
      border-color: ButtonBorder;
    }
    .button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
