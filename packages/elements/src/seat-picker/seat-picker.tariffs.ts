import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../pieces/icon.js';
import { down } from '../pieces/icons.js';
import { type ChosenSeat, offers } from './seat-picker.choice.js';
import type { Desk } from './seat-picker.desk.js';
import type { Selection } from './seat-picker.selection.js';
import { rowSeat } from './seat-picker.words.choice.js';

/** The menu of a seat's tariffs. The chosen one needs no price here: it is the line's. Nothing is chosen where it is asked for. */
export function tariffMenu(
  { seat, tariffId }: ChosenSeat,
  selection: Selection,
  { hall, words }: Desk,
): TemplateResult {
  const { seats, format } = words;
  const all = offers(hall, seat);
  if (all.length < 2) return html`<p class="soft small">${all[0]?.tariff.name}</p>`;
  const onChange = ({ target }: Event) => selection.setTariff(seat, (target as HTMLSelectElement).value);
  const text = ({ tariff, amountMinor }: (typeof all)[number]) => {
    if (tariff.id === tariffId) return tariff.name;
    return `${tariff.name}, ${tariff.membersOnly ? seats.membersOnly : format.price(amountMinor, hall.seatMap.currency)}`;
  };
  return html`<span class="tariff small">
    <select aria-label=${seats.tariff(rowSeat(hall, seat, words))} .value=${tariffId} ?disabled=${selection.isAdding} @change=${onChange}>
      ${tariffId ? nothing : html`<option value="" disabled selected>${seats.ask.choose}</option>`}
      ${all.map(
        (offer) => html`<option
          value=${offer.tariff.id}
          ?selected=${offer.tariff.id === tariffId}
          ?disabled=${offer.tariff.membersOnly}
        >
          ${text(offer)}
        </option>`,
      )}
    </select>
    ${icon(down)}
  </span>`;
}
