import type { Shape } from '../plan.js';
import { toScreen } from '../viewport.js';
import { fontOf, write } from './ink.js';
import { css, nameIn, type Rgb, type Scene } from './scene.js';

/** Size of the names on the drawing, CSS pixels. */
const SIZE = 13;

/** The names of stage, pitch and zones, where they fit, and the lines of a pitch. */
export function paintNames(target: CanvasRenderingContext2D, scene: Scene): void {
  const { plan, palette } = scene;
  target.font = fontOf(scene, SIZE);
  for (const item of plan.decor) {
    if (item.kind === 'stage') paintName(target, scene, item, palette.raised);
    else {
      paintLines(target, scene, item);
      paintName(target, scene, item, palette.inkSoft, palette.fillStrong);
    }
  }
  for (const zone of plan.zones) paintName(target, scene, zone, palette.ink);
}

function paintName(
  target: CanvasRenderingContext2D,
  scene: Scene,
  item: Shape,
  colour: Rgb,
  behind?: Rgb,
): void {
  const name = nameIn(item.name, scene.language);
  const { scale } = scene.viewport;
  const width = target.measureText(name).width;
  const { left, right, top, bottom } = item.bounds;
  if ((right - left) * scale < width + 12 || (bottom - top) * scale < SIZE + 3) return;
  const { x, y } = toScreen(scene.viewport, item.anchor);
  if (behind) {
    target.fillStyle = css(behind);
    target.fillRect(x - width / 2 - 6, y - SIZE, width + 12, SIZE * 2);
  }
  target.fillStyle = css(colour);
  write(target, name, x, y, SIZE);
}

/** Touch line, halfway line and centre circle: what nearly every sport's field has. */
function paintLines(target: CanvasRenderingContext2D, scene: Scene, { bounds }: Shape): void {
  const { viewport, palette } = scene;
  const a = toScreen(viewport, { x: bounds.left, y: bounds.top });
  const b = toScreen(viewport, { x: bounds.right, y: bounds.bottom });
  const [width, height] = [b.x - a.x, b.y - a.y];
  const inset = Math.min(width, height) * 0.05;
  const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
  target.strokeStyle = css(palette.edge);
  target.lineWidth = 1;
  target.beginPath();
  target.rect(a.x + inset, a.y + inset, width - 2 * inset, height - 2 * inset);
  if (width > height) {
    target.moveTo(x, a.y + inset);
    target.lineTo(x, b.y - inset);
  } else {
    target.moveTo(a.x + inset, y);
    target.lineTo(b.x - inset, y);
  }
  const radius = Math.min(width, height) * 0.15;
  target.moveTo(x + radius, y);
  target.arc(x, y, radius, 0, 2 * Math.PI);
  target.stroke();
}
