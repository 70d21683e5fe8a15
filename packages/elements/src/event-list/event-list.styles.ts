import { css } from 'lit';
import { posterStyles } from '../pieces/poster.js';
import { saleStyles } from '../pieces/sale-mark.js';
import { baseStyles } from '../styles/base.js';
import { buttons } from '../styles/buttons.js';
import { filterStyles } from './event-list.filters.styles.js';

const cards = css`
  .cards {
    display: grid;
    gap: 28px 14px;
    grid-template-columns: minmax(0, 1fr);
  }
  .card {
    display: grid;
    align-content: start;
    border-radius: var(--_radius);
    color: inherit;
    text-decoration: none;
  }
  .waiting {
    animation: pulse 1.4s ease-in-out infinite alternate;
  }
  .waiting > i {
    display: block;
    height: 44px;
    background: var(--_fill-strong);
  }
  @keyframes pulse {
    to {
      opacity: 0.6;
    }
  }
  .poster {
    aspect-ratio: var(--s360-poster-ratio, 4 / 5);
  }
  /* A series shows two sheets behind the poster's upper edge; every card keeps the space for them. */
  .stack {
    position: relative;
    isolation: isolate;
    display: block;
    padding-block-start: 8px;
  }
  .series::before,
  .series::after {
    content: '';
    position: absolute;
    inset: 4px 2.5% auto;
    height: 20px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    z-index: -1;
  }
  .series::after {
    inset: 0 4.5% auto;
  }
  .states {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 8px;
    margin-block: 14px 6px;
  }
  .card .stack,
  .card .states {
    order: -1;
  }
  .card .title-s {
    margin-block-end: 4px;
  }
  .price {
    display: block;
    margin-block-start: 10px;
    font-size: 0.9375em;
    font-weight: 600;
  }
  .next {
    font-weight: 500;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .card:hover .title-s {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }
  .more {
    display: grid;
    justify-items: stretch;
    gap: 12px;
    margin-block-start: 40px;
    text-align: center;
  }
  .failed {
    display: grid;
    justify-items: start;
    gap: 12px;
  }
  @container (min-width: 300px) {
    .cards {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container (min-width: 600px) {
    .cards {
      gap: 40px 24px;
    }
    .more {
      justify-items: center;
    }
  }
  @container (min-width: 720px) {
    .cards {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  @container (min-width: 1040px) {
    .cards {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }
`;

export const eventListStyles = [...baseStyles, buttons, posterStyles, saleStyles, filterStyles, cards];
