import { type PosterStyle, posterStyles } from '../posters/style.js';
import { deriveSeed } from '../random.js';
import type { Genre, Work } from './work.js';

/** The drawings that suit a genre. */
const stylesOf: Record<Genre, readonly PosterStyle[]> = {
  opera: ['cutout', 'arches', 'folds', 'curtain'],
  ballet: ['waves', 'curtain', 'arcs'],
  concert: ['score', 'waves', 'arches'],
  theatre: ['curtain', 'arcs', 'cutout'],
  family: ['cutout', 'arcs', 'horizon'],
  pop: ['halftone', 'folds', 'horizon', 'waves'],
  show: ['folds', 'curtain'],
  hockey: ['pitch', 'folds'],
  football: ['pitch'],
  jazz: ['halftone', 'score', 'arcs'],
  comedy: ['curtain', 'folds', 'halftone'],
  film: ['horizon', 'halftone'],
  exhibition: ['arcs', 'arches'],
};

/** The demonstration's posters, paired by hand: their seeds give the palettes of the reference pictures. */
const ownPosters: Record<string, [seed: number, style: PosterStyle]> = {
  MAGFLUTE: [8, 'cutout'],
  MAHLER2: [5, 'score'],
  FCLNORTE: [3, 'pitch'],
  SWANLAKE: [2, 'waves'],
  PAPERCIT: [17, 'arcs'],
  OKAFOR: [6, 'halftone'],
  DONCARLO: [4, 'arches'],
  ICEGALA: [1, 'folds'],
  YOUNGCHO: [11, 'curtain'],
  NORTHSEA: [7, 'horizon'],
};

/** The path of a work's poster on the simulator; the seed and the style say all about the drawing. */
export function posterPath(work: Work): string {
  const seed = 20 + (deriveSeed('poster', work.code) % 9000);
  const styles = stylesOf[work.genre];
  const [ownSeed, ownStyle] = ownPosters[work.code] ?? [
    seed,
    styles[seed % styles.length] ?? posterStyles[0],
  ];
  return `/media/posters/${ownSeed}-${ownStyle}.svg`;
}
