import { gridOf } from '../grid.js';
import { seen, toScreen } from '../viewport.js';
import { paintBlockFocus, paintFocus } from './focus.js';
import { LOOK, type Look, lookOf, RADIUS } from './looks.js';
import { paintRowNames } from './row-names.js';
import { css, detailOf, type Rgb, type Scene } from './scene.js';
import { fontOf, write } from './text.js';

/**
 * What is drawn with the canvas's own strokes and text: the focus, and at seat zoom numbers, ticks, dashes, icons and row
 * letters.
 */
export function paintInk(target: CanvasRenderingContext2D, scene: Scene): void {
  const detail = detailOf(scene.plan, scene.viewport);
  if (detail === 'blocks') return paintBlockFocus(target, scene);
  if (detail === 'seats') paintMarks(target, scene);
  paintFocus(target, scene);
}

/** Only for the seats in view. */
function paintMarks(target: CanvasRenderingContext2D, scene: Scene): void {
  const pen: Pen = { target, scene, pitch: scene.plan.pitch * scene.viewport.scale };
  const byLook = new Map<Look, number[]>();
  gridOf(scene.plan).seatsIn(seen(scene.viewport, scene.plan.pitch), (seat) => {
    const look = lookOf(scene, seat);
    const group = byLook.get(look);
    if (group) group.push(seat);
    else byLook.set(look, [seat]);
  });
  const seats = (...looks: Look[]): number[] => looks.flatMap((look) => byLook.get(look) ?? []);
  if (pen.pitch >= NUMBERED) {
    paintJoints(pen, seats(LOOK.arch));
    paintNumbers(pen, seats(LOOK.disc, LOOK.cut), (seat) => scene.plan.seatNumber(seat));
    paintNumbers(pen, seats(LOOK.arch), () => '+1');
    paintWheels(pen, seats(LOOK.square));
    paintRowNames(target, scene);
  }
  paintTicks(pen, seats(LOOK.yours));
  paintDashes(pen, seats(LOOK.held));
  paintArcs(pen, seats(LOOK.pending));
}

/** From this pitch on (CSS pixels) a number fits into a seat. */
const NUMBERED = 30;

/** The icon for a wheelchair space, on a grid of 20. */
const WHEEL = 'M9 7.4v4.2h4.2l1.9 3.7 1.3-.6M9 9.2h3.4M7 9.4a4 4 0 1 0 5.6 5';

interface Pen {
  target: CanvasRenderingContext2D;
  scene: Scene;
  pitch: number;
}

/** Where a seat stands on the screen. */
function at({ scene: { plan, viewport } }: Pen, seat: number): { x: number; y: number } {
  return toScreen(viewport, { x: plan.x[seat]!, y: plan.y[seat]! });
}

/** Texts in the seats, in the colour that their price asks for. */
function paintNumbers(pen: Pen, seats: readonly number[], textOf: (seat: number) => string): void {
  const { target, scene, pitch } = pen;
  const { plan, palette, priceClass } = scene;
  const size = 11.5 * Math.max(0.9, pitch / 36);
  target.font = fontOf(scene, size);
  // Price by price: a new colour costs a canvas more than a text.
  for (const [price, { text }] of palette.prices.entries()) {
    target.fillStyle = css(text);
    for (const seat of seats) {
      if ((priceClass[plan.category[seat]!] ?? 0) !== price) continue;
      const { x, y } = at(pen, seat);
      write(target, textOf(seat), x, y, size);
    }
  }
}

/** The bar between a companion's seat and the wheelchair space beside it. */
function paintJoints(pen: Pen, seats: readonly number[]): void {
  const { target, scene, pitch } = pen;
  strokeAll(pen, seats, scene.palette.ink, 3, (x, y, seat) => {
    for (const other of [seat - 1, seat + 1]) {
      if (scene.plan.rowOf[other] !== scene.plan.rowOf[seat] || lookOf(scene, other) !== LOOK.square)
        continue;
      const to = at(pen, other);
      const share = (RADIUS * pitch) / Math.hypot(to.x - x, to.y - y);
      target.moveTo(x + (to.x - x) * share, y + (to.y - y) * share);
      target.lineTo(to.x + (x - to.x) * share, to.y + (y - to.y) * share);
    }
  });
}

/** Adds a line at each seat to one path, and strokes all at once. */
function strokeAll(
  pen: Pen,
  seats: readonly number[],
  colour: Rgb,
  width: number,
  draw: (x: number, y: number, seat: number) => void,
): void {
  const { target } = pen;
  target.strokeStyle = css(colour);
  target.lineWidth = width;
  target.beginPath();
  for (const seat of seats) {
    const { x, y } = at(pen, seat);
    draw(x, y, seat);
  }
  target.stroke();
}

/** The icon in wheelchair spaces. */
function paintWheels(pen: Pen, seats: readonly number[]): void {
  const { target, scene, pitch } = pen;
  const scale = (pitch * 0.6) / 20;
  const wheel = new Path2D(WHEEL);
  for (const seat of seats) {
    const price = scene.palette.prices[scene.priceClass[scene.plan.category[seat]!] ?? 0];
    const { x, y } = at(pen, seat);
    target.save();
    target.translate(x - 10.6 * scale, y - 10.4 * scale);
    target.scale(scale, scale);
    target.strokeStyle = target.fillStyle = css(price?.text ?? scene.palette.raised);
    target.lineWidth = 1.6;
    target.lineCap = target.lineJoin = 'round';
    target.stroke(wheel);
    target.beginPath();
    target.arc(9, 4.6, 1.7, 0, 7);
    target.fill();
    target.restore();
  }
}

/** The tick in the visitor's own seats. */
function paintTicks(pen: Pen, seats: readonly number[]): void {
  const { target, scene, pitch } = pen;
  const r = pitch * RADIUS;
  target.lineCap = target.lineJoin = 'round';
  strokeAll(pen, seats, scene.palette.onAccent, 2.2 * Math.min(1, pitch / 30), (x, y) => {
    target.moveTo(x - 0.32 * r, y + 0.03 * r);
    target.lineTo(x - 0.09 * r, y + 0.27 * r);
    target.lineTo(x + 0.34 * r, y - 0.22 * r);
  });
  target.lineCap = 'butt';
}

/** The ring of a seat in someone's basket; its dot is in the raster. */
function paintDashes(pen: Pen, seats: readonly number[]): void {
  const { target, scene, pitch } = pen;
  const r = pitch * RADIUS * 0.66;
  const dash = (2 * Math.PI * r) / 24;
  target.setLineDash([dash * 1.2, dash * 0.8]);
  strokeAll(pen, seats, scene.palette.edge, 1.25, (x, y) => {
    target.moveTo(x + r, y);
    target.arc(x, y, r, 0, 2 * Math.PI);
  });
  target.setLineDash([]);
}

/** The quarter arc that turns round a seat on its way into the choice. */
function paintArcs(pen: Pen, seats: readonly number[]): void {
  const { target, scene, pitch } = pen;
  const r = pitch * RADIUS + 2.5;
  const from = ((scene.turn ?? 0) - 0.25) * 2 * Math.PI;
  strokeAll(pen, seats, scene.palette.accentInk, 2, (x, y) => {
    target.moveTo(x + r * Math.cos(from), y + r * Math.sin(from));
    target.arc(x, y, r, from, from + Math.PI / 2);
  });
}
