import { inOrder } from '../grid.js';
import type { Plan } from '../plan.js';
import type { Pixels } from './polygons.js';
import { createRaster, isSameTheme, type Raster } from './raster.js';
import { detailOf, type Scene } from './scene.js';
import type { Box } from './stamp.js';

/** A raster that can repaint a few seats of its last picture. */
export interface Repainter extends Raster {
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

/** For what repaints often: a change of 1 % of the seats of a stadium costs less than a tenth of a whole picture. */
export function createRepainter(): Repainter {
  const raster = createRaster();
  let last: { scene: Scene; width: number; length: number } | undefined;
  /** The last view without its seats, from the first repainting on. */
  let floor: Pixels | undefined;
  const isSameView = ({ width, data }: Pixels, scene: Scene): boolean =>
    isSameTheme(last?.scene, scene) &&
    last?.scene.viewport === scene.viewport &&
    last.width === width &&
    last.length === data.length;
  const paint: Raster['paint'] = (target, scene, seats) => {
    if (!isSameView(target, scene)) floor = undefined;
    last = { scene, width: target.width, length: target.data.length };
    raster.paint(target, scene, seats);
  };
  return {
    ...raster,
    paint,
    repaint(target, scene, seats) {
      const { plan, viewport, pixelRatio } = scene;
      const pitch = plan.pitch * viewport.scale * pixelRatio;
      if (!isSameView(target, scene) || pitch < APART) return paint(target, scene);
      if (!floor) {
        floor = { ...target, data: new Uint32Array(target.data.length) };
        raster.paintFloor(floor, scene);
      }
      const isNear = detailOf(plan, viewport) === 'seats';
      for (const seat of seats) {
        const box = boxAround(target, scene, seat, isNear ? RING : 0.5);
        restore(target, floor, box);
        raster.paintSeats(target, scene, box, isNear ? around(plan, seat) : [seat]);
      }
    },
  };
}

/** The seats whose rings may reach into each other's, the seat itself included. */
function around(plan: Plan, seat: number): number[] {
  const reach = plan.pitch * 2 * RING;
  const [cx, cy] = [plan.x[seat]!, plan.y[seat]!];
  return inOrder(plan, { left: cx - reach, top: cy - reach, right: cx + reach, bottom: cy + reach });
}

/** The pixels up to some pitches around a seat. */
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

/** Puts back what lies under the seats. */
function restore(target: Pixels, floor: Pixels, { left, top, right, bottom }: Box): void {
  for (let y = top; y < bottom && left < right; y++) {
    const line = y * target.width;
    target.data.set(floor.data.subarray(line + left, line + right), line + left);
  }
}
