import type { Rect } from '../shape.js';
import { lookOf } from './looks.js';
import { over, type Pixels } from './polygons.js';
import type { Scene } from './scene.js';
import type { Sprite, SpriteSheet } from './sprites.js';

/** A rectangle of pixels; right and bottom are the first beyond it. */
export type Box = Rect;

/** Draws seats, as far as they lie in the box: those given, else all of the plan. */
export function stampSeats(
  target: Pixels,
  scene: Scene,
  sprites: SpriteSheet,
  clip: Box,
  seats?: readonly number[],
): void {
  const { plan, viewport, pixelRatio, priceClass } = scene;
  const { x: xs, y: ys, category } = plan;
  const { left, top } = viewport;
  const scale = viewport.scale * pixelRatio;
  const reach = plan.pitch * scale + 2;
  const count = seats ? seats.length : plan.size;
  for (let k = 0; k < count; k++) {
    const seat = seats ? seats[k]! : k;
    const cx = (xs[seat]! - left) * scale;
    const cy = (ys[seat]! - top) * scale;
    if (
      cx < clip.left - reach ||
      cx > clip.right + reach ||
      cy < clip.top - reach ||
      cy > clip.bottom + reach
    )
      continue;
    const x = Math.floor(cx);
    const y = Math.floor(cy);
    const sprite = sprites(lookOf(scene, seat), priceClass[category[seat]!] ?? 0, cx - x, cy - y);
    stamp(target, sprite, x - sprite.half, y - sprite.half, clip);
  }
}

/** Lays one sprite over the picture: most of its pixels are opaque or empty, so blending is rare. */
function stamp(
  { data, width }: Pixels,
  { size, pixels }: Sprite,
  left: number,
  top: number,
  clip: Box,
): void {
  const from = Math.max(0, clip.left - left);
  const to = Math.min(size, clip.right - left);
  const end = Math.min(size, clip.bottom - top);
  for (let line = Math.max(0, clip.top - top); line < end; line++) {
    let at = (top + line) * width + left + from;
    for (let k = line * size + from; k < line * size + to; k++, at++) {
      const pixel = pixels[k]!;
      if (pixel >= 0xff000000) data[at] = pixel;
      else if (pixel !== 0) data[at] = over(data[at]!, pixel);
    }
  }
}
