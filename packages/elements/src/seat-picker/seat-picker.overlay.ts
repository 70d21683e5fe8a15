import {
  type Area,
  detailOf,
  nameIn,
  type Plan,
  type Point,
  type Rect,
  toScreen,
  type Viewport,
} from '@s360-widgets/seat-map';
import { html, nothing, type TemplateResult } from 'lit';
import { inlineStyle } from '../base/inline-style.js';
import { icon } from '../pieces/icon.js';
import { minus, plus, whole } from '../pieces/icons.seats.js';
import type { Focus } from './seat-picker.focus.js';
import { type Camera, ZOOM_STEP } from './seat-picker.camera.js';
import type * as Closer from './seat-picker.closer.js';
import type { Hall } from './seat-picker.hall.js';
import type { ProxyHandlers } from './seat-picker.proxies.js';
import {
  leftName,
  leftText,
  type Owned,
  seatName,
  sectionName,
  type SeatWords,
} from './seat-picker.words.js';

/** What lies over the painted map from the start: tags and buttons. See seat-picker.closer.ts for the rest. */

/** A tag of an area: where it stands, and what it says. */
interface Tag {
  readonly area: number;
  readonly x: number;
  readonly y: number;
  readonly name: string;
  readonly left: string;
  /** Name of the button, with all that is left there. */
  readonly label: string;
}

/** Height of a tag and of a letter on it, near enough to tell whether two tags would meet. */
const TAG = { height: 28, letter: 7, padding: 28 };
/** A pitch narrower than this has no room for the names of the stands around it. */
const ROOMY = 260;

/**
 * Where the tags of the areas go: on the area, or over one that is narrower than its tag; in a stadium on the pitch before
 * their stand, so that no block is covered. Larger areas choose first; a tag that would meet another moves down.
 */
function placeTags(hall: Hall, view: Viewport, pressed: ReadonlySet<number>, words: SeatWords): Tag[] {
  const { plan } = hall;
  const isBlocks = detailOf(plan, view) === 'blocks';
  const isPriced = view.width >= 600 && !isBlocks;
  const placed: (Rect & { tag: Tag })[] = [];
  const size = ({ sections }: Area) => sections.reduce((sum, one) => sum + one.endSeat - one.firstSeat, 0);
  const areas = [...plan.areas].sort((a, b) => size(b) - size(a));
  for (const area of areas) {
    if (area.sections.length === 0 || (isBlocks && isAround(plan, area.bounds))) continue;
    const name = nameIn(area.name, words.lang);
    const sections = area.sections.map(({ index }) => index);
    const isOut = hall.left(sections, pressed).count === 0;
    const left = isPriced || isOut ? leftText(hall, sections, pressed, words) : '';
    const label = `${name}, ${leftName(hall, sections, words)}`;
    const half = ((name.length + left.length) * TAG.letter + TAG.padding) / 2;
    const boxes = placesFor(plan, area, view, half, isBlocks).map(({ x, y }) =>
      boxAt(Math.min(Math.max(x, half + 4), view.width - half - 4), y, half),
    );
    let box = boxes.find((one) => !placed.some((other) => meet(one, other))) ?? boxes.at(-1)!;
    for (let tries = 0; tries < 8 && placed.some((other) => meet(box, other)); tries++)
      box = boxAt((box.left + box.right) / 2, box.bottom + TAG.height / 2, half);
    const at = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
    placed.push({ ...box, tag: { area: plan.areas.indexOf(area), ...at, name, left, label } });
  }
  return placed.map(({ tag }) => tag).sort((a, b) => a.area - b.area);
}

/** Where a tag would stand best, and where else. */
function placesFor(
  plan: Plan,
  { bounds, anchor }: Area,
  view: Viewport,
  half: number,
  isBlocks: boolean,
): Point[] {
  const own = toScreen(view, anchor);
  const isSlim = (bounds.right - bounds.left) * view.scale < 2 * half;
  if (!isBlocks && isSlim) {
    const { x, y } = toScreen(view, { x: (bounds.left + bounds.right) / 2, y: bounds.top });
    return [{ x, y: y - TAG.height / 2 }];
  }
  const pitch = isBlocks && plan.decor.find(({ kind }) => kind === 'pitch')?.bounds;
  if (!pitch || (pitch.right - pitch.left) * view.scale < ROOMY) return [own];
  return [toScreen(view, inside(pitch, anchor, (half + 10) / view.scale, 22 / view.scale)), own];
}

function boxAt(x: number, y: number, half: number): Rect {
  return { left: x - half, right: x + half, top: y - TAG.height / 2, bottom: y + TAG.height / 2 };
}

function meet(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** A tier that goes round the whole hall: it is nowhere to be pointed at. */
function isAround(plan: Plan, { left, top, right, bottom }: Rect): boolean {
  const { bounds } = plan;
  return (
    right - left > 0.6 * (bounds.right - bounds.left) && bottom - top > 0.6 * (bounds.bottom - bounds.top)
  );
}

function inside({ left, top, right, bottom }: Rect, at: Point, across: number, down: number): Point {
  const within = (value: number, from: number, to: number) =>
    from > to ? (from + to) / 2 : Math.min(Math.max(value, from), to);
  return { x: within(at.x, left + across, right - across), y: within(at.y, top + down, bottom - down) };
}

/** @param share 1 at the overview, 0 where the tags have faded */
function tags(
  all: readonly Tag[],
  share: number,
  words: SeatWords,
  onChoose: (area: number, isKeyboard: boolean) => void,
): TemplateResult {
  return html`<ul class="tags" aria-label=${words.seats.sections} .style=${inlineStyle(`opacity:${share}`)}>
    ${all.map(
      ({ area, x, y, name, left, label }) => html`<li .style=${inlineStyle(`translate:${x}px ${y}px`)}>
        <button type="button" class="tag" aria-label=${label} data-area=${area} @click=${({ detail }: MouseEvent) => onChoose(area, detail === 0)}>
          <b>${name}</b>${left ? html` <span>${left}</span>` : nothing}
        </button>
      </li>`,
    )}
  </ul>`;
}

function zoomStack({ seats }: SeatWords, camera: Camera): TemplateResult {
  const button = (label: string, path: string, act: () => void) =>
    html`<button type="button" aria-label=${label} @click=${act}>${icon(path)}</button>`;
  return html`<div class=${camera.isOverview ? 'zoom overview' : 'zoom'}>
    ${button(seats.closer, plus, () => camera.zoomBy(ZOOM_STEP))}
    ${button(seats.wider, minus, () => camera.zoomBy(1 / ZOOM_STEP))}
    ${button(seats.whole, whole, () => camera.flyHome())}
  </div>`;
}

/** The grid before anybody takes an interest: the one cell that the keyboard enters by. The others come with the focus. */
function door(hall: Hall, focus: Focus, owned: Owned, words: SeatWords, on: OverlayHandlers): TemplateResult {
  const name =
    focus.kind === 'seat'
      ? seatName(hall, focus.seat, owned, words)
      : sectionName(hall, focus.section, words);
  return html`<div role="grid" aria-label=${words.seats.plan} @keydown=${on.key} @focusin=${on.focusIn} @focusout=${on.focusOut}>
    <div role="row"><div role="gridcell" tabindex="0" aria-label=${name}></div></div>
  </div>`;
}

/** What there is to lay over the map. */
export interface Overlay {
  readonly hall: Hall;
  readonly view: Viewport;
  readonly words: SeatWords;
  readonly pressed: ReadonlySet<number>;
  readonly owned: Owned;
  readonly focus: Focus;
  /** What the card is about, if it is shown. */
  readonly card: Focus | null;
  readonly isKeyboard: boolean;
}

interface OverlayHandlers extends ProxyHandlers {
  openArea(area: number, isKeyboard: boolean): unknown;
}

/** @param closer ruler, mini plan and card; absent until somebody takes an interest */
export function overlay(
  { hall, view, words, pressed, owned, focus, card, isKeyboard }: Overlay,
  camera: Camera,
  closer: typeof Closer | undefined,
  on: OverlayHandlers,
): TemplateResult {
  const isZoomed = !camera.isOverview && focus.kind === 'seat';
  const { overviewShare } = camera;
  const tagged = () => tags(placeTags(hall, view, pressed, words), overviewShare, words, on.openArea);
  return html`${overviewShare > 0 ? tagged() : nothing}
    ${isZoomed ? [closer?.ruler(hall, view, words), closer?.miniPlan(hall, view)] : nothing}
    ${closer ? closer.proxies(hall, focus, view, owned, words, on) : door(hall, focus, owned, words, on)}
    ${card ? closer?.card(hall, view, { focus: card, isKeyboard }, owned, words) : nothing}
    ${zoomStack(words, camera)}`;
}
