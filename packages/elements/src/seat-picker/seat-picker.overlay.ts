import {
  detailOf,
  nameIn,
  type Plan,
  type Point,
  type Rect,
  seen,
  toScreen,
  type Viewport,
} from '@s360-widgets/seat-map';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../pieces/icon.js';
import { fit as whole, minus, plus } from '../pieces/icons.more.js';
import type { Hall } from './seat-picker.hall.js';
import type { Focus } from './seat-picker.keyboard.js';
import {
  leftText,
  type Owned,
  placeName,
  priceRange,
  priceText,
  sectionName,
  type SeatWords,
  sight,
} from './seat-picker.words.js';

/** What lies over the painted map and is not painted: tags, ruler, mini plan, card, buttons. */

/** A tag of an area: where it stands, and what it says. */
interface Tag {
  readonly area: number;
  readonly x: number;
  readonly y: number;
  readonly name: string;
  readonly left: string;
}

/** Height of a tag and of a letter on it, near enough to tell whether two tags would meet. */
const TAG = { height: 28, letter: 7.2, padding: 30 };

/**
 * Where the tags of the areas go: on the area, or over one that is narrower than its tag; in a stadium on the pitch before
 * their stand, so that no block is covered.
 * A tag that would meet an earlier one moves down until it is free.
 */
export function placeTags(hall: Hall, view: Viewport, pressed: ReadonlySet<number>, words: SeatWords): Tag[] {
  const { plan } = hall;
  const isWide = view.width >= 600;
  const isBlocks = detailOf(plan, view) === 'blocks';
  const pitch = isBlocks && plan.decor.find(({ kind }) => kind === 'pitch');
  const placed: (Rect & { tag: Tag })[] = [];
  for (const [area, { name, anchor, bounds, sections }] of plan.areas.entries()) {
    if (sections.length === 0 || (isBlocks && isAround(plan, bounds))) continue;
    const indices = sections.map(({ index }) => index);
    const left = isWide && !isBlocks ? leftText(hall, indices, pressed, words) : '';
    const tag = { area, name: nameIn(name, words.lang), left };
    const half = ((tag.name.length + left.length) * TAG.letter + TAG.padding) / 2;
    const isSlim = (bounds.right - bounds.left) * view.scale < 2 * half;
    const over = { x: (bounds.left + bounds.right) / 2, y: bounds.top };
    const at = toScreen(
      view,
      pitch
        ? inside(pitch.bounds, anchor, (half + 10) / view.scale, 22 / view.scale)
        : isSlim
          ? over
          : anchor,
    );
    const x = Math.min(Math.max(at.x, half + 4), view.width - half - 4);
    let box = boxAt(x, isSlim && !pitch ? at.y - TAG.height / 2 : at.y, half);
    for (let tries = 0; tries < 8 && placed.some((other) => meet(box, other)); tries++)
      box = boxAt(x, box.bottom + TAG.height / 2, half);
    placed.push({ ...box, tag: { ...tag, x, y: (box.top + box.bottom) / 2 } });
  }
  return placed.map(({ tag }) => tag);
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
export function tags(
  all: readonly Tag[],
  share: number,
  words: SeatWords,
  onChoose: (area: number, isKeyboard: boolean) => void,
): TemplateResult {
  return html`<ul class="tags" aria-label=${words.seats.sections} style="opacity:${share}" ?hidden=${share === 0}>
    ${all.map(
      ({ area, x, y, name, left }) => html`<li style="translate:${x}px ${y}px">
        <button type="button" class="tag" data-area=${area} @click=${({ detail }: MouseEvent) => onChoose(area, detail === 0)}>
          <b>${name}</b>${left ? html` <span>${left}</span>` : nothing}
        </button>
      </li>`,
    )}
  </ul>`;
}

/** Names of the sections in view, each over the middle of its seats; where two would meet, the one with more seats stays. */
export function ruler(hall: Hall, view: Viewport, words: SeatWords): TemplateResult {
  const { plan, grid } = hall;
  const inView = new Map<number, { count: number; x: number }>();
  grid.seatsIn(seen(view), (seat) => {
    const section = plan.sectionOf[seat]!;
    const known = inView.get(section) ?? { count: 0, x: 0 };
    inView.set(section, { count: known.count + 1, x: known.x + plan.x[seat]! });
  });
  const placed: { left: number; right: number; x: number; name: string }[] = [];
  for (const [section, { count, x: sum }] of [...inView].sort(([, a], [, b]) => b.count - a.count)) {
    const name = sectionName(hall, section, words);
    const half = (name.length * TAG.letter) / 2 + 8;
    const middle = (sum / count - view.left) * view.scale;
    const x = Math.min(Math.max(middle, half), view.width - half);
    const box = { left: x - half, right: x + half, x, name };
    if (placed.every((other) => box.left >= other.right || box.right <= other.left)) placed.push(box);
  }
  return html`<div class="ruler" aria-hidden="true">
    ${placed.map(({ x, name }) => html`<span style="translate:${x}px">${name}</span>`)}
  </div>`;
}

const outlines = new WeakMap<Plan, { sections: string; stage: string; pitch: string }>();

/** The whole plan, small, with a frame around what is seen. */
export function miniPlan({ plan }: Hall, view: Viewport): TemplateResult {
  const { left, top, right, bottom } = plan.bounds;
  const decor = (kind: string) => pathOf(plan.decor.filter((item) => item.kind === kind));
  const paths = outlines.get(plan) ?? {
    sections: pathOf(plan.sections),
    stage: decor('stage'),
    pitch: decor('pitch'),
  };
  outlines.set(plan, paths);
  const frame = seen(view);
  return html`<svg
    class="mini"
    viewBox="${left} ${top} ${right - left} ${bottom - top}"
    aria-hidden="true"
  >
    <path class="mini-sections" d=${paths.sections} />
    <path class="mini-pitch" d=${paths.pitch} />
    <path class="mini-stage" d=${paths.stage} />
    <rect
      x=${frame.left}
      y=${frame.top}
      width=${frame.right - frame.left}
      height=${frame.bottom - frame.top}
      vector-effect="non-scaling-stroke"
    />
  </svg>`;
}

function pathOf(shapes: readonly { outline: Float64Array }[]): string {
  return shapes.map(({ outline }) => `M${[...outline].map(Math.round).join(' ')}z`).join('');
}

export function zoomStack(
  { seats }: SeatWords,
  isOverview: boolean,
  zoom: { closer: () => void; wider: () => void; whole: () => void },
): TemplateResult {
  const button = (label: string, path: string, act: () => void) =>
    html`<button type="button" aria-label=${label} @click=${act}>${icon(path)}</button>`;
  return html`<div class=${isOverview ? 'zoom overview' : 'zoom'}>
    ${button(seats.closer, plus, zoom.closer)} ${button(seats.wider, minus, zoom.wider)}
    ${button(seats.whole, whole, zoom.whole)}
  </div>`;
}

/** What a card is about, and how its seat is chosen. */
export interface CardOf {
  readonly focus: Focus;
  readonly isKeyboard: boolean;
}

/** The card of a seat or block, beside it. It repeats what the seat's name says, for the eye only. */
export function card(
  hall: Hall,
  view: Viewport,
  { focus, isKeyboard }: CardOf,
  owned: Owned,
  words: SeatWords,
) {
  const { plan } = hall;
  const isSeat = focus.kind === 'seat';
  const anchor = isSeat
    ? { x: plan.x[focus.seat]!, y: plan.y[focus.seat]! }
    : plan.sections[focus.section]!.anchor;
  const gap = (isSeat ? (plan.pitch * view.scale) / 2 : 14) + 12;
  return html`<div class="card" style=${beside(view, toScreen(view, anchor), gap)} aria-hidden="true">
    ${isSeat ? seatCard(hall, focus.seat, isKeyboard, owned, words) : blockCard(hall, focus.section, isKeyboard, words)}
  </div>`;
}

function seatCard(hall: Hall, seat: number, isKeyboard: boolean, owned: Owned, words: SeatWords) {
  const { seats } = words;
  const price = hall.priceOf(seat);
  const category = hall.seatMap.seatCategories.find(
    ({ id }) => id === hall.plan.categories[hall.plan.category[seat]!],
  );
  const canLetGo = owned.own.has(seat) && !owned.inCart.has(seat);
  const canChoose = hall.isFree(seat) && !owned.own.has(seat);
  const how = canLetGo
    ? isKeyboard
      ? seats.how.keyLetGo
      : seats.how.pointerLetGo
    : isKeyboard
      ? seats.how.key
      : seats.how.pointer;
  const state = owned.inCart.has(seat) ? seats.state.inCart : seats.state[stateKey(hall, seat)];
  return html`${
    price
      ? html`<p class="card-price">
          <i class="swatch ${price.letter}"></i><b>${priceText(hall, price, words)}</b> <span>${category?.name}</span>
        </p>`
      : nothing
  }
    <p>${placeName(hall, seat, words)}</p>
    <p class="card-how">${sentence(canLetGo || canChoose ? sight(hall, seat, words) : state)} ${canLetGo || canChoose ? how : ''}</p>`;
}

function stateKey(hall: Hall, seat: number) {
  return (['free', 'sold', 'held', 'closed'] as const)[hall.states[seat]!]!;
}

function blockCard(hall: Hall, section: number, isKeyboard: boolean, words: SeatWords) {
  const { seats, format } = words;
  const { count, prices } = hall.left([section], new Set());
  return html`<p><b>${sectionName(hall, section, words)}</b></p>
    <p class="card-price">
      ${prices[0] ? html`<i class="swatch ${prices[0].letter}"></i><b>${priceRange(hall, prices, words)}</b>` : nothing}
      <span>${count === 0 ? seats.key.soldOut : `${seats.free(count, format.count(count))}, ${seats.together(hall.mostTogether(section))}`}</span>
    </p>
    <p class="card-how">${isKeyboard ? seats.how.keyOpen : seats.how.pointerOpen}</p>`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Below the seat where there is room, else above it, so that its row stays in sight; never over the map's edges. */
function beside(view: Viewport, { x, y }: { x: number; y: number }, gap: number): string {
  const half = 128;
  const left = Math.min(Math.max(x, half + 8), Math.max(half + 8, view.width - half - 8));
  const isBelow = y + gap + 110 < view.height;
  return `left:${left}px;${isBelow ? `top:${y + gap}px` : `bottom:${view.height - y + gap}px`}`;
}
