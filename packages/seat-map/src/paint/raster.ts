import { createFill, opaque, type Pixels } from './polygons.js';
import type { Rgb, Scene } from './scene.js';
import { createSprites, type SpriteSheet } from './sprites.js';
import { type Box, stampSeats } from './stamp.js';

/**
 * Paints sections, stage and seats into a pixel buffer, without a canvas: the cost is bounded by pixels, and
 * the picture is the same on every machine. Words, numbers and dashes are the ink's business (ink.ts).
 */
export interface Raster {
  /**
   * Paints everything into `target`, whatever it held.
   * @param seats those in view, in the order of the plan; without them, all are looked at
   */
  paint(target: Pixels, scene: Scene, seats?: readonly number[]): void;
  /** What lies under the seats. */
  paintFloor(target: Pixels, scene: Scene): void;
  /** Seats, as far as they lie in the box: those given, in the order of the plan; else all. */
  paintSeats(target: Pixels, scene: Scene, box: Box, seats?: readonly number[]): void;
}

export function createRaster(): Raster {
  const fill = createFill();
  let sprites: SpriteSheet | undefined;
  let last: Scene | undefined;
  const raster: Raster = {
    paint(target, scene, seats) {
      const { width, data } = target;
      raster.paintFloor(target, scene);
      raster.paintSeats(target, scene, { left: 0, top: 0, right: width, bottom: data.length / width }, seats);
    },
    paintFloor(target, scene) {
      const { plan, palette, viewport, pixelRatio } = scene;
      const paint = (outline: Float64Array, colour: Rgb): void =>
        fill(target, outline, viewport, pixelRatio, colour);
      target.data.fill(opaque(palette.raised));
      for (const { outline } of [...plan.zones, ...plan.sections]) paint(outline, palette.seatGround);
      for (const { kind, outline } of plan.decor)
        paint(outline, kind === 'stage' ? palette.ink : palette.fillStrong);
    },
    paintSeats(target, scene, box, seats) {
      if (!sprites || !isSameTheme(last, scene)) sprites = createSprites(scene);
      last = scene;
      stampSeats(target, scene, sprites, box, seats);
    },
  };
  return raster;
}

/** Whether seats look as they did: the same palette at the same scale. */
export function isSameTheme(last: Scene | undefined, scene: Scene): boolean {
  return (
    last?.plan === scene.plan &&
    last.palette === scene.palette &&
    last.pixelRatio === scene.pixelRatio &&
    last.moving === scene.moving &&
    last.viewport.scale === scene.viewport.scale
  );
}
