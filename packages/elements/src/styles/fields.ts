import { css } from 'lit';
import { accentFill } from './accent-fill.js';

/** Form fields: `.field` around label, `.input` and hint or error; `.option` is a row with its radio, all of it the target. */
export const fields = css`
  ${accentFill}
  .field {
    display: grid;
    gap: 6px;
    min-width: 0;
  }
  .field label {
    font-weight: 500;
    font-size: 0.9375em;
  }
  .input {
    width: 100%;
    min-height: 48px;
    padding: 8px 12px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: inherit;
    font: inherit;
  }
  .input::placeholder {
    color: var(--_ink-faint);
    opacity: 1;
  }
  .input[aria-invalid='true'] {
    border: 2px solid var(--_bad);
    padding: 7px 11px;
  }
  .error {
    display: flex;
    gap: 6px;
    color: var(--_bad);
  }
  .option {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 60px;
    padding: 12px 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    cursor: pointer;
  }
  .option:hover {
    border-color: var(--_edge);
  }
  .option:has(:checked) {
    border-color: var(--_accent-ink);
    background: var(--_accent-fill);
    box-shadow: inset 0 0 0 1px var(--_accent-ink);
  }
  .option:has(:disabled) {
    color: var(--_ink-faint);
    cursor: default;
  }
  .option:has(:focus-visible) {
    outline: 2px solid var(--_accent-ink);
    outline-offset: 2px;
  }
  .radio,
  .check {
    appearance: none;
    flex: none;
    display: grid;
    place-items: center;
    width: 22px;
    height: 22px;
    margin: 0;
    border: 1.5px solid var(--_edge);
    border-radius: 50%;
    background: var(--_raised);
  }
  .check {
    border-radius: min(4px, var(--_radius));
  }
  .radio:checked {
    border: 7px solid var(--_accent-ink);
  }
  .check:checked {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .check:checked::after {
    content: '';
    width: 6px;
    height: 11px;
    margin-block-start: -3px;
    border: solid var(--_on-accent);
    border-width: 0 2px 2px 0;
    rotate: 45deg;
  }
  .option :focus-visible {
    outline: none;
    box-shadow: none;
  }
  @media (forced-colors: active) {
    .radio,
    .check {
      appearance: auto;
    }
  }
`;
