import { html, nothing, type TemplateResult } from 'lit';
import { calendar, search } from '../pieces/icons.js';
import { notice } from '../pieces/note.js';
import type { FilterSetting } from './event-list.bar.js';
import {
  type FilterName,
  type Filters,
  filterNames,
  isActive,
  type Listing,
  matching,
  noFilters,
  without,
} from './event-list.filter.js';

/** Stands in for an empty list, and names the one filter that is best dropped. */
export function empty({ all, filters, today, list, words, set }: FilterSetting): TemplateResult {
  const say = words.base.list;
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
    }<button class="button" @click=${() => set(noFilters)}>${say.clearAll}</button>`,
  });
}

/** When nothing matches: the one filter to drop that brings back most, and how many. */
function bestDrop(
  all: readonly Listing[],
  filters: Filters,
  today: string,
  zone: string,
): { name: FilterName; count: number } | null {
  const drops = filterNames
    .filter((name) => isActive(filters, name))
    .map((name) => ({ name, count: matching(all, without(filters, name), today, zone).length }))
    .sort((a, b) => b.count - a.count);
  return drops[0]?.count ? drops[0] : null;
}
