import { panBy, toScreen, type Viewport, zoomTo, zoomToSeat } from '@s360-widgets/seat-map';
import { focusOn } from './seat-picker.focus.js';
import type { Hall } from './seat-picker.hall.js';

/** The view that shows some seats, no larger than they need to be. */
export function viewOf({ plan }: Hall, from: Viewport, seats: readonly number[], margin: number): Viewport {
  if (seats.length === 0) return from;
  const [xs, ys] = [seats.map((seat) => plan.x[seat]!), seats.map((seat) => plan.y[seat]!)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const close = zoomTo(from, { left, right, top, bottom }, margin);
  const { seat } = from.limits;
  if (close.scale <= seat) return close;
  return zoomToSeat({ ...from, scale: seat }, { x: (left + right) / 2, y: (top + bottom) / 2 });
}

/** The view moved so that a seat, or its block, is well inside it, and large enough to be read. */
export function revealed(hall: Hall, view: Viewport, seat: number, margin: number): Viewport {
  const { x, y, sections } = hall.plan;
  const focus = focusOn(hall, view, seat);
  const at = focus.kind === 'seat' ? { x: x[seat]!, y: y[seat]! } : sections[focus.section]!.anchor;
  if (focus.kind === 'seat' && view.scale < view.limits.seat * 0.75) return zoomToSeat(view, at);
  const { x: left, y: top } = toScreen(view, at);
  const isIn = (value: number, size: number) => value > margin && value < size - margin;
  if (isIn(left, view.width) && isIn(top, view.height)) return view;
  return panBy(view, view.width / 2 - left, view.height / 2 - top);
}
