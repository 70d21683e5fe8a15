import type { Plan } from '../plan.js';
import type { Viewport } from '../viewport.js';

/** Red, green, blue, 0 … 255 each. */
export type Rgb = readonly [number, number, number];

/** A price class of the legend, a … f: the colour of its seats, of the number in them, and their outline if they are pale. */
export interface PriceColour {
  fill: Rgb;
  text: Rgb;
  edge?: Rgb;
}

/** All colours, resolved by the caller once per theme. Names are those of the tokens. */
export interface Palette {
  /** Behind everything. */
  raised: Rgb;
  seatGround: Rgb;
  ink: Rgb;
  inkSoft: Rgb;
  edge: Rgb;
  fillStrong: Rgb;
  accent: Rgb;
  onAccent: Rgb;
  accentInk: Rgb;
  accentFill: Rgb;
  /** Dearest first. */
  prices: readonly PriceColour[];
}

/** Everything that a picture depends on. A painter keeps nothing of the sale between two pictures. */
export interface Scene {
  plan: Plan;
  /** One of FREE, TAKEN, HELD, CLOSED for each seat. */
  states: Uint8Array;
  viewport: Viewport;
  palette: Palette;
  /** Device pixels a CSS pixel. A moving picture may use 1. */
  pixelRatio: number;
  /** Index into `palette.prices` for each of the plan's categories. */
  priceClass: ArrayLike<number>;
  /** Seats that are the visitor's own. */
  chosen?: ReadonlySet<number>;
  /** Seats on their way into the choice. */
  pending?: ReadonlySet<number>;
  /** Categories (indices) that the price filter leaves out. */
  filtered?: ReadonlySet<number>;
  /** The seat with the keyboard's focus; −1 or absent for none. */
  focusSeat?: number;
  /** The section with the focus, in block mode. */
  focusSection?: number;
  /** For names on the stage, the pitch and blocks: `en`. Falls back to any language that the plan has. */
  language?: string;
  /** CSS font family of the page; `system-ui` unless given. */
  font?: string;
  /** A frame of a drag or a flight: numbers and fine detail may be left out. */
  moving?: boolean;
  /** Turn of the arc round pending seats, 0 … 1; leave it still where motion is reduced. */
  turn?: number;
}

/**
 * What a picture shows: `blocks` shaded by price in large halls, `dots` (seats without numbers),
 * `seats` with numbers and marks.
 */
export type Detail = 'blocks' | 'dots' | 'seats';

/** From this many seats on, a plan is shown by its blocks when seats would be smaller than `BLOCK_PITCH`. */
const LARGE_HALL = 5_000;
const BLOCK_PITCH = 5;
const SEAT_PITCH = 12;

export function detailOf(plan: Plan, viewport: Viewport): Detail {
  const pitch = plan.pitch * viewport.scale;
  if (pitch < BLOCK_PITCH && plan.size >= LARGE_HALL) return 'blocks';
  return pitch < SEAT_PITCH ? 'dots' : 'seats';
}

/** CSS text of a colour. */
export function css([r, g, b]: Rgb, alpha = 1): string {
  return `rgb(${r} ${g} ${b} / ${alpha})`;
}

/** A name in the scene's language, else in the first that there is. */
export function nameIn(names: Record<string, string>, language = 'en'): string {
  return names[language] ?? Object.values(names)[0] ?? '';
}
