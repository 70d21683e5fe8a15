import { paintBlocks } from './blocks.js';
import { paintNames } from './names.js';
import type { Near } from './near.js';
import { createRaster } from './raster.js';
import { css, detailOf, type Scene } from './scene.js';

/** Draws scenes on a canvas. Keeps buffers of the canvas's size; nothing of the sale. */
export interface Painter {
  /**
   * Draws the scene, and sizes the canvas to the viewport and pixel ratio first.
   * @param near `near`, once it is loaded; without it seats stay without numbers and marks, and nothing is ringed
   */
  paint(target: CanvasRenderingContext2D, scene: Scene, near?: Near): void;
}

export function createPainter(): Painter {
  const raster = createRaster();
  let image: ImageData | undefined;
  let data = new Uint32Array(0);

  const paintSeats = (target: CanvasRenderingContext2D, scene: Scene, near?: Near): void => {
    const { width, height } = target.canvas;
    if (image?.width !== width || image.height !== height) {
      image = target.createImageData(width, height);
      data = new Uint32Array(image.data.buffer);
    }
    raster.paint({ width, height, data }, scene, near?.seatsInView(scene));
    target.putImageData(image, 0, 0);
  };

  return {
    paint(target, scene, near) {
      resize(target.canvas, scene);
      const detail = detailOf(scene.plan, scene.viewport);
      if (detail !== 'blocks') paintSeats(target, scene, near);
      target.save();
      target.setTransform(scene.pixelRatio, 0, 0, scene.pixelRatio, 0, 0);
      target.textAlign = 'center';
      if (detail === 'blocks') {
        target.fillStyle = css(scene.palette.raised);
        target.fillRect(0, 0, scene.viewport.width, scene.viewport.height);
        paintBlocks(target, scene);
      }
      paintNames(target, scene);
      near?.paintInk(target, scene);
      target.restore();
    },
  };
}

/** Setting a canvas's size clears it even if it stays the same, so only a new size is set. */
function resize(canvas: HTMLCanvasElement, { viewport, pixelRatio }: Scene): void {
  const width = Math.max(1, Math.round(viewport.width * pixelRatio));
  const height = Math.max(1, Math.round(viewport.height * pixelRatio));
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
