import { type Section, type Viewport, zoomTo, zoomToSeat } from '@s360-widgets/seat-map';
import type { Hall } from './seat-picker.hall.js';
import { firstSeat, seatsOf } from './seat-picker.start.js';

/** Where a part of the hall opens: what is shown, and the seat in it that gets the focus. */
export interface Opening {
  readonly view: Viewport;
  readonly seat: number;
}

/** A view that is this much larger than the whole plan is a closer look. */
const CLOSER = 1.6;

/**
 * An area opens as a whole where that is a closer look; else at the section that has seats for the visitor, and the middle
 * of the view on a free seat where even that is as wide as the hall.
 */
export function openArea(hall: Hall, from: Viewport, area: number, pressed: ReadonlySet<number>): Opening {
  const { bounds } = hall.plan.areas[area]!;
  const section = openSection(hall, area, pressed);
  const seat = firstSeat(hall, section.index, pressed);
  const isCloser = ({ scale }: Viewport) => scale > from.limits.least * CLOSER;
  const views = [zoomTo(from, bounds, 40), zoomTo(from, section.bounds, 48)];
  const view = views.find(isCloser) ?? zoomToSeat(from, { x: hall.plan.x[seat]!, y: hall.plan.y[seat]! });
  return { view, seat };
}

/** Of an area's sections with plenty of free seats at the pressed prices, the one nearest to its middle. */
function openSection(hall: Hall, area: number, pressed: ReadonlySet<number>): Section {
  const { sections, anchor } = hall.plan.areas[area]!;
  const counted = sections.map((section) => ({
    section,
    free: seatsOf(section).filter((seat) => hall.isForAll(seat) && hall.isAt(seat, pressed)).length,
    away: Math.hypot(section.anchor.x - anchor.x, section.anchor.y - anchor.y),
  }));
  const most = Math.max(...counted.map(({ free }) => free));
  const plenty = counted.filter(({ free }) => free >= most / 2);
  return plenty.reduce((nearest, other) => (other.away < nearest.away ? other : nearest)).section;
}
