import type { SeatMap } from '@s360-widgets/contract';
import type { ProblemError } from '@s360-widgets/contract/problem';
import { html, nothing, type TemplateResult } from 'lit';
import { clock, map } from '../pieces/icons.more.js';
import { offline } from '../pieces/icons.js';
import { note, notice } from '../pieces/note.js';
import { staleNote } from '../pieces/stale-note.js';

import { saleWords } from '../pieces/sale-mark.js';
import type { Hall } from './seat-picker.hall.js';
import type { SeatWords } from './seat-picker.words.js';

export { noteStyles as styles } from '../pieces/note.js';

/** The picker when there is nothing to pick from, and the note above it when something is wrong. Loaded when it is needed. */

/**
 * Instead of the picker: no performance is named, or it has no plan, or the relay gave a problem. Nothing while the words for the
 * problem are on their way.
 * @param eventUrl where performances without a plan are sold; may be empty
 */
export function instead(
  words: SeatWords,
  problem: ProblemError | undefined,
  onRetry: () => void,
  eventUrl: string,
  hasPerformance: boolean,
): TemplateResult | typeof nothing {
  const { base, seats, problems } = words;
  if (!hasPerformance) return notice({ glyph: map, ...seats.noPerformance });
  if (!problem || problem.code === 'not-found') {
    const way = html`<a class="button primary" href=${eventUrl}>${seats.noMap.go}</a>`;
    const { title, text } = seats.noMap;
    return notice({ glyph: map, title, text, actions: eventUrl ? way : undefined });
  }
  if (!problems) return nothing;
  const retry = html`<button type="button" class="button primary" @click=${onRetry}>${base.common.tryAgain}</button>`;
  return notice({ glyph: offline, ...problems[problem.code], actions: retry, live: true });
}

/** The sale has not begun, is over, or has nothing left. */
export function notSold(seatMap: SeatMap, words: SeatWords, now: number): TemplateResult {
  const { saleState, timeZone } = seatMap;
  const text = saleState === 'on-sale' ? undefined : words.seats.notOnSale[saleState];
  return notice({ glyph: clock, title: saleWords(seatMap, words, timeZone, now), text });
}

/** Instead of map and list while nobody knows which seats are free: to buy by price works all the same. */
export function notKnownYet({ seats }: SeatWords, onCheck: () => void, eventUrl: string): TemplateResult {
  const { title, text } = seats.notKnownYet;
  const check = html`<button type="button" class="button primary" @click=${onCheck}>${seats.stale.checkNow}</button>`;
  const way = html`<a class="button" href=${eventUrl}>${seats.noMap.go}</a>`;
  return notice({ glyph: map, title, text, actions: html`${check} ${eventUrl ? way : nothing}`, live: true });
}

/** Above the map: nothing is free, or nobody knows. */
export function doubt(hall: Hall, { seats, format }: SeatWords, onCheck: () => void): TemplateResult {
  const { stale, asOf } = hall.asked;
  if (!stale || asOf === null) return note({ ...seats.nothingLeft });
  return staleNote(seats.stale, format.time(asOf, hall.seatMap.timeZone), 15, onCheck);
}
