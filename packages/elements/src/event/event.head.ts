import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../pieces/icon.js';
import { calendar } from '../pieces/icons.js';
import { clock, pin } from '../pieces/icons.more.js';
import { poster } from '../pieces/poster.js';
import { richText } from '../pieces/rich-text.js';
import { saleMark } from '../pieces/sale-mark.js';
import type { EventSetting } from './event.setting.js';

/** Picture, title, text and facts. */
export function head(setting: EventSetting): TemplateResult {
  const { event, words, now } = setting;
  return html`<header class="head">
    ${event.pictureUrl ? poster(event.pictureUrl, false, event.title) : nothing}
    <div class="about">
      <p class="line">
        ${saleMark(event, words, event.timeZone, now)}<span class="small soft">${event.topic?.name ?? nothing}</span>
      </p>
      <h2 class="title-xl" tabindex="-1">${event.title}</h2>
      ${event.description.length ? richText(event.description) : nothing}
      <ul class="facts meta">
        ${facts(setting)}
      </ul>
      ${priceRange(setting)}
    </div>
  </header>`;
}

function facts({ event, offer, words }: EventSetting): TemplateResult[] {
  const { format, base } = words;
  const { venue, firstAt, lastAt, timeZone } = event;
  const minutes = (offer.occasion?.performance ?? event.performances[0])?.durationMinutes;
  const dates = [...event.performances, ...event.included, ...datedParts(event)];
  const count = dates.length > 1 ? `${base.list.dates(dates.length)}, ` : '';
  const when =
    event.kind === 'pass' || count
      ? firstAt && lastAt && format.dateRange(firstAt, lastAt, timeZone)
      : firstAt && format.dateTime(firstAt, timeZone);
  const text = event.saleState === 'cancelled' ? html`<s>${when}</s>` : when;
  return [
    when ? html`<li>${icon(calendar)}<bdi>${count}${text}</bdi></li>` : null,
    minutes ? html`<li>${icon(clock)}<bdi>${duration(minutes)}</bdi></li>` : null,
    venue ? html`<li title=${venue.address}>${icon(pin)}<bdi>${venue.name}</bdi></li>` : null,
  ].filter((each) => each !== null);
}

const datedParts = ({ packageLines = [] }: EventSetting['event']) =>
  packageLines.flatMap(({ parts }) => parts.filter(({ startAt }) => startAt));

function priceRange({ event, words }: EventSetting): TemplateResult | typeof nothing {
  const { priceFromMinor, priceToMinor, currency } = event;
  if (priceFromMinor === null) return nothing;
  const price = (minor: number) => (minor ? words.format.price(minor, currency) : words.base.common.free);
  const isOne = priceToMinor === null || priceToMinor === priceFromMinor;
  return html`<p class="range number">
    <bdi>${price(priceFromMinor)}${isOne ? nothing : html` – ${price(priceToMinor)}`}</bdi>
  </p>`;
}

/** `2 h 50`, `50 min` */
function duration(minutes: number): string {
  const rest = minutes % 60;
  if (minutes < 60) return `${minutes} min`;
  return `${(minutes - rest) / 60} h${rest ? ` ${String(rest).padStart(2, '0')}` : ''}`;
}
