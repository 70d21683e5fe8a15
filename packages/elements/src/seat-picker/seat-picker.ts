import { lateCartSlice, prepareCart, seatMapSlice, type Store } from '@s360-widgets/store';
import { html, nothing } from 'lit';
import { AddressController, asId, idInQuery } from '../base/address.js';
import { define } from '../base/define.js';
import { ShopElement } from '../base/element.js';
import { explain } from '../base/explain.js';
import { flag } from '../base/flag.js';
import { Lazy } from '../base/lazy.js';
import { heldBy } from './seat-picker.cart.js';
import { Chooser } from './seat-picker.chooser.js';
import { type Count, howMany, type PickerView, priceRow, viewSwitch } from './seat-picker.controls.js';
import type { Desk } from './seat-picker.desk.js';
import { ForcedColours } from './seat-picker.forced.js';
import { Hall } from './seat-picker.hall.js';
import type { S360SeatList } from './seat-picker.list.js';
import { LiveSeats } from './seat-picker.live.js';
import './seat-picker.map.js';
import type { S360SeatMap } from './seat-picker.map.js';
import { heading, loading } from './seat-picker.heading.js';
import { pickerStyles } from './seat-picker.styles.js';
import { mapView, type ViewOf } from './seat-picker.views.js';
import { WidthController } from './seat-picker.width.js';
import type { SeatWords } from './seat-picker.words.js';

/**
 * Choose seats on a map or in a list, two views of one choice, and put them into the cart. Nothing is held before that.
 *
 * The plain wheel scrolls the page until the map is clicked or focused; then it zooms, as it always does with Ctrl. One finger
 * scrolls the page at the overview and moves the map when zoomed in; two fingers zoom.
 *
 * @element s360-seat-picker
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
export class S360SeatPicker extends ShopElement<'base' | 'seats'> {
  static override styles = pickerStyles;

  static override properties = {
    performanceId: { attribute: 'performance-id' },
    performanceParam: { attribute: 'performance-param' },
    maxSeats: { type: Number, attribute: 'max-seats' },
    view: { reflect: true },
    titleHidden: { type: Boolean, attribute: 'title-hidden', converter: flag('title-hidden') },
    checkoutUrl: { attribute: 'checkout-url' },
    cartUrl: { attribute: 'cart-url' },
    eventUrl: { attribute: 'event-url' },
    pressed: { state: true },
    spoken: { state: true },
    isBlocks: { state: true },
  };

  /** Whose seats; without it, the page's address names them, now and whenever that changes. */
  performanceId = '';
  /** The parameter of the address that names the performance; `performance` without it. */
  performanceParam = '';
  /** Fewer seats than the venue allows in one order. 0: as many as the venue allows. */
  maxSeats = 0;
  /** `map` or `list`. */
  view: PickerView = 'map';
  /** The page has the event's title already. */
  titleHidden = false;
  /** Address of the page with the checkout. Without it, that way on is not offered. */
  checkoutUrl = '';
  /** Address of the page with the cart. Without it, that way on is not offered. */
  cartUrl = '';
  /** The event's page, where performances without a seat plan are sold. */
  eventUrl = '';

  private pressed: ReadonlySet<number> = new Set();
  private spoken = '';
  /** The map shows blocks, not seats. */
  private isBlocks = false;

  protected readonly slices = [seatMapSlice, lateCartSlice];
  protected readonly wordGroups = ['base', 'seats'] as const;
  /** The performance that is shown; empty for none. */
  #id = '';
  #hall: Hall | undefined;
  #hadFocus = false;
  readonly #chooser = new Chooser(this, () => this.#desk());
  readonly #states = new Lazy(this, () => import('./seat-picker.states.js'));
  readonly #list = new Lazy(this, () => import('./seat-picker.list.js'));
  readonly #width = new WidthController(this);

  constructor() {
    super();
    new AddressController(this);
    new ForcedColours(this);
    new LiveSeats(this, () => {
      const { store } = this;
      const hall = this.#hall;
      if (!store || hall?.seatMap.saleState !== 'on-sale') return null;
      return { store, performanceId: this.#id, isKnown: hall.isKnown };
    });
  }

  /** The seats chosen here, as ids. */
  get seatIds(): readonly string[] {
    const hall = this.#hall;
    return hall ? this.#chooser.seats.map((seat) => hall.plan.seatId(seat)) : [];
  }

  protected override load(store: Store): void {
    const performanceId = this.#id;
    if (performanceId && !store.state.seatMaps[performanceId]?.value)
      void store.dispatch('seat-map-load', { performanceId });
    if (store.state.cart.status === 'idle') void store.dispatch('cart-load', {});
  }

  protected override willUpdate(): void {
    const id = asId(this.performanceId) || idInQuery(this.performanceParam || 'performance');
    if (id !== this.#id) {
      this.#id = id;
      this.#hall = undefined;
      if (this.store) this.load(this.store);
    }
    const isProblem =
      this.#remote?.status === 'failed' || this.#chooser.selection?.notice?.kind === 'problem';
    if (isProblem || this.store?.state.unkeptToken) void this.shop?.needWords('problems').catch(console.warn);
    this.#follow();
    this.#hadFocus = this.shadowRoot?.activeElement != null;
  }

  protected override updated(): void {
    // A button that has done its work may be gone; the focus goes on to what has come of it.
    if (this.#hadFocus && !this.shadowRoot?.activeElement)
      this.renderRoot.querySelector<HTMLElement>('#tray')?.focus({ preventScroll: true });
    void explain(this, this.shop);
  }

  get #remote() {
    return this.store?.state.seatMaps[this.#id];
  }

  /** Takes in what the store knows by now. The same seats in another language keep the choice. */
  #follow(): void {
    const data = this.#remote?.value;
    const hall = this.#hall;
    if (!data || !this.words) return;
    if (hall?.isOf(data)) {
      // The hall goes on with the news also before anybody has reached for a seat.
      const changed = hall.follow(data);
      this.#chooser.selection?.follow(changed);
      return;
    }
    this.#hall = new Hall(data);
    if (hall?.seatMap.planHash !== data.seatMap.planHash) {
      this.#chooser.selection?.reset();
      this.pressed = new Set();
    } else this.#chooser.selection?.follow(this.#chooser.seats);
  }

  readonly #onInterest = (): void => this.#chooser.prepare();

  #desk(): Desk | null {
    const { words, pressed, checkoutUrl, cartUrl, store } = this;
    const hall = this.#hall;
    if (!hall || !words) return null;
    return {
      hall,
      words,
      pressed,
      ...heldBy(store?.state.cart.value, hall, this.maxSeats),
      ways: { checkoutUrl, cartUrl, store },
      announce: (text) => {
        this.spoken = text;
      },
      show: (seats) => {
        const shown = this.renderRoot.querySelector<S360SeatMap | S360SeatList>(
          's360-seat-map, s360-seat-list',
        );
        shown?.showSeats?.(seats);
      },
      check: this.#check,
    };
  }

  readonly #onPick = ({ detail }: CustomEvent<{ seat: number }>): void =>
    void this.#chooser.choose((selection) => selection.toggle(detail.seat));

  readonly #onDetail = ({ detail }: CustomEvent<{ detail: string }>): void => {
    this.isBlocks = detail.detail === 'blocks';
  };

  readonly #onPress = (price: number): void => {
    const pressed = new Set(this.pressed);
    if (!pressed.delete(price)) pressed.add(price);
    this.pressed = pressed;
  };

  readonly #check = (): void => void this.store?.dispatch('seat-states-load', { performanceId: this.#id });

  readonly #retry = (): void => {
    if (this.store) void this.store.dispatch('seat-map-load', { performanceId: this.#id });
  };

  protected override render() {
    const { words, store } = this;
    const remote = this.#remote;
    const desk = this.#desk();
    if (!words || !store) return html`<slot></slot>`;
    if (desk && desk.hall.plan.size > 0) return this.#page(desk, words);
    if (this.#id && !desk && remote?.status !== 'failed')
      return html`<slot></slot>${this.hasFallback ? nothing : loading(words)}`;
    const problem = remote?.status === 'failed' ? remote.problem : undefined;
    return html`${this.#states.get()?.instead(words, problem, this.#retry, this.eventUrl, !!this.#id)}<slot></slot>`;
  }

  #page(desk: Desk, words: SeatWords) {
    const { titleHidden, store } = this;
    const { isNarrow } = this.#width;
    const { seatMap } = desk.hall;
    const isSold = seatMap.saleState === 'on-sale';
    const end = isSold && isNarrow ? this.#switch(words) : nothing;
    return html`<div class="base ${isNarrow ? 'narrow' : 'wide'}" part="base">
      ${heading(seatMap, words, titleHidden, isNarrow, end)}
      ${isSold ? this.#picker(desk, words) : this.#states.get()?.notSold(seatMap, words, store!.clock.now())}
      <p class="unseen" role="status">${this.spoken}</p>
    </div>`;
  }

  #switch(words: SeatWords) {
    return viewSwitch(this.view, words, this.#width.isNarrow, (view) => {
      this.view = view;
    });
  }

  #picker(desk: Desk, words: SeatWords) {
    if (!desk.hall.isKnown) return this.#states.get()?.notKnownYet(words, this.#check, this.eventUrl);
    const { isNarrow } = this.#width;
    const count = this.#chooser.count(desk);
    const { best } = words.seats;
    const row = html`<div class="many">
      ${howMany(count, desk)}
      <button type="button" class="button" @click=${() => count.pickBest()}>${best}</button>
      ${this.#switch(words)}
    </div>`;
    return html`${isNarrow ? nothing : row}
      <div class="desk" @pointerover=${this.#onInterest} @focusin=${this.#onInterest}>
        <div class="room">
          ${desk.hall.isDoubtful ? this.#states.get()?.doubt(desk.hall, words, this.#check) : nothing}
          ${priceRow(desk, this.#onPress)} ${this.#view(desk, count)}
        </div>
        <section
          class=${isNarrow ? 'tray sheet' : 'tray'}
          part="tray"
          aria-labelledby="tray"
          @pointerover=${prepareCart}
          @focusin=${prepareCart}
        >
          ${this.#chooser.tray(desk, isNarrow)}
        </section>
      </div>`;
  }

  #view(desk: Desk, count: Count) {
    const view: ViewOf = {
      desk,
      chosen: this.#chooser.seats,
      isAdding: this.#chooser.selection?.isAdding ?? false,
      count: count.value,
      isBlocks: this.isBlocks,
      onPick: this.#onPick,
      onDetail: this.#onDetail,
    };
    return this.view === 'list' && !this.#list.isMissing ? this.#list.get()?.listView(view) : mapView(view);
  }
}

define('s360-seat-picker', S360SeatPicker);

declare global {
  interface HTMLElementTagNameMap {
    's360-seat-picker': S360SeatPicker;
  }
}
