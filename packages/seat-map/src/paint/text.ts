import type { Scene } from './scene.js';

/** The page's font at a size in CSS pixels; weight 600, as all that stands on the plan. */
export function fontOf({ font = 'system-ui, sans-serif' }: Scene, size: number): string {
  return `600 ${size}px ${font}`;
}

/** One line of text, its capitals centred on a point. */
export function write(
  target: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  size: number,
): void {
  target.fillText(text, x, y + size * 0.36);
}
