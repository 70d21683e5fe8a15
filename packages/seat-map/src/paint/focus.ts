import { toScreen } from '../viewport.js';
import { RADIUS } from './looks.js';
import { css, type Scene } from './scene.js';

/** The keyboard's focus: a ring in ink, an accent halo around it. Drawn at every zoom; on dots it is kept large enough to see. */
export function paintFocus(target: CanvasRenderingContext2D, scene: Scene): void {
  const { plan, viewport, palette, focusSeat = -1 } = scene;
  if (focusSeat < 0) return;
  const { x, y } = toScreen(viewport, { x: plan.x[focusSeat]!, y: plan.y[focusSeat]! });
  const radius = Math.max(plan.pitch * viewport.scale * RADIUS, 3) + 3;
  const circle = (r: number, width: number, colour: string): void => {
    target.strokeStyle = colour;
    target.lineWidth = width;
    target.beginPath();
    target.arc(x, y, r, 0, 2 * Math.PI);
    target.stroke();
  };
  circle(radius + 3.5, 5, css(palette.accent, 0.35));
  circle(radius, 2, css(palette.ink));
}
