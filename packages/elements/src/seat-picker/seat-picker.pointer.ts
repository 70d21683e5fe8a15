import type { Point } from '@s360-widgets/seat-map';
import { html } from 'lit';

/**
 * Marks at the upper left, upper right and lower left corner of a box. They have no size: where they stand on the screen
 * tells all that zoom and transforms, of any ancestor, have made of the box.
 */
export const corners = html`<div class="corners"><i></i><i></i><i></i></div>`;

/**
 * Where a pointer is on a box, in the box's own CSS pixels from its upper left corner. Measured by the box's corners, since
 * browsers do not agree in which pixels `offsetX` counts under CSS zoom.
 * @param marks the three corners
 */
export function pointOn(
  { clientWidth, clientHeight }: Element,
  marks: Iterable<Element>,
  { clientX, clientY }: MouseEvent,
): Point {
  const [origin, right, bottom] = [...marks].map((mark) => mark.getBoundingClientRect());
  const along = { x: right!.x - origin!.x, y: right!.y - origin!.y };
  const down = { x: bottom!.x - origin!.x, y: bottom!.y - origin!.y };
  const to = { x: clientX - origin!.x, y: clientY - origin!.y };
  const area = cross(along, down);
  return { x: (cross(to, down) / area) * clientWidth, y: (cross(along, to) / area) * clientHeight };
}

function cross(a: Point, b: Point): number {
  return a.x * b.y - a.y * b.x;
}
