import { css } from 'lit';
import { tokens } from './tokens.js';

/** Reset, type and focus: the first sheet of an element within another, whose tokens it inherits. */
export const base = css`
  :host {
    display: block;
    color: var(--s360-color-ink, inherit);
    line-height: 1.5;
    /* What a page's own paragraphs may have; font, size and colour stay the page's. */
    text-align: start;
    text-indent: 0;
    text-transform: none;
    letter-spacing: normal;
    word-spacing: normal;
    word-break: normal;
    white-space: normal;
    /* A word without end breaks where it must, rather than the page. */
    overflow-wrap: anywhere;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .base {
    container-type: inline-size;
  }
  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
    list-style: none;
  }
  svg,
  img {
    display: block;
    flex: none;
  }
  /* Type: em steps of a 16 px base; set them on leaves, since em multiplies. */
  .title-s {
    font-size: 1.0625em;
    font-weight: 600;
    line-height: 1.294;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  .meta {
    font-size: 0.875em;
    line-height: 1.43;
  }
  .small {
    font-size: 0.8125em;
    line-height: 1.385;
  }
  .soft {
    color: var(--_ink-soft);
  }
  .number {
    font-variant-numeric: tabular-nums;
    overflow-wrap: break-word;
  }
  :focus-visible {
    outline: 2px solid var(--_accent-ink);
    outline-offset: 2px;
    box-shadow:
      0 0 0 2px var(--_ground),
      0 0 0 8px color-mix(in oklab, var(--_accent) 20%, transparent);
  }
  /* For screen readers only. */
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
`;

/** The same with the tokens: the first sheets of every public element. */
export const baseStyles = [tokens, base];
