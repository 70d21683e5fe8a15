import type { EventList } from '@s360-widgets/contract';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../base/words.js';
import { calendar, search } from '../pieces/icons.js';
import { noteStyles, notice } from '../pieces/note.js';
import { staleNote } from '../pieces/stale-note.js';
import type { FilterSetting } from './event-list.controls.js';
import { bestDrop, without } from './event-list.filter.js';

/** Stands in for an empty list, and names the one filter that is best dropped. */
export function empty({
  all,
  filters,
  today,
  list,
  words,
  set,
}: FilterSetting): TemplateResult | typeof nothing {
  const say = words.filters;
  if (!say) return nothing;
  if (!all.length) return notice({ glyph: calendar, title: say.noneTitle, text: say.noneText });
  const drop = bestDrop(all, filters, today, list.timeZone);
  const name = drop && say.filter[drop.name];
  return notice({
    glyph: search,
    title: say.emptyTitle,
    text: drop && name ? say.emptyHint(drop.count, name) : say.emptyElse,
    actions: html`${
      drop && name
        ? html`<button class="button primary" @click=${() => set(without(filters, drop.name))}>
                ${say.drop(name)}
              </button>`
        : nothing
    }<button class="button" @click=${() => set({})}>${say.clearAll}</button>`,
  });
}

/** Above a list that could not be renewed. */
export const stale = (
  { filters, format }: Words<'base'>,
  { asOf, timeZone }: EventList,
  seconds: number,
  retry: () => void,
) => (filters ? staleNote(filters.stale, format.time(asOf, timeZone), seconds, retry) : nothing);

export const styles = css`
  ${noteStyles}
  .base > .note {
    margin-block-end: 20px;
  }
`;
