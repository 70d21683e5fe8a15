import type { Cart } from '@s360-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { check } from '../pieces/icons.js';
import { icon } from '../pieces/icon.js';
import { note } from '../pieces/note.js';
import { unkeptNote } from '../pieces/unkept-note.js';
import { type Choice, lacking, loneSeat, withoutTariff } from './seat-picker.choice.js';
import type { Hall } from './seat-picker.hall.js';
import type { Desk } from './seat-picker.desk.js';
import type { Notice, Selection } from './seat-picker.selection.js';
import { tariffMenu } from './seat-picker.tariffs.js';
import { askText } from './seat-picker.words.choice.js';
import type { SeatWords } from './seat-picker.words.js';

/** What happened last, what stands in the way, and hints; in this order. */
export function notes(selection: Selection, desk: Desk, isNarrow: boolean): TemplateResult {
  const { notice, choice } = selection;
  return html`${notice ? said(notice, selection, desk) : nothing} ${tariffNote(selection, desk, isNarrow) ?? companionNote(choice, desk)}
  ${notice?.kind === 'lost' ? nothing : loneNote(selection, desk)}`;
}

function said(notice: Notice, selection: Selection, desk: Desk): TemplateResult | typeof nothing {
  const { words, most, inCart, pressed } = desk;
  const { limit, bestNone, bestApart } = words.seats;
  const { count } = selection;
  switch (notice.kind) {
    case 'limit': {
      const held = Math.max(inCart.size, desk.tariffsInCart.length);
      const text = most === 0 ? limit.full(held) : held > 0 ? limit.inCart(held) : limit.text;
      return note({ title: limit.title(most + held), text, live: true });
    }
    case 'best-none':
      return note({ title: bestNone.title(count), text: bestNone.text(pressed.size > 0), live: true });
    case 'best-apart':
      return note({ title: bestApart.title(count), text: bestApart.text(pressed.size > 0), live: true });
    case 'lost':
      return lostNote(notice, selection, desk);
    case 'added':
      return addedNote(notice.count, selection, desk);
    case 'problem': {
      const text = words.problems?.[notice.problem.code];
      return text ? note({ tone: 'bad', ...text, live: true }) : nothing;
    }
  }
}

function lostNote({ seats, before }: Notice & { kind: 'lost' }, selection: Selection, { hall, words }: Desk) {
  const { lost } = words.seats;
  const [wanted, kept] = [before.length, before.length - seats.length];
  const find = () => selection.pickBest(wanted, before);
  return note({
    tone: 'warn',
    title: lost.title(lostPlaces(hall, seats, words), seats.length),
    text: lost.text(seats.length, kept),
    actions: html`<button type="button" class="button primary" @click=${find}>${lost.find(wanted)}</button>
      <button type="button" class="button" @click=${() => selection.dismiss()}>${lost.keep(kept)}</button>`,
    live: true,
  });
}

/** `Row H, seats 19 and 20`; row by row. */
function lostPlaces({ plan }: Hall, seats: readonly number[], words: SeatWords): string {
  const rows = [...new Set(seats.map((seat) => plan.rowOf[seat]!))].map((row) => {
    const group = seats.filter((seat) => plan.rowOf[seat] === row);
    const numbers = words.format.list(group.map((seat) => plan.seatNumber(seat)));
    return words.seats.lost.places(plan.rowName[row]!, numbers, group.length);
  });
  return words.format.list(rows);
}

function addedNote(
  count: number,
  selection: Selection,
  { words, ways: { checkoutUrl, cartUrl, store } }: Desk,
) {
  const { added } = words.seats;
  const heldUntil = untilOf(store?.state.cart.value, words);
  const onCheckout = (event: Event) => selection.checkOut(event);
  const checkout = html`<a class="button large primary" href=${checkoutUrl} @click=${onCheckout}>${added.checkOut}</a>`;
  return html`<p class="done">
      ${icon(check)}<span><b>${added.title(count)}</b> ${heldUntil ? added.until(heldUntil) : nothing}</span>
    </p>
    ${unkeptNote(words, store)} ${checkoutUrl ? checkout : nothing}
    ${cartUrl ? html`<a class="button large" href=${cartUrl}>${added.cart}</a>` : nothing}
    <button type="button" class="link meta" @click=${() => selection.dismiss()}>${added.more}</button>`;
}

/** Until when the cart holds what it has, as a time of day; empty when unknown. */
function untilOf(cart: Cart | null | undefined, { format }: SeatWords): string {
  return cart?.expiresAt ? format.time(cart.expiresAt, cart.timeZone) : '';
}

/** Before anything is added: whom a wheelchair space is for. In the sheet, where its line may be folded away, with the menu. */
function tariffNote(selection: Selection, desk: Desk, isNarrow: boolean): TemplateResult | undefined {
  const { hall, words } = desk;
  const unsaid = withoutTariff(selection.choice);
  if (!unsaid) return undefined;
  return note({
    title: askText(hall, unsaid.seat, words),
    text: words.seats.ask.text,
    actions: isNarrow ? tariffMenu(unsaid, selection, desk) : undefined,
    live: true,
  });
}

/** Before anything is added: a tariff that is not sold by itself. */
function companionNote(choice: Choice, { hall, words, tariffsInCart }: Desk) {
  const [missing] = lacking(choice, hall, tariffsInCart);
  if (!missing) return nothing;
  const required = hall.seatMap.tariffs.filter(({ id }) => missing.requiresTariffIds.includes(id));
  const names = words.format.list(
    required.map(({ name }) => `“${name}”`),
    'disjunction',
  );
  const { companion } = words.seats;
  return note({ title: companion.title(missing.name), text: companion.text(names), live: true });
}

/** A hint, not a lock. */
function loneNote(selection: Selection, { hall, words, most }: Desk) {
  const { choice } = selection;
  const lone = choice.length > 0 && !selection.isAdding ? loneSeat(choice, hall) : null;
  if (!lone) return nothing;
  const { seat, moved } = lone;
  const canTake = choice.length < most;
  const number = hall.plan.seatNumber(seat);
  const text = words.seats.lone;
  return note({
    title: text.title(number),
    text: text.text(choice.length, moved !== null, canTake),
    actions: html`${
      moved
        ? html`<button type="button" class="button" @click=${() => selection.replace(moved)}>${text.move}</button>`
        : nothing
    }
    ${
      canTake
        ? html`<button type="button" class="button" @click=${() => selection.toggle(seat)}>
          ${text.take(number)}
        </button>`
        : nothing
    }`,
    live: true,
  });
}
