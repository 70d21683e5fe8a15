import { toScreen } from '../viewport.js';
import type { Scene } from './scene.js';

/** The polygon on the screen, `inset` CSS pixels smaller all round (a negative one makes it larger). */
export function pathOf({ viewport }: Scene, outline: Float64Array, inset = 0): Path2D {
  const path = new Path2D();
  const corners = outline.length / 2;
  const sign = Math.sign(doubleArea(outline)) * inset;
  const at = (k: number): { x: number; y: number } => {
    const i = ((k + corners) % corners) * 2;
    return toScreen(viewport, { x: outline[i]!, y: outline[i + 1]! });
  };
  for (let k = 0; k < corners; k++) {
    const [before, here, after] = [at(k - 1), at(k), at(k + 1)];
    const [n, m] = [normal(before, here), normal(here, after)];
    // The corner moves along the bisector; sharp corners no further than twice the inset.
    const stretch = sign / Math.max(0.5, 1 + n.x * m.x + n.y * m.y);
    path.lineTo(here.x + (n.x + m.x) * stretch, here.y + (n.y + m.y) * stretch);
  }
  path.closePath();
  return path;
}

/** The right-hand normal of an edge, of length 1. */
function normal(a: { x: number; y: number }, b: { x: number; y: number }): { x: number; y: number } {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  return { x: -(b.y - a.y) / length, y: (b.x - a.x) / length };
}

function doubleArea(outline: Float64Array): number {
  let area = 0;
  for (let k = 0, j = outline.length - 2; k < outline.length; j = k, k += 2) {
    area += outline[j]! * outline[k + 1]! - outline[k]! * outline[j + 1]!;
  }
  return area;
}
