import { FREE, toScreen, type Viewport } from '@s360-widgets/seat-map';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { inlineStyle } from '../base/inline-style.js';
import type { Hall } from './seat-picker.hall.js';
import type { Focus } from './seat-picker.focus.js';
import { skip } from './seat-picker.skip.js';
import { leftName, type Owned, seatName, sectionName, type SeatWords } from './seat-picker.words.js';

/** Longer rows are cut into pages of so many seats, of which three are shown: the page stays light whatever the hall. */
const PAGE = 40;

/** One stop of the grid. */
interface Cell {
  readonly index: number;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly isSelected: boolean;
  readonly isOff: boolean;
}

export interface ProxyHandlers {
  choose(focus: Focus): void;
  key(event: KeyboardEvent): void;
  focusIn(event: FocusEvent): void;
  focusOut(): void;
}

/**
 * The interface under the picture: a grid with one tab stop, which holds the row of the focus only; a row of seats, or
 * the blocks of an area where seats are too small to be seen. The cells lie over what is painted, and let pointers through.
 */
export function proxies(
  hall: Hall,
  focus: Focus,
  view: Viewport,
  owned: Owned,
  words: SeatWords,
  on: ProxyHandlers,
): TemplateResult {
  const { seats } = words;
  return html`<div
      role="grid"
      aria-label=${seats.plan}
      aria-describedby="help"
      @click=${({ target }: Event) => {
        // Assistive technology clicks the cells, which let pointers through.
        const clicked = focusOf(target as HTMLElement);
        if (clicked) on.choose(clicked);
      }}
      @keydown=${on.key}
      @focusin=${on.focusIn}
      @focusout=${on.focusOut}
    >
      ${row(hall, focus, view, owned, words)}
    </div>
    ${owned.own.size > owned.inCart.size ? skip(words) : nothing}
    <p id="help" class="unseen">${seats.planHelp}</p>`;
}

/** What a cell stands for; null where it is none, or the one that is there before the others. */
export function focusOf({ dataset: { kind, index } }: HTMLElement): Focus | null {
  if (index === undefined) return null;
  return kind === 'seat' ? { kind, seat: Number(index) } : { kind: 'section', section: Number(index) };
}

function row(hall: Hall, focus: Focus, view: Viewport, owned: Owned, words: SeatWords): TemplateResult {
  const isSeat = focus.kind === 'seat';
  const { plan } = hall;
  const at = isSeat ? focus.seat : focus.section;
  const line = isSeat ? plan.rowOf[at]! : plan.sections[at]!.area;
  const page = isSeat ? Math.floor((at - plan.rowStart[line]!) / PAGE) : 0;
  const cells = isSeat
    ? seatCells(hall, line, page, view, owned, words)
    : blockCells(hall, line, view, words);
  const size = isSeat ? plan.pitch * view.scale : 24;
  return html`<div
    role="row"
    aria-rowindex=${line + 1}
    .style=${inlineStyle(`--_size:${Math.max(12, size).toFixed(1)}px`)}
  >
    ${keyed(
      `${focus.kind} ${line} ${page}`,
      cells.map(
        ({ index, name, x, y, isSelected, isOff }) => html`<div
          role="gridcell"
          data-kind=${focus.kind}
          data-index=${index}
          tabindex=${index === at ? 0 : -1}
          aria-label=${name}
          aria-selected=${isSelected}
          aria-disabled=${isOff ? 'true' : 'false'}
          .style=${inlineStyle(`left:${x.toFixed(1)}px;top:${y.toFixed(1)}px`)}
        ></div>`,
      ),
    )}
  </div>`;
}

function seatCells(
  hall: Hall,
  row: number,
  page: number,
  view: Viewport,
  owned: Owned,
  words: SeatWords,
): Cell[] {
  const { plan } = hall;
  const first = plan.rowStart[row]! + Math.max(0, page - 1) * PAGE;
  const end = Math.min(plan.rowStart[row + 1]!, first + 3 * PAGE);
  return Array.from({ length: end - first }, (_, k) => {
    const seat = first + k;
    return {
      index: seat,
      name: seatName(hall, seat, owned, words),
      ...toScreen(view, { x: plan.x[seat]!, y: plan.y[seat]! }),
      isSelected: owned.own.has(seat),
      isOff: hall.states[seat] !== FREE && !owned.own.has(seat),
    };
  });
}

function blockCells(hall: Hall, area: number, view: Viewport, words: SeatWords): Cell[] {
  return hall.plan.areas[area]!.sections.map(({ index, anchor }) => {
    return {
      index,
      name: `${sectionName(hall, index, words)}, ${leftName(hall, [index], words)}`,
      ...toScreen(view, anchor),
      isSelected: false,
      isOff: false,
    };
  });
}
