import { html, nothing, type TemplateResult } from 'lit';
import { addDays, noonOf, weekdayOf } from '../base/calendar.js';
import { icon } from '../pieces/icon.js';
import { left, right } from '../pieces/icons.more.js';
import { isOnSale } from '../pieces/sale-mark.js';
import { type SetList, type Span, spans } from './event-list.address.js';
import {
  type CalendarSetting,
  dayName,
  type Days,
  daysIn,
  entryOf,
  isOnAllAlong,
  legend,
  type Period,
} from './event-list.calendar.entries.js';
import { calendarStyles } from './event-list.calendar.styles.js';
import { pill } from './event-list.controls.js';
import { isDayWithin } from './event-list.filter.js';
import type { Listing } from './event-list.listing.js';
import { monthName, rowList } from './event-list.rows.js';

/** Entries of a day of a month before "2 more". */
const few = 3;

const monthOf = (day: string) => day.slice(0, 7);

/** The first day of a month some months later or, below zero, earlier. */
function monthAfter(day: string, count: number): string {
  const middle = new Date(`${monthOf(day)}-15`);
  middle.setUTCMonth(middle.getUTCMonth() + count);
  return `${monthOf(middle.toISOString())}-01`;
}

const mondayOf = (day: string) => addDays(day, -((weekdayOf(day) + 6) % 7));

function periodOf(span: Span, day: string): Period {
  if (span !== 'week') return { from: `${monthOf(day)}-01`, to: addDays(monthAfter(day, 1), -1) };
  return { from: mondayOf(day), to: addDays(mondayOf(day), 6) };
}

/**
 * A month or a week of the programme: a table of days with what plays on each, from Monday on; where it is narrow, a small table to choose a
 * day in, and what plays on that. Or a month as an agenda: day under day. What has no dates of its own stands below.
 */
export class CalendarView {
  readonly styles = calendarStyles;
  /** Days of which all is shown. */
  readonly #whole = new Set<string>();

  constructor(private readonly host: SetList) {}

  get #span(): Span {
    return this.host.turned.span ?? 'month';
  }

  render(found: readonly Listing[], setting: CalendarSetting): TemplateResult {
    const days = daysIn(found, setting);
    const span = this.#span;
    // Until the visitor turns to another one, the first period with something in it.
    const period = periodOf(span, this.host.turned.day ?? [...days.keys()][0] ?? setting.today);
    const atAnyTime = found.filter((listing) => isOnAllAlong(listing, period, setting));
    return html`<div class="month-head">
        <h2 class="title-m" aria-live="polite">${periodName(span, period, setting)}</h2>
        ${this.#turn(period, days, setting)} ${legend(days, period, setting)}
      </div>
      ${span === 'agenda' ? nothing : this.#table(period, days, setting)} ${this.#agenda(period, days, setting)}
      ${
        atAnyTime.length
          ? html`<h2 class="title-m month">${setting.words.filters?.anyTime}</h2>
              ${rowList(atAnyTime, setting)}`
          : nothing
      }`;
  }

  #show(day: string, span = this.#span): void {
    this.host.turned = { day, ...(span === 'month' ? {} : { span }) };
    this.host.requestUpdate();
  }

  #turn(period: Period, days: Days, { words, today }: CalendarSetting): TemplateResult {
    const { from, to } = period;
    const say = words.filters?.calendar;
    const span = this.#span;
    const last = [...days.keys()].at(-1) ?? today;
    const names = span === 'week' ? say?.week : say;
    const dayAfter = (count: number) =>
      span === 'week' ? addDays(from, 7 * count) : monthAfter(from, count);
    const button = (glyph: string, count: number, name: string | undefined, isThere: boolean) => html`<button
      class="button square"
      aria-label=${name ?? nothing}
      aria-disabled=${isThere ? 'false' : 'true'}
      @click=${() => isThere && this.#show(dayAfter(count))}
    >
      ${icon(glyph, true)}
    </button>`;
    return html`<div class="turn">
        ${button(left, -1, names?.before, from > today)} ${button(right, 1, names?.after, to < last)}
        <button class="button" @click=${() => this.#show(today)}>${words.filters?.today}</button>
      </div>
      <div class="spans" role="radiogroup" aria-label=${say?.period ?? nothing}>
        ${spans.map((each) =>
          pill('radio', 'span', each === span, say?.spans[each], () =>
            this.#show(this.#chosenDay(period, days) ?? from, each),
          ),
        )}
      </div>`;
  }

  #table(period: Period, days: Days, setting: CalendarSetting): TemplateResult {
    const { words } = setting;
    const first = mondayOf(period.from);
    const week = [0, 1, 2, 3, 4, 5, 6];
    const begins = [0, 1, 2, 3, 4, 5]
      .map((count) => addDays(first, 7 * count))
      .filter((day) => day <= period.to);
    const weekday = (day: string, style: 'short' | 'long') =>
      words.format.part(noonOf(day), 'UTC', { weekday: style });
    return html`<table class="calendar ${this.#span}" part="calendar">
      <caption class="unseen">${periodName(this.#span, period, setting)}</caption>
      <thead>
        <tr>
          ${week.map((count) => {
            const day = addDays(first, count);
            return html`<th scope="col" class="small soft" abbr=${weekday(day, 'long')}>${weekday(day, 'short')}</th>`;
          })}
        </tr>
      </thead>
      <tbody>
        ${begins.map(
          (day) =>
            html`<tr>${week.map((count) => this.#cell(addDays(day, count), period, days, setting))}</tr>`,
        )}
      </tbody>
    </table>`;
  }

  #cell(day: string, period: Period, days: Days, setting: CalendarSetting): TemplateResult {
    const isOther = !isDayWithin(day, period.from, period.to);
    const entries = isOther ? [] : (days.get(day) ?? []);
    const isToday = day === setting.today;
    const number = Number(day.slice(8));
    const shown = this.#span === 'week' || this.#whole.has(day) ? entries : entries.slice(0, few);
    const hidden = entries.length - shown.length;
    return html`<td class=${isOther ? 'other' : ''} aria-current=${isToday ? 'date' : 'false'}>
      ${
        entries.length
          ? html`<button
              class="day-choice number"
              aria-label=${dayName(day, setting)}
              aria-pressed=${this.#chosenDay(period, days) === day ? 'true' : 'false'}
              @click=${() => this.#show(day)}
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

  /** The one that the visitor has chosen, or the first of the period with something to come. */
  #chosenDay({ from, to }: Period, days: Days): string | undefined {
    const { day } = this.host.turned;
    if (day && days.has(day)) return day;
    return [...days.keys()].find((each) => isDayWithin(each, from, to));
  }

  /** The chosen day, below a table where that is narrow; all days where there is no table. */
  #agenda(period: Period, days: Days, setting: CalendarSetting): TemplateResult {
    const isWhole = this.#span === 'agenda';
    const chosen = this.#chosenDay(period, days);
    const shown = isWhole
      ? [...days.keys()].filter((day) => isDayWithin(day, period.from, period.to))
      : chosen
        ? [chosen]
        : [];
    const say = setting.words.filters?.calendar;
    if (!shown.length)
      return html`<p class="soft" role="status">${this.#span === 'week' ? say?.week.none : say?.none}</p>`;
    return html`${shown.map(
      (day) => html`<section class=${isWhole ? 'agenda whole' : 'agenda'}>
        <h3 class="title-s" aria-live=${isWhole ? 'off' : 'polite'}>${dayName(day, setting)}</h3>
        <ul>
          ${days.get(day)?.map((entry) => html`<li>${entryOf(entry, setting)}</li>`)}
        </ul>
      </section>`,
    )}`;
  }
}

/** `December`, or `Mon 7 – Sun 13 Dec`. */
const periodName = (span: Span, { from, to }: Period, setting: CalendarSetting): string =>
  span === 'week'
    ? setting.words.format.dateRange(noonOf(from), noonOf(to), 'UTC')
    : monthName(monthOf(from), setting.now, setting);
