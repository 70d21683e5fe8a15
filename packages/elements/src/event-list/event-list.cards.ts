import type { EventList } from '@s360-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { dayOf } from '../base/days.js';
import type { Words } from '../base/words.js';
import { poster } from '../pieces/poster.js';
import { markOf, saleMark } from '../pieces/sale-mark.js';
import type { Listing } from './event-list.listing.js';

/** What cards and rows are drawn with. */
export interface Setting {
  readonly list: EventList;
  readonly words: Words<'base'>;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly urlOf: (listing: Listing) => string;
  readonly onChoose: (click: MouseEvent, listing: Listing) => void;
}

/** Grey boxes where the bar and the cards will be. */
export const waiting = (
  filtersHidden: boolean,
): TemplateResult => html`<div class="base waiting" aria-busy="true">
  ${filtersHidden ? nothing : html`<i></i><div class="found"></div>`}
  <div class="cards">
    ${[1, 2, 3, 4].map(() => html`<span class="poster"></span>`)}
  </div>
</div>`;

export const cards = (listings: readonly Listing[], setting: Setting): TemplateResult =>
  html`<ul class="cards" part="cards">
    ${listings.map((listing) => html`<li>${card(listing, setting)}</li>`)}
  </ul>`;

function card(listing: Listing, setting: Setting): TemplateResult {
  const { event, venue } = listing;
  const { words, list, now } = setting;
  return link(
    listing,
    setting,
    'card',
    html`<h2 class="title-s">${event.title}</h2>
      <span class=${listing.dateCount > 1 || event.kind === 'pass' ? 'stack series' : 'stack'}
        >${poster(event.pictureUrl, isFaded(listing), event.title)}</span
      >
      <span class="states">${saleMark(event, words, list.timeZone, now)}${dateCount(listing, words)}</span>
      <span class="meta soft">${dates(listing, setting)}<br />${venue}</span>
      ${price(listing, setting)}`,
  );
}

/** The whole card is one link, whose name begins with the title; a click asks the page first. */
export const link = (listing: Listing, { urlOf, onChoose }: Setting, name: string, content: TemplateResult) =>
  html`<a class=${name} part=${name} href=${urlOf(listing)} @click=${(click: MouseEvent) => onChoose(click, listing)}
    >${content}</a
  >`;

const isMarked = ({ event }: Listing, ...marks: string[]) => marks.includes(markOf(event));
export const isFaded = (listing: Listing) => isMarked(listing, 'cancelled', 'sold-out');
export const isPriced = (listing: Listing) =>
  listing.event.priceFromMinor !== null && isMarked(listing, 'on-sale', 'limited', 'soon');

const dateCount = ({ dateCount }: Listing, { base }: Words<'base'>) =>
  dateCount > 1 ? html`<span class="small soft">${base.list.dates(dateCount)}</span>` : nothing;

/** Cancelled strikes the date, not the title. */
export const struck = ({ event }: Listing, text: string) =>
  event.saleState === 'cancelled' ? html`<s>${text}</s>` : text;

export function dates(listing: Listing, setting: Setting): unknown {
  const { words, list } = setting;
  const { base, format } = words;
  const { event } = listing;
  // A season ticket has none of its own.
  const firstAt = listing.firstAt ?? event.firstAt;
  const lastAt = listing.lastAt ?? event.lastAt;
  const zone = list.timeZone;
  if (event.kind === 'pass') {
    return lastAt ? base.list.daily(dayUntil(lastAt, setting)) : nothing;
  }
  if (!firstAt || !lastAt) return nothing;
  return struck(
    listing,
    firstAt === lastAt ? format.dateTime(firstAt, zone) : format.dateRange(firstAt, lastAt, zone),
  );
}

/** `28 Feb`, with the year when it is another than now. */
function dayUntil(lastAt: string, { words: { format }, list: { timeZone }, now }: Setting): string {
  const isThisYear = dayOf(lastAt, timeZone).slice(0, 4) === dayOf(now, timeZone).slice(0, 4);
  return format.part(lastAt, timeZone, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
}

/** The price, or where there is none to pay, the useful next step. */
export function price(listing: Listing, { words: { base, format }, list }: Setting): TemplateResult {
  const { priceFromMinor, priceToMinor } = listing.event;
  if (!isPriced(listing)) return html`<span class="price next">${base.list.details}</span>`;
  const from = priceFromMinor ? format.price(priceFromMinor, list.currency) : base.common.free;
  return html`<span class="price number">${priceFromMinor === priceToMinor ? from : base.common.from(from)}</span>`;
}
