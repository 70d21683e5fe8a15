import type { EventList } from '@s360-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { dayOf } from '../base/days.js';
import type { Words } from '../base/words.js';
import { poster } from '../pieces/poster.js';
import { isOnSale, saleMark } from '../pieces/sale-mark.js';
import type { Listing } from './event-list.filter.js';

/** What cards and rows are drawn with. */
export interface Setting {
  readonly list: EventList;
  readonly words: Words<'base'>;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly urlOf: (listing: Listing) => string;
  readonly onChoose: (click: MouseEvent, listing: Listing) => void;
}

export const cards = (listings: readonly Listing[], setting: Setting): TemplateResult =>
  html`<ul class="cards" part="cards">
    ${listings.map((listing) => html`<li>${card(listing, setting)}</li>`)}
  </ul>`;

/** Rows under the month in which each event begins. */
export function rows(listings: readonly Listing[], setting: Setting): TemplateResult[] {
  const { list, now } = setting;
  const months = new Map<string, Listing[]>();
  for (const listing of listings) {
    const month = monthOf(listing, list);
    months.set(month, [...(months.get(month) ?? []), listing]);
  }
  return [...months].map(
    ([month, group]) => html`<h2 class="title-m month">${monthName(month, now, setting)}</h2>
      <ul class="rows" part="rows">
        ${group.map((listing) => html`<li>${row(listing, setting)}</li>`)}
      </ul>`,
  );
}

const monthOf = ({ firstAt }: Listing, list: EventList) => dayOf(firstAt ?? 0, list.timeZone).slice(0, 7);

function monthName(month: string, now: number, { words, list }: Setting): string {
  const isThisYear = dayOf(now, list.timeZone).startsWith(month.slice(0, 4));
  const name = words.format.part(`${month}-15T12:00:00Z`, 'UTC', {
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
  return name.charAt(0).toLocaleUpperCase(words.lang) + name.slice(1);
}

function card(listing: Listing, setting: Setting): TemplateResult {
  const { event, venue } = listing;
  const { words, list, now } = setting;
  return link(
    listing,
    setting,
    'card',
    html`<span class=${listing.dateCount > 1 || event.kind === 'pass' ? 'stack series' : 'stack'}
        >${poster(event.pictureUrl, isFaded(listing))}</span
      >
      <span class="states">${saleMark(event, words, list.timeZone, now)}${dateCount(listing, words)}</span>
      <h3 class="title-s">${event.title}</h3>
      <span class="meta soft">${dates(listing, setting)}<br />${venue}</span>
      ${price(listing, setting)}`,
  );
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
    html`${
      firstAt
        ? html`<span class="day" aria-hidden="true"
              ><b class="number">${day({ day: 'numeric' }).replace(/\D/g, '')}</b
              ><span class="small soft">${day({ weekday: 'short' })}<br />${day({ month: 'short' })}</span></span
            >`
        : nothing
    }
      ${poster(event.pictureUrl, isFaded(listing))}
      <span class="text"
        ><span class="states">${saleMark(event, words, zone, now)}</span>
        <h3 class="title-s">${event.title}</h3>
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

/** The whole card is one link; a click asks the page first. */
const link = (listing: Listing, { urlOf, onChoose }: Setting, name: string, content: TemplateResult) =>
  html`<a class=${name} part=${name} href=${urlOf(listing)} @click=${(click: MouseEvent) => onChoose(click, listing)}
    >${content}</a
  >`;

const isFaded = ({ event }: Listing) => ['cancelled', 'sold-out', 'unavailable'].includes(event.saleState);
const isPriced = ({ event }: Listing) =>
  event.priceFromMinor !== null &&
  (isOnSale(event) || event.saleState === 'soon' || event.saleState === 'box-office');

const dateCount = ({ dateCount }: Listing, { base }: Words<'base'>) =>
  dateCount > 1 ? html`<span class="small soft">${base.list.dates(dateCount)}</span>` : nothing;

/** Cancelled strikes the date, not the title. */
const struck = ({ event }: Listing, text: string) =>
  event.saleState === 'cancelled' ? html`<s>${text}</s>` : text;

function dates(listing: Listing, { words: { base, format }, list }: Setting): unknown {
  const { firstAt, lastAt, event, dateCount } = listing;
  const zone = list.timeZone;
  if (event.kind === 'pass') {
    return lastAt ? base.list.daily(format.part(lastAt, zone, { day: 'numeric', month: 'short' })) : nothing;
  }
  if (!firstAt || !lastAt) return nothing;
  return struck(
    listing,
    dateCount > 1 ? format.dateRange(firstAt, lastAt, zone) : format.dateTime(firstAt, zone),
  );
}

/** The price, or where there is none to pay, the useful next step. */
function price(listing: Listing, { words: { base, format }, list }: Setting): TemplateResult {
  const { priceFromMinor, priceToMinor } = listing.event;
  if (!isPriced(listing)) return html`<span class="price next">${base.list.details}</span>`;
  const from = priceFromMinor ? format.price(priceFromMinor, list.currency) : base.common.free;
  return html`<span class="price number">${priceFromMinor === priceToMinor ? from : base.common.from(from)}</span>`;
}

function nextStep(listing: Listing, { base: { list } }: Words<'base'>): TemplateResult {
  const { event } = listing;
  if (!isOnSale(event)) return html`<span class="next">${list.details}</span>`;
  return html`<span class="button">${
    listing.dateCount > 1 || event.kind === 'pass' ? list.chooseDate : list.getTickets
  }</span>`;
}
