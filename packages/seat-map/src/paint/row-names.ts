import { gridOf } from '../grid.js';
import { meet, type Point, type Rect } from '../shape.js';
import { seen, toScreen } from '../viewport.js';
import { css, type Scene } from './scene.js';
import { fontOf, write } from './text.js';

/**
 * Row names stand in the aisle, one pitch before the first seat of the row. Where that place is out of sight or taken,
 * the name stands behind the last seat, unless a row that goes on there writes its own.
 */
export function paintRowNames(target: CanvasRenderingContext2D, scene: Scene): void {
  const { plan, viewport } = scene;
  const view = seen(viewport);
  const near = seen(viewport, plan.pitch);
  const size = Math.min(13, (plan.pitch * viewport.scale) / 2.4);
  target.font = fontOf(scene, size);
  target.fillStyle = css(scene.palette.inkSoft);
  for (const { bounds, firstRow, endRow } of plan.sections) {
    if (!meet(bounds, near)) continue;
    for (let row = firstRow; row < endRow; row++) {
      const place = placeOf(scene, view, row);
      if (!place) continue;
      const { x, y } = toScreen(viewport, place);
      write(target, plan.rowName[row]!, x, y, size);
    }
  }
}

function placeOf(scene: Scene, view: Rect, row: number): Point | undefined {
  const { rowStart, pitch } = scene.plan;
  const grid = gridOf(scene.plan);
  const [first, last] = [rowStart[row]!, rowStart[row + 1]! - 1];
  const isClear = ({ x, y }: Point, reach: number): boolean => grid.seatAt(x, y, pitch * reach) < 0;
  const before = beyond(scene, first, first + 1, 1);
  if (isInside(view, before) && isClear(before, 0.8)) return before;
  const behind = beyond(scene, last, last - 1, 1);
  if (!isInside(view, behind) || !isClear(behind, 0.8)) return undefined;
  return isClear(beyond(scene, last, last - 1, 2.1), 1) ? behind : undefined;
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
