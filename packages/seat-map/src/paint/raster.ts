import type { Grid } from '../grid.js';
import { seen } from '../viewport.js';
import { lookOf } from './looks.js';
import { fillPolygon, opaque, over, type Pixels } from './polygons.js';
import type { Scene } from './scene.js';
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
const APART = 5;
/** From this share of the plan in view on, walking over all seats is cheaper than asking the grid. */
const MOST = 0.3;

export function createRaster(grid: Grid): Raster {
  let last: Scene | undefined;
  let sprites: SpriteSheet;
  let floor: Pixels = { width: 0, height: 0, data: new Uint32Array(0) };

  const isSameTheme = (scene: Scene): boolean =>
    last?.plan === scene.plan &&
    last.palette === scene.palette &&
    last.pixelRatio === scene.pixelRatio &&
    last.moving === scene.moving &&
    last.viewport.scale === scene.viewport.scale;
  const isSameView = ({ width, height }: Pixels, scene: Scene): boolean =>
    isSameTheme(scene) &&
    last?.viewport === scene.viewport &&
    floor.width === width &&
    floor.height === height;

  const paint: Raster['paint'] = (target, scene) => {
    if (!isSameView(target, scene)) {
      const { width, height } = target;
      const data =
        floor.data.length === target.data.length ? floor.data : new Uint32Array(target.data.length);
      floor = { width, height, data };
      paintFloor(floor, scene);
      if (!isSameTheme(scene)) sprites = createSprites(scene);
      last = scene;
    }
    target.data.set(floor.data);
    const { plan, viewport } = scene;
    const stamp = (seat: number): void => stampSeat(target, scene, sprites, seat);
    if (shareInView(scene) < MOST) grid.seatsIn(seen(viewport, plan.pitch), stamp);
    else for (let seat = 0; seat < plan.size; seat++) stamp(seat);
  };

  const repaint: Raster['repaint'] = (target, scene, seats) => {
    const pitch = scene.plan.pitch * scene.viewport.scale * scene.pixelRatio;
    if (!isSameView(target, scene) || pitch < APART) return paint(target, scene);
    for (const seat of seats) {
      restoreFloor(target, floor, scene, seat, pitch / 2);
      stampSeat(target, scene, sprites, seat);
    }
  };
  return { paint, repaint };
}

function shareInView({ viewport: { width, height, scale, limits } }: Scene): number {
  const { left, top, right, bottom } = limits.bounds;
  return (width * height) / (scale * scale * (right - left) * (bottom - top));
}

function paintFloor(floor: Pixels, { plan, palette, viewport, pixelRatio }: Scene): void {
  floor.data.fill(opaque(palette.raised));
  for (const { outline } of plan.zones) fillPolygon(floor, outline, viewport, pixelRatio, palette.seatGround);
  for (const { outline } of plan.sections)
    fillPolygon(floor, outline, viewport, pixelRatio, palette.seatGround);
  for (const { kind, outline } of plan.decor) {
    fillPolygon(floor, outline, viewport, pixelRatio, kind === 'stage' ? palette.ink : palette.fillStrong);
  }
}

/** Puts back what lies under a seat, up to half way to its neighbours. */
function restoreFloor(target: Pixels, floor: Pixels, scene: Scene, seat: number, half: number): void {
  const { plan, viewport, pixelRatio } = scene;
  const cx = (plan.x[seat]! - viewport.left) * viewport.scale * pixelRatio;
  const cy = (plan.y[seat]! - viewport.top) * viewport.scale * pixelRatio;
  const [left, right] = [Math.max(0, Math.floor(cx - half)), Math.min(target.width, Math.ceil(cx + half))];
  const bottom = Math.min(target.height, Math.ceil(cy + half));
  for (let y = Math.max(0, Math.floor(cy - half)); y < bottom && left < right; y++) {
    const line = y * target.width;
    target.data.set(floor.data.subarray(line + left, line + right), line + left);
  }
}

function stampSeat(target: Pixels, scene: Scene, sprites: SpriteSheet, seat: number): void {
  const { plan, viewport, pixelRatio } = scene;
  const scale = viewport.scale * pixelRatio;
  const cx = (plan.x[seat]! - viewport.left) * scale;
  const cy = (plan.y[seat]! - viewport.top) * scale;
  const [x, y] = [Math.floor(cx), Math.floor(cy)];
  const price = scene.priceClass[plan.category[seat]!] ?? 0;
  const sprite = sprites(lookOf(scene, seat), price, cx - x, cy - y);
  stamp(target, sprite, x - sprite.half, y - sprite.half);
}

function stamp({ data, width, height }: Pixels, { size, pixels }: Sprite, left: number, top: number): void {
  const from = Math.max(0, -left);
  const to = Math.min(size, width - left);
  const end = Math.min(size, height - top);
  for (let line = Math.max(0, -top); line < end; line++) {
    let at = (top + line) * width + left + from;
    for (let k = line * size + from; k < line * size + to; k++, at++) {
      const pixel = pixels[k]!;
      if (pixel >= 0xff000000) data[at] = pixel;
      else if (pixel !== 0) data[at] = over(data[at]!, pixel);
    }
  }
}
