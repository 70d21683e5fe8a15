import type { Point } from '@s360-widgets/seat-map';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What pointers and wheel mean to the map. Points are in CSS pixels from its upper left corner. */
export interface GestureTarget {
  readonly surface: HTMLElement | null;
  /**
   * Whether plain wheel and one finger move the map. Otherwise they scroll the page: a map must not be a trap on the
   * way down. Two fingers, and the wheel with Ctrl (a pinch on a trackpad), always zoom.
   */
  readonly isEngaged: boolean;
  /** Where a pointer is on the map. */
  pointOf(event: MouseEvent): Point;
  pan(dx: number, dy: number): void;
  zoom(at: Point, factor: number): void;
  tap(at: Point, isTouch: boolean, isDouble: boolean): void;
  /** The mouse is over the map, or (null) left it. */
  hover(at: Point | null): void;
}

/** A pointer that moves less than this many pixels is a tap. */
const SLACK = { mouse: 4, touch: 9 };
const DOUBLE_MS = 320;
const DOUBLE_PX = 28;

/** Turns pointer and wheel events of one surface into gestures. */
export class Gestures implements ReactiveController {
  readonly #target: GestureTarget;
  readonly #pointers = new Map<number, Point>();
  #surface: HTMLElement | null = null;
  #from: Point = { x: 0, y: 0 };
  #isDrag = false;
  #lastTap = { at: { x: -99, y: -99 }, time: 0 };

  constructor(host: ReactiveControllerHost, target: GestureTarget) {
    this.#target = target;
    host.addController(this);
  }

  hostUpdated(): void {
    const { surface } = this.#target;
    if (surface === this.#surface) return;
    this.hostDisconnected();
    this.#surface = surface;
    for (const [type, listener] of this.#listeners) {
      surface?.addEventListener(type, listener, { passive: false });
    }
  }

  hostDisconnected(): void {
    for (const [type, listener] of this.#listeners) this.#surface?.removeEventListener(type, listener);
    this.#surface = null;
    this.#pointers.clear();
  }

  readonly #down = (event: PointerEvent): void => {
    if (event.button > 0) return;
    const at = this.#target.pointOf(event);
    this.#pointers.set(event.pointerId, at);
    this.#from = at;
    this.#isDrag = this.#pointers.size > 1;
    if (this.#isDrag) this.#capture();
  };

  readonly #move = (event: PointerEvent): void => {
    const at = this.#target.pointOf(event);
    const before = this.#pointers.get(event.pointerId);
    if (!before) {
      if (event.pointerType === 'mouse') this.#target.hover(at);
      return;
    }
    const slack = event.pointerType === 'mouse' ? SLACK.mouse : SLACK.touch;
    if (!this.#isDrag && distance(at, this.#from) < slack) return;
    if (!this.#isDrag) this.#capture();
    this.#isDrag = true;
    this.#target.hover(null);
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 };
      this.#target.pan((at.x - before.x) / 2, (at.y - before.y) / 2);
      this.#target.zoom(middle, distance(at, other) / Math.max(1, distance(before, other)));
    } else this.#target.pan(at.x - before.x, at.y - before.y);
    this.#pointers.set(event.pointerId, at);
  };

  readonly #up = (event: PointerEvent): void => {
    if (!this.#pointers.delete(event.pointerId) || this.#isDrag) return;
    const at = this.#target.pointOf(event);
    const isDouble =
      event.timeStamp - this.#lastTap.time < DOUBLE_MS && distance(at, this.#lastTap.at) < DOUBLE_PX;
    this.#lastTap = { at, time: isDouble ? 0 : event.timeStamp };
    this.#target.tap(at, event.pointerType !== 'mouse', isDouble);
  };

  readonly #cancel = (event: PointerEvent): void => {
    this.#pointers.delete(event.pointerId);
    if (event.type === 'pointerleave') this.#target.hover(null);
  };

  readonly #wheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !this.#target.isEngaged) return;
    event.preventDefault();
    // A notch of a wheel is about 100 px, or 3 lines; a pinch on a trackpad comes in small steps with Ctrl.
    const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : 1);
    const factor = 2 ** (-Math.max(-120, Math.min(120, pixels)) * (event.ctrlKey ? 0.01 : 0.004));
    this.#target.zoom(this.#target.pointOf(event), factor);
  };

  readonly #listeners = [
    ['pointerdown', this.#down],
    ['pointermove', this.#move],
    ['pointerup', this.#up],
    ['pointercancel', this.#cancel],
    ['pointerleave', this.#cancel],
    ['wheel', this.#wheel],
  ] as unknown as readonly [string, EventListener][];

  /** Keeps the pointers of a drag that leaves the map. */
  #capture(): void {
    for (const id of this.#pointers.keys()) this.#surface?.setPointerCapture(id);
  }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
