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
    const px = Math.floor(fx * phases);
    const py = Math.floor(fy * phases);
    const key = ((price * LOOKS + look) * phases + py) * phases + px;
    return (sheet[key] ??= draw(
      layersOf(look, sizes, palette, price),
      (px + 0.5) / phases,
      (py + 0.5) / phases,
    ));
  };
}

/** Lays the layers over each other. An edge pixel is covered by as much as its centre lies inside the edge, ± half a pixel. */
function draw(layers: readonly Layer[], fx: number, fy: number): Sprite {
  const half = Math.ceil(Math.max(...layers.map(reach)) + 0.5);
  const size = 2 * half + 1;
  const pixels = new Uint32Array(size * size);
  let at = 0;
  for (let y = 0.5 - fy - half; at < pixels.length; y++) {
    for (let x = 0.5 - fx - half, end = at + size; at < end; x++) pixels[at++] = mix(layers, x, y);
  }
  return { size, half, pixels };
}

/** How far a shape extends along the axes: seen from afar, what a shape is nearer than its middle. */
function reach({ distance }: Layer): number {
  const far = 1000;
  return far - Math.min(distance(far, 0), distance(-far, 0), distance(0, far), distance(0, -far));
}

/** Colour and cover of one pixel. What is transparent counts as black, which keeps the channels premultiplied. */
function mix(layers: readonly Layer[], x: number, y: number): number {
  let r = 0;
  let g = 0;
  let b = 0;
  let a = 0;
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
