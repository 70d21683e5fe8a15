import { flight } from '@s360-widgets/seat-map';
import type { Flight } from './seat-picker.camera.js';

/** How long a flight takes; milliseconds. */
const DURATION = 320;

/** From view to view, one a frame. */
export const fly: Flight = (from, to, show) => {
  let start: number | undefined;
  let frame = 0;
  const step = (now: number): void => {
    start ??= now;
    const share = Math.min(1, (now - start) / DURATION);
    show(flight(from, to, eased(share)), share === 1);
    if (share < 1) frame = requestAnimationFrame(step);
  };
  frame = requestAnimationFrame(step);
  return () => cancelAnimationFrame(frame);
};

/** cubic-bezier(.2, 0, 0, 1), near enough: a quick start and a long, soft end. */
function eased(t: number): number {
  return 1 - (1 - t) ** 3;
}
