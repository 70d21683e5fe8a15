import type { Grid } from '../grid.js';
import { createRaster } from './raster.js';
import { css, detailOf, type Scene } from './scene.js';

/** Draws scenes on a canvas. Keeps buffers of the canvas's size; nothing of the sale. */
export interface Painter {
  /**
   * Draws the scene, and sizes the canvas to the viewport and pixel ratio first. `changed` are the seats that look
   * different from the last picture, if nothing else does: then only these are painted where that is possible.
   */
  paint(target: CanvasRenderingContext2D, scene: Scene, changed?: Iterable<number>): void;
}

export function createPainter(grid: Grid): Painter {
  const raster = createRaster(grid);
  let image: ImageData | undefined;
  return {
    paint(target, scene, changed) {
      const width = Math.round(scene.viewport.width * scene.pixelRatio);
      const height = Math.round(scene.viewport.height * scene.pixelRatio);
      if (target.canvas.width !== width) target.canvas.width = width;
      if (target.canvas.height !== height) target.canvas.height = height;
      if (image?.width !== width || image.height !== height) image = target.createImageData(width, height);
      const pixels = { width, height, data: new Uint32Array(image.data.buffer) };
      if (changed) raster.repaint(pixels, scene, changed);
      else raster.paint(pixels, scene);
      target.putImageData(image, 0, 0);
      void css;
      void detailOf;
    },
  };
}
