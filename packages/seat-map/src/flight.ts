import { toPlan, type Viewport } from './viewport.js';

/** How readily a flight zooms out on the way: 1.2 keeps a visitor's sense of place on short hops. */
const CURVE = 1.2;

/**
 * The view at time `t` (0 … 1) of a flight between two views of one map. It follows the path of van Wijk and
 * Nuij (2003), "Smooth and efficient zooming and panning": long ways zoom out first, and what the eye sees moves evenly.
 * At 0 and 1 it is exactly `from` and `to`. The caller eases `t`.
 */
export function flight(from: Viewport, to: Viewport, t: number): Viewport {
  if (t <= 0) return from;
  if (t >= 1) return to;
  const centre = (view: Viewport): { x: number; y: number } =>
    toPlan(view, { x: view.width / 2, y: view.height / 2 });
  const [a, b] = [centre(from), centre(to)];
  const [wide, narrow] = [from.width / from.scale, to.width / to.scale];
  const way = Math.hypot(b.x - a.x, b.y - a.y);
  const { part, width } = way < wide * 1e-4 ? zoomOnly(wide, narrow, t) : curve(wide, narrow, way, t);
  const scale = to.width / width;
  return {
    ...to,
    scale,
    left: a.x + (b.x - a.x) * part - to.width / 2 / scale,
    top: a.y + (b.y - a.y) * part - to.height / 2 / scale,
  };
}

function zoomOnly(wide: number, narrow: number, t: number): { part: number; width: number } {
  return { part: t, width: wide * (narrow / wide) ** t };
}

/** Names as in the paper: w is the visible width, u the way travelled, s the path's own measure. */
function curve(w0: number, w1: number, u1: number, t: number): { part: number; width: number } {
  const rho2 = CURVE * CURVE;
  const b = (sign: number, w: number): number =>
    (w1 * w1 - w0 * w0 + sign * rho2 * rho2 * u1 * u1) / (2 * w * rho2 * u1);
  const r = (value: number): number => Math.log(-value + Math.sqrt(value * value + 1));
  const [r0, r1] = [r(b(1, w0)), r(b(-1, w1))];
  const s = (t * (r1 - r0)) / CURVE;
  const u = (w0 / rho2) * (Math.cosh(r0) * Math.tanh(CURVE * s + r0) - Math.sinh(r0));
  return { part: u / u1, width: (w0 * Math.cosh(r0)) / Math.cosh(CURVE * s + r0) };
}
