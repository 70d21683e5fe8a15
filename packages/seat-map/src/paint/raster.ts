import type { Grid } from '../grid.js';
import type { Plan } from '../plan.js';
import type { Rect } from '../shape.js';
import { seen } from '../viewport.js';
import { createFill, type Fill, opaque, type Pixels } from './polygons.js';
import { detailOf, type Rgb, type Scene } from './scene.js';
import { createSprites, type SpriteSheet } from './sprites.js';
import { boxAround, restore, stampSeats } from './stamp.js';

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
const APART = 6;
/** At seat zoom the ring of an own seat reaches this much (in pitches) from its centre, into its neighbours. */
const RING = 0.6;
/** From this share of the plan in view on, walking over all seats is cheaper than asking the grid. */
const MOST = 0.3;

/** What stays from picture to picture, and what it was made for. */
interface Memory {
  grid: Grid;
  fill: Fill;
  last?: Scene;
  width?: number;
  length?: number;
  sprites?: SpriteSheet;
  /** The last view without its seats, from the first repainting on. */
  floor?: Pixels;
}

export function createRaster(grid: Grid): Raster {
  const memory: Memory = { grid, fill: createFill() };
  return {
    paint: (target, scene) => paintAll(memory, target, scene),
    repaint: (target, scene, seats) => paintSome(memory, target, scene, seats),
  };
}

function isSameTheme({ last }: Memory, scene: Scene): boolean {
  return (
    last?.plan === scene.plan &&
    last.palette === scene.palette &&
    last.pixelRatio === scene.pixelRatio &&
    last.moving === scene.moving &&
    last.viewport.scale === scene.viewport.scale
  );
}

function isSameView(memory: Memory, { width, data }: Pixels, scene: Scene): boolean {
  const { last } = memory;
  return (
    isSameTheme(memory, scene) &&
    last?.viewport === scene.viewport &&
    width === memory.width &&
    data.length === memory.length
  );
}

function paintAll(memory: Memory, target: Pixels, scene: Scene): void {
  const { plan, viewport } = scene;
  if (!isSameView(memory, target, scene)) memory.floor = undefined;
  const sprites = isSameTheme(memory, scene) && memory.sprites ? memory.sprites : createSprites(scene);
  Object.assign(memory, { last: scene, width: target.width, length: target.data.length, sprites });
  paintFloor(target, scene, memory.fill);
  const all = { left: 0, top: 0, right: target.width, bottom: target.height };
  const seats = shareInView(scene) < MOST ? inOrder(memory.grid, seen(viewport, plan.pitch)) : undefined;
  stampSeats(target, scene, sprites, all, seats);
}

function paintSome(memory: Memory, target: Pixels, scene: Scene, seats: Iterable<number>): void {
  const { plan, viewport, pixelRatio } = scene;
  const { grid, fill, sprites } = memory;
  const pitch = plan.pitch * viewport.scale * pixelRatio;
  if (!sprites || !isSameView(memory, target, scene) || pitch < APART) return paintAll(memory, target, scene);
  if (!memory.floor) {
    memory.floor = { ...target, data: new Uint32Array(target.data.length) };
    paintFloor(memory.floor, scene, fill);
  }
  const reach = detailOf(plan, viewport) === 'seats' ? RING : 0.5;
  for (const seat of seats) {
    const box = boxAround(target, scene, seat, reach);
    restore(target, memory.floor, box);
    stampSeats(target, scene, sprites, box, reach === RING ? near(grid, plan, seat) : [seat]);
  }
}

/** In the order of the plan: where rings overlap, the picture must not depend on who asks. */
function inOrder(grid: Grid, rect: Rect): number[] {
  const found: number[] = [];
  grid.seatsIn(rect, (seat) => found.push(seat));
  return found.sort((a, b) => a - b);
}

/** The seats whose rings may reach into each other's, the seat itself included. */
function near(grid: Grid, { x, y, pitch }: Plan, seat: number): number[] {
  const reach = pitch * 2 * RING;
  const [cx, cy] = [x[seat]!, y[seat]!];
  return inOrder(grid, { left: cx - reach, top: cy - reach, right: cx + reach, bottom: cy + reach });
}

function shareInView({ viewport: { width, height, scale, limits } }: Scene): number {
  const { left, top, right, bottom } = limits.bounds;
  return (width * height) / (scale * scale * (right - left) * (bottom - top));
}

function paintFloor(floor: Pixels, { plan, palette, viewport, pixelRatio }: Scene, fill: Fill): void {
  floor.data.fill(opaque(palette.raised));
  const paint = (outline: Float64Array, colour: Rgb): void =>
    fill(floor, outline, viewport, pixelRatio, colour);
  for (const { outline } of [...plan.zones, ...plan.sections]) paint(outline, palette.seatGround);
  for (const { kind, outline } of plan.decor)
    paint(outline, kind === 'stage' ? palette.ink : palette.fillStrong);
}
