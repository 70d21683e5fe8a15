import { dayOf, daysBetween } from './days.js';

/** `today`, `tomorrow`, `in 18 days`, `3 days ago`. `now` in milliseconds since the epoch. */
export const relativeDay = (lang: string, at: string, zone: string, now: number): string =>
  new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(
    daysBetween(dayOf(now, zone), dayOf(at, zone)),
    'day',
  );
