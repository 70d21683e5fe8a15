import { warn } from './warn.js';

const kept = new Map<string, Intl.DateTimeFormat>();
const dayMs = 86_400_000;

/** A format of dates in a zone; where this browser does not know the zone, in the visitor's own, which earns a warning. */
export function dateFormat(
  tag: string,
  zone: string,
  options?: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = tag + zone + JSON.stringify(options);
  const format = kept.get(key) ?? newFormat(tag, zone, options);
  kept.set(key, format);
  return format;
}

function newFormat(tag: string, timeZone: string, options?: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(tag, { timeZone, ...options });
  } catch {
    warn('unknownZone', timeZone);
    return new Intl.DateTimeFormat(tag, options);
  }
}

/** The calendar day of an instant in a zone, as `2026-12-05`: sorts and compares as text. Swedish dates are ISO dates. */
export const dayOf = (at: string | number, zone: string): string =>
  dateFormat('sv', zone).format(new Date(at));

/** Days from one to the other, both `2026-12-05`. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
