import { curtain, horizon, waves } from './posters/bands.js';
import { cutout, folds, pitch, score } from './posters/figures.js';
import { arches, arcs, halftone } from './posters/grids.js';
import { type PaletteName, paletteNames, paletteOf } from './posters/palettes.js';
import { type PosterStyle, posterStyles } from './posters/style.js';
import { type Draw, height, width } from './posters/svg.js';
import { mulberry32 } from './random.js';

export { type PaletteName, paletteNames } from './posters/palettes.js';
export { type PosterStyle, posterStyles } from './posters/style.js';

const drawings: Record<PosterStyle, Draw> = {
  arcs,
  curtain,
  waves,
  horizon,
  halftone,
  folds,
  cutout,
  score,
  pitch,
  arches,
};

/** Whether a word, say of a URL, names a style. */
export function isPosterStyle(value: string): value is PosterStyle {
  return (posterStyles as readonly string[]).includes(value);
}

/**
 * A poster as an SVG document of 400 × 500, the same for the same options. The seed, a whole number from 0, says it
 * all; a style or a palette that is given takes the place of the seed's own.
 */
export function poster(options: { seed: number; style?: PosterStyle; palette?: PaletteName }): string {
  const { seed } = options;
  const style = options.style ?? posterStyles[seed % posterStyles.length] ?? 'arcs';
  const own = paletteNames[(seed + 3 * Math.floor(seed / 10)) % paletteNames.length];
  const palette = paletteOf(options.palette ?? own ?? 'oxide');
  const inside = drawings[style](mulberry32(seed), palette);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
    `<path d="M0 0h${width}v${height}H0z" fill="${palette.ground}"/>${inside}</svg>`
  );
}
