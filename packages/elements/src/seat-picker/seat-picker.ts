import type { CartItem } from '@s360-widgets/contract';
import type { Detail } from '@s360-widgets/seat-map';
import { cartSlice, seatMapSlice, type Store } from '@s360-widgets/store';
import { html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { define } from '../base/define.js';
import { ShopElement } from '../base/element.js';
import { emit } from '../base/emit.js';
import { explain } from '../base/explain.js';
import { howMany, type PickerView, priceRow, shapeKey, viewSwitch } from './seat-picker.controls.js';
import { Hall } from './seat-picker.hall.js';
import './seat-picker.list.js';
import type { S360SeatList } from './seat-picker.list.js';
import { LiveSeats } from './seat-picker.live.js';
import './seat-picker.map.js';
import type { S360SeatMap } from './seat-picker.map.js';
import { type Desk, Selection } from './seat-picker.selection.js';
import { failure, heading, loading, missing, notSold, staleNote } from './seat-picker.states.js';
import { pickerStyles } from './seat-picker.styles.js';
import { tray } from './seat-picker.tray.js';

/** From this width on the tray stands beside the map; CSS pixels. */
const WIDE = 800;

/**
 * Choose seats on a map or in a list, two views of one choice, and put them into the cart. Nothing is held before that.
 *
 * The plain wheel scrolls the page until the map is clicked or focused; then it zooms, as it always does with Ctrl. One finger
 * scrolls the page at the overview and moves the map when zoomed in; two fingers zoom.
 *
 * @slot back - A way back to the dates, above the title.
 * @slot - Shown until the element is ready, and when the relay can't be reached.
 * @csspart base - Everything.
 * @csspart tray - The chosen seats and the step into the cart.
 * @csspart add - The button that adds the seats to the cart.
 * @csspart note - A message in the tray or above the map.
 * @cssprop [--s360-seat-picker-height] - Height of the map.
 * @cssprop [--s360-seat-picker-bleed=0px] - In a narrow container: how far map and tray reach into the page's gutter.
 * @fires s360-cart-add-request - The seats are about to be added. `preventDefault()` takes the step over.
 * @fires s360-checkout-request - The way to the checkout was chosen. Can be vetoed.
 * @fires s360-seats-selected - The choice changed; it holds nothing yet.
 */
export class S360SeatPicker extends ShopElement<'base' | 'seats' | 'problems'> {
  static override styles = pickerStyles;

  /** Whose seats; else `?performance=…` of the page's URL. */
  @property({ attribute: 'performance-id' }) performanceId = '';
  /** Fewer seats than the venue allows in one order. 0: as many as the venue allows. */
  @property({ type: Number, attribute: 'max-seats' }) maxSeats = 0;
  @property({ reflect: true }) view: PickerView = 'map';
  /** The page has the event's title already. */
  @property({ type: Boolean, attribute: 'title-hidden' }) titleHidden = false;
  /** Pages for the ways on. An empty one is not offered. */
  @property({ attribute: 'checkout-url' }) checkoutUrl = '';
  @property({ attribute: 'cart-url' }) cartUrl = '';
  /** The event's page, where performances without a seat plan are sold. */
  @property({ attribute: 'event-url' }) eventUrl = '';

  @state() private pressed: ReadonlySet<number> = new Set();
  @state() private isNarrow = false;
  @state() private spoken = '';
  /** The map shows blocks, not seats. */
  @state() private isBlocks = false;
  @query('s360-seat-map, s360-seat-list') private readonly shown!: S360SeatMap | S360SeatList | null;

  protected readonly slices = [seatMapSlice, cartSlice];
  protected readonly wordGroups = ['base', 'seats', 'problems'] as const;
  #hall: Hall | undefined;
  #hadFocus = false;
  readonly #selection = new Selection(this, () => this.#desk()!);
  readonly #sizes = new ResizeObserver(([entry]) => {
    this.isNarrow = (entry?.contentRect.width ?? WIDE) < WIDE;
  });

  constructor() {
    super();
    new LiveSeats(this, () =>
      this.store && this.#hall ? { store: this.store, performanceId: this.#id } : null,
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  /** The seats chosen here, as ids. */
  get seatIds(): readonly string[] {
    const hall = this.#hall;
    return hall ? this.#selection.seats.map((seat) => hall.plan.seatId(seat)) : [];
  }

  protected override load(store: Store): void {
    const performanceId = this.#id;
    if (performanceId && !store.state.seatMaps[performanceId]?.value)
      void store.dispatch('seat-map-load', { performanceId });
    if (store.state.cart.status === 'idle') void store.dispatch('cart-load', {});
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('performanceId') && this.store) this.load(this.store);
    this.#follow();
    this.#hadFocus = this.shadowRoot?.activeElement != null;
  }

  protected override updated(): void {
    // A button that has done its work may be gone; the focus goes on to what has come of it.
    if (this.#hadFocus && !this.shadowRoot?.activeElement)
      this.renderRoot.querySelector<HTMLElement>('#tray')?.focus({ preventScroll: true });
    void explain(this, this.shop, this.#id ? null : 'No performance-id, and no ?performance=… in the URL.');
  }

  get #id(): string {
    return this.performanceId || (new URLSearchParams(location.search).get('performance') ?? '');
  }

  get #remote() {
    return this.store?.state.seatMaps[this.#id];
  }

  /** Takes in what the store knows by now. The same seats in another language keep the choice. */
  #follow(): void {
    const data = this.#remote?.value;
    const hall = this.#hall;
    if (!data || !this.words) return;
    if (hall?.isOf(data)) return this.#selection.follow(hall.follow(data));
    const isOther =
      hall?.seatMap.performanceId !== data.seatMap.performanceId ||
      hall.seatMap.planHash !== data.seatMap.planHash;
    this.#hall = new Hall(data);
    if (isOther) {
      this.#selection.reset();
      this.pressed = new Set();
    } else this.#selection.follow(this.#selection.seats);
  }

  /** What the cart has for this performance. */
  get #ticketsInCart() {
    const cart = this.store?.state.cart.value;
    if (cart?.state !== 'open' && cart?.state !== 'paying') return [];
    const performanceId = this.#id;
    return cart.lines
      .filter((line) => line.performanceId === performanceId)
      .flatMap(({ tickets }) => tickets);
  }

  #desk(): Desk | null {
    const { words, pressed } = this;
    const hall = this.#hall;
    if (!hall || !words) return null;
    const tickets = this.#ticketsInCart;
    const seats = tickets.map(({ seat }) => (seat ? hall.plan.indexOfSeat(seat.seatId) : -1));
    const allowed = hall.seatMap.maxTickets - tickets.length;
    return {
      hall,
      words,
      pressed,
      inCart: new Set(seats.filter((seat) => seat >= 0)),
      tariffsInCart: tickets.map(({ tariffId }) => tariffId),
      most: Math.max(0, this.maxSeats > 0 ? Math.min(this.maxSeats, allowed) : allowed),
      announce: (text) => {
        this.spoken = text;
      },
      show: (seats) => this.shown?.showSeats(seats),
      send: (item) => this.#send(item),
    };
  }

  async #send(item: CartItem) {
    const { store } = this;
    const problem = (await store?.dispatch('cart-add', { items: [item] })) ?? null;
    if (problem) void store?.dispatch('seat-states-load', { performanceId: this.#id });
    return problem;
  }

  readonly #onPick = ({ detail }: CustomEvent<{ seat: number }>): void => this.#selection.toggle(detail.seat);

  readonly #onDetail = ({ detail }: CustomEvent<{ detail: Detail }>): void => {
    this.isBlocks = detail.detail === 'blocks';
  };

  readonly #onPress = (price: number): void => {
    const pressed = new Set(this.pressed);
    if (!pressed.delete(price)) pressed.add(price);
    this.pressed = pressed;
  };

  readonly #onCheckout = (event: Event): void => {
    if (!emit(this, 's360-checkout-request', { url: this.checkoutUrl })) event.preventDefault();
  };

  readonly #retry = (): void => {
    if (this.store) void this.store.dispatch('seat-map-load', { performanceId: this.#id });
  };

  protected override render() {
    const { words, titleHidden, store } = this;
    const remote = this.#remote;
    const desk = this.#desk();
    if (!words || !store) return html`<slot></slot>`;
    if (!this.#id) return missing(words.seats.noPerformance);
    if (desk?.hall.plan.size === 0) return missing(words.seats.noMap, this.eventUrl, words.seats.noMap.go);
    if (desk && remote?.value) {
      const { seatMap } = remote.value;
      const isSold = seatMap.saleState === 'on-sale';
      return html`<div class="base ${this.isNarrow ? 'narrow' : 'wide'}" part="base">
        ${heading(seatMap, words, titleHidden, this.isNarrow, isSold && this.isNarrow ? this.#switch() : nothing)}
        ${isSold ? this.#picker(desk) : notSold(seatMap, words, store.clock.now())}
        <p class="unseen" role="status">${this.spoken}</p>
      </div>`;
    }
    if (remote?.status !== 'failed') return html`<div class="base">${loading(words)}</div>`;
    if (remote.problem.code === 'not-found')
      return missing(words.seats.noMap, this.eventUrl, words.seats.noMap.go);
    return html`${failure(remote.problem, words, this.#retry)}<slot></slot>`;
  }

  #switch() {
    return viewSwitch(this.view, this.words!, this.isNarrow, (view) => {
      this.view = view;
    });
  }

  #picker(desk: Desk) {
    const { isNarrow, words, store } = this;
    const selection = this.#selection;
    const { expiresAt, timeZone } = store?.state.cart.value ?? {};
    const { checkoutUrl, cartUrl } = this;
    const heldUntil = expiresAt && timeZone ? words!.format.time(expiresAt, timeZone) : '';
    const ways = { checkoutUrl, cartUrl, heldUntil, onCheckout: this.#onCheckout };
    return html`${
      isNarrow
        ? nothing
        : html`<div class="many">
            ${howMany(selection, desk)}
            <button type="button" class="button" @click=${() => selection.pickBest()}>${words!.seats.best}</button>
            ${this.#switch()}
            ${this.#switch()}
          </div>`
    }
      <div class="desk">
        <div class="room">
          ${staleNote(desk.hall, words!, () => void store?.dispatch('seat-states-load', { performanceId: this.#id }))}
          ${priceRow(desk, this.#onPress)} ${this.view === 'list' ? this.#list(desk) : this.#map(desk)}
        </div>
        ${tray(selection, desk, ways, isNarrow)}
      </div>`;
  }

  #own({ inCart }: Desk): ReadonlySet<number> {
    return new Set([...this.#selection.seats, ...inCart]);
  }

  #map(desk: Desk) {
    const { hall, words, inCart, pressed } = desk;
    return html`<s360-seat-map
        .hall=${hall}
        .words=${words}
        .revision=${hall.revision}
        .own=${this.#own(desk)}
        .inCart=${inCart}
        .pending=${new Set(this.#selection.isAdding ? this.#selection.seats : [])}
        .pressed=${pressed}
        @seat-pick=${this.#onPick}
        @seat-detail=${this.#onDetail}
      ></s360-seat-map>
      ${shapeKey(hall, words, this.isBlocks)}`;
  }

  #list(desk: Desk) {
    const { hall, words, inCart, pressed } = desk;
    return html`<s360-seat-list
      .hall=${hall}
      .words=${words}
      .revision=${hall.revision}
      .own=${this.#own(desk)}
      .inCart=${inCart}
      .pressed=${pressed}
      .count=${this.#selection.count}
      @seat-pick=${this.#onPick}
    ></s360-seat-list>`;
  }
}

define('s360-seat-picker', S360SeatPicker);

declare global {
  interface HTMLElementTagNameMap {
    's360-seat-picker': S360SeatPicker;
  }
}
