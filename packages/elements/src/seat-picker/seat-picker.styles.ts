import { css } from 'lit';
import { skeletonStyles } from '../pieces/skeleton.js';
import { stepperStyles } from '../pieces/stepper.js';
import { baseStyles } from '../styles/base.js';
import { controls } from '../styles/controls.js';
import { prices } from '../styles/prices.js';
import { titleStyles } from '../styles/titles.js';
import { keyStyles } from './seat-picker.key.styles.js';
import { swatchStyles } from './seat-picker.map.styles.js';

const frame = css`
  :host {
    --_seat-ground: var(--s360-seat-ground, color-mix(in oklab, currentColor 6%, var(--_ground)));
  }
  @supports (color: light-dark(red, red)) and (color: oklch(from red l c h)) {
    :host {
      --_seat-ground: var(
        --s360-seat-ground,
        light-dark(
          color-mix(in oklab, var(--_ink) 6%, var(--_ground)),
          oklch(from var(--_ground) calc(l + 0.1 * var(--_lift, 1)) min(c * 1.5, max(c, 0.04)) h)
        )
      );
    }
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-block-end: 16px;
  }
  .titles {
    flex: 1;
    min-width: 0;
    display: grid;
    gap: 6px;
  }
  .narrow .titles {
    gap: 0;
  }
  .many {
    display: flex;
    align-items: center;
    gap: 16px;
    margin-block-end: 16px;
  }
  .many .switch {
    margin-inline-start: auto;
  }
  .label {
    font-size: 0.9375em;
    font-weight: 600;
  }
  .switch {
    display: inline-flex;
    align-items: center;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_raised);
    gap: 2px;
    padding: 3px;
  }
  .switch button {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-width: 44px;
    min-height: 36px;
    padding: 0 12px;
    border: 0;
    border-radius: var(--_radius-inner);
    background: none;
    color: inherit;
    font: inherit;
    font-size: 0.9375em;
    font-weight: 500;
    justify-content: center;
    cursor: pointer;
  }
  .switch [aria-pressed='false'] {
    color: var(--_ink-soft);
  }
  .switch [aria-pressed='true'] {
    background: currentColor;
  }
  .switch span {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }
  .switch [aria-pressed='true'] span {
    color: var(--_ground);
  }
  .desk {
    display: grid;
    gap: 24px;
  }
  .wide .desk {
    grid-template-columns: minmax(0, 1fr) 320px;
    align-items: start;
  }
  .room {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .prices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    overflow-x: auto;
    /* Room for focus rings inside of the scrolling row. */
    margin: -6px;
    padding: 6px;
    scrollbar-width: none;
  }
  .prices button {
    display: flex;
    flex: 1 0 104px;
    min-width: max-content;
    align-items: center;
    gap: 10px;
    min-height: 48px;
    padding: 4px 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .prices button:hover {
    border-color: var(--_edge);
  }
  .prices button[aria-pressed='true'] {
    border-color: currentColor;
    box-shadow: inset 0 0 0 1px currentColor;
  }
  .prices button:focus-visible {
    outline-offset: 1px;
    box-shadow: none;
  }
  .prices button > span {
    flex: 1;
    display: grid;
    white-space: nowrap;
  }
  .prices b {
    font-size: 0.9375em;
    font-weight: 600;
    line-height: 1.3;
  }
  s360-seat-map {
    height: var(--s360-seat-picker-height, 600px);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .waiting {
    display: grid;
    place-items: center;
    height: var(--s360-seat-picker-height, 600px);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .waiting svg {
    width: min(60%, 480px);
    fill: var(--_fill-strong);
  }
  .waiting .bow {
    fill: none;
    stroke: var(--_fill-strong);
    stroke-width: 20;
  }
  .narrow .head {
    flex-wrap: nowrap;
    min-height: 56px;
    margin-block-end: 8px;
  }
  .narrow .desk {
    gap: 16px;
  }
  .narrow .prices {
    flex-wrap: nowrap;
    margin-inline: calc(-1 * var(--s360-seat-picker-bleed, 0px));
    padding-inline: max(6px, var(--s360-seat-picker-bleed, 0px));
  }
  .narrow .prices button {
    flex: none;
  }
  .narrow s360-seat-map {
    height: var(--s360-seat-picker-height, clamp(360px, 118cqi, 560px));
    margin-inline: calc(-1 * var(--s360-seat-picker-bleed, 0px));
    border-inline: 0;
    border-radius: 0;
  }
  .tray {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    padding: 20px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .wide .tray {
    position: sticky;
    inset-block-start: 16px;
  }
  .tray-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
  }
  /* The sheet stays at the lower edge of the screen as long as the picker is there. */
  .sheet {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    max-height: 78svh;
    gap: 12px;
    overflow-y: auto;
    margin-inline: calc(-1 * var(--s360-seat-picker-bleed, 0px));
    padding: 16px 16px 20px;
    border-width: 1px 0 0;
    border-radius: min(14px, calc(2 * var(--_radius))) min(14px, calc(2 * var(--_radius))) 0 0;
    box-shadow: 0 -6px 24px color-mix(in oklab, currentColor 9%, transparent);
  }
  .sheet .large {
    width: 100%;
  }
  .hint {
    text-align: center;
  }
`;

/** All sheets of the picker itself; map and list have their own. */
export const pickerStyles = [
  ...baseStyles,
  titleStyles,
  controls,
  prices,
  skeletonStyles,
  stepperStyles,
  swatchStyles,
  frame,
  keyStyles,
];
