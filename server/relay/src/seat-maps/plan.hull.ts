import type { Spot } from './plan.fit.js';

/** Whether a spot lies in a polygon. */
export function isInside({ x, y }: Spot, polygon: readonly Spot[]): boolean {
  let inside = false;
  for (const [i, b] of polygon.entries()) {
    const a = polygon.at(i - 1)!;
    if (a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) inside = !inside;
  }
  return inside;
}

/** The smallest convex polygon that leaves `margin` around every spot (Andrew's monotone chain), rounded outwards to eight sides a spot. */
export function hullAround(spots: readonly Spot[], margin: number): Spot[] {
  const corners = spots.flatMap(({ x, y }) =>
    Array.from({ length: 8 }, (_, k) => {
      const angle = ((k + 0.5) * Math.PI) / 4;
      const radius = margin / Math.cos(Math.PI / 8);
      return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
    }),
  );
  corners.sort((a, b) => a.x - b.x || a.y - b.y);
  return [...halfHull(corners), ...halfHull([...corners].reverse())];
}

/** One side of the hull, without its last corner. */
function halfHull(corners: readonly Spot[]): Spot[] {
  const side: Spot[] = [];
  for (const corner of corners) {
    while (side.length > 1 && turn(side.at(-2)!, side.at(-1)!, corner) <= 0) side.pop();
    side.push(corner);
  }
  return side.slice(0, -1);
}

/** Positive where a–b–c turns to the right on a plane whose y grows downwards. */
function turn(a: Spot, b: Spot, c: Spot): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}
