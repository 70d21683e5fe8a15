import type { Sale } from '@s360-widgets/contract';
import { css, html, type TemplateResult } from 'lit';
import { dayOf, daysBetween } from '../base/days.js';
import type { Words } from '../base/words.js';

/** What is shown: `limited` is on sale with few left; `closed` is what can't be bought here. */
type Mark = 'on-sale' | 'limited' | 'soon' | 'sold-out' | 'cancelled' | 'moved' | 'closed';

const ring = 'M1.75 7a5.25 5.25 0 1 0 10.5 0 5.25 5.25 0 1 0-10.5 0';
/** Availability is a disc that empties; told apart without colour. Line, then what is filled. */
const shapes: Record<Mark, readonly [line: string, fill?: string]> = {
  'on-sale': [ring, ring],
  limited: [ring, 'M7 7V1.75A5.25 5.25 0 0 1 12.25 7z'],
  soon: [`${ring}M7 4.5V7l1.75 1`],
  'sold-out': [`${ring}m1.75 3.5 7-7`],
  cancelled: ['m3 3 8 8M11 3l-8 8'],
  moved: ['M1.5 7H12M8.5 3.5 12 7l-3.5 3.5'],
  closed: [`${ring}m2.75 0h5`],
};

export function markOf({ saleState, availability }: Sale): Mark {
  if (saleState === 'on-sale' && availability !== 'good')
    return availability === 'limited' ? 'limited' : 'sold-out';
  if (saleState === 'unavailable') return 'sold-out';
  return saleState === 'ended' || saleState === 'box-office' ? 'closed' : saleState;
}

/** Whether tickets can be had now. */
export const isOnSale = (sale: Sale): boolean => sale.saleState === 'on-sale' && sale.availability !== 'none';

/** The state in words: `Last tickets`, `On sale Mon, 10:00`. */
export function saleWords(sale: Sale, { base, format }: Words<'base'>, zone: string, now: number): string {
  const { saleState, onSaleAt } = sale;
  if (saleState === 'soon' && onSaleAt) {
    const isNear = daysBetween(dayOf(now, zone), dayOf(onSaleAt, zone)) < 7;
    const day = isNear ? format.part(onSaleAt, zone, { weekday: 'short' }) : format.date(onSaleAt, zone);
    return base.sale.soonAt(`${day}, ${format.time(onSaleAt, zone)}`);
  }
  const mark = markOf(sale);
  return base.sale[mark === 'limited' || (mark === 'sold-out' && saleState === 'on-sale') ? mark : saleState];
}

/** The mark alone; its word must be near. */
export function saleShape(sale: Sale): TemplateResult {
  const mark = markOf(sale);
  const [line, fill = ''] = shapes[mark];
  return html`<svg
    class="mark ${mark}"
    viewBox="0 0 14 14"
    width="14"
    height="14"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    aria-hidden="true"
  >
    <path d=${line} /><path d=${fill} fill="currentColor" />
  </svg>`;
}

/** The mark with its word. */
export const saleMark = (sale: Sale, words: Words<'base'>, zone: string, now: number): TemplateResult =>
  html`<span class="sale small ${markOf(sale)}" part="state">${saleShape(sale)}${saleWords(sale, words, zone, now)}</span>`;

export const saleStyles = css`
  .sale {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    font-weight: 500;
  }
  .on-sale {
    color: var(--_good);
  }
  .limited,
  .moved {
    color: var(--_warn);
  }
  .cancelled {
    color: var(--_bad);
  }
  .sold-out {
    color: var(--_ink-soft);
  }
  svg.soon {
    stroke-dasharray: 0.8 2.5;
  }
`;
