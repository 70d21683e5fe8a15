import type { Shape } from '../shape.js';
import { toScreen } from '../viewport.js';
import { pathOf } from './path.js';
import { css, nameIn, type Rgb, type Scene } from './scene.js';
import { fontOf, write } from './text.js';

/** Size of the names on the drawing, CSS pixels. */
const SIZE = 13;

/** The names of stage, pitch and zones, where they fit, and the lines of a pitch. */
export function paintNames(target: CanvasRenderingContext2D, scene: Scene): void {
  const { plan, palette } = scene;
  target.font = fontOf(scene, SIZE);
  for (const item of plan.decor) {
    if (item.kind === 'pitch') paintLines(target, scene, item);
    paintName(target, scene, item, item.kind === 'stage' ? palette.raised : palette.inkSoft);
  }
  for (const zone of plan.zones) paintName(target, scene, zone, palette.ink);
}

/** A name in the middle of its shape, unless the shape is too small for it. */
function paintName(target: CanvasRenderingContext2D, scene: Scene, item: Shape, colour: Rgb): void {
  const name = nameIn(item.name, scene.language);
  const { left, right, top, bottom } = item.bounds;
  const { scale } = scene.viewport;
  if ((right - left) * scale < target.measureText(name).width + 12 || (bottom - top) * scale < SIZE + 3)
    return;
  const { x, y } = toScreen(scene.viewport, item.anchor);
  target.fillStyle = css(colour);
  write(target, name, x, y, SIZE);
}

/**
 * Touch line and halfway line, as nearly every sport's field has them. The halfway line leaves the middle to the
 * name, and the circle there is drawn where the name fits into it.
 */
function paintLines(
  target: CanvasRenderingContext2D,
  scene: Scene,
  { name, outline, bounds, anchor }: Shape,
): void {
  const { viewport, palette } = scene;
  const width = (bounds.right - bounds.left) * viewport.scale;
  const height = (bounds.bottom - bounds.top) * viewport.scale;
  const [inset, radius] = [Math.min(width, height) * 0.05, Math.min(width, height) * 0.16];
  const room = target.measureText(nameIn(name, scene.language)).width / 2 + 8;
  const hasCircle = radius > room;
  target.strokeStyle = css(palette.edge);
  target.lineWidth = 1;
  target.stroke(pathOf(scene, outline, inset));
  target.save();
  const { x, y } = toScreen(viewport, anchor);
  target.translate(x, y);
  const isWide = width > height;
  if (!isWide) target.rotate(Math.PI / 2);
  const from = hasCircle ? radius : isWide ? SIZE : room;
  const to = Math.min(width, height) / 2 - inset;
  target.beginPath();
  for (const side of [-1, 1]) {
    target.moveTo(0, side * from);
    target.lineTo(0, side * to);
  }
  if (hasCircle) {
    target.moveTo(radius, 0);
    target.arc(0, 0, radius, 0, 2 * Math.PI);
  }
  target.stroke();
  target.restore();
}
