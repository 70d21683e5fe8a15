import { type Section } from '../plan.js';
import { holds, meet } from '../shape.js';
import { CLOSED, FREE } from '@s360-widgets/seat-codec';
import { seen, toScreen } from '../viewport.js';
import { pathOf } from './path.js';
import { css, nameIn, type PriceColour, type Scene } from './scene.js';
import { fontOf, write } from './text.js';

/** What is left in a section. */
export interface BlockState {
  /** Free seats that the filter lets through. */
  free: number;
  /** Free seats that it leaves out. */
  filtered: number;
  /** Seats that are not for sale to this visitor. */
  closed: number;
  /** Price class of most of the free seats; −1 where there are none. */
  price: number;
}

/** At most this share of the seats is "few left". */
const FEW = 0.08;
/**
 * Where most blocks are narrower (CSS pixels), none carries a number: a few numbers would look like a choice of blocks.
 * Then the list is the way to a known one.
 */
const NUMBERED = 24;

/** Counts what is left; the list and the block's card may ask as well as the painter. */
export function blockState(
  { plan, states, filtered, priceClass, palette }: Scene,
  section: Section,
): BlockState {
  const state = { free: 0, filtered: 0, closed: 0, price: -1 };
  const perClass = new Uint32Array(palette.prices.length);
  for (let seat = section.firstSeat; seat < section.endSeat; seat++) {
    if (states[seat] === CLOSED) state.closed++;
    if (states[seat] !== FREE) continue;
    const category = plan.category[seat]!;
    if (filtered?.has(category)) state.filtered++;
    else {
      state.free++;
      perClass[priceClass[category] ?? 0]!++;
    }
  }
  if (state.free > 0) state.price = perClass.indexOf(Math.max(...perClass));
  return state;
}

/** Nothing is free here, since most of it is not for sale to this visitor. */
function isClosed({ free, filtered, closed }: BlockState, { firstSeat, endSeat }: Section): boolean {
  return free + filtered === 0 && closed * 2 > endSeat - firstSeat;
}

/** A large hall from afar: its blocks, shaded by price. */
export function paintBlocks(target: CanvasRenderingContext2D, scene: Scene): void {
  const { plan, viewport, palette } = scene;
  const view = seen(viewport);
  const shape = (outline: Float64Array, colour: string): void => {
    target.fillStyle = colour;
    target.fill(pathOf(scene, outline));
  };
  for (const { outline } of plan.zones) shape(outline, css(palette.seatGround));
  for (const { kind, outline } of plan.decor)
    shape(outline, css(kind === 'stage' ? palette.ink : palette.fillStrong));
  const isWide = ({ bounds: { left, right, top, bottom } }: Section): boolean =>
    Math.min(right - left, bottom - top) * viewport.scale >= NUMBERED;
  const isNumbered = plan.sections.filter(isWide).length * 2 >= plan.sections.length;
  for (const section of plan.sections) {
    if (meet(section.bounds, view)) paintBlock(target, scene, section, isNumbered);
  }
}

/** One block: shaded by its price, or open and hatched, and its number. */
function paintBlock(
  target: CanvasRenderingContext2D,
  scene: Scene,
  section: Section,
  isNumbered: boolean,
): void {
  const { palette } = scene;
  const state = blockState(scene, section);
  const path = pathOf(scene, section.outline, 1);
  const price = palette.prices[state.price];
  if (price || state.filtered > 0) {
    target.fillStyle = css(price?.fill ?? palette.seatGround);
    target.fill(path);
  } else if (isClosed(state, section)) paintHatching(target, scene, section, path);
  if (!price || price.edge) {
    target.strokeStyle = css(price?.edge ?? palette.edge, state.free + state.filtered > 0 ? 1 : 0.8);
    target.lineWidth = 1;
    target.stroke(path);
  }
  if (isNumbered && !isClosed(state, section)) paintLabel(target, scene, section, state, price);
}

/** The number; under it a third of a bar where few seats are left, through it a line where none is. */
function paintLabel(
  target: CanvasRenderingContext2D,
  scene: Scene,
  section: Section,
  state: BlockState,
  price: PriceColour | undefined,
): void {
  const { viewport, palette } = scene;
  const name = nameIn(section.name, scene.language);
  target.font = fontOf(scene, 11);
  const width = target.measureText(name).width;
  if (!hasRoom(section, width / viewport.scale, 11 / viewport.scale)) return;
  const { x, y } = toScreen(viewport, section.anchor);
  const isFew = state.free > 0 && state.free + state.filtered <= FEW * (section.endSeat - section.firstSeat);
  target.fillStyle = css(price?.text ?? palette.inkSoft);
  write(target, name, x, isFew ? y - 3 : y, 11);
  if (isFew) {
    target.fillRect(x - 8, y + 5, 5.5, 3);
    target.fillStyle = css(price?.text ?? palette.ink, 0.4);
    target.fillRect(x - 2.5, y + 5, 10.5, 3);
  } else if (!price && state.filtered === 0) target.fillRect(x - width / 2 - 1, y - 0.5, width + 2, 1);
}

/** Whether a box of plan units, centred on the section's anchor, lies within its outline. */
function hasRoom({ outline, anchor: { x, y } }: Section, width: number, height: number): boolean {
  return [-0.5, 0.5].every((across) =>
    [-0.5, 0.5].every((down) => holds(outline, x + across * width, y + down * height)),
  );
}

/** Not for sale to this visitor, such as the guests' supporters' corner. */
function paintHatching(target: CanvasRenderingContext2D, scene: Scene, section: Section, path: Path2D): void {
  const { viewport, palette } = scene;
  const a = toScreen(viewport, { x: section.bounds.left, y: section.bounds.top });
  const b = toScreen(viewport, { x: section.bounds.right, y: section.bounds.bottom });
  target.save();
  target.clip(path);
  target.strokeStyle = css(palette.edge, 0.35);
  target.lineWidth = 1;
  target.beginPath();
  // Lines stand on a grid of the whole picture, so that they meet across the blocks.
  const rise = b.y - a.y;
  for (let x = Math.floor((a.x + a.y) / 5) * 5 - a.y; x < b.x + rise; x += 5) {
    target.moveTo(x, a.y);
    target.lineTo(x - rise, b.y);
  }
  target.stroke();
  target.restore();
}
