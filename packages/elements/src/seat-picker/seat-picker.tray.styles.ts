import { css } from 'lit';
import { noteStyles } from '../pieces/note.js';

/** The choice in the tray; the empty one is the picker's. */
export const trayStyles = css`
  ${noteStyles}
  .tray b {
    font-weight: 600;
  }
  /* In a sheet that is at its tallest, no row gives way: it scrolls. */
  .sheet {
    grid-auto-rows: max-content;
  }
  .total {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
  }
  .sheet .large:has(b) {
    justify-content: space-between;
  }
  .line {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto 44px;
    align-items: center;
    gap: 2px 8px;
    padding-block: 14px;
    border-block-end: 1px solid var(--_line);
  }
  .line:first-child {
    padding-block-start: 0;
  }
  .line .icon {
    margin-inline-end: -12px;
  }
  .place {
    font-size: 0.9375em;
    font-weight: 600;
    line-height: 1.4;
  }
  .amount {
    font-weight: 600;
  }
  .tariff {
    position: relative;
    justify-self: start;
    display: inline-flex;
    align-items: center;
    max-width: 100%;
    color: var(--_ink-soft);
  }
  .tariff select {
    appearance: none;
    max-width: 100%;
    min-height: 32px;
    padding: 0 24px 0 0;
    border: 0;
    border-radius: 2px;
    background: none;
    color: inherit;
    font: inherit;
    text-overflow: ellipsis;
    cursor: pointer;
    field-sizing: content;
  }
  .tariff option {
    background: Canvas;
    color: CanvasText;
  }
  .tariff svg {
    position: absolute;
    inset-inline-end: 2px;
    width: 16px;
    height: 16px;
    pointer-events: none;
  }
  .condition {
    grid-column: 1 / -1;
  }
  .total {
    font-weight: 600;
  }
  .total b {
    font-size: 1.5em;
    line-height: 1.2;
    letter-spacing: -0.014em;
  }
  .large > span {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }
  .turn svg {
    animation: turn 1s linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 360deg;
    }
  }
  .tray .note {
    padding: 14px;
    font-size: 0.875em;
  }
  .note .button {
    font-size: 1em;
  }
  .done {
    display: flex;
    gap: 10px;
    padding: 0;
  }
  .done b {
    display: block;
  }
  .done svg {
    margin-block-start: 2px;
    color: var(--_good);
  }
  .tray > .link {
    justify-self: start;
  }
  #tray:focus-visible {
    outline: none;
    box-shadow: none;
  }
  summary {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 12px;
    min-height: 24px;
    list-style: none;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary h3 span {
    font-weight: 400;
    letter-spacing: 0;
  }
  details ul {
    margin-block-start: 12px;
  }
  details[open] + .chips {
    display: none;
  }
  .chips {
    display: flex;
    gap: 8px;
    overflow-x: auto;
    margin: -6px;
    padding: 6px;
    scrollbar-width: none;
  }
  .chip {
    gap: 8px;
    padding-inline: 12px;
    border-color: var(--_line);
    font-weight: 400;
    white-space: nowrap;
  }
  .chip b {
    font-weight: 500;
  }
  .chip svg {
    width: 16px;
    height: 16px;
  }
`;
