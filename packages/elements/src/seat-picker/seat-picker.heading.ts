import type { SeatMap } from '@s360-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { longDate } from '../base/long-date.js';
import type { SeatWords } from './seat-picker.words.js';

/** Title, date and place; the switch of views at the end. */
export function heading(
  { title, name, startAt, timeZone, venueName }: SeatMap,
  { format }: SeatWords,
  isHidden: boolean,
  isNarrow: boolean,
  end: unknown,
): TemplateResult {
  const when = isNarrow
    ? format.dateTime(startAt, timeZone)
    : [`${longDate(format, startAt, timeZone)}, ${format.time(startAt, timeZone)}`, venueName]
        .filter(Boolean)
        .join('. ');
  return html`<div class="head">
    <slot name="back"></slot>
    ${
      isHidden
        ? nothing
        : html`<div class="titles">
          <h2 class=${isNarrow ? 'title-s' : 'title-l'}>${title}</h2>
          <p class="soft ${isNarrow ? 'meta' : ''}">${[name, when].filter(Boolean).join('. ')}</p>
        </div>`
    }
    ${end}
  </div>`;
}

/** The outline of a hall, before there is a plan. */
export function loading({ seats }: SeatWords): TemplateResult {
  return html`<div class="waiting" role="status" aria-label=${seats.loading}>
    <svg class="pulse" viewBox="0 0 400 330" aria-hidden="true">
      <path d="M128 22h144l20 34H108z" />
      <path d="M140 78h120v86c0 40-24 52-60 52s-60-12-60-52z" />
      <path class="bow" d="M108 84v74c0 62 38 92 92 92s92-30 92-92V84" />
      <path class="bow" d="M76 84v78c0 78 50 120 124 120s124-42 124-120V84" />
      <path class="bow" d="M44 92v76c0 92 62 146 156 146s156-54 156-146V92" />
    </svg>
  </div>`;
}
