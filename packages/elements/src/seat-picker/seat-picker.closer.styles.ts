import { css } from 'lit';
import { skipStyles } from './seat-picker.skip.js';
import { shadow } from '../styles/motion.js';

export const closerStyles = css`
  ${skipStyles}
  .skip {
    inset: 44px auto auto 50%;
    translate: -50%;
  }
  .ruler {
    position: absolute;
    inset: 0 0 auto;
    height: 34px;
    overflow: hidden;
    border-block-end: 1px solid var(--_line);
    background: var(--_raised);
    font-size: 0.8125em;
    font-weight: 600;
    line-height: 34px;
    pointer-events: none;
  }
  .ruler span {
    position: absolute;
    left: 0;
    white-space: nowrap;
    transform: translateX(-50%);
  }
  .mini {
    position: absolute;
    inset-block-end: 12px;
    inset-inline-start: 12px;
    width: 128px;
    height: 98px;
    padding: 6px 8px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    pointer-events: none;
  }
  .mini-sections {
    fill: color-mix(in oklab, currentColor 26%, var(--_raised));
  }
  .mini-stage {
    fill: currentColor;
  }
  .mini-pitch {
    fill: var(--_fill-strong);
  }
  .mini rect {
    fill: color-mix(in oklab, var(--_accent) 12%, transparent);
    stroke: var(--_accent-ink);
    stroke-width: 2px;
  }
  .card {
    position: absolute;
    width: max-content;
    max-width: 256px;
    padding: 10px 14px;
    border-radius: var(--_radius);
    background: var(--_raised);
    box-shadow: ${shadow};
    border: 1px solid var(--_line);
    font-size: 0.875em;
    line-height: 1.43;
    translate: -50% 0;
    pointer-events: none;
  }
  .card-price {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 0 8px;
  }
  .card-price b {
    font-size: 1.15em;
    font-variant-numeric: tabular-nums;
  }
  .card-price span,
  .card-how {
    color: var(--_ink-soft);
  }
  .card-how {
    font-size: 0.93em;
  }
  @container (max-width: 799px) {
    .mini {
      inset-block: 44px auto;
      width: 92px;
      height: 70px;
    }
  }
`;
