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

/** A drawing's name, as it stands in a poster's URL. */
export type PosterStyle = (typeof posterStyles)[number];
