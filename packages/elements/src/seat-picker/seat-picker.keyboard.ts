import { type Direction, neighbour, nextSeat, type Plan } from '@s360-widgets/seat-map';
import type { Focus } from './seat-picker.focus.js';
import type { Hall } from './seat-picker.hall.js';
import { ZOOM_STEP } from './seat-picker.camera.js';
import { firstSeat } from './seat-picker.start.js';

/** What keys can do to the map. */
export interface KeyTarget {
  hall(): Hall;
  /** Prices (indices) that the visitor looks for; none = all. */
  pressed(): ReadonlySet<number>;
  isOverview(): boolean;
  choose(focus: Focus): void;
  /** Back to the overview. */
  leave(): void;
  /** Zooms about what has the focus. */
  zoomBy(factor: number): void;
  /** Brings a seat into view, with the focus on it. */
  visit(seat: number): void;
}

/** What a key asks for. */
type Command =
  | Focus
  | { readonly kind: 'choose' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'closer' }
  | { readonly kind: 'wider' };

const DIRECTIONS: Partial<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

const COMMANDS: Partial<Record<string, Command['kind']>> = {
  Enter: 'choose',
  ' ': 'choose',
  Escape: 'leave',
  '+': 'closer',
  '=': 'closer',
  '-': 'wider',
};

/**
 * Does what a key asks for, and tells whether it was one of ours: arrows move along the row and from row to row, Home and End
 * to its ends, Page Up and Page Down from section to section, N to the next free seat at the pressed prices and with Shift to
 * the one before; Enter or space chooses; Escape goes back to the overview, and at the overview it is the page's; + and −
 * zoom.
 */
export function press(event: KeyboardEvent, focus: Focus, map: KeyTarget): boolean {
  const hall = map.hall();
  const hasModifier = event.ctrlKey || event.altKey || event.metaKey;
  const command = hasModifier ? null : commandFor(event.key, focus, map);
  if (!command || (command.kind === 'leave' && map.isOverview())) return false;
  event.preventDefault();
  event.stopPropagation();
  if (command.kind === 'choose') map.choose(focus);
  else if (command.kind === 'leave') map.leave();
  else if (command.kind === 'closer') map.zoomBy(ZOOM_STEP);
  else if (command.kind === 'wider') map.zoomBy(1 / ZOOM_STEP);
  else map.visit(command.kind === 'seat' ? command.seat : firstSeat(hall, command.section, map.pressed()));
  return true;
}

/** Null: not our key. */
function commandFor(key: string, focus: Focus, map: KeyTarget): Command | null {
  const hall = map.hall();
  const kind = COMMANDS[key];
  if (kind) return { kind } as Command;
  const turn = key === 'PageDown' ? 1 : key === 'PageUp' ? -1 : 0;
  if (turn !== 0) return turnPage(hall, focus, turn, map.pressed());
  if (key.toLowerCase() === 'n') return nextFree(hall, focus, key === 'n' ? 1 : -1, map.pressed());
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  if (focus.kind === 'seat') return { kind: 'seat', seat: neighbour(hall.plan, focus.seat, direction) };
  return { kind: 'section', section: nextSection(hall.plan, focus.section, direction) };
}

function turnPage(hall: Hall, focus: Focus, by: number, pressed: ReadonlySet<number>): Focus {
  const { plan } = hall;
  const at = focus.kind === 'seat' ? plan.sectionOf[focus.seat]! : focus.section;
  const section = Math.min(plan.sections.length - 1, Math.max(0, at + by));
  if (focus.kind === 'section') return { kind: 'section', section };
  return { kind: 'seat', seat: section === at ? focus.seat : firstSeat(hall, section, pressed) };
}

/** The next free seat in the order of the plan, or the next block that has one. */
function nextFree(hall: Hall, focus: Focus, by: 1 | -1, pressed: ReadonlySet<number>): Focus {
  const { plan } = hall;
  const isFit = (seat: number) => hall.isFree(seat) && hall.isAt(seat, pressed);
  if (focus.kind === 'seat') return { kind: 'seat', seat: nextSeat(plan, isFit, focus.seat, by) };
  const { firstSeat: first, endSeat } = plan.sections[focus.section]!;
  const seat = nextSeat(plan, isFit, by === 1 ? endSeat - 1 : first, by);
  return { kind: 'section', section: plan.sectionOf[seat]! };
}

/** The nearest block in a direction of the plan; the first or last of its area. The same one where there is none. */
function nextSection({ sections, areas }: Plan, from: number, direction: Direction): number {
  const { anchor, area } = sections[from]!;
  if (direction === 'first') return areas[area]!.sections[0]!.index;
  if (direction === 'last') return areas[area]!.sections.at(-1)!.index;
  const [ux, uy] = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] }[direction] as [number, number];
  let best = from;
  let least = Infinity;
  for (const section of sections) {
    const [dx, dy] = [section.anchor.x - anchor.x, section.anchor.y - anchor.y];
    const forward = dx * ux + dy * uy;
    const aside = Math.abs(dx * uy - dy * ux);
    if (forward <= 0 || aside > forward * 1.2) continue;
    const cost = forward + 2 * aside;
    if (cost >= least) continue;
    least = cost;
    best = section.index;
  }
  return best;
}
