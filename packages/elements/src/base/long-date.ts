import type { Format } from './format.js';

/** `Saturday, 5 December 2026` */
export const longDate = (format: Format, at: string, zone: string): string =>
  format.part(at, zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
