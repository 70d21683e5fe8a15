import { css } from 'lit';
import { noteStyles } from '../pieces/note.js';
import { posterStyles } from '../pieces/poster.js';
import { richTextStyles } from '../pieces/rich-text.js';
import { saleStyles } from '../pieces/sale-mark.js';
import { skeletonStyles } from '../pieces/skeleton.js';
import { stepperStyles } from '../pieces/stepper.js';
import { baseStyles } from '../styles/base.js';
import { controls } from '../styles/controls.js';
import { fields } from '../styles/fields.js';
import { prices } from '../styles/prices.js';
import { titleStyles } from '../styles/titles.js';
import { besideStyles } from './event.beside.js';
import { choiceStyles } from './event.choices.styles.js';

const layout = css`
  .head {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
  }
  .head .poster {
    aspect-ratio: 4 / 3;
  }
  .about {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 12px;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 16px;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 20px;
    color: var(--_ink-soft);
  }
  .facts li,
  .hint {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .range {
    font-size: 1.125em;
    font-weight: 600;
  }
  .sale-body,
  .closed,
  .on-map {
    margin-block-start: 28px;
    padding-block-start: 28px;
    border-block-start: 1px solid var(--_line);
  }
  .base > .note {
    margin-block-start: 20px;
  }
  .sale-body {
    display: grid;
    gap: 32px;
    grid-template-columns: minmax(0, 1fr);
  }
  .choose {
    display: grid;
    align-content: start;
    gap: 16px;
    grid-template-columns: minmax(0, 1fr);
  }
  .heading {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 0 16px;
    min-height: 44px;
  }
  .heading h3 {
    flex: 1 1 auto;
  }
  @container (min-width: 600px) {
    .head:has(> .poster) {
      grid-template-columns: minmax(160px, 26%) minmax(0, 1fr);
      gap: 32px;
    }
    .head .poster {
      aspect-ratio: 4 / 5;
    }
  }
  @container (min-width: 800px) {
    .head:has(> .poster) {
      grid-template-columns: 296px minmax(0, 1fr);
      gap: 48px;
    }
    .sale-body {
      grid-template-columns: minmax(0, 1fr) 360px;
      gap: 48px;
      margin-block-start: 40px;
      padding-block-start: 36px;
    }
    aside {
      position: sticky;
      inset-block-start: 16px;
      align-self: start;
    }
  }
`;

const box = css`
  .box {
    display: grid;
    gap: 12px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .asked {
    display: flex;
    gap: 12px;
    padding: 14px 16px;
    border-radius: var(--_radius-inner);
    background: var(--_fill);
  }
  ul.asked {
    display: grid;
  }
  .asked bdi {
    display: block;
    font-weight: 600;
  }
  .asked .soft {
    font-weight: 400;
  }
  .asked b {
    font-weight: 600;
  }
  .total {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    font-weight: 600;
  }
  .or {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .or::before,
  .or::after {
    content: '';
    flex: 1;
    border-block-start: 1px solid var(--_line);
  }
  .done {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .done svg {
    color: var(--_good);
  }
  aside > .hint {
    align-items: start;
    margin-block-start: 12px;
  }
  .turning {
    animation: turn 1s linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  .on-map .link {
    min-height: 44px;
    margin-block-end: 8px;
  }
  @container (min-width: 800px) {
    .box {
      padding: 20px;
    }
  }
`;

export const eventStyles = [
  ...baseStyles,
  titleStyles,
  controls,
  fields,
  prices,
  noteStyles,
  posterStyles,
  richTextStyles,
  saleStyles,
  skeletonStyles,
  stepperStyles,
  layout,
  ...choiceStyles,
  besideStyles,
  box,
];
