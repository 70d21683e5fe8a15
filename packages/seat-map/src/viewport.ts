import type { Plan } from './plan.js';
import type { Point, Rect } from './shape.js';

/**
 * What part of a plan is seen, and how large: a point at (x, y) in plan units stands at
 * ((x − left) × scale, (y − top) × scale) on the screen, in CSS pixels from the map's upper left corner.
 * A value; every change makes a new one, kept within the limits.
 */
export interface Viewport {
  readonly left: number;
  readonly top: number;
  readonly scale: number;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly limits: Limits;
}

/** How far a visitor may go; made once for a plan and a map's size. */
export interface Limits {
  readonly bounds: Rect;
  /** Shows the whole plan. */
  readonly least: number;
  readonly most: number;
  /** At this scale seats carry their numbers and can be hit: 36 px from seat to seat, 42 for a finger. */
  readonly seat: number;
}

export interface FitOptions {
  width: number;
  height: number;
  /** Free CSS pixels around the plan; 24 unless given. */
  padding?: number;
  /** The pointer is a finger. */
  touch?: boolean;
}

/** Seats may be this much larger than they need to be. */
const BEYOND_SEAT = 1.6;

/** The whole plan, in the middle. */
export function fit(
  { bounds, pitch }: Plan,
  { width, height, padding = 24, touch = false }: FitOptions,
): Viewport {
  const across = Math.max(1, bounds.right - bounds.left);
  const down = Math.max(1, bounds.bottom - bounds.top);
  const room = (size: number): number => Math.max(1, size - 2 * padding);
  const seat = (touch ? 42 : 36) / pitch;
  const least = Math.min(room(width) / across, room(height) / down, seat);
  const limits = { bounds, least, seat, most: seat * BEYOND_SEAT };
  return centred({ left: 0, top: 0, scale: least, width, height, limits }, middle(bounds), least);
}

/** Moves the picture by CSS pixels: a drag to the right is a positive `dx`. */
export function panBy(view: Viewport, dx: number, dy: number): Viewport {
  return clamp({ ...view, left: view.left - dx / view.scale, top: view.top - dy / view.scale });
}

/** Zooms by a factor; the plan's point under `at` (CSS pixels) stays where it is. */
export function zoomAt(view: Viewport, at: Point, factor: number): Viewport {
  const scale = within(view.scale * factor, view.limits);
  const held = toPlan(view, at);
  return clamp({ ...view, scale, left: held.x - at.x / scale, top: held.y - at.y / scale });
}

/** Shows a rectangle of the plan as large as it fits, with `padding` CSS pixels around it. */
export function zoomTo(view: Viewport, rect: Rect, padding = 24): Viewport {
  const across = Math.max(1, view.width - 2 * padding) / Math.max(1, rect.right - rect.left);
  const down = Math.max(1, view.height - 2 * padding) / Math.max(1, rect.bottom - rect.top);
  return centred(view, middle(rect), within(Math.min(across, down), view.limits));
}

/** Brings a point into the middle, at seat zoom unless the view is closer already. */
export function zoomToSeat(view: Viewport, at: Point): Viewport {
  return centred(view, at, Math.max(view.scale, view.limits.seat));
}

/** The same middle and scale on a map of another size. `whole` is `fit` for the new size. */
export function resize(view: Viewport, whole: Viewport): Viewport {
  if (view.scale <= view.limits.least) return whole;
  return centred(
    whole,
    toPlan(view, { x: view.width / 2, y: view.height / 2 }),
    within(view.scale, whole.limits),
  );
}

export function toScreen(view: Viewport, { x, y }: Point): Point {
  return { x: (x - view.left) * view.scale, y: (y - view.top) * view.scale };
}

export function toPlan(view: Viewport, { x, y }: Point): Point {
  return { x: view.left + x / view.scale, y: view.top + y / view.scale };
}

/** The part of the plan that is seen, grown by `margin` plan units. */
export function seen({ left, top, scale, width, height }: Viewport, margin = 0): Rect {
  return {
    left: left - margin,
    top: top - margin,
    right: left + width / scale + margin,
    bottom: top + height / scale + margin,
  };
}

/** Keeps a view within its limits: no axis shows more emptiness than it must, so the plan is never lost. */
export function clamp(view: Viewport): Viewport {
  const { bounds } = view.limits;
  const axis = (at: number, size: number, from: number, to: number): number => {
    const shown = size / view.scale;
    // What fits stays in the middle; what does not may be dragged until its edge reaches a third of the map.
    if (to - from <= shown) return (from + to - shown) / 2;
    return Math.min(Math.max(at, from - shown / 3), to - (shown * 2) / 3);
  };
  return {
    ...view,
    left: axis(view.left, view.width, bounds.left, bounds.right),
    top: axis(view.top, view.height, bounds.top, bounds.bottom),
  };
}

function centred(view: Viewport, at: Point, scale: number): Viewport {
  return clamp({ ...view, scale, left: at.x - view.width / 2 / scale, top: at.y - view.height / 2 / scale });
}

function within(scale: number, { least, most }: Limits): number {
  return Math.min(Math.max(scale, least), most);
}

function middle({ left, top, right, bottom }: Rect): Point {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}
