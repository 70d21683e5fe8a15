import { COMPANION, WHEELCHAIR } from '../plan.js';
import { CLOSED, HELD, TAKEN } from '@s360-widgets/seat-codec';
import { detailOf, type Palette, type PriceColour, type Rgb, type Scene } from './scene.js';
import { arch, box, cut, type Distance, disc, ring } from './shapes.js';

/** How a seat looks, apart from its price. */
export const LOOK = {
  disc: 0,
  cut: 1,
  square: 2,
  arch: 3,
  yours: 4,
  pending: 5,
  held: 6,
  sold: 7,
  soldSquare: 8,
  closed: 9,
  filtered: 10,
} as const;
export type Look = (typeof LOOK)[keyof typeof LOOK];

/** A shape in one colour. */
export interface Layer {
  distance: Distance;
  colour: Rgb;
  alpha?: number;
}

/** Sizes of one scale, in device pixels. */
export interface Sizes {
  /** Of the disc. */
  radius: number;
  /** Too small for fine detail. */
  isDot: boolean;
  /** Width on the picture of a stroke that is `width` CSS pixels at seat zoom. */
  stroke(width: number): number;
}

/** The disc's radius in pitches. */
export const RADIUS = 0.41;

/** Strokes keep their width at seat zoom and thin to .8 px where seats are dots. */
export function sizesOf({ plan, viewport, pixelRatio }: Scene): Sizes {
  const pitch = plan.pitch * viewport.scale;
  const isDot = detailOf(plan, viewport) !== 'seats';
  return {
    radius: pitch * RADIUS * pixelRatio,
    isDot,
    stroke: (width) => (isDot ? Math.min(width, 0.8) : width * Math.min(1, pitch / 30)) * pixelRatio,
  };
}

/** Own seats first, then what the sale says, then the filter, then the kind of place. */
export function lookOf({ plan, states, chosen, pending, filtered }: Scene, seat: number): Look {
  if (chosen?.size && chosen.has(seat)) return LOOK.yours;
  if (pending?.size && pending.has(seat)) return LOOK.pending;
  const state = states[seat];
  const marks = plan.marks[seat]!;
  if (state === TAKEN) return marks & (WHEELCHAIR | COMPANION) ? LOOK.soldSquare : LOOK.sold;
  if (state === HELD) return LOOK.held;
  if (state === CLOSED) return LOOK.closed;
  if (filtered?.size && filtered.has(plan.category[seat]!)) return LOOK.filtered;
  if (!marks) return LOOK.disc;
  return marks & WHEELCHAIR ? LOOK.square : marks & COMPANION ? LOOK.arch : LOOK.cut;
}

/** What to draw for a look, undermost first. */
export function layersOf(look: Look, sizes: Sizes, palette: Palette, price: number): Layer[] {
  const { radius: r, stroke, isDot } = sizes;
  const { accent, accentInk, accentFill, edge, raised } = palette;
  switch (look) {
    case LOOK.yours: {
      // The gap and the ring lie around the disc, on dots within its size.
      const [gap, line] = [stroke(2.5), stroke(2)];
      const own = isDot ? r - gap - line : r - stroke(1);
      return [
        { distance: disc(own + gap + line), colour: accentInk },
        { distance: disc(own + gap), colour: raised },
        { distance: disc(own), colour: accent },
      ];
    }
    case LOOK.pending:
      return [
        { distance: disc(r - stroke(1)), colour: accentFill },
        { distance: ring(r - stroke(1), stroke(1)), colour: accentInk },
      ];
    case LOOK.held:
      // At seat zoom the ink layer dashes the ring.
      if (!isDot) return [{ distance: disc(r * 0.12), colour: edge }];
      return [
        { distance: disc(r * 0.66), colour: raised },
        { distance: ring(r * 0.66, stroke(1.25)), colour: edge },
      ];
    case LOOK.sold:
      return [{ distance: disc(Math.max(r * 0.2, stroke(0.8))), colour: edge, alpha: 0.6 }];
    case LOOK.soldSquare:
      return [{ distance: box(r * 0.3, r * 0.06), colour: edge, alpha: 0.6 }];
    case LOOK.closed:
      return [{ distance: disc(Math.max(r * 0.14, stroke(0.7))), colour: edge, alpha: 0.35 }];
    case LOOK.filtered:
      return [{ distance: ring(r * 0.3, stroke(1.25)), colour: edge }];
    default:
      return freeLayers(look, sizes, palette.prices[price], palette.ink);
  }
}

function freeLayers(look: Look, sizes: Sizes, price: PriceColour | undefined, ink: Rgb): Layer[] {
  const shape = shapeOf(look, sizes.radius);
  const bar = look === LOOK.cut ? barOver(sizes, ink) : [];
  const colour = price?.fill ?? ink;
  if (!price?.edge) return [{ distance: shape, colour }, ...bar];
  const width = sizes.stroke(1.25);
  return [
    { distance: shape, colour: price.edge },
    { distance: (x, y) => shape(x, y) + width, colour },
    ...bar,
  ];
}

function shapeOf(look: Look, r: number): Distance {
  if (look === LOOK.square) return box(r, r * 0.24);
  if (look === LOOK.arch) return arch(r);
  return look === LOOK.cut ? cut(r) : disc(r);
}

/** The bar over a seat with a restricted view; too fine to be drawn on dots. */
function barOver({ radius, stroke, isDot }: Sizes, colour: Rgb): Layer[] {
  if (isDot) return [];
  const thick = stroke(2) / 2;
  return [
    { distance: (x, y) => Math.max(Math.abs(x) - radius, Math.abs(y + radius * 0.92) - thick), colour },
  ];
}
