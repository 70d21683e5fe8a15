import type { IncludedPerformance } from '@s360-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { isOnSale, saleMark } from '../pieces/sale-mark.js';
import type { EventSetting } from './event.setting.js';
import { isChosen } from './event.offer.js';

/** The dates that a season ticket is for: those that it holds, or as many as are to be chosen. */
export function heldDates(setting: EventSetting): TemplateResult | typeof nothing {
  const { event, offer, words } = setting;
  const { item, toChoose } = offer;
  if (!item) return nothing;
  const say = words.event.season;
  if (!isChosen(event, item)) {
    return html`<div class="heading"><h3 class="title-m">${say.included(event.included.length)}</h3></div>
      <ul class="held">${event.included.map((each) => html`<li>${what(each, setting)}</li>`)}</ul>`;
  }
  const chosen = item.performanceCount - toChoose;
  return html`<fieldset class="items">
    <legend class="title-m">${say.choose(item.performanceCount)}</legend>
    <p class="meta soft" role="status">${say.chosen(chosen, item.performanceCount)}</p>
    ${event.included.map((each) => option(each, setting))}
  </fieldset>`;
}

/** Once enough are chosen, another one can be had only in place of one of them. */
function option(each: IncludedPerformance, setting: EventSetting): TemplateResult {
  const { offer, choose } = setting;
  const ids = offer.held.map(({ id }) => id);
  const isHeld = ids.includes(each.id);
  const isOff = !isOnSale(each) || (!isHeld && offer.toChoose === 0);
  return html`<label class="option"
    ><input
      class="check"
      type="checkbox"
      .checked=${isHeld}
      ?disabled=${isOff}
      @change=${() => choose({ heldIds: isHeld ? ids.filter((id) => id !== each.id) : [...ids, each.id] })}
    />${what(each, setting)}</label
  >`;
}

function what(each: IncludedPerformance, { event, words, now }: EventSetting): TemplateResult {
  const zone = event.timeZone;
  return html`<span class="what"
    ><b>${each.title}</b><span class="soft">${words.format.dateTime(each.startAt, zone)}</span
    >${isOnSale(each) ? nothing : saleMark(each, words, zone, now)}</span
  >`;
}
