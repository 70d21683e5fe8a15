import { css } from 'lit';

export const cartButtonStyles = css`
  :host {
    display: inline-block;
    position: relative;
    vertical-align: middle;
  }
  .button {
    position: relative;
    white-space: nowrap;
  }
  .bare.icon {
    color: inherit;
  }
  /* From the bag's upper end, growing outward. */
  .badge {
    position: absolute;
    inset-block-start: 2px;
    inset-inline-start: 26px;
    min-width: 18px;
    height: 18px;
    padding-inline: 5px;
    border-radius: 9px;
    background: var(--_accent);
    box-shadow: 0 0 0 1.5px var(--_ground);
    color: var(--_on-accent);
    font-size: 11px;
    font-weight: 600;
    line-height: 18px;
    text-align: center;
  }
  .facts {
    margin-inline-start: 4px;
    color: var(--_ink-soft);
  }
  .hurry,
  .hurry .facts {
    border-color: currentColor;
    color: var(--_warn);
  }
  @media (forced-colors: active) {
    .badge {
      border: 1px solid CanvasText;
      line-height: 16px;
    }
  }
`;
