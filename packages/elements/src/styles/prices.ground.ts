import type { PriceLetter } from './prices.js';

/** Lightness, chroma, hue, and the turn of the hue under a warm accent; then the colour of a number on it. */
type Step = readonly [l: number, c: number, h: number, turn: number, number: string];
type Ramp = Readonly<Record<PriceLetter, Step>>;

const light: Ramp = {
  a: [0.33, 0.085, 22, 230, '#fff'],
  b: [0.445, 0.125, 30, 218, '#fff'],
  c: [0.55, 0.135, 45, 195, '#fff'],
  d: [0.73, 0.125, 68, 155, '#14191e'],
  e: [0.83, 0.105, 84, 124, '#14191e'],
  f: [0.92, 0.06, 95, 100, '#14191e'],
};
const dark: Ramp = {
  a: [0.92, 0.06, 95, 100, '#13161a'],
  b: [0.83, 0.115, 84, 124, '#13161a'],
  c: [0.72, 0.125, 68, 155, '#13161a'],
  d: [0.6, 0.125, 48, 192, '#080c0f'],
  e: [0.49, 0.105, 34, 216, '#fff'],
  f: [0.39, 0.06, 26, 226, '#fff'],
};

/** 1 when the accent is within 60° of orange, else 0. */
const warm = 'clamp(0,(cos((h - 45)*1deg) - .5)*1000,1)';

const declared = (ramp: Ramp, edge: string) =>
  Object.entries(ramp)
    .map(([letter, [l, c, h, turn, number]]) => {
      const tint = `oklch(from var(--_accent) ${l} calc(${c} - .02*${warm}) calc(${h} + ${turn}*${warm}))`;
      return `--_price-${letter}:var(--s360-price-${letter},${tint});--_on-price-${letter}:var(--s360-on-price-${letter},${number});`;
    })
    .join('') + `--_price-edge:oklch(from var(--_price-e) ${edge} h)`;

/**
 * The price ramp of `prices.ts`, for `tokens.ground.ts`: it follows the ground, and the hue turns cool by itself when the accent is
 * warm, so that the visitor's own choice always stands out.
 */
export const groundPrices = {
  light: declared(light, '.58 calc(c*.9)'),
  dark: declared(dark, '.62 calc(c*.7)'),
};
