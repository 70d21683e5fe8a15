import { type Layer, type Look, layersOf, sizesOf } from './looks.js';
import type { Scene } from './scene.js';

/**
 * A seat's picture: premultiplied pixels (0xAABBGGRR) of a square, `half` pixels from its first line and column
 * to the pixel that holds the seat's centre.
 */
export interface Sprite {
  size: number;
  half: number;
  pixels: Uint32Array;
}

/** Gives the picture of a look in a price class, for a centre at the fraction (fx, fy) of a pixel. */
export type SpriteSheet = (look: Look, price: number, fx: number, fy: number) => Sprite;

const LOOKS = 16;

/**
 * Into how many parts of a pixel centres are rounded, in each direction: finely where a seat is a dot, coarsely where it is
 * large, whole pixels while the picture moves.
 */
function phasesOf({ moving }: Scene, radius: number): number {
  if (moving) return 1;
  return radius > 8 ? 2 : 4;
}

/**
 * All the pictures for one scale and palette; each is drawn at first need and kept. They come from distance
 * functions with exact arithmetic only, so they are the same on every machine.
 */
export function createSprites(scene: Scene): SpriteSheet {
  const { palette } = scene;
  const sizes = sizesOf(scene);
  const phases = phasesOf(scene, sizes.radius);
  const sheet: (Sprite | undefined)[] = [];
  return (look, price, fx, fy) => {
    const [px, py] = [Math.floor(fx * phases), Math.floor(fy * phases)];
    const key = ((price * LOOKS + look) * phases + py) * phases + px;
    return (sheet[key] ??= draw(
      layersOf(look, sizes, palette, price),
      sizes.radius,
      (px + 0.5) / phases,
      (py + 0.5) / phases,
    ));
  };
}

/** Lays the layers over each other. An edge pixel is covered by as much as its centre lies inside the edge, ± half a pixel. */
function draw(layers: readonly Layer[], radius: number, fx: number, fy: number): Sprite {
  const half = Math.ceil(radius * 1.15 + 2);
  const size = 2 * half + 1;
  const pixels = new Uint32Array(size * size);
  for (let k = 0; k < pixels.length; k++) {
    const x = (k % size) - half + 0.5 - fx;
    const y = Math.floor(k / size) - half + 0.5 - fy;
    pixels[k] = mix(layers, x, y);
  }
  return crop({ size, half, pixels });
}

/** Colour and cover of one pixel. What is transparent counts as black, which keeps the channels premultiplied. */
function mix(layers: readonly Layer[], x: number, y: number): number {
  let [r, g, b, a] = [0, 0, 0, 0];
  for (const { distance, colour, alpha = 1 } of layers) {
    const cover = alpha * Math.min(1, Math.max(0, 0.5 - distance(x, y)));
    if (cover === 0) continue;
    r += (colour[0] - r) * cover;
    g += (colour[1] - g) * cover;
    b += (colour[2] - b) * cover;
    a += (1 - a) * cover;
  }
  return ((Math.round(a * 255) << 24) | (Math.round(b) << 16) | (Math.round(g) << 8) | Math.round(r)) >>> 0;
}

/** Cuts off transparent margins, which small shapes have much of. */
function crop({ size, half, pixels }: Sprite): Sprite {
  let margin = half;
  for (let k = 0; k < pixels.length; k++) {
    if (pixels[k] === 0) continue;
    const [x, y] = [k % size, Math.floor(k / size)];
    margin = Math.min(margin, x, y, size - 1 - x, size - 1 - y);
  }
  const side = size - 2 * margin;
  const kept = new Uint32Array(side * side);
  for (let y = 0; y < side; y++) {
    kept.set(pixels.subarray((y + margin) * size + margin, (y + margin) * size + margin + side), y * side);
  }
  return { size: side, half: half - margin, pixels: kept };
}
