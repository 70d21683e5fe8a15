import {
  detailOf,
  FREE,
  gridOf,
  HELD,
  holds,
  type Point,
  toPlan,
  type Viewport,
  zoomAt,
  zoomToSeat,
} from '@s360-widgets/seat-map';
import type { Focus } from './seat-picker.focus.js';
import type { Hall } from './seat-picker.hall.js';

/** From this distance between seats on (CSS pixels) a click or a touch chooses; below it, it zooms. */
const CHOOSABLE = { mouse: 9, touch: 26 };
/** A finger hits what is this near, CSS pixels. */
const FINGER = 14;

/** Whether seats are large enough to be picked one by one. */
function canAim({ plan }: Hall, view: Viewport, isTouch: boolean): boolean {
  return plan.pitch * view.scale >= CHOOSABLE[isTouch ? 'touch' : 'mouse'];
}

/** What is under a point of the screen. */
function aim(hall: Hall, view: Viewport, at: Point, isTouch: boolean): Focus | null {
  const { plan } = hall;
  if (detailOf(plan, view) === 'blocks') {
    const section = sectionAt(hall, view, at);
    return section < 0 ? null : { kind: 'section', section };
  }
  const { x, y } = toPlan(view, at);
  const reach = isTouch ? Math.max(plan.pitch * 0.6, FINGER / view.scale) : plan.pitch * 0.5;
  const seat = gridOf(plan).seatAt(x, y, reach);
  return seat < 0 ? null : { kind: 'seat', seat };
}

/** What a click or a touch means: something to choose, or a closer view, or nothing. */
export function meant(
  hall: Hall,
  view: Viewport,
  at: Point,
  isTouch: boolean,
  isDouble: boolean,
): { focus?: Focus; to?: Viewport } {
  const focus = aim(hall, view, at, isTouch);
  const isNear = canAim(hall, view, isTouch);
  if (focus && (focus.kind === 'section' || isNear)) return { focus };
  if (isDouble) return { to: zoomAt(view, at, 2) };
  return isNear || sectionAt(hall, view, at) < 0 ? {} : { to: zoomToSeat(view, toPlan(view, at)) };
}

/** What is to be told under the mouse: blocks, and seats that are free or may become so. */
export function toldAt(hall: Hall, view: Viewport, at: Point): Focus | null {
  const hit = aim(hall, view, at, false);
  if (hit?.kind !== 'seat') return hit;
  const state = hall.states[hit.seat];
  return canAim(hall, view, false) && (state === FREE || state === HELD) ? hit : null;
}

/** The section under a point of the screen, or −1. */
function sectionAt({ plan }: Hall, view: Viewport, at: Point): number {
  const { x, y } = toPlan(view, at);
  return plan.sections.findIndex(
    ({ bounds: { left, right, top, bottom }, outline }) =>
      x >= left && x <= right && y >= top && y <= bottom && holds(outline, x, y),
  );
}
