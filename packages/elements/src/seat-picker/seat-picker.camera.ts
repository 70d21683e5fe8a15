import { fit, panBy, type Plan, type Point, resize, type Viewport, zoomAt } from '@s360-widgets/seat-map';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** When a view that no longer changes counts as settled; milliseconds. */
const SETTLED = 140;
/** The overview ends here, as a multiple of its scale: tags go, the ruler and the mini plan come. */
const OVERVIEW = 1.3;

/** One press of a zoom button or key, as a factor. */
export const ZOOM_STEP = 1.8;

/** Shows one view a frame, the last of them `to`; returns how to end it early. */
export type Flight = (
  from: Viewport,
  to: Viewport,
  show: (view: Viewport, isThere: boolean) => void,
) => () => void;

/** Where the map looks. Asks its host for one update a change; nothing runs while nothing moves. */
export class Camera implements ReactiveController {
  /** Undefined until the map has a size. */
  view: Viewport | undefined;
  /** Flies from view to view, once that is loaded; without it, another view is shown at once. */
  flight: Flight | undefined;
  /** The view is on its way: fine detail can wait. */
  isMoving = false;

  readonly #host: ReactiveControllerHost & Element;
  readonly #sizes: ResizeObserver;
  #whole: Viewport | undefined;
  #endFlight = (): void => {};
  #settling: ReturnType<typeof setTimeout> | undefined;
  /** Where a flight under way will end. */
  #goal: Viewport | undefined;

  /** @param onSize the host has another size, and measures itself */
  constructor(host: ReactiveControllerHost & Element, onSize: () => void) {
    this.#host = host;
    this.#sizes = new ResizeObserver(onSize);
    host.addController(this);
  }

  hostConnected(): void {
    this.#sizes.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
    this.#stop();
    clearTimeout(this.#settling);
    this.isMoving = false;
  }

  get isOverview(): boolean {
    return !this.view || this.view.scale <= this.view.limits.least * OVERVIEW;
  }

  /** From 1 at the overview to 0 a little beyond it. */
  get overviewShare(): number {
    if (!this.view) return 1;
    const zoom = this.view.scale / this.view.limits.least;
    return Math.min(1, Math.max(0, (OVERVIEW + 0.2 - zoom) / 0.2));
  }

  /** Fits a plan into the map as large as it is; keeps the place when only the size is new. */
  measure(plan: Plan, isNewPlan: boolean): void {
    const { clientWidth: width, clientHeight: height } = this.#host;
    if (width === 0) return;
    const padding = width < 600 ? 12 : 28;
    const touch = matchMedia('(pointer: coarse)').matches;
    this.#stop();
    this.#whole = fit(plan, { width, height, padding, touch });
    this.view = this.view && !isNewPlan ? resize(this.view, this.#whole) : this.#whole;
    this.#host.requestUpdate();
  }

  /** Moves the picture at once, by CSS pixels. */
  pan(dx: number, dy: number): void {
    this.#stop();
    if (this.view) this.#show(panBy(this.view, dx, dy));
  }

  /** Zooms at once; what is at the point stays there. */
  zoom(at: Point, factor: number): void {
    this.#stop();
    if (this.view) this.#show(zoomAt(this.view, at, factor));
  }

  /**
   * Flies to another view; at once where motion is reduced.
   * @param aim makes it from the view that the flight under way will end in, so that quick steps add up
   */
  fly(aim: (from: Viewport) => Viewport): void {
    const from = this.view;
    if (!from) return;
    const to = aim(this.#goal ?? from);
    this.#stop();
    const { flight } = this;
    if (!flight || to === from || matchMedia('(prefers-reduced-motion: reduce)').matches)
      return this.#show(to);
    this.#goal = to;
    this.#endFlight = flight(from, to, (view, isThere) => {
      this.#show(view);
      if (isThere) this.#goal = undefined;
    });
  }

  /** One step of the zoom buttons and keys, about the middle. */
  zoomBy(factor: number): void {
    this.fly((view) => zoomAt(view, { x: view.width / 2, y: view.height / 2 }, factor));
  }

  flyHome(): void {
    this.fly((view) => this.#whole ?? view);
  }

  #show(view: Viewport): void {
    this.view = view;
    this.isMoving = true;
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      this.isMoving = false;
      this.#host.requestUpdate();
    }, SETTLED);
    this.#host.requestUpdate();
  }

  #stop(): void {
    this.#endFlight();
    this.#goal = undefined;
  }
}
