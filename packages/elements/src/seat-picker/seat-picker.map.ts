import {
  type Detail,
  detailOf,
  panBy,
  type Point,
  toPlan,
  toScreen,
  type Viewport,
  zoomAt,
  zoomTo,
  zoomToSeat,
} from '@s360-widgets/seat-map';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { define } from '../base/define.js';
import { Lazy } from '../base/lazy.js';
import { baseStyles } from '../styles/base.js';
import {
  aim,
  areaView,
  canAim,
  firstSeat,
  type Focus,
  focusOn,
  revealed,
  sectionAt,
  toldAt,
  viewOf,
} from './seat-picker.aim.js';
import { Camera } from './seat-picker.camera.js';
import { Easel, isStill } from './seat-picker.easel.js';
import { Gestures, type GestureTarget } from './seat-picker.gestures.js';
import type { Hall } from './seat-picker.hall.js';
import { mapStyles, swatchStyles } from './seat-picker.map.styles.js';
import { overlay, ZOOM_STEP } from './seat-picker.overlay.js';
import { probes } from './seat-picker.palette.js';
import type { SeatWords } from './seat-picker.words.js';

/** From the map's edges to what has the focus, CSS pixels. */
const MARGIN = 80;

/**
 * The map of the seat picker: its inner part, not a public element. It shows a hall and tells with a `seat-pick` event
 * (`detail.seat`) which seat a person asks for, and with `seat-detail` what is seen: blocks, dots or seats. What becomes of
 * it is the picker's business.
 *
 * @internal
 */
export class S360SeatMap extends LitElement implements GestureTarget {
  static override styles = [...baseStyles, swatchStyles, mapStyles];

  static override properties = {
    hall: { attribute: false },
    words: { attribute: false },
    revision: { attribute: false },
    own: { attribute: false },
    inCart: { attribute: false },
    pending: { attribute: false },
    pressed: { attribute: false },
    active: { state: true },
    hovered: { state: true },
    hasFocus: { state: true },
  };

  hall!: Hall;
  words!: SeatWords;
  /** Counts up with each change of the seats' states. */
  revision = 0;
  /** Seats of the choice and of the visitor's cart, and the latter alone. */
  own: ReadonlySet<number> = new Set();
  inCart: ReadonlySet<number> = new Set();
  /** Seats on their way into the cart. */
  pending: ReadonlySet<number> = new Set();
  /** Prices (indices) that the visitor looks for; none = all. */
  pressed: ReadonlySet<number> = new Set();

  /** The seat of the keyboard; in a view of blocks it stands for its section. */
  private active = 0;
  private hovered: Focus | null = null;
  private hasFocus = false;

  /** The map was clicked or has the focus, so that the plain wheel zooms it; see GestureTarget. */
  isEngaged = false;
  readonly #closer = new Lazy(this, () => import('./seat-picker.closer.js'));
  readonly #camera = new Camera(this, () => this.#measure());
  readonly #easel = new Easel();
  /** After Escape, the area whose tag gets the focus as soon as it can be seen. */
  #returnTo = -1;
  #isRendering = false;
  #detail: Detail | undefined;

  constructor() {
    super();
    new Gestures(this, this);
  }

  get surface(): HTMLCanvasElement | null {
    return this.renderRoot.querySelector('canvas');
  }

  /** Flies to some seats. */
  showSeats(seats: readonly number[]): void {
    this.active = seats[0] ?? this.active;
    this.#camera.fly((view) => viewOf(this.hall, view, seats, MARGIN));
  }

  /** Where a seat is painted, in CSS pixels from the map's upper left corner; null before the map has a size. */
  placeOf(seat: number): Point | null {
    const { view } = this.#camera;
    return view ? toScreen(view, { x: this.hall.plan.x[seat]!, y: this.hall.plan.y[seat]! }) : null;
  }

  pan(dx: number, dy: number): void {
    this.isEngaged = true;
    if (this.#camera.view) this.#camera.set(panBy(this.#camera.view, dx, dy));
  }

  zoom(at: Point, factor: number): void {
    this.hovered = null;
    if (this.#camera.view) this.#camera.set(zoomAt(this.#camera.view, at, factor));
  }

  tap(at: Point, isTouch: boolean, isDouble: boolean): void {
    const { view } = this.#camera;
    if (!view) return;
    this.isEngaged = true;
    void this.#closer.need();
    const hit = aim(this.hall, view, at, isTouch);
    const isNear = canAim(this.hall, view, isTouch);
    if (hit && (hit.kind === 'section' || isNear)) this.#choose(hit);
    else if (isDouble) this.#camera.fly(() => zoomAt(view, at, 2));
    else if (!isNear && sectionAt(this.hall, view, at) >= 0)
      this.#camera.fly(() => zoomToSeat(view, toPlan(view, at)));
  }

  hover(at: Point | null): void {
    void this.#closer.need();
    const { view } = this.#camera;
    if (!at) this.isEngaged &&= this.hasFocus;
    const next = at && view ? toldAt(this.hall, view, at) : null;
    if (JSON.stringify(next) !== JSON.stringify(this.hovered)) this.hovered = next;
  }

  /** One picture a frame, and none while nothing changes. */
  protected override async scheduleUpdate(): Promise<void> {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#camera.path = this.#closer.current?.flight;
    if (!changed.has('hall')) return;
    this.active = this.hall.plan.sections[0] ? firstSeat(this.hall, 0) : 0;
    this.#measure(true);
  }

  protected override update(changed: PropertyValues<this>): void {
    this.#isRendering = true;
    super.update(changed);
    this.#isRendering = false;
  }

  protected override firstUpdated(): void {
    this.#easel.readTheme(this.renderRoot.querySelector('.probes')!);
  }

  protected override updated(): void {
    this.#putFocus();
    const { view, isMoving } = this.#camera;
    const { surface } = this;
    if (!view || !surface) return;
    const { own, pending, pressed, words } = this;
    const hovered = this.hovered?.kind === 'section' ? this.hovered : null;
    const focus = this.hasFocus ? focusOn(this.hall, view, this.active) : hovered;
    this.#tell(view);
    const ink = this.#closer.current?.paintInk;
    const picture = { view, isMoving, own, pending, pressed, focus, lang: words.lang, ink };
    this.#easel.paint(surface, this.hall, picture);
    if (pending.size > 0 && !isStill()) this.requestUpdate();
  }

  #tell(view: Viewport): void {
    const detail = detailOf(this.hall.plan, view);
    if (detail === this.#detail) return;
    this.#detail = detail;
    this.dispatchEvent(new CustomEvent('seat-detail', { detail: { detail } }));
  }

  /** The grid's focus follows the seat, whose cell may be a new one; after Escape it goes to the area's tag. */
  #putFocus(): void {
    const isBack = this.#returnTo >= 0 && this.#camera.overviewShare === 1;
    if (!isBack && (this.#returnTo >= 0 || !this.hasFocus)) return;
    const cell = this.renderRoot.querySelector<HTMLElement>('[tabindex="0"]');
    const tag = this.renderRoot.querySelector<HTMLElement>(`[data-area='${this.#returnTo}']`);
    this.#returnTo = -1;
    (tag ?? cell)?.focus({ preventScroll: true });
  }

  #measure(isNewPlan = false): void {
    const { clientWidth: width, clientHeight: height } = this;
    if (!this.hall || width === 0) return;
    const isTouch = matchMedia('(pointer: coarse)').matches;
    this.#camera.measure(this.hall.plan, width, height, isTouch, isNewPlan);
  }

  readonly #readTheme = (): void => {
    this.#easel.readTheme(this.renderRoot.querySelector('.probes')!);
    this.requestUpdate();
  };

  readonly #choose = (focus: Focus): void => {
    if (focus.kind === 'section') return this.#open(focus.section);
    this.active = focus.seat;
    this.dispatchEvent(new CustomEvent('seat-pick', { detail: { seat: focus.seat } }));
  };

  #open(section: number): void {
    this.hovered = null;
    this.active = firstSeat(this.hall, section);
    this.#camera.fly((view) => zoomTo(view, this.hall.plan.sections[section]!.bounds, 48));
  }

  readonly #openArea = (area: number, isKeyboard: boolean): void => {
    this.active = firstSeat(this.hall, this.hall.plan.areas[area]!.sections[0]!.index);
    this.#camera.fly((view) => areaView(this.hall, view, area));
    this.hasFocus = isKeyboard;
  };

  /** Brings what has the keyboard's focus into view. */
  #reveal(): void {
    this.#camera.fly((view) => revealed(this.hall, view, this.active, MARGIN));
  }

  readonly #onKey = async (event: KeyboardEvent): Promise<void> => {
    const { view } = this.#camera;
    if (!this.#closer.current) await this.#closer.need();
    if (!view || event.ctrlKey || event.altKey || event.metaKey) return;
    const focus = focusOn(this.hall, view, this.active);
    const command = this.#closer.current?.commandFor(event.key, this.hall, focus);
    if (!command || (command.kind === 'leave' && this.#camera.isOverview)) return;
    event.preventDefault();
    event.stopPropagation();
    this.hovered = null;
    if (command.kind === 'choose') this.#choose(focus);
    else if (command.kind === 'leave') {
      const { sections, sectionOf } = this.hall.plan;
      this.#returnTo = sections[sectionOf[this.active]!]!.area;
      this.#camera.flyHome();
    } else if (command.kind === 'closer') this.#camera.zoomBy(ZOOM_STEP);
    else if (command.kind === 'wider') this.#camera.zoomBy(1 / ZOOM_STEP);
    else {
      this.active = command.kind === 'seat' ? command.seat : firstSeat(this.hall, command.section);
      this.#reveal();
    }
  };

  readonly #onFocusIn = (): void => {
    this.isEngaged = true;
    void this.#closer.need();
    if (this.hasFocus) return;
    this.hasFocus = true;
    this.#reveal();
  };

  readonly #onFocusOut = (): void => {
    // A row that is replaced by an update loses the focus for a moment.
    if (!this.#isRendering) this.isEngaged = this.hasFocus = false;
  };

  readonly #handlers = {
    openArea: this.#openArea,
    choose: this.#choose,
    key: this.#onKey,
    focusIn: this.#onFocusIn,
    focusOut: this.#onFocusOut,
  };

  protected override render() {
    const { view, isOverview } = this.#camera;
    return html`${probes(this.#readTheme)}
      <canvas aria-hidden="true" class="${isOverview ? 'whole' : ''} ${this.hovered ? 'aimed' : ''}"></canvas>
      ${view && this.words ? this.#overlay(view) : nothing}`;
  }

  #overlay(view: Viewport) {
    const { hall, words, pressed, own, inCart, hovered, hasFocus } = this;
    const focus = focusOn(hall, view, this.active);
    const card = hasFocus ? focus : hovered;
    const scene = { hall, view, words, pressed, owned: { own, inCart }, focus, card, isKeyboard: hasFocus };
    const isFar = this.#camera.isOverview && detailOf(hall.plan, view) !== 'seats';
    const closer = isFar ? this.#closer.current : this.#closer.get();
    return overlay(scene, this.#camera, closer, this.#handlers);
  }
}

define('s360-seat-map', S360SeatMap);

declare global {
  interface HTMLElementTagNameMap {
    's360-seat-map': S360SeatMap;
  }
}
