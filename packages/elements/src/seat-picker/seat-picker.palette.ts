import type { Palette, Rgb } from '@s360-widgets/seat-map';
import { html, type TemplateResult } from 'lit';
import { inlineStyle } from '../base/inline-style.js';

/** The tokens that a picture is painted with. */
const COLOURS = {
  raised: 'raised',
  seatGround: 'seat-ground',
  ink: 'ink',
  inkSoft: 'ink-soft',
  edge: 'edge',
  fillStrong: 'fill-strong',
  accent: 'accent',
  onAccent: 'on-accent',
  accentInk: 'accent-ink',
  accentFill: 'accent-fill',
} as const;
const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

/** In the order in which the probes stand. */
const TOKENS: readonly string[] = [
  ...Object.values(COLOURS),
  'price-edge',
  ...LETTERS.map((letter) => `price-${letter}`),
  ...LETTERS.map((letter) => `on-price-${letter}`),
];

/** Prices have no colour of their own in forced colours. */
const kindOf = (token: string) => (/^price-.$/.test(token) ? 'fill' : /^on-price/.test(token) ? 'text' : '');

/**
 * One element a token, whose colour the browser works out; each has a transition, so that any change of theme, from
 * wherever it comes, is told as an event.
 */
export function probes(onChange: () => void): TemplateResult {
  return html`<div class="probes" aria-hidden="true" @transitionend=${onChange}>
    ${TOKENS.map((token) => html`<i class=${kindOf(token)} .style=${inlineStyle(`color:var(--_${token})`)}></i>`)}
  </div>`;
}

/** Reads the colours of the probes: once a theme, never for a frame. The three paler prices have an outline; all, in forced colours. */
export function readPalette(probed: Element): Palette {
  const colours = inSrgb([...probed.children].map((probe) => getComputedStyle(probe).color));
  const of = (token: string): Rgb => colours[TOKENS.indexOf(token)]!;
  const isForced = matchMedia('(forced-colors: active)').matches;
  const plain = Object.fromEntries(Object.entries(COLOURS).map(([name, token]) => [name, of(token)]));
  return {
    ...(plain as Record<keyof typeof COLOURS, Rgb>),
    prices: LETTERS.map((letter, step) => ({
      fill: of(`price-${letter}`),
      text: of(`on-price-${letter}`),
      ...(isForced || step > 2 ? { edge: of('price-edge') } : {}),
    })),
  };
}

/** Any CSS colour → red, green and blue: one pixel each, since the text may be in oklch. */
function inSrgb(colours: readonly string[]): Rgb[] {
  const canvas = document.createElement('canvas');
  canvas.width = colours.length;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  for (const [x, colour] of colours.entries()) {
    context.fillStyle = colour;
    context.fillRect(x, 0, 1, 1);
  }
  const { data } = context.getImageData(0, 0, colours.length, 1);
  return colours.map((_, x) => [data[x * 4]!, data[x * 4 + 1]!, data[x * 4 + 2]!]);
}
