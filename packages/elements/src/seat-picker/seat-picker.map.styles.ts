import { css } from 'lit';
import { accentFill } from '../styles/accent-fill.js';

/** The little discs that stand for a price, on the map's card, the legend, the list and the tray. */
export const swatchStyles = css`
  .swatch {
    flex: none;
    display: inline-block;
    width: 16px;
    height: 16px;
    border-radius: 50%;
    background: var(--_swatch);
    box-shadow: inset 0 0 0 1px color-mix(in oklab, currentColor 22%, transparent);
  }
  .a {
    --_swatch: var(--_price-a);
  }
  .b {
    --_swatch: var(--_price-b);
  }
  .c {
    --_swatch: var(--_price-c);
  }
  .d,
  .e,
  .f {
    box-shadow: inset 0 0 0 1.25px var(--_price-edge);
  }
  .d {
    --_swatch: var(--_price-d);
  }
  .e {
    --_swatch: var(--_price-e);
  }
  .f {
    --_swatch: var(--_price-f);
  }
`;

export const mapStyles = css`
  ${accentFill}
  :host {
    position: relative;
    overflow: hidden;
    background: var(--_raised);
    user-select: none;
    -webkit-user-select: none;
  }
  canvas {
    display: block;
    width: 100%;
    height: 100%;
    cursor: grab;
    touch-action: none;
  }
  /* At the overview a finger scrolls the page. */
  canvas.whole {
    touch-action: pan-x pan-y;
  }
  canvas.aimed {
    cursor: pointer;
  }
  .probes {
    position: absolute;
    visibility: hidden;
    width: 0;
    height: 0;
    overflow: hidden;
  }
  /* Any change of theme starts one of these, and so is told. */
  .probes i {
    transition: color 1ms !important;
  }
  .corners,
  .corners i {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
  .corners i {
    inset: 0 auto auto 0;
  }
  .corners i:nth-child(2) {
    inset: 0 0 auto auto;
  }
  .corners i:last-child {
    inset: auto auto 0 0;
  }
  .tags li {
    position: absolute;
    inset-block-start: 0;
    left: 0;
    /* Its box lies beside the tag, over seats. */
    pointer-events: none;
  }
  .tag {
    position: relative;
    pointer-events: auto;
    translate: -50% -50%;
    padding: 2px 13px;
    border: 1px solid var(--_edge);
    border-radius: min(var(--_radius), 13px);
    background: var(--_raised);
    color: inherit;
    font: inherit;
    font-size: 0.8125em;
    line-height: 1.385;
    white-space: nowrap;
    cursor: pointer;
  }
  /* The target is taller than the tag. */
  .tag::after {
    content: '';
    position: absolute;
    inset: -6px 0;
  }
  .tag:hover {
    background: var(--_fill-strong);
  }
  .tag b {
    font-weight: 600;
  }
  .tag span {
    color: var(--_ink-soft);
    margin-inline-start: 2px;
  }
  [role='grid'] {
    position: absolute;
    inset: 0;
    overflow: hidden;
    pointer-events: none;
  }
  [role='gridcell'] {
    position: absolute;
    width: var(--_size);
    height: var(--_size);
    translate: -50% -50%;
    outline: none;
    box-shadow: none;
  }
  .zoom {
    position: absolute;
    inset-block-end: 12px;
    inset-inline-end: 12px;
    display: grid;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .zoom button {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-inner);
    background: none;
    color: inherit;
    cursor: pointer;
  }
  .zoom button + button {
    border-block-start: 1px solid var(--_line);
  }
  .zoom button:hover {
    background: var(--_fill-strong);
  }
  /* A sheet lies over the lower end. */
  @container (max-width: 799px) {
    .zoom {
      inset-block: 44px auto;
      grid-auto-flow: column;
    }
    .zoom button + button {
      border-width: 0;
      border-inline-start: 1px solid var(--_line);
    }
  }
  @container (max-width: 599px) {
    .tag {
      padding-inline: 10px;
    }
    /* Touching a section zooms; the buttons would cover seats. */
    .overview:not(:focus-within) {
      display: none;
    }
  }
`;
