/** Arcs through seats: the geometry of a run, as the contract's `seat-plan.ts` defines it. */

export interface Spot {
  x: number;
  y: number;
}

/**
 * How high the arc through the first and last of the spots rises over its chord, in quarters of a unit, so that the spots
 * stand evenly on it and none further away than `tolerance`. 0 is a line; undefined if there is no such arc.
 */
export function fitArc(spots: readonly Spot[], tolerance: number): number | undefined {
  if (spots.length < 3 || deviation(spots, 0) <= tolerance) return 0;
  const bulge = Math.round(4 * heightThrough(spots));
  return bulge !== 0 && deviation(spots, bulge) <= tolerance ? bulge : undefined;
}

/** The spots of a run of `count` seats, evenly on the arc from `first` to `last`. */
export function spotsOnArc(first: Spot, last: Spot, count: number, bulge: number): Spot[] {
  const [dx, dy] = [last.x - first.x, last.y - first.y];
  const chord = Math.hypot(dx, dy);
  const steps = Math.max(1, count - 1);
  if (bulge === 0 || chord === 0) {
    return Array.from({ length: count }, (_, i) => ({
      x: first.x + (dx * i) / steps,
      y: first.y + (dy * i) / steps,
    }));
  }
  const height = bulge / 4;
  const radius = (chord * chord) / 8 / height + height / 2;
  const half = 2 * Math.atan((2 * height) / chord);
  const [ux, uy] = [dx / chord, dy / chord];
  const centre = {
    x: first.x + dx / 2 + uy * (height - radius),
    y: first.y + dy / 2 - ux * (height - radius),
  };
  return Array.from({ length: count }, (_, i) => {
    const angle = half * ((2 * i) / steps - 1);
    const [along, across] = [radius * Math.sin(angle), radius * Math.cos(angle)];
    return { x: centre.x + ux * along + uy * across, y: centre.y + uy * along - ux * across };
  });
}

function deviation(spots: readonly Spot[], bulge: number): number {
  const even = spotsOnArc(spots[0]!, spots.at(-1)!, spots.length, bulge);
  return Math.max(...spots.map((spot, i) => Math.hypot(spot.x - even[i]!.x, spot.y - even[i]!.y)));
}

/**
 * Each inner spot in the middle half makes a circle with the two ends; the median of their heights is little moved
 * by the rounding of a single spot.
 */
function heightThrough(spots: readonly Spot[]): number {
  const [first, last] = [spots[0]!, spots.at(-1)!];
  const chord = Math.hypot(last.x - first.x, last.y - first.y);
  if (chord === 0) return 0;
  const [ux, uy] = [(last.x - first.x) / chord, (last.y - first.y) / chord];
  const quarter = Math.floor(spots.length / 4);
  const inner = spots.slice(Math.max(1, quarter), Math.min(spots.length - 1, spots.length - quarter));
  const heights = inner.map(({ x, y }) => {
    const [fx, fy] = [x - (first.x + last.x) / 2, y - (first.y + last.y) / 2];
    const along = fx * ux + fy * uy;
    const across = fx * uy - fy * ux;
    if (across === 0) return 0;
    const middle = (along * along + across * across - (chord * chord) / 4) / (2 * across);
    return middle + Math.sign(across) * Math.hypot(chord / 2, middle);
  });
  heights.sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? 0;
}
