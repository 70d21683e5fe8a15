import { warn } from './warn.js';

/** The kit's version, to tell two copies on one page apart. */
export const version = '0.1.0';

interface Versioned {
  s360Version?: string;
}

/**
 * Registers an element. A tag that is taken is left alone, since a second definition throws; a taker of another version earns one
 * warning.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const taken: (CustomElementConstructor & Versioned) | undefined = customElements.get(tag);
  if (!taken) {
    (element as Versioned).s360Version = version;
    customElements.define(tag, element);
  } else if (taken !== element && taken.s360Version !== version) {
    warn('takenTag', tag, version);
  }
}
