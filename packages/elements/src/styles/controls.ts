import { css } from 'lit';
import { buttons } from './buttons.js';

/** Beyond `buttons.ts`: sizes and states of buttons, and links. */
export const moreControls = css`
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
    .button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;

/**
 * Buttons: `.button` is quiet, `.button.primary` filled (one a view), `.button.large` the main step of a page, `.button.icon`
 * square, `.button.bare` without border. `.link` is text that acts. A button that can't be used keeps its focus:
 * `aria-disabled="true"` with a hint beside it. `aria-busy="true"` while it works.
 */
export const controls = [buttons, moreControls];
