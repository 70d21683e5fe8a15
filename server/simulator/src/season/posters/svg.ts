import type { Random } from '../random.js';
import type { Palette } from './palettes.js';

/** Draws one poster's inside on a ground that is already painted. */
export type Draw = (random: Random, palette: Palette) => string;

/** Size of the view box. */
export const width = 400;
export const height = 500;

export type Point = readonly [x: number, y: number];

/** A number as short as a picture needs it: one decimal, no trailing zero. */
export function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Shapes as markup; `fill` is a colour. */
export function circle(x: number, y: number, r: number, fill: string): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}"/>`;
}

export function rect(x: number, y: number, w: number, h: number, fill: string): string {
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${fill}"/>`;
}

export function path(d: string, fill: string, more = ''): string {
  return `<path d="${d}" fill="${fill}"${more}/>`;
}

/**
 * A smooth line from the first point to the last, through the middles of the segments between. `start` L continues a
 * path that is already begun.
 */
export function smooth(points: readonly Point[], start: 'M' | 'L' = 'M'): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let d = `${start}${n(first[0])} ${n(first[1])}`;
  for (let i = 0; i < rest.length - 1; i += 1) {
    const [x, y] = rest[i] as Point;
    const [nextX, nextY] = rest[i + 1] as Point;
    d += `Q${n(x)} ${n(y)} ${n((x + nextX) / 2)} ${n((y + nextY) / 2)}`;
  }
  const last = rest.at(-1);
  return last ? `${d}L${n(last[0])} ${n(last[1])}` : d;
}

/** A number from `low` to `high`. */
export function range(random: Random, low: number, high: number): number {
  return low + random() * (high - low);
}
