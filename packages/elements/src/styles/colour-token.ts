/** How colours are derived from others; for `tokens.ground.ts`. */

/** A colour mixed into the ground: `oklab` keeps the steps even. */
export const mix = (name: string, share: string) =>
  `color-mix(in oklab,var(--_${name}) ${share},var(--_ground))`;
/** The same for text, which needs a least share of ink; and for a surface, which may not stand off too far. */
export const text = (percent: number) => mix('ink', `max(${percent}%,var(--_least,0%))`);
export const surface = (name: string, percent: number) => mix(name, `calc(${percent}%*var(--_lift,1))`);
/** A colour derived from another in oklch. */
export const from = (name: string, derived: string) => `oklch(from var(--_${name}) ${derived})`;
export const ok = (values: string) => `oklch(${values})`;
/** A surface nearer than the ground; a grey gains colour, a brand's own colour keeps it. */
export const lighter = (l: number, c: number) =>
  from('ground', `calc(l + ${l}*var(--_lift,1)) min(c*${c},max(c,.04)) h`);
/** The lightness of coloured text. */
export const atMost = (l: string) => `min(${l},var(--_limit,1))`;
export const atLeast = (l: string) => `max(${l},var(--_limit,0))`;
/** Its chroma, which goes where there is no room for it. */
export const tinted = (c: string) => `calc(${c}*var(--_lift,1))`;
