import { toScreen } from '../viewport.js';
import { RADIUS } from './looks.js';
import { pathOf } from './path.js';
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

/** A ring around the block, with a gap of the ground's colour. */
export function paintBlockFocus(target: CanvasRenderingContext2D, scene: Scene): void {
  const { plan, palette, focusSection = -1 } = scene;
  const section = plan.sections[focusSection];
  if (!section) return;
  const ring = pathOf(scene, section.outline, -2);
  target.lineJoin = 'round';
  for (const [colour, width] of [
    [palette.raised, 7],
    [palette.accentInk, 3],
  ] as const) {
    target.strokeStyle = css(colour);
    target.lineWidth = width;
    target.stroke(ring);
  }
}
