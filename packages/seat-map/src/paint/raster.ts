import type { Grid } from '../grid.js';
import type { Rect } from '../plan.js';
import { seen } from '../viewport.js';
import { lookOf } from './looks.js';
import { createFill, type Fill, opaque, over, type Pixels } from './polygons.js';
import { detailOf, type Rgb, type Scene } from './scene.js';
import { createSprites, type Sprite, type SpriteSheet } from './sprites.js';

/**
 * Paints sections, stage and seats into a pixel buffer, without a canvas: the cost is bounded by pixels, and
 * the picture is the same on every machine. Words, numbers and dashes are the ink's business (ink.ts).
 */
export interface Raster {
  /** Paints everything into `target`, whatever it held. */
  paint(target: Pixels, scene: Scene): void;
  /**
   * Repaints only the given seats, if `target` still holds the last picture of this view, palette and size
   * and seats are far enough apart; else all.
   */
  repaint(target: Pixels, scene: Scene, seats: Iterable<number>): void;
}

/** Below this pitch in device pixels seats touch each other's pixels, so they can't be repainted alone. */
const APART = 6;
/** At seat zoom the ring of an own seat reaches this much (in pitches) from its centre, into its neighbours. */
const RING = 0.6;
/** From this share of the plan in view on, walking over all seats is cheaper than asking the grid. */
const MOST = 0.3;

export function createRaster(grid: Grid): Raster {
  const fill = createFill();
  let last: Scene | undefined;
  let sprites: SpriteSheet;
  let size = { width: 0, pixels: 0 };
  /** The last view without its seats, from the first repainting on. */
  let floor: Pixels | undefined;

  const isSameTheme = (scene: Scene): boolean =>
    last?.plan === scene.plan &&
    last.palette === scene.palette &&
    last.pixelRatio === scene.pixelRatio &&
    last.moving === scene.moving &&
    last.viewport.scale === scene.viewport.scale;
  const isSameView = ({ width, data }: Pixels, scene: Scene): boolean =>
    isSameTheme(scene) &&
    last?.viewport === scene.viewport &&
    width === size.width &&
    data.length === size.pixels;

  /** In the order of the plan: where rings overlap, the picture must not depend on who asks. */
  const seatsIn = (rect: Rect): number[] => {
    const found: number[] = [];
    grid.seatsIn(rect, (seat) => found.push(seat));
    return found.sort((a, b) => a - b);
  };

  const paint: Raster['paint'] = (target, scene) => {
    if (!isSameTheme(scene)) sprites = createSprites(scene);
    if (!isSameView(target, scene)) floor = undefined;
    last = scene;
    size = { width: target.width, pixels: target.data.length };
    paintFloor(target, scene, fill);
    const { plan, viewport } = scene;
    const all = { left: 0, top: 0, right: target.width, bottom: target.height };
    if (shareInView(scene) < MOST) {
      for (const seat of seatsIn(seen(viewport, plan.pitch))) stampSeat(target, scene, sprites, seat, all);
    } else for (let seat = 0; seat < plan.size; seat++) stampSeat(target, scene, sprites, seat, all);
  };

  const repaint: Raster['repaint'] = (target, scene, seats) => {
    const { plan, viewport, pixelRatio } = scene;
    const pitch = plan.pitch * viewport.scale * pixelRatio;
    if (!isSameView(target, scene) || pitch < APART) return paint(target, scene);
    if (!floor) {
      floor = { ...target, data: new Uint32Array(target.data.length) };
      paintFloor(floor, scene, fill);
    }
    const isDot = detailOf(plan, viewport) !== 'seats';
    for (const seat of seats) {
      const box = boxAround(target, scene, seat, isDot ? 0.5 : RING);
      restore(target, floor, box);
      const [x, y, reach] = [plan.x[seat]!, plan.y[seat]!, plan.pitch * 2 * RING];
      const near = isDot
        ? [seat]
        : seatsIn({ left: x - reach, top: y - reach, right: x + reach, bottom: y + reach });
      for (const other of near) stampSeat(target, scene, sprites, other, box);
    }
  };
  return { paint, repaint };
}

function shareInView({ viewport: { width, height, scale, limits } }: Scene): number {
  const { left, top, right, bottom } = limits.bounds;
  return (width * height) / (scale * scale * (right - left) * (bottom - top));
}

function paintFloor(floor: Pixels, { plan, palette, viewport, pixelRatio }: Scene, fill: Fill): void {
  floor.data.fill(opaque(palette.raised));
  const paint = (outline: Float64Array, colour: Rgb): void =>
    fill(floor, outline, viewport, pixelRatio, colour);
  for (const { outline } of [...plan.zones, ...plan.sections]) paint(outline, palette.seatGround);
  for (const { kind, outline } of plan.decor)
    paint(outline, kind === 'stage' ? palette.ink : palette.fillStrong);
}

/** A rectangle of pixels; right and bottom are the first beyond it. */
type Box = Rect;

function boxAround({ width, height }: Pixels, scene: Scene, seat: number, pitches: number): Box {
  const { plan, viewport, pixelRatio } = scene;
  const scale = viewport.scale * pixelRatio;
  const half = plan.pitch * scale * pitches;
  const cx = (plan.x[seat]! - viewport.left) * scale;
  const cy = (plan.y[seat]! - viewport.top) * scale;
  return {
    left: Math.max(0, Math.floor(cx - half)),
    top: Math.max(0, Math.floor(cy - half)),
    right: Math.min(width, Math.ceil(cx + half)),
    bottom: Math.min(height, Math.ceil(cy + half)),
  };
}

function restore(target: Pixels, floor: Pixels, { left, top, right, bottom }: Box): void {
  for (let y = top; y < bottom && left < right; y++) {
    const line = y * target.width;
    target.data.set(floor.data.subarray(line + left, line + right), line + left);
  }
}

function stampSeat(target: Pixels, scene: Scene, sprites: SpriteSheet, seat: number, clip: Box): void {
  const { plan, viewport, pixelRatio } = scene;
  const scale = viewport.scale * pixelRatio;
  const cx = (plan.x[seat]! - viewport.left) * scale;
  const cy = (plan.y[seat]! - viewport.top) * scale;
  const x = Math.floor(cx);
  const y = Math.floor(cy);
  const price = scene.priceClass[plan.category[seat]!] ?? 0;
  const sprite = sprites(lookOf(scene, seat), price, cx - x, cy - y);
  stamp(target, sprite, x - sprite.half, y - sprite.half, clip);
}

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
