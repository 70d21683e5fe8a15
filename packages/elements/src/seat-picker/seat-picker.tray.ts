import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../pieces/icon.js';
import { close } from '../pieces/icons.js';
import { refresh } from '../pieces/icons.more.js';
import { type ChosenSeat, lacking, offerOf, withoutTariff } from './seat-picker.choice.js';
import { type Count, emptyTray } from './seat-picker.controls.js';
import { notes } from './seat-picker.notes.js';
import type { Desk } from './seat-picker.desk.js';
import type { Selection } from './seat-picker.selection.js';
import { tariffMenu } from './seat-picker.tariffs.js';
import { rowSeat, shortName } from './seat-picker.words.choice.js';
import { capital, sectionName, sight } from './seat-picker.words.js';

/** What is chosen, what it costs, and the step into the cart: in a box beside the map, or in a sheet under it. */
export function tray(selection: Selection, desk: Desk, isNarrow: boolean): TemplateResult {
  const { choice, notice } = selection;
  const said = notes(selection, desk, isNarrow);
  if (choice.length > 0)
    return html`${isNarrow ? folded(selection, desk) : listed(selection, desk)} ${said}
    ${foot(selection, desk, isNarrow)}`;
  if (notice?.kind !== 'added') return emptyTray(countOf(selection), desk, isNarrow, said);
  return html`<h3 id="tray" tabindex="-1" class="title-s">${desk.words.seats.yourSeats}</h3>
    ${said}`;
}

/** The choice's side of "How many tickets?". */
export function countOf(selection: Selection): Count {
  return {
    value: selection.count,
    least: selection.choice.length,
    change: (value) => selection.setCount(value),
    pickBest: () => selection.pickBest(),
  };
}

function listed(selection: Selection, desk: Desk) {
  const { seats } = desk.words;
  const { choice, count } = selection;
  return html`<div class="tray-head">
      <h3 id="tray" tabindex="-1" class="title-s">${seats.yourSeats}</h3>
      <span class="soft meta number">${seats.of(choice.length, count)}</span>
    </div>
    <ul>
      ${choice.map((chosen) => line(chosen, selection, desk))}
    </ul>`;
}

function folded(selection: Selection, desk: Desk) {
  const { hall, words } = desk;
  const { seats } = words;
  const { choice } = selection;
  const sections = new Set(choice.map(({ seat }) => hall.plan.sectionOf[seat]!));
  const [only] = sections;
  return html`<details>
      <summary>
        <h3 id="tray" tabindex="-1" class="title-s">
          ${seats.seats(choice.length)}
          ${sections.size === 1 ? html`<span class="soft meta">${sectionName(hall, only!, words)}</span>` : nothing}
        </h3>
        <span class="link meta">${seats.details}</span>
      </summary>
      <ul>
        ${choice.map((chosen) => line(chosen, selection, desk))}
      </ul>
    </details>
    <ul class="chips">
      ${choice.map((chosen) => chip(chosen, selection, desk))}
    </ul>`;
}

function chip(chosen: ChosenSeat, selection: Selection, { hall, words }: Desk) {
  const { seat } = chosen;
  const offer = offerOf(hall, chosen);
  const label = words.seats.letGo(rowSeat(hall, seat, words));
  return html`<li>
    <button type="button" class="button chip" aria-label=${label} @click=${() => selection.letGo(seat)}>
      <b class="number">${shortName(hall, seat)}</b>
      <span class="soft number">${offer ? words.format.price(offer.amountMinor, hall.seatMap.currency) : nothing}</span> ${icon(close)}
    </button>
  </li>`;
}

function line(chosen: ChosenSeat, selection: Selection, desk: Desk) {
  const { hall, words } = desk;
  const { seat } = chosen;
  const place = rowSeat(hall, seat, words);
  const offer = offerOf(hall, chosen);
  return html`<li class="line">
    <div>
      <p class="place">${place}</p>
      <p class="soft small">${sectionName(hall, hall.plan.sectionOf[seat]!, words)}</p>
      ${hall.plan.marks[seat] ? html`<p class="soft small">${capital(sight(hall, seat, words))}</p>` : nothing}
    </div>
    <span class="amount number">${offer ? words.format.money(offer.amountMinor, hall.seatMap.currency) : nothing}</span>
    <button
      type="button"
      class="button icon bare"
      aria-label=${words.seats.letGo(place)}
      ?disabled=${selection.isAdding}
      @click=${() => selection.letGo(seat)}
    >
      ${icon(close)}
    </button>
    ${tariffMenu(chosen, selection, desk)}
    ${offer?.tariff.description ? html`<p class="condition soft small">${offer.tariff.description}</p>` : nothing}
  </li>`;
}

function foot(selection: Selection, desk: Desk, isNarrow: boolean) {
  const { seats } = desk.words;
  const { choice, isAdding, notice } = selection;
  const isLacking = !!withoutTariff(choice) || lacking(choice, desk.hall, desk.tariffsInCart).length > 0;
  const label = isAdding
    ? html`<span class="turn">${icon(refresh)}</span>${seats.adding}`
    : seats.add(choice.length);
  const sum = html`<b class="number">${selection.total}</b>`;
  return html`<p class="soft meta">${seats.beforeHold}</p>
    ${isNarrow ? nothing : html`<p class="total"><span>${seats.total}</span> ${sum}</p>`}
    <button
      type="button"
      class=${notice?.kind === 'lost' ? 'button large' : 'button primary large'}
      part="add"
      aria-disabled=${isLacking ? 'true' : 'false'}
      aria-busy=${isAdding ? 'true' : 'false'}
      @click=${() => void selection.add()}
    >
      <span>${label}</span>${isNarrow && !isAdding ? sum : nothing}
    </button>`;
}
