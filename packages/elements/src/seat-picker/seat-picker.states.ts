import type { SeatMap } from '@s360-widgets/contract';
import type { ProblemError } from '@s360-widgets/contract/problem';
import { html, nothing, type TemplateResult } from 'lit';
import { clock, map } from '../pieces/icons.more.js';
import { offline } from '../pieces/icons.js';
import { note, notice } from '../pieces/note.js';
import { saleWords } from '../pieces/sale-mark.js';
import type { Hall } from './seat-picker.hall.js';
import type { SeatWords } from './seat-picker.words.js';

/** The picker when there is nothing to pick from, and what stands above it when there is. */

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
    : [`${format.longDate(startAt, timeZone)}, ${format.time(startAt, timeZone)}`, venueName]
        .filter(Boolean)
        .join('. ');
  return html`<div class="head">
    <slot name="back"></slot>
    ${
      isHidden
        ? html`<h2 class="unseen">${title}</h2>`
        : html`<div class="titles">
          <h2 class=${isNarrow ? 'title-s' : 'title-l'}>${title}</h2>
          <p class="soft ${isNarrow ? 'meta' : ''}">${[name, when].filter(Boolean).join('. ')}</p>
        </div>`
    }
    ${end}
  </div>`;
}

/** The outline of a hall, before there is a plan. */
export function loading({ base }: SeatWords): TemplateResult {
  return html`<div class="waiting" role="status" aria-label=${base.common.loading}>
    <svg class="pulse" viewBox="0 0 400 330" aria-hidden="true">
      <path d="M128 22h144l20 34H108z" />
      <path d="M140 78h120v86c0 40-24 52-60 52s-60-12-60-52z" />
      <path class="bow" d="M108 84v74c0 62 38 92 92 92s92-30 92-92V84" />
      <path class="bow" d="M76 84v78c0 78 50 120 124 120s124-42 124-120V84" />
      <path class="bow" d="M44 92v76c0 92 62 146 156 146s156-54 156-146V92" />
    </svg>
  </div>`;
}

/** Nothing can be chosen here; with a way on if there is one. */
export function missing(text: { title: string; text: string }, url = '', go = ''): TemplateResult {
  return notice({
    glyph: map,
    title: text.title,
    text: text.text,
    actions: url ? html`<a class="button primary" href=${url}>${go}</a>` : undefined,
  });
}

export function failure(
  problem: ProblemError,
  { base, problems }: SeatWords,
  onRetry: () => void,
): TemplateResult {
  return notice({
    glyph: offline,
    ...problems[problem.code],
    actions: html`<button type="button" class="button primary" @click=${onRetry}>${base.common.tryAgain}</button>`,
    live: true,
  });
}

/** The sale has not begun, is over, or has nothing left. */
export function notSold(seatMap: SeatMap, words: SeatWords, now: number): TemplateResult {
  const { saleState, timeZone } = seatMap;
  const text = saleState === 'on-sale' ? undefined : words.seats.notOnSale[saleState];
  return notice({ glyph: clock, title: saleWords(seatMap, words, timeZone, now), text });
}

/** Above the map: nothing is free, or nobody knows. */
export function staleNote(
  hall: Hall,
  words: SeatWords,
  onCheck: () => void,
): TemplateResult | typeof nothing {
  const { base, seats, format } = words;
  const { stale, asOf } = hall.asked;
  if (stale)
    return note({
      tone: 'warn',
      glyph: offline,
      title: base.relay.staleTitle,
      text: base.relay.staleText(format.time(asOf, hall.seatMap.timeZone), 15),
      actions: html`<button type="button" class="button" @click=${onCheck}>${base.relay.checkNow}</button>`,
    });
  const left = hall.prices.some((_, price) => hall.free(-1, price) > 0);
  return left ? nothing : note({ ...seats.nothingLeft });
}
