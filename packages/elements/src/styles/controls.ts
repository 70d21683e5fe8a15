import { css } from 'lit';
import { buttons } from './buttons.js';

/** Beside the plain ones: sizes, icons, and what a button looks like while it can't be pressed. */
export const moreButtons = css`
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
  @media (forced-colors: active) {
    .button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;

/** All of them. A list of events does with `buttons`. */
export const controls = [buttons, moreButtons];
