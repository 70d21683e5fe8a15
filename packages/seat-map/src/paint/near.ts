import { inOrder } from '../grid.js';
import { seen } from '../viewport.js';
import { paintInk } from './ink.js';
import type { Scene } from './scene.js';

/** What painting from near takes. A module of its own, since a visitor who only looks at the plan from afar does without. */
export interface Near {
  /** In the order of the plan, since where rings overlap the picture must not depend on who asks; undefined for all seats. */
  seatsInView(scene: Scene): number[] | undefined;
  /** Draws over the painted plan. */
  paintInk(target: CanvasRenderingContext2D, scene: Scene): void;
}

/** From this share of the plan in view on, walking over all seats is cheaper than asking the grid. */
const MOST = 0.3;

export const near: Near = {
  seatsInView: (scene) =>
    shareInView(scene) < MOST ? inOrder(scene.plan, seen(scene.viewport, scene.plan.pitch)) : undefined,
  paintInk,
};

function shareInView({ viewport: { width, height, scale, limits } }: Scene): number {
  const { left, top, right, bottom } = limits.bounds;
  return (width * height) / (scale * scale * (right - left) * (bottom - top));
}
