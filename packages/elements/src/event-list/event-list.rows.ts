import type { EventList } from '@s360-widgets/contract';
import { css, html, nothing, type TemplateResult } from 'lit';
import { dayOf } from '../base/days.js';
import type { Words } from '../base/words.js';
import { poster } from '../pieces/poster.js';
import { isOnSale, saleMark } from '../pieces/sale-mark.js';
import { dates, isFaded, isPriced, link, price, type Setting, struck } from './event-list.cards.js';
import type { Listing } from './event-list.listing.js';

/** Rows under the month in which each event begins; at the end, without a heading of a month, what has no dates. */
export function rows(listings: readonly Listing[], setting: Setting): TemplateResult[] {
  const { list, now } = setting;
  const months = new Map<string, Listing[]>();
  for (const listing of listings) {
    const month = monthOf(listing, list);
    months.set(month, [...(months.get(month) ?? []), listing]);
  }
  return [...months].map(
    ([month, group]) => html`<h2 class="title-m month">${monthName(month, now, setting)}</h2>
      ${rowList(group, setting)}`,
  );
}

export const rowList = (listings: readonly Listing[], setting: Setting): TemplateResult =>
  html`<ul class="rows" part="rows">
    ${listings.map((listing) => html`<li>${row(listing, setting)}</li>`)}
  </ul>`;

const monthOf = ({ firstAt }: Listing, list: EventList) =>
  firstAt ? dayOf(firstAt, list.timeZone).slice(0, 7) : '';

/** `December`, with the year where it is another one than now; without a month, words for any time. */
export function monthName(month: string, now: number, { words, list }: Setting): string {
  if (!month) return words.filters?.anyTime ?? '';
  const isThisYear = dayOf(now, list.timeZone).startsWith(month.slice(0, 4));
  const name = words.format.part(`${month}-15T12:00:00Z`, 'UTC', {
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
  return name.charAt(0).toLocaleUpperCase(words.lang) + name.slice(1);
}

function row(listing: Listing, setting: Setting): TemplateResult {
  const { event, venue, firstAt } = listing;
  const { words, list, now } = setting;
  const zone = list.timeZone;
  const day = (options: Intl.DateTimeFormatOptions) => words.format.part(firstAt ?? '', zone, options);
  return link(
    listing,
    setting,
    'row',
    html`<span class="day" aria-hidden="true"
        >${
          firstAt
            ? html`<b class="number">${day({ day: 'numeric' }).replace(/\D/g, '')}</b
                ><span class="small soft">${day({ weekday: 'short' })}<br />${day({ month: 'short' })}</span>`
            : nothing
        }</span
      >
      ${poster(event.pictureUrl, isFaded(listing), event.title)}
      <span class="text"
        ><h3 class="title-s">${event.title}</h3>
        <span class="states">${saleMark(event, words, zone, now)}</span>
        <span class="meta soft"
          ><span class="dates">${dates(listing, setting)}</span>${
            listing.dateCount === 1 && firstAt
              ? html`<span class="only-time">${struck(listing, words.format.time(firstAt, zone))}</span>`
              : nothing
          }${listing.dateCount > 1 ? html` · ${words.base.list.dates(listing.dateCount)}` : nothing}<br />${venue}</span
        >
        ${price(listing, setting)}</span
      >
      <span class="wide-state">${saleMark(event, words, zone, now)}</span>
      <span class="wide-price">${isPriced(listing) ? price(listing, setting) : nothing}</span>
      <span class="action">${nextStep(listing, words)}</span>`,
  );
}

function nextStep({ event, dateCount }: Listing, { base, filters }: Words<'base'>): TemplateResult {
  if (!isOnSale(event)) return html`<span class="next">${base.list.details}</span>`;
  if (event.kind !== 'event' && event.kind !== 'pass')
    return html`<span class="button">${base.list.details}</span>`;
  const hasDates = dateCount > 1 || event.kind === 'pass';
  return html`<span class="button">${hasDates ? filters?.chooseDate : filters?.getTickets}</span>`;
}

export const styles = css`
  .month {
    margin-block: 40px 16px;
  }
  .month:first-of-type {
    margin-block-start: 8px;
  }
  .rows > li {
    border-block-start: 1px solid var(--_line);
  }
  .row {
    display: grid;
    grid-template-columns: 76px minmax(0, 1fr);
    gap: 16px;
    padding-block: 18px;
    border-radius: var(--_radius);
    color: inherit;
    text-decoration: none;
  }
  .row:hover .title-s {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }
  .text {
    display: flex;
    flex-direction: column;
    align-items: start;
    min-width: 0;
  }
  .row .states {
    order: -1;
    margin-block: 0 4px;
  }
  .row .price {
    margin-block-start: 4px;
  }
  .day,
  .wide-state,
  .wide-price,
  .action,
  .only-time {
    display: none;
  }
  @container (min-width: 800px) {
    .row {
      grid-template-columns: 92px 56px minmax(0, 1fr) 170px 92px 132px;
      align-items: center;
      gap: 20px;
    }
    .day {
      display: flex;
      align-items: center;
      gap: 10px;
    }
    .day b {
      min-width: 42px;
      font-size: 2.125em;
      font-weight: 600;
      line-height: 1;
      letter-spacing: -0.02em;
    }
    .wide-state,
    .wide-price,
    .action {
      display: block;
    }
    .only-time {
      display: inline;
    }
    .text .states,
    .text .price,
    .dates:has(+ .only-time) {
      display: none;
    }
    .row .wide-price .price {
      margin: 0;
      text-align: end;
    }
    .action {
      text-align: center;
    }
    .action .button {
      width: 100%;
      padding-inline: 8px;
    }
  }
`;
