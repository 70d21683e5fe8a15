import type { Names } from '@s360-widgets/seat-codec';

export interface Point {
  x: number;
  y: number;
}

/** A rectangle in plan units. */
export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A closed polygon as `[x, y, x, y, …]`, with what is needed to place a name on it. */
export interface Shape {
  name: Names;
  outline: Float64Array;
  bounds: Rect;
  /** Where a name stands best: the middle of what the shape covers. */
  anchor: Point;
}

/** Takes a polygon `[x, y, dx, dy, …]` of the wire apart. */
export function shapeOf(name: Names, wire: number[]): Shape {
  const outline = new Float64Array(wire.length);
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let k = 0; k < wire.length; k += 2) {
    const x = (outline[k] = wire[k]! + (outline[k - 2] ?? 0));
    const y = (outline[k + 1] = wire[k + 1]! + (outline[k - 1] ?? 0));
    bounds.left = Math.min(bounds.left, x);
    bounds.right = Math.max(bounds.right, x);
    bounds.top = Math.min(bounds.top, y);
    bounds.bottom = Math.max(bounds.bottom, y);
  }
  return { name, outline, bounds, anchor: anchorOf(outline, bounds) };
}

/** The centre of gravity where that lies inside, else the middle of the part nearest to it on its plumb line. */
function anchorOf(outline: Float64Array, bounds: Rect): Point {
  const centre = gravity(outline);
  if (holds(outline, centre.x, centre.y)) return centre;
  // A bow's centre of gravity lies outside of it.
  const hits = crossings(outline, centre.x);
  let best = { x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2 };
  let nearest = Infinity;
  for (let k = 0; k + 1 < hits.length; k += 2) {
    const y = (hits[k]! + hits[k + 1]!) / 2;
    if (Math.abs(y - centre.y) >= nearest) continue;
    nearest = Math.abs(y - centre.y);
    best = { x: centre.x, y };
  }
  return best;
}

/** The centre of gravity of the area, by the shoelace formula. */
function gravity(outline: Float64Array): Point {
  let area = 0;
  let x = 0;
  let y = 0;
  for (let k = 0, j = outline.length - 2; k < outline.length; j = k, k += 2) {
    const cross = outline[j]! * outline[k + 1]! - outline[k]! * outline[j + 1]!;
    area += cross;
    x += (outline[j]! + outline[k]!) * cross;
    y += (outline[j + 1]! + outline[k + 1]!) * cross;
  }
  return { x: x / (3 * area), y: y / (3 * area) };
}

/** Where the plumb line at `x` crosses the polygon, top first. */
function crossings(outline: Float64Array, x: number): number[] {
  const hits: number[] = [];
  for (let k = 0, j = outline.length - 2; k < outline.length; j = k, k += 2) {
    const [x0, y0, x1, y1] = [outline[j]!, outline[j + 1]!, outline[k]!, outline[k + 1]!];
    if (x0 > x !== x1 > x) hits.push(y0 + ((x - x0) / (x1 - x0)) * (y1 - y0));
  }
  return hits.sort((a, b) => a - b);
}

/** Whether a point lies in a polygon. */
export function holds(outline: Float64Array, x: number, y: number): boolean {
  return crossings(outline, x).filter((hit) => hit < y).length % 2 === 1;
}

/** Whether two rectangles have a point in common. */
export function meet(a: Rect, b: Rect): boolean {
  return a.right >= b.left && a.left <= b.right && a.bottom >= b.top && a.top <= b.bottom;
}

/** The rectangle around all of them; of none, one that holds nothing. */
export function union(rects: Rect[]): Rect {
  return {
    left: Math.min(...rects.map((rect) => rect.left)),
    top: Math.min(...rects.map((rect) => rect.top)),
    right: Math.max(...rects.map((rect) => rect.right)),
    bottom: Math.max(...rects.map((rect) => rect.bottom)),
  };
}
