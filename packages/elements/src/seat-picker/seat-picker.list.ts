import { FREE, HELD, isAccessible } from '@s360-widgets/seat-map';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { define } from '../base/define.js';
import { icon } from '../pieces/icon.js';
import { check, down } from '../pieces/icons.js';
import { sort, up } from '../pieces/icons.more.js';
import { base } from '../styles/base.js';
import { controls } from '../styles/controls.js';
import { ForcedColours } from './seat-picker.forced.js';
import type { Hall } from './seat-picker.hall.js';
import { inOrder, type Order } from './seat-picker.list-order.js';
import { listStyles } from './seat-picker.list.styles.js';
import { swatchStyles } from './seat-picker.map.styles.js';
import { skip, skipStyles } from './seat-picker.skip.js';
import type { ViewOf } from './seat-picker.views.js';
import { priceRange, seatName, sectionName, type SeatWords } from './seat-picker.words.js';

/** So many are shown before "Show … more". */
const FIRST_SECTIONS = 12;
const FIRST_ROWS = 4;

/**
 * The list view of the seat picker: its inner part, not a public element. Same hall, same choice as the map; asks for a
 * seat with the same `seat-pick` event. Only open sections have rows in the page, so a stadium stays light.
 *
 * @internal
 */
export class S360SeatList extends LitElement {
  static override styles = [base, controls, swatchStyles, skipStyles, listStyles];

  static override properties = {
    hall: { attribute: false },
    words: { attribute: false },
    revision: { attribute: false },
    own: { attribute: false },
    inCart: { attribute: false },
    pressed: { attribute: false },
    count: { attribute: false },
    isTogether: { state: true },
    order: { state: true },
    open: { state: true },
    most: { state: true },
  };

  hall!: Hall;
  words!: SeatWords;
  revision = 0;
  own: ReadonlySet<number> = new Set();
  inCart: ReadonlySet<number> = new Set();
  pressed: ReadonlySet<number> = new Set();
  /** How many seats the visitor wants. */
  count = 1;

  private isTogether = false;
  private order: Order = 'best';
  /** Open sections, with how many of their rows are shown. */
  private open: ReadonlyMap<number, number> = new Map();
  private most = FIRST_SECTIONS;

  #hadFocus = false;
  /** Where the focus goes from a "Show more" that is gone: what it has shown first. A selector. */
  #focusNext = '';

  constructor() {
    super();
    new ForcedColours(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#hadFocus = this.shadowRoot?.activeElement != null;
    if (!changed.has('hall')) return;
    this.most = FIRST_SECTIONS;
    // What is chosen is in sight from the start.
    const [first] = this.own;
    const section = first === undefined ? undefined : this.hall.plan.sectionOf[first];
    this.open = new Map(section === undefined ? [] : [[section, FIRST_ROWS]]);
  }

  /** Opens the sections of some seats. */
  showSeats(seats: readonly number[]): void {
    const open = new Map(this.open);
    for (const seat of seats) {
      const section = this.hall.plan.sectionOf[seat]!;
      if (!open.has(section)) open.set(section, FIRST_ROWS);
    }
    this.open = open;
  }

  protected override updated(): void {
    const isLost = this.#hadFocus && !this.shadowRoot?.activeElement;
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(`${selector} button`);
    if (isLost) ((this.#focusNext && find(this.#focusNext)) || find('h3'))?.focus();
    this.#focusNext = '';
  }

  protected override render() {
    const { words } = this;
    if (!this.hall || !words) return nothing;
    const { seats } = words;
    const sections = this.#sections();
    const hidden = sections.length - this.most;
    return html`${this.#bar()}
      <ul class="sections">
        ${sections.slice(0, this.most).map((section) => this.#section(section))}
      </ul>
      ${sections.length === 0 ? html`<p class="none soft">${seats.nothingListed}</p>` : nothing}
      ${
        hidden > 0
          ? html`<button type="button" class="link more" @click=${this.#showSections}>
            ${seats.moreSections(Math.min(hidden, 2 * FIRST_SECTIONS))}
          </button>`
          : nothing
      }`;
  }

  #bar() {
    const { seats } = this.words;
    const onOrder = ({ target }: Event) => {
      this.order = (target as HTMLSelectElement).value === 'cheap' ? 'cheap' : 'best';
    };
    return html`<div class="bar">
      <button
        type="button"
        role="switch"
        class="toggle"
        aria-checked=${this.isTogether}
        @click=${() => (this.isTogether = !this.isTogether)}
      >
        <i></i>${seats.onlyTogether(this.count)}
      </button>
      <span class="order">
        ${icon(sort)}
        <select aria-label=${seats.order} @change=${onOrder}>
          <option value="best">${seats.bestFirst}</option>
          <option value="cheap">${seats.cheapFirst}</option>
        </select>
        ${icon(down)}
      </span>
    </div>`;
  }

  /** Sections that have something to show, in the order that the visitor wants. */
  #sections(): number[] {
    const { hall, pressed, order } = this;
    const sections = hall.plan.sections.map(({ index }) => index);
    return inOrder(
      hall,
      sections.filter((section) => this.#hasRows(section)),
      pressed,
      order,
    );
  }

  #hasRows(section: number): boolean {
    const { firstSeat, endSeat } = this.hall.plan.sections[section]!;
    for (let seat = firstSeat; seat < endSeat; seat++) if (this.#fits(seat)) return true;
    return false;
  }

  /** Whether a seat can be chosen under the filters, or is the visitor's own. */
  #fits(seat: number): boolean {
    const { hall, pressed } = this;
    if (this.own.has(seat)) return true;
    if (hall.states[seat] !== FREE) return false;
    if (!hall.isAt(seat, pressed)) return false;
    if (!this.isTogether) return true;
    // A wheelchair space and its companion's seat are together; nobody else sits beside them.
    const isKept = isAccessible(hall.plan, seat);
    const [first, last] = hall.stretch(
      seat,
      (other) => hall.isFree(other) && isAccessible(hall.plan, other) === isKept,
    );
    return last - first + 1 >= this.count;
  }

  #section(section: number): TemplateResult {
    const { hall, words, pressed } = this;
    const shown = this.open.get(section);
    const isOpen = shown !== undefined;
    const { count, prices } = hall.left([section], pressed);
    const toggle = () => this.#setRows(section, isOpen ? undefined : FIRST_ROWS);
    return html`<li class="section" data-section=${section}>
      <h3>
        <button type="button" aria-expanded=${isOpen} @click=${toggle}>
          <span>
            <b class="title-s">${sectionName(hall, section, words)}</b>
            <span class="soft small">${words.seats.free(count, words.format.count(count))}</span>
          </span>
          <span class="range number">${priceRange(hall, prices, words)}</span> ${icon(isOpen ? up : down)}
        </button>
      </h3>
      ${isOpen ? this.#rows(section, shown) : nothing}
    </li>`;
  }

  readonly #showSections = (): void => {
    this.#focusNext = `.section:nth-child(${this.most + 1})`;
    this.most += 2 * FIRST_SECTIONS;
  };

  #showRows(section: number, shown: number, all: number): void {
    this.#focusNext = `[data-section='${section}'] .row:nth-child(${shown + 1})`;
    this.#setRows(section, all);
  }

  #setRows(section: number, rows: number | undefined): void {
    const open = new Map(this.open);
    if (rows === undefined) open.delete(section);
    else open.set(section, rows);
    this.open = open;
  }

  #rows(section: number, shown: number): TemplateResult {
    const { plan } = this.hall;
    const { firstRow, endRow } = plan.sections[section]!;
    const rows: number[] = [];
    for (let row = firstRow; row < endRow; row++)
      if (this.#seatsOf(row).some((seat) => this.#fits(seat))) rows.push(row);
    // A row of the choice is never folded away.
    const isOwn = (row: number) => this.#seatsOf(row).some((seat) => this.own.has(seat));
    const most = Math.max(shown, rows.findLastIndex(isOwn) + 1);
    const hidden = rows.length - most;
    return html`<div class="rows">
      <ul>
        ${rows.slice(0, most).map((row) => this.#row(row))}
      </ul>
      ${
        hidden > 0
          ? html`<button type="button" class="link more" @click=${() => this.#showRows(section, most, rows.length)}>
            ${this.words.seats.moreRows(hidden)}
          </button>`
          : nothing
      }
    </div>`;
  }

  #seatsOf(row: number): number[] {
    const { rowStart } = this.hall.plan;
    const first = rowStart[row]!;
    return Array.from({ length: rowStart[row + 1]! - first }, (_, k) => first + k);
  }

  #row(row: number): TemplateResult {
    const { hall, words } = this;
    const seats = this.#seatsOf(row).filter((seat) => this.#fits(seat) || hall.states[seat] === HELD);
    const prices = hall.prices.filter((price) =>
      seats.some((seat) => this.#fits(seat) && hall.priceOf(seat) === price),
    );
    const name = hall.plan.rowName[row]!;
    return html`<li class="row">
      <p class="row-name">
        <b>${name ? words.seats.row(name) : ''}</b>
        <span class="soft small number">${prices.map(({ letter }) => html`<i class="swatch ${letter}"></i>`)}${priceRange(hall, prices, words)}</span>
      </p>
      <div class="seats">${seats.map((seat) => this.#seat(seat))}</div>
    </li>`;
  }

  #seat(seat: number): TemplateResult {
    const { hall, words, own } = this;
    const isOwn = own.has(seat);
    const isOff = !isOwn && hall.states[seat] !== FREE;
    return html`<button
      type="button"
      class="seat number"
      aria-label=${seatName(hall, seat, this, words)}
      aria-pressed=${isOwn}
      aria-disabled=${isOff || this.inCart.has(seat) ? 'true' : 'false'}
      @click=${() => this.dispatchEvent(new CustomEvent('seat-pick', { detail: { seat } }))}
    >
      ${isOwn ? icon(check) : nothing}${hall.plan.seatNumber(seat)}
    </button>
    ${isOwn && !this.inCart.has(seat) ? skip(words) : nothing}`;
  }
}

/** The list as one of the two views. */
export function listView({ desk, chosen, count, onPick }: ViewOf): TemplateResult {
  const { hall, words, inCart, pressed } = desk;
  return html`<s360-seat-list
    .hall=${hall}
    .words=${words}
    .revision=${hall.revision}
    .own=${new Set([...chosen, ...inCart])}
    .inCart=${inCart}
    .pressed=${pressed}
    .count=${count}
    @seat-pick=${onPick}
  ></s360-seat-list>`;
}

define('s360-seat-list', S360SeatList);

declare global {
  interface HTMLElementTagNameMap {
    's360-seat-list': S360SeatList;
  }
}
