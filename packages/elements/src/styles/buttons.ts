import { css } from 'lit';

/** `.button` is quiet, `.button.primary` filled (one a view). More of them: `controls.ts`. */
export const buttons = css`
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
    transition: background-color 120ms;
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
  @media (forced-colors: active) {
    .primary {
      border-color: ButtonBorder;
    }
  }
`;
