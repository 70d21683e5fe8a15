/** What plays on which day, and how one of it is shown in a calendar. */
import type { PerformanceSummary } from '@s360-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { noonOf } from '../base/calendar.js';
import { dayOf } from '../base/days.js';
import { isOnSale, markOf, saleShape, saleWords } from '../pieces/sale-mark.js';
import { link, type Setting } from './event-list.cards.js';
import type { FilterSetting } from './event-list.controls.js';
import { daysOf, isDayWithin } from './event-list.filter.js';
import type { Listing } from './event-list.listing.js';

export type CalendarSetting = FilterSetting & Setting;

export interface Entry {
  readonly listing: Listing;
  readonly performance: PerformanceSummary;
  /** In the venue's zone, as `2026-12-05`. */
  readonly day: string;
}

export type Days = ReadonlyMap<string, readonly Entry[]>;

/** Days from the first to the last. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const marks = ['on-sale', 'limited', 'sold-out', 'soon', 'moved', 'cancelled', 'closed'] as const;

/** What plays on each day, days and plays in the order of time, within the dates that the visitor filters by. */
export function daysIn(found: readonly Listing[], { list, now, filters, today }: CalendarSetting): Days {
  const { from, to } = daysOf(filters, today);
  const days = new Map<string, Entry[]>();
  const entries = found
    .flatMap((listing) =>
      listing.event.performances.map((performance) => ({
        ...{ listing, performance, at: Date.parse(performance.startAt) },
        day: dayOf(performance.startAt, list.timeZone),
      })),
    )
    .sort((one, other) => one.at - other.at);
  for (const entry of entries) {
    const { day, performance, at } = entry;
    const isWanted = isDayWithin(day, from, to) && (!filters.available || isOnSale(performance));
    if (!isWanted || at < now) continue;
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return days;
}

/** What has no dates of its own: a pass while it is good, and what is there at all times. */
export function isOnAllAlong(
  { starts, firstAt, lastAt }: Listing,
  { from, to }: Period,
  { list }: CalendarSetting,
): boolean {
  const is = (at: string | null, isIn: (day: string) => boolean) => !at || isIn(dayOf(at, list.timeZone));
  return !starts.length && is(firstAt, (first) => first <= to) && is(lastAt, (last) => last >= from);
}

export const dayName = (day: string, { words }: CalendarSetting) =>
  words.format.part(noonOf(day), 'UTC', { weekday: 'long', day: 'numeric', month: 'long' });

export function entryOf({ listing, performance }: Entry, setting: CalendarSetting): TemplateResult {
  const { words, list, now } = setting;
  const { title } = listing.event;
  const isSold = ['sold-out', 'closed', 'cancelled'].includes(markOf(performance));
  const urlOf = (its: Listing) => addressWith(setting.urlOf(its), performance.id);
  return link(
    listing,
    { ...setting, urlOf },
    'entry',
    html`<span class=${markOf(performance)}>${saleShape(performance)}</span
      ><span class=${isSold ? 'what soft' : 'what'}
        ><b class="number">${words.format.time(performance.startAt, list.timeZone)}</b>
        <span class="title">${performance.saleState === 'cancelled' ? html`<s>${title}</s>` : title}</span
        ><span class="unseen">, ${saleWords(performance, words, list.timeZone, now)}</span
        ><span class=${isSold ? 'place small' : 'place soft small'}>${listing.venue}</span></span
      >`,
  );
}

/** The event's page, where the date is chosen already. */
function addressWith(page: string, performanceId: string): string {
  const url = new URL(page, document.baseURI);
  url.searchParams.set('performance', performanceId);
  return url.href;
}

/** The marks that stand in a period, with their words. */
export function legend(days: Days, { from, to }: Period, { words }: CalendarSetting): TemplateResult {
  const shown = new Map(
    [...days]
      .filter(([day]) => isDayWithin(day, from, to))
      .flatMap(([, entries]) =>
        entries.map(({ performance }) => [markOf(performance), performance] as const),
      ),
  );
  return html`<ul class="legend" aria-hidden="true">
    ${marks.map((mark) => {
      const sale = shown.get(mark);
      if (!sale) return nothing;
      const word = words.base.sale[mark === 'closed' ? sale.saleState : mark];
      return html`<li class="sale small ${mark}">${saleShape(sale)}${word}</li>`;
    })}
  </ul>`;
}
