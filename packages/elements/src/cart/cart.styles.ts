import { css } from 'lit';

export const cartStyles = css`
  .columns {
    display: grid;
    gap: 24px;
  }
  .main {
    display: grid;
    align-content: start;
    gap: 20px;
    min-width: 0;
  }
  .line {
    display: grid;
    grid-template-columns: 56px minmax(0, 1fr);
    column-gap: 16px;
    padding-block: 20px 24px;
    border-block: 1px solid var(--_line);
  }
  .line + .line {
    border-block-start: 0;
  }
  .line .poster {
    grid-row: span 2;
    align-self: start;
    width: 56px;
    border-radius: var(--_radius-inner);
  }
  .line-head {
    display: flex;
    justify-content: space-between;
    gap: 8px;
    min-height: 64px;
    padding-block-end: 12px;
  }
  .line-head p {
    margin-block-start: 2px;
    font-size: 0.9375em;
  }
  .line-head .icon {
    flex: none;
    align-self: flex-start;
    margin-block-start: -8px;
  }
  .line-body {
    min-width: 0;
  }
  .ticket {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    align-items: start;
    padding-block: 10px;
    border-block-start: 1px solid var(--_line);
    font-size: 0.9375em;
    line-height: 1.35;
  }
  .ticket-price {
    margin-inline-start: 8px;
  }
  .ticket-title,
  .ticket-price {
    font-weight: 600;
  }
  .small-icon {
    width: 32px;
    min-height: 32px;
    margin-block: -6px;
    margin-inline-start: 2px;
    color: var(--_ink-soft);
  }
  .question {
    grid-column: 1 / -1;
    margin-block: 8px 4px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_fill);
  }
  .line-body > .question {
    margin-block: 0 12px;
    font-size: 0.9375em;
  }
  .question b {
    font-weight: 600;
  }
  /* The menu takes the place of plain words, so both are equally high; it lies over its own, so that it is as wide as they are. */
  .tariff,
  .ticket-tariff {
    position: relative;
    display: grid;
    align-items: center;
    inline-size: fit-content;
    min-height: 32px;
    margin-block: -2px -6px;
    border-radius: var(--_radius-inner);
  }
  .ticket-tariff {
    font-size: 0.9333em;
  }
  .tariff > * {
    grid-area: 1 / 1;
  }
  .tariff select {
    width: 100%;
    height: 100%;
    opacity: 0;
    font: inherit;
    cursor: pointer;
  }
  .tariff-name {
    display: flex;
    align-items: center;
    gap: 2px;
    color: var(--_ink-soft);
    font-size: 0.9333em;
    text-decoration: underline;
    text-decoration-color: var(--_edge);
    text-underline-offset: 3px;
    pointer-events: none;
  }
  .tariff:hover .tariff-name {
    color: inherit;
  }
  .tariff svg {
    width: 18px;
  }
  .tariff:has(:focus-visible) {
    outline: 2px solid var(--_accent-ink);
    outline-offset: 2px;
  }
  .change {
    margin-block-start: 8px;
    font-size: 0.9375em;
  }
  .box .button {
    display: flex;
    width: 100%;
    margin-block-start: 20px;
  }
  .pay-here {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    margin-block-start: 12px;
  }
  .pay-here svg {
    width: 16px;
    height: 16px;
  }
  .had {
    margin-block: 24px 12px;
  }
  .bone {
    height: 78px;
    border-radius: var(--_radius);
    background: var(--_fill-strong);
  }
  .bone.tall {
    height: 240px;
  }
  @container (max-width: 799px) {
    .box {
      padding: 0;
      border: 0;
    }
  }
  @container (min-width: 800px) {
    .columns {
      grid-template-columns: minmax(0, 1fr) 360px;
      gap: 48px;
      align-items: start;
    }
    .columns > .box {
      position: sticky;
      inset-block-start: 20px;
    }
  }
`;
