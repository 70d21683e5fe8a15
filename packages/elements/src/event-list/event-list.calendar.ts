import type { PerformanceSummary } from '@s360-widgets/contract';
import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { addDays, noonOf, weekdayOf } from '../base/calendar.js';
import { dayOf } from '../base/days.js';
import { icon } from '../pieces/icon.js';
import { left, right } from '../pieces/icons.more.js';
import { isOnSale, markOf, saleShape, saleWords } from '../pieces/sale-mark.js';
import { calendarStyles } from './event-list.calendar.styles.js';
import { link, type Setting } from './event-list.cards.js';
import type { FilterSetting } from './event-list.controls.js';
import { daysOf, isDayWithin } from './event-list.filter.js';
import type { Listing } from './event-list.listing.js';
import { monthName, rowList } from './event-list.rows.js';

type CalendarSetting = FilterSetting & Setting;

interface Entry {
  readonly listing: Listing;
  readonly performance: PerformanceSummary;
  /** In the venue's zone, as `2026-12-05`. */
  readonly day: string;
}

type Days = ReadonlyMap<string, readonly Entry[]>;

/** Entries of a day before "2 more". */
const few = 3;
const marks = ['on-sale', 'limited', 'sold-out', 'soon', 'moved', 'cancelled', 'closed'] as const;

const monthOf = (day: string) => day.slice(0, 7);

function monthAfter(month: string, count: number): string {
  const middle = new Date(`${month}-15`);
  middle.setUTCMonth(middle.getUTCMonth() + count);
  return monthOf(middle.toISOString());
}

/**
 * A month of the programme: a table of days with what plays on each, from Monday on; where it is narrow, a small table to choose a day in, and
 * what plays on that. What has no dates of its own stands below.
 */
export class CalendarView {
  readonly styles = calendarStyles;
  /** What the visitor has turned to; until then, the first month with something in it. */
  #month: string | undefined;
  #day: string | undefined;
  /** Days of which all is shown. */
  readonly #whole = new Set<string>();

  constructor(private readonly host: ReactiveElement) {}

  render(found: readonly Listing[], setting: CalendarSetting): TemplateResult {
    const days = daysIn(found, setting);
    const { today } = setting;
    const all = [...days.keys()];
    const [first, last] = [monthOf(today), monthOf(all.at(-1) ?? today)];
    const month = this.#month ?? monthOf(all[0] ?? today);
    const atAnyTime = found.filter((listing) => isOnAllAlong(listing, month, setting));
    return html`<div class="month-head">
        <h2 class="title-m" aria-live="polite">${monthName(month, setting.now, setting)}</h2>
        ${this.#turn(month, first, last, setting)} ${legend(days, month, setting)}
      </div>
      ${this.#table(month, days, setting)} ${this.#agenda(month, days, setting)}
      ${
        atAnyTime.length
          ? html`<h2 class="title-m month">${setting.words.filters?.anyTime}</h2>
              ${rowList(atAnyTime, setting)}`
          : nothing
      }`;
  }

  #show(month: string, day?: string): void {
    this.#month = month;
    this.#day = day;
    this.host.requestUpdate();
  }

  #turn(month: string, first: string, last: string, { words, today }: CalendarSetting): TemplateResult {
    const { filters: say } = words;
    const button = (glyph: string, count: number, name: string | undefined, isThere: boolean) => html`<button
      class="button square"
      aria-label=${name ?? nothing}
      aria-disabled=${isThere ? 'false' : 'true'}
      @click=${() => isThere && this.#show(monthAfter(month, count))}
    >
      ${icon(glyph, true)}
    </button>`;
    return html`<div class="turn">
      ${button(left, -1, say?.calendar.before, month > first)}
      ${button(right, 1, say?.calendar.after, month < last)}
      <button class="button" @click=${() => this.#show(monthOf(today), today)}>${say?.today}</button>
    </div>`;
  }

  #table(month: string, days: Days, setting: CalendarSetting): TemplateResult {
    const { words, now } = setting;
    const first = addDays(`${month}-01`, -((weekdayOf(`${month}-01`) + 6) % 7));
    const week = [0, 1, 2, 3, 4, 5, 6];
    const begins = week.slice(0, 6).map((count) => addDays(first, 7 * count));
    const weekday = (day: string, style: 'short' | 'long') =>
      words.format.part(noonOf(day), 'UTC', { weekday: style });
    return html`<table class="calendar" part="calendar">
      <caption class="unseen">${monthName(month, now, setting)}</caption>
      <thead>
        <tr>
          ${week.map((count) => {
            const day = addDays(first, count);
            return html`<th scope="col" class="small soft" abbr=${weekday(day, 'long')}>${weekday(day, 'short')}</th>`;
          })}
        </tr>
      </thead>
      <tbody>
        ${begins
          .filter((day) => monthOf(day) <= month)
          .map(
            (day) =>
              html`<tr>${week.map((count) => this.#cell(addDays(day, count), month, days, setting))}</tr>`,
          )}
      </tbody>
    </table>`;
  }

  #cell(day: string, month: string, days: Days, setting: CalendarSetting): TemplateResult {
    const isOther = monthOf(day) !== month;
    const entries = isOther ? [] : (days.get(day) ?? []);
    const isToday = day === setting.today;
    const number = Number(day.slice(8));
    const shown = this.#whole.has(day) ? entries : entries.slice(0, few);
    const hidden = entries.length - shown.length;
    return html`<td class=${isOther ? 'other' : ''} aria-current=${isToday ? 'date' : 'false'}>
      ${
        entries.length
          ? html`<button
              class="day-choice number"
              aria-label=${dayName(day, setting)}
              aria-pressed=${this.#chosenDay(month, days) === day ? 'true' : 'false'}
              @click=${() => this.#show(month, day)}
            >
              <b>${number}</b><i class=${entries.some(({ performance }) => isOnSale(performance)) ? 'dot' : 'dot none'}></i>
            </button>`
          : nothing
      }
      <span class=${entries.length ? 'day-number number plays' : 'day-number number'}><b>${number}</b></span>
      ${entries.length ? html`<ul class="plays">${shown.map((entry) => html`<li>${entryOf(entry, setting)}</li>`)}</ul>` : nothing}
      ${
        hidden
          ? html`<button class="link small plays" @click=${() => this.#open(day)}>
              ${setting.words.filters?.calendar.more(hidden)}<span class="unseen">, ${dayName(day, setting)}</span>
            </button>`
          : nothing
      }
    </td>`;
  }

  async #open(day: string): Promise<void> {
    this.#whole.add(day);
    this.host.requestUpdate();
    await this.host.updateComplete;
    const cells = [...this.host.renderRoot.querySelectorAll('.calendar td:not(.other)')];
    cells[Number(day.slice(8)) - 1]?.querySelectorAll<HTMLElement>('.entry')[few]?.focus();
  }

  /** The day that an agenda is of: the one chosen, or the first of the month with something to come. */
  #chosenDay(month: string, days: Days): string | undefined {
    if (this.#day && days.has(this.#day)) return this.#day;
    return [...days.keys()].find((day) => monthOf(day) === month);
  }

  #agenda(month: string, days: Days, setting: CalendarSetting): TemplateResult {
    const day = this.#chosenDay(month, days);
    const { words } = setting;
    if (!day) return html`<p class="soft" role="status">${words.filters?.calendar.none}</p>`;
    return html`<section class="agenda">
      <h3 class="title-s" aria-live="polite">${dayName(day, setting)}</h3>
      <ul>
        ${days.get(day)?.map((entry) => html`<li>${entryOf(entry, setting)}</li>`)}
      </ul>
    </section>`;
  }
}

/** What plays on each day, days and plays in the order of time, within the dates that the visitor filters by. */
function daysIn(found: readonly Listing[], { list, now, filters, today }: CalendarSetting): Days {
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
function isOnAllAlong(
  { starts, firstAt, lastAt }: Listing,
  month: string,
  { list }: CalendarSetting,
): boolean {
  const within = (at: string | null, isIn: (day: string) => boolean) =>
    !at || isIn(monthOf(dayOf(at, list.timeZone)));
  return (
    !starts.length && within(firstAt, (first) => first <= month) && within(lastAt, (last) => last >= month)
  );
}

const dayName = (day: string, { words }: CalendarSetting) =>
  words.format.part(noonOf(day), 'UTC', { weekday: 'long', day: 'numeric', month: 'long' });

function entryOf({ listing, performance }: Entry, setting: CalendarSetting): TemplateResult {
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
        ><span class="place soft small">${listing.venue}</span></span
      >`,
  );
}

/** The event's page, where the date is chosen already. */
function addressWith(page: string, performanceId: string): string {
  const url = new URL(page, document.baseURI);
  url.searchParams.set('performance', performanceId);
  return url.href;
}

/** The marks that stand in the month, with their words. */
function legend(days: Days, month: string, { words }: CalendarSetting): TemplateResult {
  const shown = new Map(
    [...days]
      .filter(([day]) => monthOf(day) === month)
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
