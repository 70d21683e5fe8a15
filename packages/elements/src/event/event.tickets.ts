import type { Sale, SeatCategory } from '@s360-widgets/contract';
import { leadPrice } from '@s360-widgets/contract/lead-price';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../pieces/icon.js';
import { info } from '../pieces/icons.js';
import { note } from '../pieces/note.js';
import { markOf, saleWords } from '../pieces/sale-mark.js';
import { stepper } from '../pieces/stepper.js';
import { type PriceLetter, priceLetters } from '../styles/prices.js';
import type { EventSetting } from './event.setting.js';
import { categoryName, shortNames, type TariffRow } from './event.offer.js';

/** The price categories, then a row for each tariff. */
export function tickets(setting: EventSetting): TemplateResult {
  const { event, offer, words } = setting;
  const { categories, category, rows } = offer;
  const letters = priceLetters(categories.length);
  const names = shortNames(categories);
  const say = words.event;
  const full = rows.find(({ count, most }) => count >= most);
  const limit = offer.ticketCount >= event.maxTickets ? event.maxTickets : full?.most;
  return html`<section class="tickets">
    <div class="heading">
      <h3 class="title-m">${say.tickets}</h3>
      ${category && categories.length > 1 ? html`<p class="meta soft">${say.category(categoryName(offer))}</p>` : nothing}
    </div>
    ${
      categories.length > 1
        ? html`<fieldset class="categories">
            <legend class="unseen">${say.categories}</legend>
            ${categories.map((each, index) =>
              categoryPill(each, names[index] ?? each.name, letters[index] ?? 'f', setting),
            )}
          </fieldset>`
        : nothing
    }
    <ul class="tariffs">
      ${rows.map((row) => html`<li>${tariffRow(row, setting)}</li>`)}
    </ul>
    ${limit === undefined ? nothing : html`<p class="hint meta">${icon(info)}${say.most(limit)}</p>`}
  </section>`;
}

function categoryPill(
  each: SeatCategory,
  name: string,
  letter: PriceLetter,
  { event, offer, words, choose }: EventSetting,
): TemplateResult {
  const price = leadPrice(event.tariffs, each.prices);
  const isGone = each.availability === 'none';
  return html`<label class="category"
    ><input
      class="unseen"
      type="radio"
      name="category"
      ?disabled=${isGone}
      .checked=${each === offer.category}
      @change=${() => choose({ categoryId: each.id })}
    /><i class="swatch ${letter}"></i><span>${name}</span>${
      isGone
        ? html`<span class="small">${words.base.sale['sold-out']}</span>`
        : !price
          ? nothing
          : html`<b class="number">${words.format.price(price.amountMinor, event.currency)}</b>`
    }</label
  >`;
}

function tariffRow(
  { tariff, amountMinor, count, least, most }: TariffRow,
  { event, offer, words, isSoldHere, choose }: EventSetting,
): TemplateResult {
  const say = words.event;
  const room = Math.min(most, count + event.maxTickets - offer.ticketCount);
  const needed = event.tariffs
    .filter(({ id }) => tariff.requiresTariffIds.includes(id))
    .map(({ name }) => name);
  const text = [
    tariff.description || (needed.length && say.needs(words.format.list(needed, 'disjunction'))),
    least > 1 && say.least(least),
  ].filter(Boolean);
  const steps = () =>
    stepper({
      label: tariff.name,
      fewer: say.fewer(tariff.name),
      more: say.more(tariff.name),
      value: count,
      max: room < least ? count : room,
      // Below the least there is nothing but none.
      change: (value) =>
        choose({ counts: { [tariff.id]: value >= least ? value : value > count ? least : 0 } }),
    });
  return html`<span class="who"
      ><b>${tariff.name}</b>${text.map((each) => html`<span class="small soft">${each}</span>`)}</span
    >
    <b class="amount number">${amountMinor ? words.format.money(amountMinor, event.currency) : words.base.common.free}</b>
    ${tariff.membersOnly ? html`<span class="members small soft">${say.members}</span>` : nothing}
    ${isSoldHere && !tariff.membersOnly ? steps() : nothing}`;
}

/** Why nothing can be bought for what is chosen, and what can be done instead. */
export function closedNote(sale: Sale, { event, offer, words, now }: EventSetting): TemplateResult {
  const say = words.event;
  const hasOthers = offer.days.some(
    (day) => markOf(day.sale) === 'on-sale' || markOf(day.sale) === 'limited',
  );
  const notes = {
    soon: [saleWords(sale, words, event.timeZone, now), say.soonText],
    'sold-out': [
      saleWords(sale, words, event.timeZone, now),
      hasOthers ? say.soldOutDayText : say.soldOutText,
    ],
    cancelled: [say.cancelledTitle, say.cancelledText],
    moved: [say.movedTitle, say.movedText],
    closed:
      sale.saleState === 'box-office'
        ? [say.boxOfficeTitle, say.boxOfficeText]
        : [say.endedTitle, say.endedText],
  } as const;
  const mark = markOf(sale);
  const [title, text] = notes[mark === 'on-sale' || mark === 'limited' ? 'closed' : mark];
  return note({ tone: mark === 'cancelled' ? 'bad' : mark === 'moved' ? 'warn' : 'quiet', title, text });
}
