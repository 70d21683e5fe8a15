import { css } from 'lit';

const dates = css`
  .strip {
    position: relative;
    display: flex;
    gap: 8px;
    min-width: 0;
    margin: -6px;
    padding: 6px;
    overflow-x: auto;
    scrollbar-width: none;
  }
  @media (prefers-reduced-motion: no-preference) {
    .strip {
      scroll-behavior: smooth;
    }
  }
  .day {
    position: relative;
    flex: none;
    width: 64px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    cursor: pointer;
  }
  .day:hover {
    border-color: var(--_edge);
  }
  .off {
    border-style: dashed;
    border-color: var(--_edge);
    background: none;
  }
  .face {
    display: grid;
    justify-items: center;
    gap: 1px;
    padding: 8px 4px 10px;
  }
  .face b {
    font-size: 1.25em;
    font-weight: 600;
    line-height: 1.2;
  }
  .face .mark {
    margin-block-start: 6px;
  }
  /* Ink as the ground: the cell keeps its text colour, its face takes the ground's. */
  .day:has(:checked) {
    border-color: currentColor;
    background: currentColor;
  }
  .day :checked ~ .face,
  .day :checked ~ .face .mark {
    color: var(--_ground);
  }
  .ways {
    display: none;
    gap: 8px;
  }
  .ways .button,
  .ways [aria-disabled='true'] {
    border-color: var(--_line);
  }
  .ways [aria-disabled='true'] {
    background: none;
  }
  .months {
    min-height: 44px;
    padding: 0 4px;
    border: 0;
    background: none;
    color: var(--_accent-ink);
    font: inherit;
    font-size: 0.875em;
    text-decoration: underline;
    text-underline-offset: 3px;
    cursor: pointer;
  }
  .months option {
    color: CanvasText;
    background: Canvas;
  }
  .mirrored:dir(rtl) {
    scale: -1 1;
  }
  .occasions,
  .items {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .occasions .option {
    flex-wrap: wrap;
  }
  .items + .items {
    margin-block-start: 12px;
  }
  .held li {
    padding-block: 12px;
    border-block-start: 1px solid var(--_line);
  }
  .items [role='status'] {
    margin-block-end: 4px;
  }
  .items legend {
    margin-block-end: 12px;
  }
  .time {
    font-weight: 600;
    font-size: 1.0625em;
    white-space: nowrap;
  }
  .what {
    flex: 1 1 5em;
    min-width: 0;
    display: grid;
    gap: 2px;
    font-size: 0.9375em;
  }
  .amount {
    font-weight: 600;
    white-space: nowrap;
  }
  .option .amount {
    font-size: 0.9375em;
  }
  label:has(> .unseen:focus-visible) {
    outline: 2px solid var(--_accent-ink);
    outline-offset: 2px;
  }
  @container (min-width: 600px) {
    .day {
      width: 72px;
    }
    .ways {
      display: flex;
    }
  }
`;

const tickets = css`
  .tickets {
    margin-block-start: 16px;
  }
  .categories {
    display: grid;
    gap: 8px;
    grid-template-columns: repeat(auto-fit, minmax(112px, 1fr));
    margin-block-end: 12px;
  }
  .category {
    position: relative;
    display: flex;
    align-items: center;
    gap: 8px;
    flex-wrap: wrap;
    min-height: 44px;
    padding: 6px 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    font-size: 0.9375em;
    line-height: 1.2;
    cursor: pointer;
  }
  .category b {
    font-weight: 500;
    white-space: nowrap;
  }
  .category:hover {
    border-color: var(--_edge);
  }
  .category:has(:checked) {
    border-color: currentColor;
    box-shadow: inset 0 0 0 1px currentColor;
    font-weight: 600;
  }
  .category:has(:checked) b {
    font-weight: 600;
  }
  .category:has(:disabled) {
    border-style: dashed;
    color: var(--_ink-soft);
    cursor: default;
  }
  .swatch {
    flex: none;
    width: 14px;
    height: 14px;
    border: 1px solid #0000;
    border-radius: 50%;
    forced-color-adjust: none;
  }
  .swatch.a {
    background: var(--_price-a);
  }
  .swatch.b {
    background: var(--_price-b);
  }
  .swatch.c {
    background: var(--_price-c);
  }
  .swatch.d {
    background: var(--_price-d);
    border-color: var(--_price-edge);
  }
  .swatch.e {
    background: var(--_price-e);
    border-color: var(--_price-edge);
  }
  .swatch.f {
    background: var(--_price-f);
    border-color: var(--_price-edge);
  }
  .tariffs li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 4px 20px;
    min-height: 76px;
    padding-block: 12px;
    border-block-start: 1px solid var(--_line);
  }
  .who {
    display: grid;
    grid-area: 1 / 1;
  }
  .who b {
    font-weight: 600;
  }
  .tariffs .amount {
    grid-row: 2;
  }
  .stepper,
  .members {
    grid-row: 1 / 3;
    grid-column: 2;
  }
  @container (min-width: 600px) {
    .tariffs li {
      grid-template-columns: minmax(0, 1fr) auto 122px;
    }
    .tariffs .amount,
    .stepper,
    .members {
      grid-row: 1;
      grid-column: auto;
    }
    .members {
      text-align: center;
    }
  }
  @media (forced-colors: active) {
    .day:has(:checked),
    .category:has(:checked) {
      outline: 2px solid Highlight;
    }
    .day :checked ~ .face .mark {
      color: CanvasText;
    }
  }
`;

/** Days, hours, price categories, tariffs. */
export const choiceStyles = [dates, tickets];
