import { createPainter, type Near, type Palette, type Viewport } from '@s360-widgets/seat-map';
import type { Hall } from './seat-picker.hall.js';
import type { Focus } from './seat-picker.focus.js';
import { readPalette } from './seat-picker.palette.js';

/** What the picture shows beyond the hall itself. */
export interface Picture {
  readonly view: Viewport;
  readonly isMoving: boolean;
  readonly own: ReadonlySet<number>;
  readonly pending: ReadonlySet<number>;
  readonly pressed: ReadonlySet<number>;
  /** What is ringed. */
  readonly focus: Focus | null;
  readonly lang: string;
  /** Numbers and marks at seat zoom, once they are loaded. */
  readonly near: Near | undefined;
}

/** More device pixels a CSS pixel than this can't be told apart, and cost time. */
const MOST_RATIO = 2;

/** Paints halls on the map's canvas, in the colours and the font of the page. */
export class Easel {
  readonly #painter = createPainter();
  #palette: Palette | undefined;
  #font = '';

  /** Asks the page for its colours again; once at the start, and whenever the theme changes. */
  readTheme(probed: Element): void {
    this.#palette = readPalette(probed);
    this.#font = getComputedStyle(probed).fontFamily;
  }

  paint(canvas: HTMLCanvasElement, hall: Hall, picture: Picture): void {
    const context = canvas.getContext('2d');
    if (!context || !this.#palette) return;
    const { view, own, pending, pressed, focus } = picture;
    const { plan, states, priceOfCategory, prices } = hall;
    const isOut = (price: number) => pressed.size > 0 && !pressed.has(price);
    this.#painter.paint(
      context,
      {
        plan,
        states,
        viewport: view,
        palette: this.#palette,
        pixelRatio: Math.min(devicePixelRatio * (canvas.currentCSSZoom ?? 1), MOST_RATIO),
        priceClass: priceOfCategory.map((price) => 'abcdef'.indexOf(prices[price]?.letter ?? 'f')),
        chosen: new Set([...own].filter((seat) => !pending.has(seat))),
        pending,
        filtered: new Set(
          [...priceOfCategory.keys()].filter((category) => isOut(priceOfCategory[category]!)),
        ),
        focusSeat: focus?.kind === 'seat' ? focus.seat : -1,
        focusSection: focus?.kind === 'section' ? focus.section : undefined,
        language: picture.lang,
        font: this.#font,
        moving: picture.isMoving,
        turn: isStill() ? 0 : (performance.now() / 1000) % 1,
      },
      picture.near,
    );
  }
}

/** The visitor wants no motion. */
export function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
