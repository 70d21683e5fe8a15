import { COMPANION, RESTRICTED, WHEELCHAIR } from '@s360-widgets/seat-map';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../pieces/icon.js';
import { check, list } from '../pieces/icons.js';
import { map, wheel } from '../pieces/icons.seats.js';
import { stepper } from '../pieces/stepper.js';
import type { Hall } from './seat-picker.hall.js';
import type { Desk } from './seat-picker.desk.js';
import { priceText, type SeatWords } from './seat-picker.words.js';

export type PickerView = 'map' | 'list';

/** How many tickets: steers the best seats, and says how many may be chosen. */
export interface Count {
  readonly value: number;
  /** As many as are chosen. */
  readonly least: number;
  change(value: number): void;
  pickBest(): void;
}

export function howMany(count: Count, { words: { seats }, most }: Desk): TemplateResult {
  return html`<span class="label" aria-hidden="true">${seats.howMany}</span>
    ${stepper({
      label: seats.howMany,
      fewer: seats.fewer,
      more: seats.more,
      value: count.value,
      min: Math.max(1, count.least),
      // One step more than is allowed, so that it can say why not.
      max: most + 1,
      change: (value) => count.change(value),
    })}`;
}

/** The tray before a choice. `between` is what there is to say. */
export function emptyTray(count: Count, desk: Desk, isNarrow: boolean, between: unknown): TemplateResult {
  const { seats } = desk.words;
  if (isNarrow)
    return html`<h3 id="tray" tabindex="-1" class="unseen">${seats.yourSeats}</h3>
      <div class="tray-head">${howMany(count, desk)}</div>
      ${between}
      <button type="button" class="button primary large" @click=${() => count.pickBest()}>
        ${seats.bestOf(count.value)}
      </button>
      <p class="hint soft meta">${seats.orTouch}</p>`;
  return html`<div class="tray-head">
      <h3 id="tray" tabindex="-1" class="title-s">${seats.yourSeats}</h3>
      <span class="soft meta number">${seats.of(0, count.value)}</span>
    </div>
    <p class="soft meta">${seats.chooseUpTo(count.value)}</p>
    ${between}
    <button type="button" class="button primary large" part="add" aria-disabled="true">${seats.addNone}</button>`;
}

/** Two views of one choice. */
export function viewSwitch(
  view: PickerView,
  { seats }: SeatWords,
  isNarrow: boolean,
  onChange: (view: PickerView) => void,
): TemplateResult {
  const button = (name: PickerView, label: string, path: string) =>
    html`<button
      type="button"
      aria-pressed=${view === name}
      aria-label=${isNarrow ? label : nothing}
      @click=${() => onChange(name)}
    >
      <span>${icon(path)} ${isNarrow ? nothing : label}</span>
    </button>`;
  return html`<div class="switch" role="group" aria-label=${seats.view}>
    ${button('map', seats.map, map)} ${button('list', seats.list, list)}
  </div>`;
}

/** The prices: legend of the map and filter in one. Several can be pressed. */
export function priceRow({ hall, words, pressed }: Desk, onPress: (price: number) => void): TemplateResult {
  const { seats, format } = words;
  return html`<div class="prices" role="group" aria-label=${seats.prices}>
    ${hall.prices.map((price, index) => {
      const left = hall.free(-1, index);
      const isPressed = pressed.has(index);
      return html`<button type="button" aria-pressed=${isPressed} @click=${() => onPress(index)}>
        <i class="swatch ${price.letter}"></i>
        <span><b class="number">${priceText(hall, price, words)}</b>
          <span class="soft small number">${left === 0 ? seats.seatsLeft(0) : seats.left(format.count(left))}</span></span>
        ${isPressed ? icon(check) : nothing}
      </button>`;
    })}
  </div>`;
}

/** What the shapes mean; only those that occur. */
export function shapeKey(hall: Hall, { seats: { key } }: SeatWords, isBlocks: boolean): TemplateResult {
  const has = (bit: number) => hall.plan.marks.some((marks) => marks & bit);
  const entry = (shape: string, word: string, glyph: unknown = nothing) =>
    html`<li><i class="shape ${shape}">${glyph}</i>${word}</li>`;
  if (isBlocks)
    return html`<ul class="key small">
      ${entry('block', key.seatsFree)} ${entry('block few', key.few)} ${entry('block out', key.soldOut)}
      ${entry('block closed', key.closed)}
    </ul>`;
  return html`<ul class="key small">
    ${entry('free', key.free)} ${entry('yours', key.yours, icon(check))} ${entry('held', key.held)}
    ${entry('sold', key.sold)} ${has(RESTRICTED) ? entry('restricted', key.restricted) : nothing}
    ${has(WHEELCHAIR) ? entry('wheel', key.wheelchair, icon(wheel)) : nothing}
    ${has(COMPANION) ? entry('companion', key.companion, '+1') : nothing}
  </ul>`;
}
