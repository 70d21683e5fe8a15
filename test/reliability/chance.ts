/** Seeded chance: a run is a function of its seed, so nothing here reads a clock or `Math.random`. */
export interface Chance {
  /** True so often, from 0 for never to 1 for always. */
  strikes(probability: number): boolean;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** One of the items; the list must not be empty. */
  pick<T>(items: readonly T[]): T;
}

/** A stream of its own for each named part of a run, so that one visitor's lots don't move another's. */
export function chanceOf(seed: number, ...part: (string | number)[]): Chance {
  const next = mulberry32(hashOf([seed, ...part].join('/')));
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    strikes: (probability) => next() < probability,
    whole,
    pick: <T>(items: readonly T[]) => items[whole(0, items.length - 1)] as T,
  };
}

/** Numbers in [0, 1): small, and good enough to draw lots. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
