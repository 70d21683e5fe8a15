import { dayOf, daysBetween } from './days.js';
import type { Format } from './format.js';

/** Formats that pages of lists do without. */

/** `Saturday, 5 December 2026` */
export const longDate = (format: Format, at: string, zone: string): string =>
  format.part(at, zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** `today`, `tomorrow`, `in 18 days`, `3 days ago`. `now` in milliseconds since the epoch. */
export const relativeDay = (lang: string, at: string, zone: string, now: number): string =>
  new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(
    daysBetween(dayOf(now, zone), dayOf(at, zone)),
    'day',
  );
