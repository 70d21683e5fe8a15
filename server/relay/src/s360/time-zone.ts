/** Time zones as S-360 and Java name them, and as browsers know them. */
import { UnreadableValue } from './values.js';

/** Whether Intl knows the zone; a bare offset such as `+01:00` is left out, since older browsers don't. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

const offset = /^(?:GMT|UTC|UT)?([+-])(\d{1,2})(?::?00)?$/i;

/**
 * The IANA zone for what S-360 says, such as `Europe/Zurich`.
 * @param configured stands in for a zone that is not known; without it `GMT+01:00` is read as the offset that it is, and else UTC counts
 */
export function toTimeZone(zone: string, configured: string | null): string {
  if (isTimeZone(zone)) return zone;
  if (configured !== null) return configured;
  const [, sign, hours = ''] = offset.exec(zone) ?? [];
  // The signs of these names are the other way round: Etc/GMT-1 is an hour ahead of UTC.
  const fixed = `Etc/GMT${sign === '-' ? '+' : '-'}${Number(hours)}`;
  return sign !== undefined && isTimeZone(fixed) ? fixed : 'UTC';
}

/**
 * An instant from a date that may lack its offset, as ISO 8601 in UTC. GUESS: without one the wall clock of the organisation is meant.
 * @throws UnreadableValue where the text is no date
 */
export function toInstantIn(zone: string, text: string): string {
  const hasOffset = /[zZ]$|[+-]\d{2}:?\d{2}$/.test(text);
  const asUtc = Date.parse(hasOffset ? text : `${text}Z`);
  if (Number.isNaN(asUtc) || !text.includes('T')) throw new UnreadableValue('not an instant');
  if (hasOffset) return iso(asUtc);
  // The offset at the wall clock's time in UTC may be that of before a change of clocks: once more from there.
  const guess = asUtc - offsetMs(zone, asUtc);
  return iso(asUtc - offsetMs(zone, guess));
}

const iso = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** How far the zone's wall clock is ahead of UTC at an instant. */
function offsetMs(zone: string, at: number): number {
  const wall = new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  return Date.parse(`${wall.format(at).replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000;
}
