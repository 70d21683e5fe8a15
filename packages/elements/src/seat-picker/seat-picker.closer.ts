import { gridOf, type Plan, type Point, seen, toScreen, type Viewport } from '@s360-widgets/seat-map';
import { html, nothing, type TemplateResult } from 'lit';
import { inlineStyle } from '../base/inline-style.js';
import type { Focus } from './seat-picker.focus.js';
import type { Hall } from './seat-picker.hall.js';
import {
  capital,
  type Owned,
  placeName,
  priceRange,
  priceText,
  sectionName,
  type SeatWords,
  sight,
} from './seat-picker.words.js';

/**
 * What a closer look at the map takes: what a pointer is on, the opening of areas, the grid, ruler, mini plan, card, flights,
 * numbers in the seats. Loaded at the first sign of interest.
 */
export { near } from '@s360-widgets/seat-map';
export { meant, toldAt } from './seat-picker.aim.js';
export { closerStyles as styles } from './seat-picker.closer.styles.js';
export { fly } from './seat-picker.flight.js';
export { openArea } from './seat-picker.opening.js';
export { focusOf, proxies } from './seat-picker.proxies.js';
export { revealed, viewOf } from './seat-picker.reveal.js';

/** Width of a letter of the ruler, near enough to tell whether two names would meet. */
const LETTER = 7.2;
/** The largest that a card gets, near enough to keep it on the map. */
const CARD = { width: 256, height: 110 };

/** Names of the sections in view, each over the middle of its seats; where two would meet, the one with more seats stays. */
export function ruler(hall: Hall, view: Viewport, words: SeatWords): TemplateResult {
  const { plan } = hall;
  const inView = new Map<number, { count: number; x: number }>();
  gridOf(plan).seatsIn(seen(view), (seat) => {
    const section = plan.sectionOf[seat]!;
    const known = inView.get(section) ?? { count: 0, x: 0 };
    inView.set(section, { count: known.count + 1, x: known.x + plan.x[seat]! });
  });
  const placed: { left: number; right: number; x: number; name: string }[] = [];
  for (const [section, { count, x: sum }] of [...inView].sort(([, a], [, b]) => b.count - a.count)) {
    const name = sectionName(hall, section, words);
    const half = (name.length * LETTER) / 2 + 8;
    const middle = (sum / count - view.left) * view.scale;
    const x = Math.min(Math.max(middle, half), view.width - half);
    const box = { left: x - half, right: x + half, x, name };
    if (placed.every((other) => box.left >= other.right || box.right <= other.left)) placed.push(box);
  }
  return html`<div class="ruler" aria-hidden="true">
    ${placed.map(({ x, name }) => html`<span .style=${inlineStyle(`translate:${x}px`)}>${name}</span>`)}
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
  return html`<div class="card" .style=${inlineStyle(beside(view, toScreen(view, anchor), gap, isSeat ? rowEnd(plan, focus.seat) : 0))} aria-hidden="true">
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
    <p class="card-how">${capital(canLetGo || canChoose ? sight(hall, seat, words) : state)}. ${canLetGo || canChoose ? how : ''}</p>`;
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
      <span>${count === 0 ? seats.key.soldOut : `${seats.free(count, format.count(count))}, ${seats.together(mostTogether(hall, section))}`}</span>
    </p>
    <p class="card-how">${isKeyboard ? seats.how.keyOpen : seats.how.pointerOpen}</p>`;
}

/** At which end of its row a seat stands on the screen: 1 at the right one, −1 at the left one, 0 within it. */
function rowEnd({ x, rowOf }: Plan, seat: number): number {
  const inner = rowOf[seat - 1] === rowOf[seat] ? seat - 1 : seat + 1;
  if (rowOf[seat - 1] === rowOf[seat + 1] || rowOf[inner] !== rowOf[seat]) return 0;
  return Math.sign(x[seat]! - x[inner]!);
}

/** Beside a seat that ends its row; else below it or above it, so that the row stays in sight. Never over the map's edges. */
function beside(view: Viewport, { x, y }: Point, gap: number, end: number): string {
  const [half, tall] = [CARD.width / 2, CARD.height];
  const side = x + end * (gap + CARD.width);
  if (end !== 0 && side > 8 && side < view.width - 8) {
    const top = Math.min(Math.max(y, tall / 2 + 40), view.height - tall / 2 - 8);
    return `left:${x + end * gap}px;top:${top}px;translate:${end > 0 ? '0' : '-100%'} -50%`;
  }
  const left = Math.min(Math.max(x, half + 8), Math.max(half + 8, view.width - half - 8));
  const isBelow = y + gap + tall < view.height;
  return `left:${left}px;${isBelow ? `top:${y + gap}px` : `bottom:${view.height - y + gap}px`}`;
}

/** The most seats side by side that are free for everybody in a section. */
export function mostTogether(hall: Hall, section: number): number {
  const { firstSeat, endSeat } = hall.plan.sections[section]!;
  let most = 0;
  for (let seat = firstSeat; seat < endSeat; seat++) {
    if (!hall.isForAll(seat)) continue;
    const [first, last] = hall.stretch(seat, hall.isForAll);
    most = Math.max(most, last - first + 1);
    seat = last;
  }
  return most;
}
