import { css, unsafeCSS } from 'lit';

/**
 * The price ramp, `--_price-a` (dearest) to `--_price-f`, with `--_on-price-…` for a number on it and `--_price-edge` to outline
 * d, e and f. More contrast with the ground is dearer. The hue turns cool by itself when the accent is warm, so that the
 * visitor's own choice always stands out.
 */
const letters = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
export type PriceLetter = (typeof letters)[number];

/** 1 when the accent is within 60° of orange, else 0. */
const warm = 'clamp(0, (cos((h - 45) * 1deg) - 0.5) * 1000, 1)';
/** Lightness, chroma, hue, and the turn of the hue under a warm accent. */
type Step = readonly [number, number, number, number];
const light: readonly Step[] = [
  [0.33, 0.085, 22, 230],
  [0.445, 0.125, 30, 218],
  [0.55, 0.135, 45, 195],
  [0.73, 0.125, 68, 155],
  [0.83, 0.105, 84, 124],
  [0.92, 0.06, 95, 100],
];
const dark: readonly Step[] = [
  [0.92, 0.06, 95, 100],
  [0.83, 0.115, 84, 124],
  [0.72, 0.125, 68, 155],
  [0.6, 0.125, 48, 192],
  [0.49, 0.105, 34, 216],
  [0.39, 0.06, 26, 226],
];
const plain = ['#592021', '#8c3227', '#b05323', '#db9848', '#e8c275', '#f1e5b8'];
const onLight = ['#fff', '#fff', '#fff', '#14191e', '#14191e', '#14191e'];
const onDark = ['#13161a', '#13161a', '#13161a', '#080c0f', '#fff', '#fff'];

const tint = ([l, c, h, turn]: Step) =>
  `oklch(from var(--_accent) ${l} calc(${c} - 0.02 * ${warm}) calc(${h} + ${turn} * ${warm}))`;
const each = (value: (index: number) => string, name: string) =>
  unsafeCSS(
    letters
      .map((letter, index) => `--_${name}-${letter}:var(--s360-${name}-${letter},${value(index)});`)
      .join(''),
  );
const edge = (from: string) =>
  `light-dark(oklch(from ${from} 0.58 calc(c * 0.9) h), oklch(from ${from} 0.62 calc(c * 0.7) h))`;

export const prices = css`
  :host {
    ${each((index) => plain[index]!, 'price')}
    ${each((index) => onLight[index]!, 'on-price')}
    --_price-edge: #957531;
  }
  @supports (color: light-dark(red, red)) and (color: oklch(from red l c calc(h + cos(1deg)))) {
    :host {
      ${each((index) => `light-dark(${tint(light[index]!)},${tint(dark[index]!)})`, 'price')}
      ${each((index) => `light-dark(${onLight[index]!},${onDark[index]!})`, 'on-price')}
      --_price-edge: ${unsafeCSS(edge('var(--_price-e)'))};
    }
  }
`;

/** The letters that a number of price categories takes, dearest first; beyond six, neighbours share the last. */
export function priceLetters(count: number): PriceLetter[] {
  const chosen: readonly PriceLetter[] =
    count === 1 ? ['c'] : count === 2 ? ['a', 'e'] : count === 3 ? ['a', 'c', 'e'] : letters;
  return Array.from({ length: count }, (_, index) => chosen[Math.min(index, chosen.length - 1)]!);
}
