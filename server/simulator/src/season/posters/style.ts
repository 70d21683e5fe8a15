/** The ten drawings, in the order in which a seed picks them. */
export const posterStyles = [
  'arcs',
  'curtain',
  'waves',
  'horizon',
  'halftone',
  'folds',
  'cutout',
  'score',
  'pitch',
  'arches',
] as const;

export type PosterStyle = (typeof posterStyles)[number];
