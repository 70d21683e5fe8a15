const dayFormats = new Map<string, Intl.DateTimeFormat>();
const dayMs = 86_400_000;
const zones = new Map<string, string | undefined>();

/** The zone as Intl takes it; undefined, which is the visitor's own, for one that this browser does not know. */
export function knownZone(zone: string): string | undefined {
  if (!zones.has(zone)) zones.set(zone, isKnown(zone) ? zone : undefined);
  return zones.get(zone);
}

function isKnown(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    console.warn(`Time zone "${timeZone}" is unknown; times are the visitor's own.`);
    return false;
  }
}

/** The calendar day of an instant in a zone, as `2026-12-05`: sorts and compares as text. */
export function dayOf(at: string | number, zone: string): string {
  let format = dayFormats.get(zone);
  if (!format) {
    // Swedish dates are ISO dates.
    format = new Intl.DateTimeFormat('sv', {
      timeZone: knownZone(zone),
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    dayFormats.set(zone, format);
  }
  return format.format(new Date(at));
}

/** The day some days later or, below zero, earlier. */
export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10);

/** Days from one to the other, both `2026-12-05`. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(day).getUTCDay();

/** An instant within a day, to format the day by itself in the zone `UTC`. */
export const noonOf = (day: string): string => `${day}T12:00:00Z`;
