import type { Grid } from '../grid.js';
import type { Point, Rect } from '../shape.js';
import { seen, toScreen } from '../viewport.js';
import { css, type Scene } from './scene.js';
import { fontOf, write } from './text.js';

/**
 * Row names stand in the aisle, one pitch before the first seat of the row. Where that place is out of sight or taken,
 * the name stands behind the last seat, unless a row that goes on there writes its own.
 */
export function paintRowNames(target: CanvasRenderingContext2D, scene: Scene, grid: Grid): void {
  const { plan, viewport } = scene;
  const view = seen(viewport);
  const isClear = ({ x, y }: Point, reach: number): boolean => grid.seatAt(x, y, plan.pitch * reach) < 0;
  const size = Math.min(13, (plan.pitch * viewport.scale) / 2.4);
  target.font = fontOf(scene, size);
  target.fillStyle = css(scene.palette.inkSoft);
  for (let row = 0; row < plan.rowName.length; row++) {
    const [first, last] = [plan.rowStart[row]!, plan.rowStart[row + 1]! - 1];
    const before = beyond(scene, first, first + 1, 1);
    const behind = beyond(scene, last, last - 1, 1);
    const place =
      isInside(view, before) && isClear(before, 0.8)
        ? before
        : isInside(view, behind) && isClear(behind, 0.8) && isClear(beyond(scene, last, last - 1, 2.1), 1)
          ? behind
          : undefined;
    if (!place) continue;
    const { x, y } = toScreen(viewport, place);
    write(target, plan.rowName[row]!, x, y, size);
  }
}

function isInside({ left, top, right, bottom }: Rect, { x, y }: Point): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** A place some pitches beyond a row's end, in line with the seat next to it. */
function beyond({ plan }: Scene, end: number, inner: number, pitches: number): Point {
  const [x, y] = [plan.x[end]!, plan.y[end]!];
  if (plan.rowOf[inner] !== plan.rowOf[end]) return { x: x - plan.pitch * pitches, y };
  const [dx, dy] = [x - plan.x[inner]!, y - plan.y[inner]!];
  const share = (plan.pitch * pitches) / Math.hypot(dx, dy);
  return { x: x + dx * share, y: y + dy * share };
}
