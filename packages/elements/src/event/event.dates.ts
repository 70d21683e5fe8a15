import type { EventDetail, ProductItem } from '@s360-widgets/contract';
import { leadPrice } from '@s360-widgets/contract/lead-price';
import { html, nothing, type TemplateResult } from 'lit';
import { noonOf } from '../base/calendar.js';
import { longDate } from '../base/long-date.js';
import { icon } from '../pieces/icon.js';
import { left, right } from '../pieces/icons.more.js';
import { isOnSale, saleMark, saleShape, saleWords } from '../pieces/sale-mark.js';
import { heldDates } from './event.held.js';
import { packageParts } from './event.package.js';
import type { Day, Occasion } from './event.offer.js';
import type { EventSetting } from './event.setting.js';

/** First the item, if there are several, then the day, then the hour; of a season ticket its dates, and of a package what it holds. */
export function dates(setting: EventSetting): TemplateResult {
  const { event, offer, words } = setting;
  return html`${event.items.length > 1 ? items(setting) : nothing}
  ${event.kind === 'season-ticket' ? heldDates(setting) : nothing}
  ${packageParts(setting)}
  ${offer.days.length ? strip(setting) : validity(setting)}
  ${
    offer.occasions.length
      ? html`<fieldset class="occasions">
          <legend class="unseen">${offer.item ? words.event.chooseVisit : words.event.chooseTime}</legend>
          ${offer.occasions.map((each) => occasionRow(each, setting))}
        </fieldset>`
      : nothing
  }`;
}

function items({ event, offer, words, now, choose }: EventSetting): TemplateResult {
  const row = (item: ProductItem) => {
    const amounts = amountsOf(event, item);
    const least = Math.min(...amounts);
    const price = least ? words.format.price(least, event.currency) : words.base.common.free;
    return html`<label class="option"
    ><input
      class="radio"
      type="radio"
      name="item"
      .checked=${item === offer.item}
      @change=${() => choose({ itemId: item.id })}
    /><span class="what"><span>${item.name}</span>${isOnSale(item) ? nothing : saleMark(item, words, event.timeZone, now)}</span>${
      amounts.length
        ? html`<b class="amount number">${amounts.length > 1 ? words.base.common.from(price) : price}</b>`
        : nothing
    }</label
  >`;
  };
  return html`<fieldset class="items">
    <legend class="title-m">${words.event.chooseVisit}</legend>
    ${event.items.map(row)}
  </fieldset>`;
}

/** The price of an item, or of each of its seat categories. */
function amountsOf({ tariffs }: EventDetail, item: ProductItem): number[] {
  return [item, ...item.seatCategories].flatMap(
    ({ prices }) => leadPrice(tariffs, prices)?.amountMinor ?? [],
  );
}

/** Without a day to choose: until when a pass is good. */
function validity({ event, words }: EventSetting): TemplateResult | typeof nothing {
  if (event.kind !== 'pass' || !event.lastAt) return nothing;
  return html`<p>${words.event.anyDay(words.format.date(event.lastAt, event.timeZone))}</p>`;
}

function strip(setting: EventSetting): TemplateResult {
  const { offer, words } = setting;
  const say = words.event;
  return html`<div class="heading">
      <h3 class="title-m" id="dates">${say.chooseDate}</h3>
      ${monthJump(setting)}
      <div class="ways" hidden>${way(say.earlier, left, -1)}${way(say.later, right, 1)}</div>
    </div>
    <div
      class="strip"
      role="radiogroup"
      aria-labelledby="dates"
      @scroll=${({ currentTarget }: Event) => showWays(currentTarget as HTMLElement)}
    >
      ${offer.days.map((day) => dayCell(day, setting))}
    </div>`;
}

/** One tab stop for all days: the arrow keys go from day to day. */
function dayCell({ day, sale }: Day, { event, offer, words, now, choose }: EventSetting): TemplateResult {
  const part = (options: Intl.DateTimeFormatOptions) => words.format.part(noonOf(day), 'UTC', options);
  return html`<label class=${isOnSale(sale) ? 'day' : 'day off'}
    ><input class="unseen" type="radio" name="day" value=${day} .checked=${day === offer.day} @change=${() => choose({ day })} /><span
      class="unseen"
      >${longDate(words.format, noonOf(day), 'UTC')}, ${saleWords(sale, words, event.timeZone, now)}</span
    ><span class="face" aria-hidden="true"
      ><span class="small">${part({ weekday: 'short' })}</span
      ><b class="number">${part({ day: 'numeric' }).replace(/\D/g, '')}</b
      ><span class="small">${part({ month: 'short' })}</span>${saleShape(sale)}</span
    ></label
  >`;
}

/** Long runs are easier by month. */
function monthJump({ offer, words, choose }: EventSetting): TemplateResult | typeof nothing {
  const months = [...new Set(offer.days.map(({ day }) => day.slice(0, 7)))];
  if (months.length < 2) return nothing;
  const name = (month: string) =>
    words.format.part(noonOf(`${month}-15`), 'UTC', { month: 'long', year: 'numeric' });
  const firstOf = (month: string) => {
    const days = offer.days.filter(({ day }) => day.startsWith(month));
    return (days.find(({ sale }) => isOnSale(sale)) ?? days[0])?.day;
  };
  return html`<select
    class="months meta"
    aria-label=${words.event.month}
    .value=${offer.day?.slice(0, 7) ?? ''}
    @change=${({ target }: Event) => choose({ day: firstOf((target as HTMLSelectElement).value) })}
  >
    ${months.map((month) => html`<option value=${month} ?selected=${offer.day?.startsWith(month)}>${name(month)}</option>`)}
  </select>`;
}

/** Tells the two buttons which ends are reached. They keep their place meanwhile, so that no date moves under a pointer. */
export function showWays(strip: HTMLElement): void {
  const { scrollWidth, clientWidth } = strip;
  const at = Math.abs(strip.scrollLeft);
  const ways = strip.parentElement?.querySelector('.ways');
  ways?.toggleAttribute('hidden', scrollWidth <= clientWidth);
  const stop = (name: string, isEnd: boolean) =>
    ways?.querySelector(`.${name}`)?.setAttribute('aria-disabled', String(isEnd));
  stop('earlier', at < 4);
  stop('later', at + clientWidth > scrollWidth - 4);
}

const way = (label: string, path: string, by: number) => html`<button
  class=${by < 0 ? 'button icon earlier' : 'button icon later'}
  aria-label=${label}
  tabindex="-1"
  @click=${({ currentTarget }: Event) => {
    const row = (currentTarget as Element).closest('.choose')?.querySelector('.strip');
    const isRightToLeft = row && getComputedStyle(row).direction === 'rtl';
    row?.scrollBy({ left: row.clientWidth * 0.8 * by * (isRightToLeft ? -1 : 1) });
  }}
>
  ${icon(path, true)}
</button>`;

function occasionRow(occasion: Occasion, { event, offer, words, now, choose }: EventSetting): TemplateResult {
  const { base, format } = words;
  const { startAt, endAt, name, priceFromMinor } = occasion;
  const zone = event.timeZone;
  return html`<label class="option"
    ><input
      class="radio"
      type="radio"
      name="occasion"
      .checked=${occasion === offer.occasion}
      @change=${() => choose({ occasionId: occasion.id })}
    /><b class="time number">${format.time(startAt, zone)}${endAt ? ` – ${format.time(endAt, zone)}` : nothing}</b
    ><span class="what">${name ? html`<span>${name}</span>` : nothing}${saleMark(occasion, words, zone, now)}</span
    >${
      priceFromMinor !== null && isOnSale(occasion)
        ? html`<b class="amount number">${base.common.from(format.price(priceFromMinor, event.currency))}</b>`
        : nothing
    }</label
  >`;
}
