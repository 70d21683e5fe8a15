import { css } from 'lit';
import { ease } from '../styles/motion.js';

export const listStyles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    margin-block-end: 12px;
  }
  .toggle {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-size: 0.875em;
    cursor: pointer;
  }
  .toggle i {
    width: 40px;
    height: 24px;
    padding: 3px;
    border-radius: 12px;
    background: var(--_edge);
    transition: background-color 120ms;
  }
  .toggle i::after {
    content: '';
    display: block;
    width: 18px;
    height: 18px;
    border-radius: 50%;
    background: var(--_raised);
    transition: translate 120ms ${ease};
  }
  .toggle[aria-checked='true'] i {
    background: var(--_accent-ink);
  }
  .toggle[aria-checked='true'] i::after {
    translate: 16px 0;
  }
  :host(:dir(rtl)) .toggle[aria-checked='true'] i::after {
    translate: -16px 0;
  }
  .order {
    position: relative;
    display: inline-flex;
    align-items: center;
    font-size: 0.875em;
    font-weight: 500;
  }
  .order select {
    appearance: none;
    field-sizing: content;
    min-height: 44px;
    padding: 0 38px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .order svg {
    position: absolute;
    inset-inline-start: 12px;
    pointer-events: none;
  }
  .order svg:last-child {
    inset-inline: auto 10px;
  }
  .sections {
    display: grid;
    gap: 10px;
  }
  .section {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  h3 {
    margin: 0;
    font: inherit;
  }
  h3 button {
    display: flex;
    align-items: center;
    gap: 8px;
    width: 100%;
    min-height: 64px;
    padding: 10px 16px;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  h3 button > span:first-child {
    flex: 1;
    display: grid;
    gap: 2px;
  }
  .range {
    font-size: 0.9375em;
    font-weight: 600;
    white-space: nowrap;
  }
  .rows {
    padding: 0 16px 12px;
    border-block-start: 1px solid var(--_line);
  }
  .row {
    display: grid;
    grid-template-columns: 120px minmax(0, 1fr);
    gap: 12px;
    padding-block: 16px;
    border-block-end: 1px solid var(--_line);
  }
  .row-name b {
    display: block;
    font-size: 0.9375em;
    font-weight: 600;
  }
  .row-name span {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .row-name .swatch {
    width: 12px;
    height: 12px;
  }
  .row-name .swatch + .swatch {
    margin-inline-start: -8px;
  }
  .seats {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .seat {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 4px;
    min-width: 44px;
    min-height: 44px;
    padding: 0 8px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: inherit;
    font: inherit;
    font-size: 0.9375em;
    font-weight: 600;
    cursor: pointer;
  }
  .seat:hover {
    background: var(--_fill-strong);
  }
  .seat svg {
    width: 16px;
    height: 16px;
  }
  .seat[aria-pressed='true'] {
    border-color: var(--_accent-ink);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .seat[aria-disabled='true']:not([aria-pressed='true']) {
    border-style: dashed;
    background: none;
    color: var(--_ink-soft);
    font-weight: 400;
    text-decoration: line-through;
    cursor: default;
  }
  .more {
    min-height: 44px;
    margin-block-start: 8px;
    font-size: 0.9375em;
  }
  .none {
    padding: 24px 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  @container (max-width: 599px) {
    .row {
      grid-template-columns: minmax(0, 1fr);
      gap: 8px;
    }
    .row-name,
    .row-name span {
      display: flex;
      align-items: baseline;
      gap: 8px;
    }
    .row-name span {
      align-items: center;
      font-size: 0.875em;
    }
  }
  @media (forced-colors: active) {
    .seat[aria-pressed='true'] {
      border: 3px solid Highlight;
    }
    .toggle i {
      border: 1px solid ButtonBorder;
    }
    .toggle i::after {
      background: ButtonText;
    }
  }
`;
