import {
  type Detail,
  detailOf,
  type Point,
  toScreen,
  type Viewport,
  zoomAt,
  zoomTo,
} from '@s360-widgets/seat-map';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { define } from '../base/define.js';
import { Lazy } from '../base/lazy.js';
import { base } from '../styles/base.js';
import { Camera } from './seat-picker.camera.js';
import type * as Closer from './seat-picker.closer.js';
import { Easel, isStill } from './seat-picker.easel.js';
import { Gestures, type GestureTarget } from './seat-picker.gestures.js';
import { type Focus, focusOn } from './seat-picker.focus.js';
import { ForcedColours } from './seat-picker.forced.js';
import type { Hall } from './seat-picker.hall.js';
import { mapStyles, swatchStyles } from './seat-picker.map.styles.js';
import type { KeyTarget } from './seat-picker.keyboard.js';
import { MapFocus } from './seat-picker.map-focus.js';
import { overlay } from './seat-picker.overlay.js';
import { probes } from './seat-picker.palette.js';
import { corners, pointOn } from './seat-picker.pointer.js';
import { firstSeat, startSeat } from './seat-picker.start.js';
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
  static override styles = [base, swatchStyles, mapStyles];

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

  /** The map was clicked, and the mouse has not left it since. */
  #isClicked = false;
  readonly #closer = new Lazy(this, () => import('./seat-picker.closer.js'));
  readonly #keyboard = new Lazy(this, () => import('./seat-picker.keyboard.js'));
  readonly #camera = new Camera(this, () => this.#measure());
  readonly #easel = new Easel();
  readonly #focus = new MapFocus(this, {
    isWhole: () => this.#camera.overviewShare === 1,
    follow: (cell) => this.#follow(this.#closer.current?.focusOf(cell) ?? null),
    reveal: () => this.#reveal(),
  });
  #detail: Detail | undefined;

  constructor() {
    super();
    new Gestures(this, this);
    new ForcedColours(this);
  }

  get isEngaged(): boolean {
    return this.#isClicked || this.#focus.isKeyed;
  }

  get surface(): HTMLCanvasElement | null {
    return this.renderRoot.querySelector('canvas');
  }

  pointOf(event: MouseEvent): Point {
    return pointOn(this.surface!, this.renderRoot.querySelectorAll('.corners i'), event);
  }

  /** Flies to some seats. */
  showSeats(seats: readonly number[]): void {
    this.active = seats[0] ?? this.active;
    void this.#fly((view, { viewOf }) => viewOf(this.hall, view, seats, MARGIN));
  }

  /** Where a seat is painted, in CSS pixels from the map's upper left corner; null before the map has a size. */
  placeOf(seat: number): Point | null {
    const { view } = this.#camera;
    return view ? toScreen(view, { x: this.hall.plan.x[seat]!, y: this.hall.plan.y[seat]! }) : null;
  }

  pan(dx: number, dy: number): void {
    this.#isClicked = true;
    this.#camera.pan(dx, dy);
  }

  zoom(at: Point, factor: number): void {
    this.hovered = null;
    this.#camera.zoom(at, factor);
  }

  tap(at: Point, isTouch: boolean, isDouble: boolean): void {
    if (!this.#camera.view) return;
    this.#isClicked = true;
    void this.#tap(at, isTouch, isDouble);
  }

  async #tap(at: Point, isTouch: boolean, isDouble: boolean): Promise<void> {
    if (!this.#closer.current) await this.#closer.need();
    const { view } = this.#camera;
    if (!view) return;
    const { focus, to } = this.#closer.current?.meant(this.hall, view, at, isTouch, isDouble) ?? {};
    if (focus) this.#choose(focus);
    else if (to) this.#camera.fly(() => to);
  }

  hover(at: Point | null): void {
    this.#closer.prepare();
    const { view } = this.#camera;
    if (!at) this.#isClicked = false;
    const next = (at && view && this.#closer.current?.toldAt(this.hall, view, at)) ?? null;
    if (JSON.stringify(next) !== JSON.stringify(this.hovered)) this.hovered = next;
  }

  /** One picture a frame, and none while nothing changes. */
  protected override async scheduleUpdate(): Promise<void> {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#camera.flight = this.#closer.current?.fly;
    if (!changed.has('hall')) return;
    this.active = startSeat(this.hall);
    this.#measure(true);
  }

  protected override firstUpdated(): void {
    this.#easel.readTheme(this.renderRoot.querySelector('.probes')!);
  }

  protected override updated(): void {
    const { view, isMoving } = this.#camera;
    const { surface } = this;
    if (!view || !surface) return;
    const { own, pending, pressed, words } = this;
    const hovered = this.hovered?.kind === 'section' ? this.hovered : null;
    const focus = this.#focus.isKeyed ? focusOn(this.hall, view, this.active) : hovered;
    this.#tell(view);
    const near = this.#closer.current?.near;
    const picture = { view, isMoving, own, pending, pressed, focus, lang: words.lang, near };
    this.#easel.paint(surface, this.hall, picture);
    if (pending.size > 0 && !isStill()) this.requestUpdate();
  }

  #tell(view: Viewport): void {
    const detail = detailOf(this.hall.plan, view);
    if (detail === this.#detail) return;
    this.#detail = detail;
    this.dispatchEvent(new CustomEvent('seat-detail', { detail: { detail } }));
  }

  #measure(isNewPlan = false): void {
    if (this.hall) this.#camera.measure(this.hall.plan, isNewPlan);
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
    this.active = firstSeat(this.hall, section, this.pressed);
    this.#camera.fly((view) => zoomTo(view, this.hall.plan.sections[section]!.bounds, 48));
  }

  readonly #openArea = async (area: number, isKeyboard: boolean): Promise<void> => {
    await this.#fly((view, { openArea }) => {
      const opening = openArea(this.hall, view, area, this.pressed);
      this.active = opening.seat;
      return opening.view;
    });
    this.#focus.enter(isKeyboard);
  };

  /** Brings what has the keyboard's focus into view. */
  #reveal(): void {
    void this.#fly((view, { revealed }) => revealed(this.hall, view, this.active, MARGIN));
  }

  /** As the camera does, once the code that knows where to is there. */
  async #fly(aim: (from: Viewport, closer: typeof Closer) => Viewport): Promise<void> {
    await this.#closer.need();
    const closer = this.#closer.current;
    if (closer) this.#camera.fly((view) => aim(view, closer));
  }

  readonly #onKey = async (event: KeyboardEvent): Promise<void> => {
    const { view } = this.#camera;
    this.#focus.key();
    if (!this.#keyboard.current) await this.#keyboard.need();
    const focus = view && focusOn(this.hall, view, this.active);
    if (focus && this.#keyboard.current?.press(event, focus, this.#keys)) this.hovered = null;
  };

  readonly #keys: KeyTarget = {
    hall: () => this.hall,
    pressed: () => this.pressed,
    isOverview: () => this.#camera.isOverview,
    choose: (focus) => {
      this.#choose(focus);
      if (focus.kind === 'seat') this.#reveal();
    },
    leave: () => {
      const { sections, sectionOf } = this.hall.plan;
      this.#focus.leaveTo(sections[sectionOf[this.active]!]!.area);
      this.#camera.flyHome();
    },
    zoomBy: (factor) => {
      const { x, y } = this.hall.plan;
      const at = { x: x[this.active]!, y: y[this.active]! };
      this.#camera.fly((view) => zoomAt(view, toScreen(view, at), factor));
    },
    visit: (seat) => {
      this.active = seat;
      this.#reveal();
    },
  };

  /** The seat of the keyboard is the one that has the focus, whoever put it there. */
  #follow(focus: Focus | null): boolean {
    const { active } = this;
    if (focus?.kind === 'seat') this.active = focus.seat;
    else if (focus && focus.section !== this.hall.plan.sectionOf[active])
      this.active = firstSeat(this.hall, focus.section, this.pressed);
    return this.active !== active;
  }

  readonly #handlers = {
    openArea: this.#openArea,
    choose: this.#choose,
    key: this.#onKey,
    focusIn: (event: FocusEvent) => {
      this.#keyboard.prepare();
      this.#focus.onIn(event);
    },
    focusOut: this.#focus.onOut,
  };

  protected override render() {
    const { view, isOverview } = this.#camera;
    return html`${probes(this.#readTheme)}
      <canvas aria-hidden="true" class="${isOverview ? 'whole' : ''} ${this.hovered ? 'aimed' : ''}"></canvas>
      ${corners}
      ${view && this.words ? this.#overlay(view) : nothing}`;
  }

  #overlay(view: Viewport) {
    const { hall, words, pressed, own, inCart, hovered } = this;
    const { isKeyed } = this.#focus;
    const focus = focusOn(hall, view, this.active);
    const card = isKeyed ? focus : hovered;
    const scene = { hall, view, words, pressed, owned: { own, inCart }, focus, card, isKeyboard: isKeyed };
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
